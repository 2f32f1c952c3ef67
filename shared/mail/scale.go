package mail

import (
	"html/template"
	"strconv"

	"heed/shared/heed"
	"heed/shared/surveys"
	"heed/shared/words"
)

// scale is the answers to choose from, lowest first, and what all of them have
// in common.
type scale struct {
	Tiles     []tile
	Count     int
	Across    int               // of all in one row in px, where they need two on a phone
	Around    template.HTMLAttr // of a tile's table
	Cell      template.HTMLAttr // of its cell
	looks     template.HTMLAttr // of its link
	Low, High string            // what the ends mean; "" where each answer says it itself
}

// tile is one answer and its link.
type tile struct {
	URL   string
	Link  template.HTMLAttr // the same, what a screen reader says and how it looks
	N     int
	Face  string // a smiley or a thumb; "" for a number
	Shown string // its number, or its name
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

// Numbers that need two rows on a phone are at least 44 px wide and 4 px from
// their neighbour: eleven fill the letter's 528 px in one row and 288 px, all
// that a screen of 320 leaves, in two; so do seven, of which four go in a row
// there.
const (
	gap    = 4
	eleven = 44
	seven  = 68
)

// scale sets out the answers in the letter's colours.
func (t *told) scale(q words.Question, l *letter) *scale {
	p := t.Program
	if p.Ask == heed.CSAT && p.Style == surveys.Thumbs {
		return t.thumbs(l)
	}
	low, high := p.Ask.Range()
	faces := p.Ask == heed.CSAT && p.Style == surveys.Smileys
	s := &scale{Tiles: make([]tile, 0, high-low+1), Count: high - low + 1, Low: t.end(low, q.Low), High: t.end(high, q.High)}
	s.dress(l, faces)
	for n := low; n <= high; n++ {
		made := t.tile(n)
		heard := t.say.Score.With("score", made.Shown)
		meaning := t.meaning(n, q, faces)
		if meaning != "" {
			heard += ", " + meaning
		}
		made.link(heard, s.looks)
		if faces {
			made.Face = Faces[n-1] + emoji
			made.Meant = t.end(n, made.Face+" "+meaning)
		}
		s.Tiles = append(s.Tiles, made)
	}
	return s
}

// thumbs is two answers, each with its name.
func (t *told) thumbs(l *letter) *scale {
	s := &scale{Count: 2}
	s.dress(l, true)
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
		made.link("", s.looks)
		made.Meant = t.end(n, made.Face+" "+names[k])
		s.Tiles = append(s.Tiles, made)
	}
	return s
}

// dress says how the answers look. That is put together here, once, since most
// of the time that a mail takes goes into what html/template checks, for each of
// eleven; and here is nothing to check but the colours, which are.
func (s *scale) dress(l *letter, faces bool) {
	width := map[int]int{11: eleven, 7: seven}[s.Count]
	w, share := strconv.Itoa(width), `width="`+strconv.Itoa(100/s.Count)+`%"`
	switch {
	case faces:
		s.Cell, s.looks = template.HTMLAttr(share+` height="72"`), l.Paint.Face()
	case width == 0:
		s.Cell, s.looks = template.HTMLAttr(share+` height="48" `)+l.Paint.Cell, l.Paint.Link("", "")
	default:
		s.Across = s.Count * (width + gap)
		s.Around = template.HTMLAttr(`class="of` + strconv.Itoa(s.Count) + `" align="` + l.Start + `"`)
		s.Cell = template.HTMLAttr(`class="tile" width="`+w+`" height="48" `) + l.Paint.Cell
		s.looks = l.Paint.Link(" press", " width:"+w+"px;")
	}
}

func (t *told) tile(n int) tile {
	digits := strconv.Itoa(n)
	return tile{N: n, URL: t.Links.Survey + "?score=" + digits, Shown: digits}
}

// link makes the tile's link, which says heard to whoever can't see what is
// shown, unless that is "". The URL is checked: see leads.
func (t *tile) link(heard string, looks template.HTMLAttr) {
	attributes := `href="` + template.HTMLEscapeString(t.URL) + `" `
	if heard != "" {
		attributes += `aria-label="` + template.HTMLEscapeString(heard) + `" `
	}
	t.Link = template.HTMLAttr(attributes) + looks
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
