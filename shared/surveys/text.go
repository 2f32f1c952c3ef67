package surveys

import "strings"

// In returns the words for a locale (BCP 47), "" if there are none: those of
// that very tag, of its language, or those for all others.
func (t Text) In(locale string) string {
	words, _ := t.Said(locale)
	return words
}

// Said is In, and tells in which language the words are (BCP 47), "" where they
// are for all others: then nobody said.
func (t Text) Said(locale string) (words, lang string) {
	locale = strings.ToLower(strings.ReplaceAll(locale, "_", "-"))
	for locale != "" {
		if words, ok := t[locale]; ok {
			return words, locale
		}
		locale = locale[:max(strings.LastIndexByte(locale, '-'), 0)]
	}
	return t[""], ""
}

// Names reports whether any of the words has a hole of that name.
func (t Text) Names(hole string) bool {
	for _, words := range t {
		if strings.Contains(words, "{"+hole+"|") {
			return true
		}
	}
	return false
}

// Fill fills the holes of words: with the value of that name, or else with what
// stands behind the bar. Values are not looked through for holes.
func Fill(words string, values map[string]string) string {
	var b strings.Builder
	for {
		before, rest, ok := strings.Cut(words, "{")
		b.WriteString(before)
		hole, after, closed := strings.Cut(rest, "}")
		if !ok || !closed {
			if ok {
				b.WriteString("{" + rest)
			}
			return b.String()
		}
		name, otherwise, _ := strings.Cut(hole, "|")
		if v := values[name]; v != "" {
			b.WriteString(v)
		} else {
			b.WriteString(otherwise)
		}
		words = after
	}
}

// In returns the words for a score of that third (0 low, 1 middling, 2 high) in
// a locale, "" if there are none.
func (s ByScore) In(third int, locale string) string { return s[third].In(locale) }

// Names reports whether the program's mails name such a thing: agent or product.
func (p *Program) Names(hole string) bool {
	return hole == "agent" && p.Agent || p.Question.Names(hole) || p.Subject.Names(hole) || p.Intro.Names(hole)
}
