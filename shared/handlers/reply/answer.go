package reply

import (
	"cmp"
	"context"
	"strings"
	"unicode"

	"heed/shared/handlers/window"
	"heed/shared/heed"
	"heed/shared/records"
	"heed/shared/replies"
	"heed/shared/said"
	"heed/shared/sampling"
	"heed/shared/score"
	"heed/shared/surveys"
)

// maxWords bounds what is kept of a mail, in bytes.
const maxWords = 8 << 10

// answer takes what a person wrote to its row, or says why there is none.
func (m *mail) answer(ctx context.Context) (why string, err error) {
	row, err := m.row(ctx)
	if err != nil || row == nil {
		return "of no mail of ours", err
	}
	r := m.read(row)
	if !answers(r.verdict) {
		return "written by a machine", nil
	}
	if r.leaves && !r.heard(row) {
		if err := m.Store.Suppress(ctx, row.Customer, sampling.Unsubscribed); err != nil {
			return "", err
		}
	}
	_, err = m.Store.ChangeRow(ctx, row.RowRef, func(row *heed.Row) error {
		why = ""
		if row.Invitation == nil || row.Forgotten() {
			why = "its customer is forgotten"
			return records.ErrUnchanged
		}
		r.closed = window.Closed(m.Config, row, r.at)
		if !r.take(row) {
			why = "known already, or one more than is kept"
			return records.ErrUnchanged
		}
		return nil
	})
	return why, err
}

// read reads the person's words and their score.
func (m *mail) read(row *heed.Row) *reading {
	program := m.Config.Program(row.Program)
	style := surveys.Numbers
	if program != nil {
		style = program.Style
	}
	locale := cmp.Or(spoken(program, row), "en")
	words := strings.Map(legible, said.Words(said.Mail{Text: m.Text, HTML: m.HTML, Ours: ours(program, row)}))
	found := score.Of(words, row.Ask, style, locale)
	if words == "" { // some write it into the subject; ours there, or any other, says more
		if in := score.Of(strings.Map(legible, m.Subject), row.Ask, style, locale); in.Rest == "" {
			found = in
		}
	}
	r := &reading{
		id: m.id, at: m.Now(), score: found.Score, words: heed.Clip(words, maxWords), rest: heed.Clip(found.Rest, maxWords),
		theirs: m.is(row, m.From), verdict: m.Judge(found.Line == 0),
	}
	r.answerable = !m.farewell(r) && !m.left && r.verdict == replies.Human && !m.Quiet && !m.Config.OwnDomain(m.From)
	return r
}

// farewell finds out whether they want no more mails. Beside a score that takes a
// line of its own: the rest may speak of anything. Whoever was handed the mail
// on leaves for nobody else. It reports whether there is any word of it: where
// it stands beside other words, they are not let go, but asked nothing either.
func (m *mail) farewell(r *reading) bool {
	if r.words == "" && r.score == heed.None && replies.Farewell(m.Subject) {
		r.words = heed.Clip(strings.Map(legible, m.Subject), maxWords)
	}
	r.bye = r.score == heed.None && replies.Farewell(r.words)
	line := replies.FarewellLine(r.words)
	r.leaves = r.theirs && (r.bye || line && r.score != heed.None)
	return r.bye || line
}

// legible drops what nobody sees and what turns the order of letters round: 1\u00ad0
// is read as 10 by all who see it. Joiners belong to some scripts, marks of
// direction to others.
func legible(r rune) rune {
	switch {
	case r == '\n', r == '\t', '\u200c' <= r && r <= '\u200f':
		return r
	case unicode.Is(unicode.Cc, r), r == '\u00ad', r == '\u200b', r == '\u2060', r == '\ufeff',
		'\u202a' <= r && r <= '\u202e', '\u2066' <= r && r <= '\u2069':
		return -1
	}
	return r
}
