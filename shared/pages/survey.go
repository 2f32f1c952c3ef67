package pages

import (
	"io"

	"heed/shared/markup"
	"heed/shared/words"
)

// Survey is the question with its scale. A chosen score stands ready and one
// press sends it; until then nothing is recorded. One that can't be chosen,
// None above all, chooses nothing.
//
// As long as scripts run there is no form for a machine to post: the page's own
// script makes it of what a person pressed. It posts to the page's own path
//
//	score      the number
//	page       as it was given
//	from       script
//	trusted    1 if the browser says that a person pressed what they could see
//	dwell      milliseconds that the page was seen before
//	quick      clicks and keys that followed another sooner than by hand
//	reference  what a machine wrote where no person sees a field
//
// Without scripts a plain form posts score, page and reference.
func Survey(w io.Writer, l Look, q Question, chosen int, page string) error {
	p := l.begin()
	p.drawings(q)
	hint := p.say.Page.Choose
	if q.holds(chosen) {
		hint = p.say.Page.Confirm
	}
	p.Put(`<fieldset aria-describedby="hint"><legend><h1>`)
	p.ask(q)
	p.Put(`</h1></legend><p id="hint" class="soft">`).Text(hint).Put(`</p>`)
	p.scale(q, chosen, sheet)
	p.Put(`</fieldset>`)
	p.press(q, page)
	return p.script().Put(`</main>`).To(w)
}

// Again asks for the same answer once more, or for words, where no script
// vouches for the first. Nothing is chosen. The scale posts what Survey does,
// the words are vouched for in the same way: where a script runs, no form holds
// them.
func Again(w io.Writer, l Look, q Question, page string, g Given) error {
	p := l.begin()
	p.drawings(q)
	p.notice(p.say.Page.Again)
	p.Put(`<fieldset><legend class="away">`)
	p.ask(q)
	p.Put(`</legend>`)
	p.scale(q, None, sheet)
	p.Put(`</fieldset>`)
	p.press(q, page)
	g.Page = page
	p.vouched(p.usual(words.Phrase(p.say.Page.AgainWhy)), p.say.Page.Optional, g)
	return p.script().Put(`</main>`).To(w)
}

// Which asks in words which of several answers was meant. None of them counts
// until they come, so none is shown.
func Which(w io.Writer, l Look, g Given) error {
	p := l.begin()
	say := p.say.Page.Which
	p.Put(`<h1>`)
	p.phrase(say.Title)
	p.Put(`</h1>`)
	p.alarm()
	p.vouched(p.usual(say.Text), "", g)
	return p.script().Put(`</main>`).To(w)
}

// press is the button of the scale, in both its kinds, and the field for
// machines.
func (p *dressed) press(q Question, page string) {
	p.trap(sheet)
	p.alarm().Put(`<button type="button" class="live" data-sends="score" data-page="`).Text(page).Put(`">`)
	p.send(q, p.say.Page.Send)
	p.Put(`</button><noscript><form id="sheet" method="post" action="?" autocomplete="off">`)
	p.hidden(page).Put(`</form><button form="sheet">`)
	p.send(q, p.say.Page.Send)
	p.Put(`</button></noscript>`)
}

// alarm is where the script says what is wrong.
func (p *dressed) alarm() *markup.Page {
	return p.Put(`<p id="alarm" class="alarm" role="alert" data-failed="`).Text(p.say.Page.Failed).
		Put(`" data-choose="`).Text(p.say.Page.Choose).Put(`"></p>`)
}

// script is the end of a page that has buttons for it.
func (p *dressed) script() *markup.Page {
	return p.Put(`<script>`).Put(markup.Markup(surveyJS)).Put(`</script>`)
}

// sheet and apart make a field belong to a form that is there only where no
// script runs: of the score, of the words.
const (
	sheet markup.Markup = ` form="sheet"`
	apart markup.Markup = ` form="words"`
)

// trap is a field that people neither see nor reach: a line beside the scale,
// room for more beside a comment, so that whatever fills one fills the other.
func (p *dressed) trap(form markup.Markup) {
	p.Put(`<p class="away" aria-hidden="true"><label>`).Text(p.say.Page.Trap)
	if form == sheet {
		p.Put(` <input name="reference" tabindex="-1" autocomplete="off"`).Put(form).Put(`></label></p>`)
		return
	}
	p.Put(` <textarea name="reference" tabindex="-1" autocomplete="off"`).Put(form).Put(`></textarea></label></p>`)
}
