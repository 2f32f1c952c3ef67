package said

import (
	"strings"
	"sync"
)

const ruleSigns = "-_=*~#+—·•.<>" // dashes are folded to -

// ruler says whether a line is nothing but a rule of three signs or more, six
// if they differ.
func ruler(text string) bool {
	if len(text) < 3 || !strings.ContainsRune("-_=*~#+", rune(text[0])) {
		return false
	}
	if strings.Trim(text, text[:1]+" ") == "" {
		return strings.Count(text, text[:1]) >= 3
	}
	return len(text) >= 6 && strings.Trim(text, "-_=*~#+. ") == "" // *-*-*-*
}

// isMessageRule says whether a line is a rule with words that announce another
// mail, such as -----Original Message-----, or such words with a colon.
func isMessageRule(text string) bool {
	if len(text) < 6 || len(text) > 200 {
		return false
	}
	lead := len(text) - len(beforeRule.trimLeft(text))
	trail := len(text) - len(behindRule.trimRight(text))
	if lead > 1 && text[0] != text[1] {
		return false // "- **" is an item of a list
	}
	inner := strings.TrimSpace(text[lead:max(lead, len(text)-trail)])
	if inner == "" || len(inner) > 120 {
		return false
	}
	if lead >= 4 || trail >= 4 || lead >= 3 && trail >= 3 && strings.ContainsAny(text, "0123456789@") {
		if signsOf(inner)&announces != 0 || traitsOf(inner).any(verb|numeric) && lead >= 3 && trail >= 3 {
			return true
		}
	}
	return (trail >= 1 || lead >= 2) && len(inner) < 90 && startsAny(inner, forwards())
}

func startsAny(text string, phrases []string) bool {
	for _, p := range phrases {
		if strings.HasPrefix(text, p) {
			return true
		}
	}
	return false
}

var forwards = listOf(forwardPhrases)

// listOf folds the entries of a table when they are first wanted.
func listOf(table string) func() []string {
	return sync.OnceValue(func() []string {
		var out []string
		for _, entry := range strings.FieldsFunc(fold(table), func(r rune) bool { return r == '|' || r == '\n' }) {
			out = append(out, strings.TrimSpace(entry))
		}
		return out
	})
}
