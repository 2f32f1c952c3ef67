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
	Answers   template.HTML     // each with its link
	Plain     string            // the same in the plain text
	Across    int               // of all in one row in px, where they need two on a phone
	Low, High string            // what the ends mean; "" where each answer says it itself
	ByLow     template.HTMLAttr // how that is read
	ByHigh    template.HTMLAttr

	tiles        []tile
	around, cell string            // attributes of a tile's table, and of its cell
	looks        template.HTMLAttr // of its link
}

// tile is one answer.
type tile struct {
	digits string
	face   string            // a smiley or a thumb; "" for a number
	shown  string            // its number, or its name
	heard  string            // what a screen reader says; "" for what is shown
	meant  string            // what stands in the plain text; "" where the number says it
	tongue template.HTMLAttr // how what is shown is read
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
	s := &scale{tiles: make([]tile, high-low+1), Low: t.end(low, q.Low), High: t.end(high, q.High), ByLow: t.tongue(p.Low), ByHigh: t.tongue(p.High)}
	s.dress(l, faces)
	for k := range s.tiles {
		n := low + k
		digits := strconv.Itoa(n)
		made := tile{digits: digits, shown: digits, heard: t.say.Score.With("score", digits)}
		meaning := t.meaning(n, q, faces)
		if meaning != "" {
			made.heard += ", " + meaning
		}
		if faces {
			made.face = Faces[n-1] + emoji
			made.meant = t.end(n, made.face+" "+meaning)
		}
		s.tiles[k] = made
	}
	s.write(t.Links.Survey)
	return s
}

// thumbs is two answers, each with its name.
func (t *told) thumbs(l *letter) *scale {
	s := &scale{tiles: make([]tile, 2)}
	s.dress(l, true)
	names, ends := t.say.Thumbs, []surveys.Text{t.Program.Low, t.Program.High}
	for k, own := range ends {
		if name := t.own(own); name != "" {
			names[k] = name
		}
	}
	low, high := t.Program.Ask.Range()
	for k, n := range []int{low, high} {
		face := Thumbs[k] + emoji
		s.tiles[k] = tile{digits: strconv.Itoa(n), face: face, shown: names[k], meant: t.end(n, face+" "+names[k]), tongue: t.tongue(ends[k])}
	}
	s.write(t.Links.Survey)
	return s
}

// dress says how the answers look.
func (s *scale) dress(l *letter, faces bool) {
	count := len(s.tiles)
	width := map[int]int{11: eleven, 7: seven}[count]
	w, share := strconv.Itoa(width), `width="`+strconv.Itoa(100/count)+`%"`
	switch {
	case faces:
		s.cell, s.looks = share+` height="72"`, l.Paint.Face()
	case width == 0:
		s.cell, s.looks = share+` height="48" `+string(l.Paint.Cell), l.Paint.Link("", "")
	default:
		s.Across = count * (width + gap)
		s.around = `class="of` + strconv.Itoa(count) + `" align="` + l.Start + `"`
		s.cell = `class="tile" width="` + w + `" height="48" ` + string(l.Paint.Cell)
		s.looks = l.Paint.Link(" press", " width:"+w+"px;")
	}
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
