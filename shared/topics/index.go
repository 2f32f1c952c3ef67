package topics

import "heed/shared/surveys"

// An index finds phrases in texts of one language, by the stem that they begin
// with.
type index struct {
	lang   string
	starts map[string][]sought
}

// A sought phrase is the stems that follow its first, and what it speaks of: an
// issue, or a keyword if it is not below the number of issues.
type sought struct {
	rest  []string
	topic int
}

func newIndex(lang string, issues []surveys.Issue, keywords []string) *index {
	x := &index{lang: lang, starts: map[string][]sought{}}
	for i := range issues {
		for _, phrase := range issues[i].Words {
			x.add(phrase, i)
		}
	}
	for i, phrase := range keywords {
		x.add(phrase, len(issues)+i)
	}
	return x
}

func (x *index) add(phrase string, topic int) {
	stems := x.stems(tokens(phrase, x.lang))
	if len(stems) > 0 {
		x.starts[stems[0]] = append(x.starts[stems[0]], sought{stems[1:], topic})
	}
}

func (x *index) stems(list []token) []string {
	stems := make([]string, len(list))
	for i := range list {
		stems[i] = stem(list[i].text, x.lang)
	}
	return stems
}

// find notes what the words of a text speak of.
func (x *index) find(list []token, said map[int]bool) {
	stems := x.stems(list)
	for i := range list {
		for _, s := range x.starts[stems[i]] {
			if !said[s.topic] && follows(s.rest, stems[i+1:], list[i+1:]) {
				said[s.topic] = true
			}
		}
	}
}

// follows reports whether the words begin with these stems, as neighbours.
func follows(rest, stems []string, list []token) bool {
	if len(rest) > len(stems) {
		return false
	}
	for i, want := range rest {
		if stems[i] != want || !list[i].joined {
			return false
		}
	}
	return true
}
