package topics

import (
	"strings"
	"unicode/utf8"

	"heed/shared/heed"
)

// maxPhrase bounds what Words returns, in bytes without its language.
const maxPhrase = 60

// Words returns what a comment is made of, in its order: its words, and its
// pairs of neighbours, each once however it is inflected. The locale (BCP 47) is
// the one it was asked for in, "" if that is not known.
//
// Left out are words that say nothing by themselves, numbers, addresses, single
// letters and whatever is too long for a word. Of Chinese and Japanese there are
// the pairs of neighbouring characters alone; scripts of South East Asia, which
// set words apart by neither space nor character, have none.
//
// Each is written with its language before a colon, de:rechnungen, where that
// has a stemmer: Phrases needs to know.
func (t *Topics) Words(comment, locale string) []string {
	lang := t.language(locale)
	g := gatherer{lang: lang, said: map[string]bool{}, stops: stops(lang)}
	list := tokens(comment, lang)
	for i := range list {
		if i > 0 && list[i].joined {
			g.pair(&list[i-1], &list[i])
		}
		g.single(&list[i])
	}
	return g.words
}

// A gatherer collects words that are not said yet, by their stems.
type gatherer struct {
	lang  string
	stops map[string]weight
	said  map[string]bool
	words []string
}

func (g *gatherer) single(t *token) {
	if t.plain && !t.dense && g.weigh(t) == full {
		g.add(t.text)
	}
}

// pair takes two neighbours. One of them may be a word that only says no.
func (g *gatherer) pair(a, b *token) {
	switch {
	case !a.plain || !b.plain || a.dense != b.dense:
	case a.dense:
		if telling(a.text, b.text) {
			g.add(a.text + b.text)
		}
	case g.weigh(a)+g.weigh(b) > full:
		g.add(a.text + " " + b.text)
	}
}

func (g *gatherer) weigh(t *token) weight {
	if w, ok := g.stops[t.text]; ok {
		return w
	}
	if utf8.RuneCountInString(t.text) < 2 {
		return empty
	}
	return full
}

// add takes a word or pair, unless what is left of it is there already.
func (g *gatherer) add(text string) {
	text = heed.Clip(text, maxPhrase)
	if stemmerOf(g.lang) != nil {
		text = g.lang + ":" + text
	}
	if stems, _ := stemmed(text); !g.said[stems] {
		g.said[stems] = true
		g.words = append(g.words, text)
	}
}

// stemmed is the stem of what Words returned, and what it returned without the
// language.
func stemmed(word string) (stems, text string) {
	lang, text, ok := strings.Cut(word, ":")
	if !ok {
		return word, word
	}
	parts := strings.Split(text, " ")
	for i, p := range parts {
		parts[i] = stem(p, lang)
	}
	return strings.Join(parts, " "), text
}
