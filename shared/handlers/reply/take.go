package reply

import (
	"slices"
	"time"

	"heed/shared/heed"
	"heed/shared/replies"
)

// A reading is what a person mailed.
type reading struct {
	id         [8]byte
	at         time.Time
	score      int    // heed.None where none is clear
	words      string // all of them
	rest       string // without a score that stands by itself
	theirs     bool   // whoever was invited wrote it
	bye        bool   // they say only that they want no more mails
	leaves     bool   // whoever was invited says so, perhaps beside a score
	answerable bool   // they may be asked back
	verdict    replies.Verdict
	closed     bool // the window to answer
}

// take puts into the row what was mailed, and reports whether that changed
// anything.
func (m *reading) take(r *heed.Row) bool {
	if m.heard(r) {
		return false
	}
	r.Invitation.Arrived(m.at, "")
	switch {
	case !m.theirs:
		return m.note(r, heed.Forwarded)
	case m.closed:
		return m.note(r, heed.Afterward)
	case r.Response != nil:
		return m.comment(r)
	case m.score != heed.None:
		m.confirm(r)
		return true
	}
	kind := heed.Unscored
	if m.bye {
		kind = heed.Farewell
	}
	noted := m.note(r, kind)
	return m.askBack(r) || noted
}

// heard reports whether the row knows the mail: as its answer, as a note, or as
// the comment of an answer that was mailed as well, where the words must show it.
func (m *reading) heard(r *heed.Row) bool {
	if a := r.Response; a != nil && (a.Mail == m.id || a.Channel == heed.Reply && m.rest != "" && a.Comment == m.rest) {
		return true
	}
	return slices.ContainsFunc(r.Notes, func(n heed.Note) bool { return n.Mail == m.id })
}

func (m *reading) note(r *heed.Row, kind heed.NoteKind) bool {
	return r.Add(heed.Note{Kind: kind, At: m.at, Score: m.score, Text: m.words, Mail: m.id})
}

// comment takes what comes after the answer: its comment, if it has none yet and
// the mail says neither another score nor a mere farewell; else it is a note.
func (m *reading) comment(r *heed.Row) bool {
	a := r.Response
	if a.Comment != "" || m.rest == "" || m.bye || m.score != heed.None && m.score != a.Score {
		return m.note(r, heed.Afterward)
	}
	a.Comment = m.rest
	if a.Mail == [8]byte{} {
		a.Mail = m.id
	}
	return true
}

// confirm makes the mail the answer. Where it says nothing but a score, what was
// mailed before without one is its comment, as it is where the answer comes by
// page. A mere farewell is nobody's comment. A question back that nobody has
// taken in hand is not asked.
func (m *reading) confirm(r *heed.Row) {
	a := heed.Response{Score: m.score, Channel: heed.Reply, At: m.at, Comment: m.rest, Mail: m.id}
	if m.leaves && replies.Farewell(m.rest) { // it is done, and says nothing else
		a.Comment = ""
	}
	for _, n := range r.Notes {
		if n.Kind == heed.Unscored && a.Comment == "" {
			a.Comment = n.Text
		}
	}
	r.Response = &a
	if f := r.Invitation.Last(heed.QuestionBack); f != nil && f.Open() && f.Claimed.IsZero() {
		f.Fate, f.Failed = heed.Cancelled, m.at
	}
}

// askBack has the question asked once more, once ever: the name of the mail is
// in the row from then on.
func (m *reading) askBack(r *heed.Row) bool {
	name := heed.FurtherName{Kind: heed.QuestionBack, Round: 1}
	if !m.answerable || r.Invitation.Find(name) != nil || r.Invitation.Fate != heed.NoFate {
		return false
	}
	r.Invitation.Further = append(r.Invitation.Further, heed.Further{FurtherName: name, Due: m.at})
	return true
}
