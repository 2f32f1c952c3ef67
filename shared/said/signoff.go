package said

import (
	"strings"
	"sync"
)

// An ending is how surely a phrase ends a letter.
type ending uint8

const (
	noEnding ending = iota
	weak            // thanks: ends it if only a name follows
	strong          // best regards
)

const signOffWords = 7

// signsOff says whether line i ends the letter: what follows is a name, a card
// or nothing.
func (t *letter) signsOff(i, hi int) bool {
	switch signOff(t.lines[i].text, t.lines[i].raw) {
	case strong:
		return t.signedBelow(i, hi)
	case weak:
		next := int(t.next[i+1])
		return next < hi && t.thanks(i, next) && t.signedBelow(i, hi)
	}
	return false
}

// thanks says whether a weak sign-off and the line below it end a letter, and
// are not two things that a person likes: it stands apart, or has a comma, and
// below it is a name.
func (t *letter) thanks(i, next int) bool {
	apart := i == 0 || t.lines[i-1].text == "" || strings.HasSuffix(t.lines[i].text, ",")
	return apart && nameLike(t.lines[next].raw)
}

// signedBelow says whether the lines below a sign-off are no letter that goes
// on: few, and what stands next to it short.
func (t *letter) signedBelow(i, hi int) bool {
	if !t.few(i+1, hi) {
		return false
	}
	next := int(t.next[i+1])
	if next >= hi {
		return true
	}
	text := t.lines[next].text
	return !sentence(text) || strings.Contains(text, " | ") || strings.Contains(text, "www.") || t.mechanical(next)
}

// signOff says whether a folded line is a phrase that ends letters, with a few
// words around it: "many thanks and best regards", "viele Grüße aus Berlin".
func signOff(text, raw string) ending {
	text = aroundPhrase.trim(text)
	bare := behindPhrase.trimRight(text)
	if bare == "" {
		return noEnding
	}
	s := signOffs()
	if e := s.whole[bare]; e != noEnding {
		return e
	}
	if bare[0] >= 0xe0 { // scripts beyond the European ones
		if strings.HasSuffix(bare, " 드림") || strings.HasSuffix(bare, " 올림") {
			return strong // behind a Korean name
		}
		for _, p := range s.loose {
			if strings.HasPrefix(bare, p) && len(bare) <= len(p)+36 {
				return strong
			}
		}
	}
	words := strings.Count(bare, " ") + 1
	if words < 2 || words > signOffWords || askOrAt.in(text) || strings.HasSuffix(text, ".") {
		return noEnding
	}
	first, _, _ := strings.Cut(bare, " ")
	if s.first[strings.TrimRight(first, ",.!;:")] && s.begins(bare, raw) {
		return strong
	}
	if s.last[bare[strings.LastIndexByte(bare, ' ')+1:]] && s.ends(bare) {
		return strong
	}
	return noEnding
}

// begins says whether a line is a phrase and a few more words. Behind a phrase
// of one word they have to be set off, be a name, or tell from where it comes:
// "respectfully disagree" is no sign-off.
func (s *phrases) begins(bare, raw string) bool {
	for i := len(bare); i > 0; i = strings.LastIndexAny(bare[:i], " ,") {
		phrase := strings.TrimRight(bare[:i], " ,.!;:")
		if s.whole[phrase] != strong {
			continue
		}
		rest := strings.TrimLeft(bare[len(phrase):], " .!;:")
		word, _, _ := strings.Cut(rest, " ")
		words := strings.Count(strings.TrimLeft(rest, ", "), " ") + 1
		return words <= 4 && (strings.Contains(phrase, " ") || words <= 2 && strings.HasPrefix(rest, ",") || joiners()[word] ||
			words <= 2 && nameLike(lastWords(raw, words)))
	}
	return false
}

func (s *phrases) ends(bare string) bool {
	for {
		_, rest, more := strings.Cut(bare, " ")
		if !more || !strings.Contains(rest, " ") {
			return more && s.whole[rest] == strong && joined(bare)
		}
		if s.whole[rest] == strong {
			return true
		}
		bare = rest
	}
}

// lastWords are the last n words of a line.
func lastWords(raw string, n int) string {
	words := strings.Fields(raw)
	return strings.Join(words[max(0, len(words)-n):], " ")
}

// joined says whether the last but one word of a line joins: "danke und gruss".
func joined(bare string) bool {
	first, _, _ := strings.Cut(bare, " ")
	return joiners()[first]
}

// phrases are sign-offs, and what they begin and end with.
type phrases struct {
	whole       map[string]ending
	first, last map[string]bool
	loose       []string
}

var signOffs = sync.OnceValue(func() *phrases {
	s := &phrases{whole: map[string]ending{}, first: map[string]bool{}, last: map[string]bool{}}
	for _, p := range listOf(weakSignOffs)() {
		s.whole[p] = weak
	}
	for _, p := range listOf(strongSignOffs)() {
		s.whole[p] = strong
		first, _, _ := strings.Cut(p, " ")
		s.first[first] = true
		s.last[p[strings.LastIndexByte(p, ' ')+1:]] = true
		if p[0] >= 0xe0 {
			s.loose = append(s.loose, p)
		}
	}
	return s
})

// joiners stand between a sign-off and the words around it.
var joiners = sync.OnceValue(func() map[string]bool {
	return setOf("from aus desde dal uit fran fra aus iz из z ze and und et y e og och en i и та та ja si şi ve és a va & + και")
})

var particles = sync.OnceValue(func() map[string]bool {
	return setOf("de da do dos das del della di du la le van von der den ten ter zu zur af av bin ibn al el e y i und and & et")
})

func setOf(words string) map[string]bool {
	set := map[string]bool{}
	for _, w := range strings.Fields(fold(words)) {
		set[w] = true
	}
	return set
}
