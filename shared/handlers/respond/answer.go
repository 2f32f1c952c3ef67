package respond

import (
	"slices"
	"time"

	"heed/shared/heed"
)

// pause is how long after a suspect answer a person can have pressed again.
const pause = 2 * time.Second

// What doesn't keep a second sign from being a person's. The same number
// pressed again may come without script and cookie, as the first did; words may
// come from whatever calls itself a scanner, too, and at the speed of a machine
// where they are dictated.
const (
	againBears = heed.Unscripted | heed.NoCookie | heed.AtDelivery
	wordsBear  = againBears | heed.KnownAgent | heed.Hasty
)

// A sent is what came in a form, judged.
type sent struct {
	score    int // heed.None where it has none
	words    string
	named    func(words string) int // the score that words name, heed.None where they name none for certain
	quotable bool
	visit    [8]byte
	sure     bool // the visit is theirs beyond doubt
	again    bool // it comes from the page that asked for it once more
	channel  heed.Channel
	evidence heed.Evidence
	shown    time.Time // the page that it comes from; zero if it was none of this visit's
	at       time.Time
}

// take puts into the row what was sent, and reports whether that changed
// anything. All of it is one write.
func (s *sent) take(r *heed.Row) bool {
	if r.Response != nil {
		if s.sure && s.visit == r.Response.Edit {
			return s.change(r.Response)
		}
		return s.note(r)
	}
	if i := suspect(r, s.visit); i >= 0 {
		return s.further(r, i)
	}
	return s.first(r)
}

// suspect finds the suspect answer of a visit, -1 if there is none.
func suspect(r *heed.Row, visit [8]byte) int {
	return slices.IndexFunc(r.Suspects, func(a heed.Response) bool { return a.Edit == visit })
}

// first takes a visit's first answer: as the row's, if nothing speaks against
// it.
func (s *sent) first(r *heed.Row) bool {
	if s.score == heed.None {
		return false
	}
	a := heed.Response{
		Score: s.score, Channel: s.channel, At: s.at, Comment: s.words, Quotable: s.quotable && s.words != "", Edit: s.visit, Evidence: s.evidence,
	}
	if s.evidence == 0 {
		s.confirm(r, a)
		return true
	}
	if s.crowded(r) {
		return false
	}
	r.Invitation.Arrived(s.at, "")
	r.Suspects = append(r.Suspects, a)
	return true
}

// crowded reports whether the row has no room for one more suspect. What no
// person sends takes half of it at most, so that machines push nobody out.
func (s *sent) crowded(r *heed.Row) bool {
	machines := 0
	for i := range r.Suspects {
		if r.Suspects[i].Evidence&^againBears != 0 {
			machines++
		}
	}
	return len(r.Suspects) >= heed.MaxSuspects || s.evidence&^againBears != 0 && machines >= heed.MaxSuspects/2
}

// further takes what a visit sends after its suspect answer: another sign of a
// person, which makes it the row's, or more evidence.
func (s *sent) further(r *heed.Row, i int) bool {
	a := &r.Suspects[i]
	was := *a
	late := s.sure && s.at.Sub(a.At) >= pause
	if s.score != heed.None && s.score != a.Score {
		a.Score, a.Channel = s.score, s.channel
		a.Evidence |= heed.Contrary
	}
	if s.words != "" {
		a.Comment, a.Quotable = s.words, s.quotable
	}
	said := late && s.words != "" && s.evidence&^wordsBear == 0
	pressed := late && s.score != heed.None && (s.again || s.evidence == 0) && s.evidence&^againBears == 0 && a.Evidence&heed.Contrary == 0
	if said || pressed {
		answer := *a
		if a.Evidence&heed.Contrary != 0 {
			if score := s.named(s.words); score != heed.None {
				answer.Score, answer.Channel = score, s.channel
			}
		}
		r.Suspects = slices.Delete(r.Suspects, i, i+1)
		s.confirm(r, answer)
		return true
	}
	a.Evidence |= s.evidence
	return *a != was
}

// confirm makes an answer the row's. Where it came without words, those that
// were mailed before it are its comment.
func (s *sent) confirm(r *heed.Row, a heed.Response) {
	r.Invitation.Arrived(s.at, "")
	a.At, a.Evidence = s.at, 0
	if a.Comment == "" {
		for _, n := range r.Notes {
			if n.Kind == heed.Unscored {
				a.Comment = n.Text
			}
		}
	}
	r.Response = &a
}

// change alters an answer as its giver wishes. Its time moves with its score,
// so that the roll-up sees the day again. What comes from a page that was shown
// before that time may be an old form that is sent once more: it takes nothing
// back. Words that are the first may come from there.
func (s *sent) change(a *heed.Response) bool {
	was := *a
	old := s.shown.Add(slack).Before(a.At)
	if s.score != heed.None && s.score != a.Score && !old {
		a.Score, a.At = s.score, s.at
	}
	if s.words != "" && (a.Comment == "" || !old) {
		a.Comment, a.Quotable = s.words, s.quotable
	}
	return *a != was
}

// note keeps what comes from elsewhere once there is an answer, beside it.
func (s *sent) note(r *heed.Row) bool {
	if s.score == heed.None && s.words == "" {
		return false
	}
	return r.Add(heed.Note{Kind: heed.Elsewhere, At: s.at, Score: s.score, Text: s.words})
}

// noted reports whether the row has what was sent as a note.
func (s *sent) noted(r *heed.Row) bool {
	return slices.ContainsFunc(r.Notes, func(n heed.Note) bool {
		return n.Kind == heed.Elsewhere && n.Score == s.score && n.Text == s.words
	})
}
