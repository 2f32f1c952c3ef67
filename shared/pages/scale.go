package pages

import (
	"strconv"
	"strings"

	"heed/shared/heed"
	"heed/shared/markup"
	"heed/shared/surveys"
)

// scale is the row of answers, as radio buttons, and what its ends mean.
// Whoever comes from the mail finds the chosen one under the Enter key. The
// attribute form is of every radio button.
func (p *dressed) scale(q Question, chosen int, form markup.Markup) {
	list := q.scores()
	p.Put(`<div class="scale n`).Num(len(list)).When(pictured(q), ` drawn`).Put(`">`)
	p.decoy(form)
	for _, n := range list {
		p.Put(`<label><input type="radio" name="score" required value="`).Num(n).Put(`"`).Put(form)
		p.When(n == chosen, ` checked`).When(n == chosen && form != "", ` autofocus`)
		p.Put(`><span>`)
		p.score(q, n)
		p.Put(`</span></label>`)
	}
	p.decoy(form)
	p.Put(`</div>`)
	if q.Style == surveys.Thumbs {
		return // both have their name under them
	}
	low, high := p.ends(q)
	p.Put(`<p class="ends soft">`)
	p.end(q, list[0], low)
	p.Put(` `)
	p.end(q, list[len(list)-1], high)
	p.Put(`</p>`)
}

// decoy is a choice that nobody sees, before the first and after the last: what
// chooses without looking chooses one of these, which is no answer.
func (p *dressed) decoy(form markup.Markup) {
	if form != "" {
		p.Put(`<input type="radio" name="score" value="-" class="none" tabindex="-1" aria-hidden="true"`).Put(form).Put(`>`)
	}
}

// end is what an end of the scale means, with its number where numbers show.
func (p *dressed) end(q Question, score int, label Said) {
	p.Put(`<span`)
	if !strings.EqualFold(label.Lang, p.say.Lang) {
		p.tongue(label)
	}
	p.Put(`>`)
	if pictured(q) {
		p.Text(label.Words)
	} else {
		p.Text(p.say.End.With("score", strconv.Itoa(score), "label", label.Words))
	}
	p.Put(`</span>`)
}

// score is one answer as it is shown: its number, or its picture with its name.
func (p *dressed) score(q Question, n int) {
	if !pictured(q) {
		p.Num(n)
		return
	}
	p.picture(n).Put(`<b>`).Text(p.name(q, n)).Put(`</b>`)
}

// send is what stands on the button. It has every answer, and the style sheet
// shows the one that is chosen; a browser that can't do this shows none.
func (p *dressed) send(q Question, label string) {
	p.Text(label)
	for _, n := range q.scores() {
		p.Put(`<span class="v`).Num(n).Put(`"> `)
		if pictured(q) {
			p.picture(n).Put(`<b class="away">`).Text(p.name(q, n)).Put(`</b>`)
		} else {
			p.Num(n)
		}
		p.Put(`</span>`)
	}
}

// pictured reports whether answers are faces or thumbs.
func pictured(q Question) bool {
	return q.Ask == heed.CSAT && (q.Style == surveys.Smileys || q.Style == surveys.Thumbs)
}

// picture is the drawing of an answer. Its name stands beside it.
func (p *dressed) picture(n int) *markup.Page {
	return p.Put(`<svg aria-hidden="true" focusable="false"><use href="#d`).Num(n).Put(`"/></svg>`)
}

// drawings are the pictures, once in a page.
func (p *dressed) drawings(q Question) {
	if !pictured(q) {
		return
	}
	p.Put(`<svg class="away" aria-hidden="true" focusable="false">`)
	for _, n := range q.scores() {
		p.Put(`<symbol id="d`).Num(n).Put(`" viewBox="0 0 24 24">`)
		if q.Style == surveys.Thumbs {
			p.Put(thumbs[n > 1])
		} else {
			p.Put(`<circle cx="12" cy="12" r="10"/><path d="M8.5 9v1M15.5 9v1"/>`).Put(mouths[n-1])
		}
		p.Put(`</symbol>`)
	}
	p.Put(`</svg>`)
}

// The mouths of the five faces, the saddest first, and the two thumbs, down
// and up. They are drawn in lines, in the colour of the text around.
var (
	mouths = [5]markup.Markup{
		`<path d="M7.6 17.2c.8-2.3 2.4-3.4 4.4-3.4s3.6 1.1 4.4 3.4"/>`,
		`<path d="M8.5 16.3c.9-1 2.1-1.5 3.5-1.5s2.6.5 3.5 1.5"/>`,
		`<path d="M8.5 15.5h7"/>`,
		`<path d="M8.5 14.7c.9 1 2.1 1.5 3.5 1.5s2.6-.5 3.5-1.5"/>`,
		`<path d="M7.2 13.5c.8 2.4 2.6 3.8 4.8 3.8s4-1.4 4.8-3.8z"/>`,
	}
	thumbs = map[bool]markup.Markup{
		false: `<path d="M7 14V4.5h9.2a2 2 0 0 1 2 1.6l1.2 5.6a2 2 0 0 1-2 2.3H13.5l.8 4a2 2 0 0 1-3.7 1.3zM7 14H4V4.5h3"/>`,
		true:  `<path d="M7 10v9.5h9.2a2 2 0 0 0 2-1.6l1.2-5.6a2 2 0 0 0-2-2.3H13.5l.8-4a2 2 0 0 0-3.7-1.3zM7 10H4v9.5h3"/>`,
	}
)
