package pages

import (
	"strconv"
	"strings"

	"heed/shared/heed"
	"heed/shared/surveys"
)

// scale is the row of answers, as radio buttons, and what its ends mean.
// Whoever comes from the mail finds the chosen one under the Enter key. The
// attribute form is of every radio button.
func (p *dressed) scale(q Question, chosen int, form markup) {
	list := q.scores()
	p.put(`<div class="scale n`).num(len(list)).when(pictured(q), ` drawn`).put(`">`)
	p.decoy(form)
	for _, n := range list {
		p.put(`<label><input type="radio" name="score" required value="`).num(n).put(`"`).put(form)
		p.when(n == chosen, ` checked`).when(n == chosen && form != "", ` autofocus`)
		p.put(`><span>`)
		p.score(q, n)
		p.put(`</span></label>`)
	}
	p.decoy(form)
	p.put(`</div>`)
	if q.Style == surveys.Thumbs {
		return // both have their name under them
	}
	low, high := p.ends(q)
	p.put(`<p class="ends soft">`)
	p.end(q, list[0], low)
	p.put(` `)
	p.end(q, list[len(list)-1], high)
	p.put(`</p>`)
}

// decoy is a choice that nobody sees, before the first and after the last: what
// chooses without looking chooses one of these, which is no answer.
func (p *dressed) decoy(form markup) {
	if form != "" {
		p.put(`<input type="radio" name="score" value="-" class="none" tabindex="-1" aria-hidden="true"`).put(form).put(`>`)
	}
}

// end is what an end of the scale means, with its number where numbers show.
func (p *dressed) end(q Question, score int, label Said) {
	p.put(`<span`)
	if !strings.EqualFold(label.Lang, p.say.Lang) {
		p.tongue(label)
	}
	p.put(`>`)
	if pictured(q) {
		p.text(label.Words)
	} else {
		p.text(p.say.End.With("score", strconv.Itoa(score), "label", label.Words))
	}
	p.put(`</span>`)
}

// score is one answer as it is shown: its number, or its picture with its name.
func (p *dressed) score(q Question, n int) {
	if !pictured(q) {
		p.num(n)
		return
	}
	p.picture(n).put(`<b>`).text(p.name(q, n)).put(`</b>`)
}

// send is what stands on the button. It has every answer, and the style sheet
// shows the one that is chosen; a browser that can't do this shows none.
func (p *dressed) send(q Question, label string) {
	p.text(label)
	for _, n := range q.scores() {
		p.put(`<span class="v`).num(n).put(`"> `)
		if pictured(q) {
			p.picture(n).put(`<b class="away">`).text(p.name(q, n)).put(`</b>`)
		} else {
			p.num(n)
		}
		p.put(`</span>`)
	}
}

// pictured reports whether answers are faces or thumbs.
func pictured(q Question) bool {
	return q.Ask == heed.CSAT && (q.Style == surveys.Smileys || q.Style == surveys.Thumbs)
}

// picture is the drawing of an answer. Its name stands beside it.
func (p *dressed) picture(n int) *page {
	return p.put(`<svg aria-hidden="true" focusable="false"><use href="#d`).num(n).put(`"/></svg>`)
}

// drawings are the pictures, once in a page.
func (p *dressed) drawings(q Question) {
	if !pictured(q) {
		return
	}
	p.put(`<svg class="away" aria-hidden="true" focusable="false">`)
	for _, n := range q.scores() {
		p.put(`<symbol id="d`).num(n).put(`" viewBox="0 0 24 24">`)
		if q.Style == surveys.Thumbs {
			p.put(thumbs[n > 1])
		} else {
			p.put(`<circle cx="12" cy="12" r="10"/><path d="M8.5 9v1M15.5 9v1"/>`).put(mouths[n-1])
		}
		p.put(`</symbol>`)
	}
	p.put(`</svg>`)
}

// The mouths of the five faces, the saddest first, and the two thumbs, down
// and up. They are drawn in lines, in the colour of the text around.
var (
	mouths = [5]markup{
		`<path d="M7.6 17.2c.8-2.3 2.4-3.4 4.4-3.4s3.6 1.1 4.4 3.4"/>`,
		`<path d="M8.5 16.3c.9-1 2.1-1.5 3.5-1.5s2.6.5 3.5 1.5"/>`,
		`<path d="M8.5 15.5h7"/>`,
		`<path d="M8.5 14.7c.9 1 2.1 1.5 3.5 1.5s2.6-.5 3.5-1.5"/>`,
		`<path d="M7.2 13.5c.8 2.4 2.6 3.8 4.8 3.8s4-1.4 4.8-3.8z"/>`,
	}
	thumbs = map[bool]markup{
		false: `<path d="M7 14V4.5h9.2a2 2 0 0 1 2 1.6l1.2 5.6a2 2 0 0 1-2 2.3H13.5l.8 4a2 2 0 0 1-3.7 1.3zM7 14H4V4.5h3"/>`,
		true:  `<path d="M7 10v9.5h9.2a2 2 0 0 0 2-1.6l1.2-5.6a2 2 0 0 0-2-2.3H13.5l.8-4a2 2 0 0 0-3.7-1.3zM7 10H4v9.5h3"/>`,
	}
)
