package words

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// longest is how many characters of a stranger's words are repeated at most.
const longest = 40

// mostDigits is how many digits the name of a thing has at most: the models of
// most, and no number to ring.
const mostDigits = 4

// Person returns a person's name fit to be repeated to a customer, "" for one
// that isn't: Thing without digits.
func Person(name string) string {
	if strings.ContainsFunc(name, unicode.IsDigit) {
		return ""
	}
	return Thing(name)
}

// Thing returns a name fit to be repeated to a customer, "" for one that isn't.
// Names come from strangers: whoever can open a ticket can have any text shown
// to any address in the team's name, so what could be a link, an address, an
// order to the display or a call to ring a number is left out.
func Thing(name string) string {
	name = strings.Join(strings.Fields(name), " ")
	if !utf8.ValidString(name) || utf8.RuneCountInString(name) > longest {
		return ""
	}
	if strings.ContainsFunc(name, impersonal) || linked(name) || digits(name) > mostDigits {
		return ""
	}
	return name
}

// impersonal reports whether r has no place in a name. The two joiners are
// invisible and have one, in Persian and in the scripts of India.
func impersonal(r rune) bool {
	const joiners = "\u200c\u200d"
	if strings.ContainsRune(joiners, r) {
		return false
	}
	// The last three are read as @ and as the dot of a host name.
	return !unicode.IsPrint(r) || strings.ContainsRune("@<>/\\:;|{}[]\uff20\u3002\uff0e\uff61", r)
}

func digits(name string) (n int) {
	for _, r := range name {
		if unicode.IsDigit(r) {
			n++
		}
	}
	return n
}

// linked reports whether programs may make a link of the name: a dot
// between a character and two letters, as in example.com. J.R. Smith passes.
func linked(name string) bool {
	if strings.Contains(strings.ToLower(name), "www.") {
		return true
	}
	r := []rune(name)
	for i := 1; i+2 < len(r); i++ {
		if r[i] == '.' && r[i-1] != ' ' && unicode.IsLetter(r[i+1]) && unicode.IsLetter(r[i+2]) {
			return true
		}
	}
	return false
}
