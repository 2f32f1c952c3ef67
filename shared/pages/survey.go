package pages

import (
	"io"
	"strconv"

	"heed/shared/heed"
)

// A Question is what a program asks.
type Question struct {
	Ask heed.Ask
	Own string // the program's own words; "" for the usual ones
}

// None is the chosen score while none is chosen.
const None = -1

// Survey is the question with its scale. A chosen score stands ready and one
// press sends it; until then nothing is recorded. One that the question
// doesn't have, None above all, chooses nothing.
//
// The form posts score to the page's own path, and edit, 16 hexadecimal
// digits: pressed twice it is the same person's.
func Survey(w io.Writer, l Look, q Question, chosen int, edit [8]byte) error {
	p := l.begin()
	hint := p.say.Page.Choose
	if q.Ask.Holds(chosen) {
		hint = p.say.Page.Confirm
	}
	p.form(edit).put(`<fieldset aria-describedby="hint ends"><legend><h1>`)
	if q.Own != "" {
		p.text(q.Own)
	} else {
		p.phrase(p.say.Question(q.Ask).Text)
	}
	p.put(`</h1></legend><p id="hint" class="soft">`).text(hint).put(`</p>`)
	p.scale(q.Ask, chosen, true)
	p.put(`</fieldset>`)
	p.send(q.Ask, p.say.Page.Send)
	p.put(`</form></main>`)
	return p.to(w)
}

// scale is the row of numbers, as radio buttons, and what its ends mean.
// Whoever comes from the mail finds the chosen one under the Enter key.
func (p *dressed) scale(ask heed.Ask, chosen int, focus bool) {
	low, high := ask.Range()
	q := p.say.Question(ask)
	p.put(`<div class="scale n`).num(high - low + 1).put(`">`)
	for n := low; n <= high; n++ {
		p.put(`<label><input type="radio" name="score" required value="`).num(n).put(`"`)
		p.when(n == chosen, ` checked`).when(n == chosen && focus, ` autofocus`)
		p.put(`><span>`).num(n).put(`</span></label>`)
	}
	p.put(`</div><p id="ends" class="ends soft"><span>`).text(end(p, low, q.Low))
	p.put(`</span> <span>`).text(end(p, high, q.High)).put(`</span></p>`)
}

func end(p *dressed, score int, label string) string {
	return p.say.End.With("score", strconv.Itoa(score), "label", label)
}

// send is the button. It names every score, and the style sheet shows the one
// that is chosen; a browser that can't do this shows none.
func (p *dressed) send(ask heed.Ask, label string) {
	p.put(`<button>`).text(label)
	low, high := ask.Range()
	for n := low; n <= high; n++ {
		p.put(`<span class="v`).num(n).put(`"> `).num(n).put(`</span>`)
	}
	p.put(`</button>`)
}
