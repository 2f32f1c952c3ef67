package cells

import (
	"slices"

	"heed/shared/heed"
)

// Thirds is in how many comments a word stands, by the third of their score:
// low, middling and high (heed.Ask.Third).
type Thirds [3]uint64

// AllComments is where Cell.Words counts the comments themselves.
const AllComments = ""

// maxWord is the longest word that is counted, in bytes; pairs are words, too.
const maxWord = 128

// read adds what the row's comment speaks of, and its words, each once.
func (m *making) read(row *heed.Row, p *part) {
	comment, locale := row.Response.Comment, ""
	if row.Invitation != nil {
		locale = row.Invitation.Locale
	}
	key := Key{Program: row.Program, Dim: Mention, Day: row.Day}
	for _, issue := range once(m.reader.Issues(comment, locale)) {
		key.Value = issue
		m.at(key).add(p)
	}
	key.Dim, key.Value = Words, ""
	var here Thirds
	here[row.Ask.Third(row.Response.Score)] = 1
	c := m.at(key)
	put(&c.Words, AllComments, c.Words[AllComments].plus(here))
	for _, word := range once(m.reader.Words(comment, locale)) {
		if len(word) <= maxWord {
			put(&c.Words, word, c.Words[word].plus(here))
		}
	}
}

// once returns the names in list that say anything, without doubles, sorted.
func once(list []string) []string {
	list = slices.DeleteFunc(slices.Clone(list), func(s string) bool { return s == "" })
	slices.Sort(list)
	return slices.Compact(list)
}

func (t Thirds) plus(o Thirds) Thirds { return Thirds{t[0] + o[0], t[1] + o[1], t[2] + o[2]} }

func (t Thirds) minus(o Thirds) (Thirds, bool) {
	return Thirds{t[0] - o[0], t[1] - o[1], t[2] - o[2]}, t[0] >= o[0] && t[1] >= o[1] && t[2] >= o[2]
}
