package pages

import (
	"strings"

	"heed/shared/heed"
	"heed/shared/markup"
	"heed/shared/surveys"
	"heed/shared/words"
)

// A Question is what a program asks, and how its answers are shown.
type Question struct {
	Ask       heed.Ask
	Style     surveys.Style // "" for numbers
	Own       Said          // the program's own words; none for the usual ones
	Agent     string        // who helped, where the usual words are to name them; "" for nobody
	Low, High Said          // what the ends of the scale mean; none for the usual words
}

// Said is a team's own words, and their language (BCP 47), "" where nobody told
// it.
type Said struct{ Words, Lang string }

// own adds a team's words. Where they are in another language than the page, or
// nobody knows in which, they are read as they are, and not as the page is.
func (p *dressed) own(s Said) {
	if strings.EqualFold(s.Lang, p.say.Lang) {
		p.Text(s.Words)
		return
	}
	p.Put(`<span`)
	p.tongue(s).Put(`>`).Text(s.Words).Put(`</span>`)
}

// tongue adds the attributes that say how words are read.
func (p *dressed) tongue(s Said) *markup.Page {
	if s.Lang != "" {
		p.Put(` lang="`).Text(s.Lang).Put(`"`)
	}
	return p.Put(` dir="`).Text(words.Dir(s.Lang)).Put(`"`)
}

// None is the chosen score while none is chosen.
const None = heed.None

// scores lists what can be chosen, the lowest first.
func (q Question) scores() (list []int) {
	low, high := q.Ask.Range()
	for n := low; n <= high; n++ {
		if q.Style != surveys.Thumbs || n == low || n == high {
			list = append(list, n)
		}
	}
	return list
}

// holds reports whether a score can be chosen.
func (q Question) holds(score int) bool {
	low, high := q.Ask.Range()
	return q.Ask.Holds(score) && (q.Style != surveys.Thumbs || score == low || score == high)
}

// ask adds the question itself.
func (p *dressed) ask(q Question) {
	usual := p.say.Question(q.Ask)
	switch {
	case q.Own.Words != "":
		p.own(q.Own)
	case q.Agent != "" && usual.Agent != "":
		p.Text(usual.Agent.With("brand", p.brand, "agent", q.Agent))
	default:
		p.phrase(usual.Text)
	}
}

// ends are what the lowest and the highest score mean.
func (p *dressed) ends(q Question) (low, high Said) {
	usual := p.say.Question(q.Ask)
	if low = q.Low; low.Words == "" {
		low = Said{usual.Low, p.say.Lang}
	}
	if high = q.High; high.Words == "" {
		high = Said{usual.High, p.say.Lang}
	}
	return low, high
}

// name is what a face or a thumb means; "" for a number, which says it itself.
func (p *dressed) name(q Question, score int) string {
	switch low, high := q.Ask.Range(); {
	case q.Style == surveys.Smileys && q.Ask == heed.CSAT && q.Ask.Holds(score):
		return p.say.Faces[score-low]
	case q.Style == surveys.Thumbs && score == low:
		return p.say.Thumbs[0]
	case q.Style == surveys.Thumbs && score == high:
		return p.say.Thumbs[1]
	}
	return ""
}
