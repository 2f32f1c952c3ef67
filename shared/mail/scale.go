package mail

import (
	"html/template"
	"strconv"

	"heed/shared/heed"
	"heed/shared/surveys"
	"heed/shared/words"
)

// scale is the answers to choose from, lowest first.
type scale struct {
	Tiles     []tile
	Count     int
	Width     int    // of a tile in px, where they wrap
	Across    int    // of all of them in one row, likewise
	Share     int    // of a tile in percent, where they don't
	Low, High string // what the ends mean; "" where each answer says it itself
}

// Wraps reports whether the answers need two rows on a phone.
func (s *scale) Wraps() bool { return s.Count > 5 }

// tile is one answer and its link.
type tile struct {
	N     int
	URL   template.URL
	Face  string // a smiley or a thumb; "" for a number
	Shown string // under the face
	Heard string // what a screen reader says: what is shown, and what it means
	Meant string // the same in the plain text; "" where the number says it
}

// Faces are the smileys of a CSAT question, for 1 to 5, and Thumbs its two ends,
// as text: pictures of them would be switched off in half of all mailboxes. The
// selector at the end asks for the coloured kind. Where there is none, number or
// name stand below.
var (
	Faces  = [5]string{"😞", "🙁", "😐", "🙂", "😊"}
	Thumbs = [2]string{"👎", "👍"}
)

// emoji is the variation selector that asks for a picture.
const emoji = "\ufe0f"

// Numbers in two rows on a phone are at least 44 px wide and 4 px from their
// neighbour: eleven fill the letter's 528 px in one row and 288 px, all that a
// screen of 320 leaves, in two; so do seven, of which four go in a row there.
const (
	gap    = 4
	eleven = 44
	seven  = 68
)

// scale sets out the answers.
func (t *told) scale(q words.Question) *scale {
	p := t.Program
	if p.Ask == heed.CSAT && p.Style == surveys.Thumbs {
		return t.thumbs()
	}
	low, high := p.Ask.Range()
	s := &scale{Tiles: make([]tile, 0, high-low+1), Count: high - low + 1, Width: eleven, Low: t.end(low, q.Low), High: t.end(high, q.High)}
	if p.Ask == heed.CES {
		s.Width = seven
	}
	s.Across, s.Share = s.Count*(s.Width+gap), 100/s.Count
	faces := p.Ask == heed.CSAT && p.Style == surveys.Smileys
	for n := low; n <= high; n++ {
		made := t.tile(n)
		made.Heard = t.say.Score.With("score", made.Shown)
		meaning := t.meaning(n, q, faces)
		if meaning != "" {
			made.Heard += ", " + meaning
		}
		if faces {
			made.Face = Faces[n-1] + emoji
			made.Meant = t.end(n, made.Face+" "+meaning)
		}
		s.Tiles = append(s.Tiles, made)
	}
	return s
}

// thumbs is two answers, each with its name.
func (t *told) thumbs() *scale {
	s := &scale{Count: 2, Share: 50}
	names := t.say.Thumbs
	for k, own := range []surveys.Text{t.Program.Low, t.Program.High} {
		if name := t.own(own); name != "" {
			names[k] = name
		}
	}
	low, high := t.Program.Ask.Range()
	for k, n := range []int{low, high} {
		made := t.tile(n)
		made.Face, made.Shown = Thumbs[k]+emoji, names[k]
		made.Meant = t.end(n, made.Face+" "+names[k])
		s.Tiles = append(s.Tiles, made)
	}
	return s
}

func (t *told) tile(n int) tile {
	digits := strconv.Itoa(n)
	return tile{N: n, URL: template.URL(t.Links.Survey + "?score=" + digits), Shown: digits} // the URL is checked: see leads
}

// end says what a number means.
func (t *told) end(n int, label string) string {
	return t.say.End.With("score", strconv.Itoa(n), "label", label)
}

// meaning is what an answer means in words, "" where only its number says it.
func (t *told) meaning(n int, q words.Question, faces bool) string {
	switch low, high := t.Program.Ask.Range(); {
	case n == low:
		return q.Low
	case n == high:
		return q.High
	case faces:
		return t.say.Faces[n-1]
	}
	return ""
}
