package pages

import (
	"cmp"

	"heed/shared/heed"
	"heed/shared/surveys"
)

// A Question is what a program asks, and how its answers are shown.
type Question struct {
	Ask       heed.Ask
	Style     surveys.Style // "" for numbers
	Own       string        // the program's own words; "" for the usual ones
	Agent     string        // who helped, where the usual words are to name them; "" for nobody
	Low, High string        // what the ends of the scale mean; "" for the usual words
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
	case q.Own != "":
		p.text(q.Own)
	case q.Agent != "" && usual.Agent != "":
		p.text(usual.Agent.With("brand", p.brand, "agent", q.Agent))
	default:
		p.phrase(usual.Text)
	}
}

// ends are what the lowest and the highest score mean.
func (p *dressed) ends(q Question) (low, high string) {
	usual := p.say.Question(q.Ask)
	return cmp.Or(q.Low, usual.Low), cmp.Or(q.High, usual.High)
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
