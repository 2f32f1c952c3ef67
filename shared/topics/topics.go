// Package topics is what customers speak of: the issues of surveys.yaml's
// taxonomy in a ticket's subject and tags and in comments, and the words that
// set low scores' comments apart. It knows word forms, by the stems of each
// language.
//
// Subjects are read and not kept; of comments what is kept beside them is which
// words they hold, in a day's sum of all (cells.Words). docs/topics.md says what
// counts as a word and as a phrase.
package topics

import (
	"slices"
	"sync"

	"heed/shared/heed"
	"heed/shared/surveys"
)

// Topics finds the issues and keywords of one surveys.yaml. It is safe for use
// by many at once.
type Topics struct {
	issues   []surveys.Issue
	keywords []string
	own      string // language of whom none is known

	mu    sync.Mutex
	found map[string]*index // by language, made when first read in
}

// New is of the issues and keywords of a configuration. Nothing is done for them
// before the first text is read.
func New(config *surveys.Config) *Topics {
	return &Topics{issues: config.Issues, keywords: config.Notify.Keywords, own: language(config.Brand.Locale)}
}

// Of returns the issues that a touchpoint is about, in the taxonomy's order:
// those of its tags, and those that its subject speaks of.
func (t *Topics) Of(p *heed.Touchpoint) []string {
	said := t.spoken(p.Subject, p.Spoken())
	var list []string
	for i := range t.issues {
		tagged := slices.ContainsFunc(t.issues[i].Tags, func(tag string) bool { return slices.Contains(p.Tags, tag) })
		if tagged || said[i] {
			list = append(list, t.issues[i].Name)
		}
	}
	return list
}

// Issues returns the issues that a comment speaks of, in the taxonomy's order.
// The locale (BCP 47) is the one it was asked for in, "" if that is not known.
func (t *Topics) Issues(comment, locale string) []string {
	said := t.spoken(comment, locale)
	var list []string
	for i := range t.issues {
		if said[i] {
			list = append(list, t.issues[i].Name)
		}
	}
	return list
}

// Keywords returns those of notify's keywords that stand in a comment, as they
// are written in surveys.yaml and in its order.
func (t *Topics) Keywords(comment, locale string) []string {
	said := t.spoken(comment, locale)
	var list []string
	for i, word := range t.keywords {
		if said[len(t.issues)+i] {
			list = append(list, word)
		}
	}
	return list
}

// spoken says which things a text speaks of: the issues, and after them the
// keywords. It is read in the language it is said to be in, in the team's own
// and in English, since who writes does not keep to what is known of them.
func (t *Topics) spoken(text, locale string) map[int]bool {
	said := map[int]bool{}
	if text == "" || len(t.issues)+len(t.keywords) == 0 {
		return said
	}
	langs := []string{t.language(locale), t.own, fallback}
	slices.Sort(langs)
	for _, lang := range slices.Compact(langs) {
		if lang != "" {
			t.index(lang).find(tokens(text, lang), said)
		}
	}
	return said
}

// language is that of a locale, or else the team's own, or else English.
func (t *Topics) language(locale string) string {
	for _, lang := range []string{language(locale), t.own} {
		if lang != "" {
			return lang
		}
	}
	return fallback
}

// index returns what is looked for in a language, made when it is first asked
// for.
func (t *Topics) index(lang string) *index {
	t.mu.Lock()
	defer t.mu.Unlock()
	x := t.found[lang]
	if x == nil {
		if t.found == nil {
			t.found = map[string]*index{}
		}
		x = newIndex(lang, t.issues, t.keywords)
		t.found[lang] = x
	}
	return x
}
