package topics

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"heed/shared/cells"
	"heed/shared/estimates"
	"heed/shared/heed"
	"heed/shared/service"
)

// A Phrase is a word, or two in a row, that low scores' comments hold more often
// or more seldom than others do.
type Phrase struct {
	Phrase    string           `json:"phrase"`   // as most write it
	Comments  uint64           `json:"comments"` // that hold it, at least 5
	Low       uint64           `json:"low"`      // of these, with a low score
	Effect    service.Estimate `json:"effect"`   // share of low scores with it less without it
	AmongMany float64          `json:"p_among_many"`
}

// What is told of phrases: as many as fit a page, each of which enough comments
// hold, and enough do not, that nobody is known by it.
const (
	maxPhrases   = 40
	fewest       = 5
	significance = 0.05
)

// Phrases returns what sets the low scores of a question apart, the surest first
// and at most 40: of words (what Words returned of each comment, and in how many
// comments it stands by the third of their score) and of all those comments.
//
// Word forms count together by their stem. Of a pair and a word that stands
// nowhere but in it only the pair is looked at. Every phrase that enough
// comments hold is tested (Exact), and of those told at most 5% are expected to
// be there by chance (estimates.Discoveries). The counts are of comments as they
// came, with no weights.
func Phrases(_ heed.Ask, words map[string]cells.Thirds, comments cells.Thirds) []Phrase {
	forms := group(words)
	whole(forms)
	var tested []*form
	var ps []float64
	for _, f := range forms {
		if n := total(f.held); !f.implied && n >= fewest && total(comments) >= n+fewest {
			f.p = estimates.Exact(f.held[0], n, comments[0]-f.held[0], total(comments)-n)
			tested, ps = append(tested, f), append(ps, f.p)
		}
	}
	for i, many := range estimates.Discoveries(ps) {
		tested[i].many = many
	}
	slices.SortFunc(tested, func(a, b *form) int {
		return cmp.Or(cmp.Compare(a.p, b.p), cmp.Compare(total(b.held), total(a.held)), cmp.Compare(a.stems, b.stems))
	})
	var told []Phrase
	for _, f := range tested {
		if f.many < significance && len(told) < maxPhrases {
			told = append(told, f.phrase(comments))
		}
	}
	return told
}

// A form is all that is written for one stem.
type form struct {
	stems   string
	written map[string]uint64 // how, in how many comments
	held    cells.Thirds
	implied bool // by a pair that says more
	p, many float64
}

// group sums words by their stems. A comment counts once for each stem, since
// Words names but one of its forms.
func group(words map[string]cells.Thirds) map[string]*form {
	forms := map[string]*form{}
	for word, held := range words {
		if word == cells.AllComments {
			continue
		}
		stems, text := stemmed(word)
		f := forms[stems]
		if f == nil {
			f = &form{stems: stems, written: map[string]uint64{}}
			forms[stems] = f
		}
		for i, n := range held {
			f.held[i] += n
		}
		f.written[text] += total(held) // two languages may share a word
	}
	return forms
}

// text is the phrase as most write it, the first in the alphabet of equals.
func (f *form) text() string {
	return slices.MinFunc(slices.Collect(maps.Keys(f.written)), func(a, b string) int {
		return cmp.Or(cmp.Compare(f.written[b], f.written[a]), cmp.Compare(a, b))
	})
}

// whole marks the words that stand in no comment without one pair that holds
// them: the pair says the same, and more.
func whole(forms map[string]*form) {
	for stems, f := range forms {
		first, second, pair := strings.Cut(stems, " ")
		if !pair {
			continue
		}
		for _, word := range []string{first, second} {
			if w := forms[word]; w != nil && total(w.held) == total(f.held) {
				w.implied = true
			}
		}
	}
}

func (f *form) phrase(comments cells.Thirds) Phrase {
	n, all := total(f.held), total(comments)
	return Phrase{
		Phrase: f.text(), Comments: n, Low: f.held[0],
		Effect:    Newcombe(f.held[0], n, comments[0]-f.held[0], all-n),
		AmongMany: f.many,
	}
}

func total(t cells.Thirds) uint64 { return t[0] + t[1] + t[2] }
