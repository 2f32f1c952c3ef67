package pages

import (
	"io"

	"heed/shared/markup"
	"heed/shared/words"
)

// Given is an answer as it stands.
type Given struct {
	Score  int
	Page   string // what the page's forms send back as page
	Heard  bool   // a comment came with it, and isn't asked for again
	Quote  bool   // the comment's giver is asked whether it may be published
	Thanks Said   // the program's own words under the thanks; none for the usual ones
	Follow Said   // the program's own label of the comment; none for the usual one
}

// maxComment is how many characters of a comment the page takes. It counts as
// browsers do, in UTF-16; whoever takes the comment clips it again.
const maxComment = 2000

// Thanks follows an answer. It asks for the reason, and lets the answer be
// changed: both forms post to the page's own path, with page, reference and
// either comment, with quote=yes where it may be published, or score.
//
// The public review is offered whatever the score: offering it only to the
// happy would be review gating, which 16 CFR 465 forbids.
func Thanks(w io.Writer, l Look, q Question, g Given) error {
	p := l.begin()
	p.drawings(q)
	p.Put(`<h1>`).Text(p.say.Page.Thanks).Put(`</h1><p>`)
	third := q.Ask.Third(g.Score)
	if g.Thanks.Words != "" {
		p.own(g.Thanks)
	} else {
		p.phrase([...]words.Phrase{p.say.Page.Better, p.say.Page.Noted, p.say.Page.Glad}[third])
	}
	p.Put(`</p><p class="given">`).Text(p.say.Page.Answer).Put(` <strong>`)
	p.score(q, g.Score)
	p.Put(`</strong></p>`)
	if g.Heard {
		p.Put(`<p role="status" class="heard">`)
		p.phrase(p.say.Page.Heard)
		p.Put(`</p>`)
	} else {
		label := g.Follow
		if label.Words == "" {
			label = p.usual([...]words.Phrase{p.say.Page.WhyLow, p.say.Page.WhyMid, p.say.Page.WhyHigh}[third])
		}
		p.comment(label, g)
	}
	p.review(l)
	p.change(q, g)
	return p.Put(`</main>`).To(w)
}

// usual is a phrase of the page's own language.
func (p *dressed) usual(w words.Phrase) Said { return Said{w.With("brand", p.brand), p.say.Lang} }

// form begins a form that sends page back.
func (p *dressed) form(page string) *markup.Page {
	p.Put(`<form method="post" action="?" autocomplete="off">`)
	return p.hidden(page)
}

// hidden is the field of that.
func (p *dressed) hidden(page string) *markup.Page {
	return p.Put(`<input type="hidden" name="page" value="`).Text(page).Put(`">`)
}

// comment asks for words. It needs no script: the answer stands already.
func (p *dressed) comment(label Said, g Given) {
	p.form(g.Page)
	p.fields(label, p.say.Page.Optional, g, "")
	p.Put(`<button>`).Text(p.say.Page.SendWhy).Put(`</button></form>`)
}

// vouched asks for words that make an answer of what nobody vouched for yet.
// Where a script runs it tells whether a person sends them. What stands under
// them may be "".
func (p *dressed) vouched(label Said, under words.Phrase, g Given) {
	p.Put(`<div class="words">`)
	p.fields(label, under, g, apart)
	p.Put(`<button type="button" class="live" data-sends="words" data-page="`).Text(g.Page).Put(`">`).Text(p.say.Page.SendWhy).Put(`</button><noscript><form id="words" method="post" action="?" autocomplete="off">`)
	p.hidden(g.Page).Put(`</form><button form="words">`).Text(p.say.Page.SendWhy).Put(`</button></noscript></div>`)
}

// fields are what of a comment is filled in.
func (p *dressed) fields(label Said, under words.Phrase, g Given, form markup.Markup) {
	p.Put(`<label for="why">`)
	p.own(label)
	p.Put(`</label><textarea id="why" name="comment" rows="4" required maxlength="`).Num(maxComment)
	p.Put(`"`).Put(form).When(under != "", ` aria-describedby="if"`).Put(`></textarea>`)
	if under != "" {
		p.Put(`<p id="if" class="soft">`)
		p.phrase(under)
		p.Put(`</p>`)
	}
	if g.Quote {
		p.Put(`<label class="tick"><input type="checkbox" name="quote" value="yes"`).Put(form).Put(`><span>`)
		p.phrase(p.say.Page.Quote)
		p.Put(`</span></label>`)
	}
	p.trap(form)
}

// review is the way to a public review, for whoever wants it.
func (p *dressed) review(l Look) {
	if l.Brand.Review == "" {
		return
	}
	p.Put(`<p class="review"><a rel="noreferrer" href="`).Text(l.Brand.Review).Put(`">`)
	p.phrase(p.say.Page.Review)
	p.Put(`</a></p>`)
}

// change opens the scale once more.
func (p *dressed) change(q Question, g Given) {
	p.Put(`<details><summary>`).Text(p.say.Page.Change).Put(`</summary>`)
	p.form(g.Page).Put(`<fieldset><legend class="away">`).Text(p.say.Page.Change).Put(`</legend>`)
	p.scale(q, g.Score, "")
	p.Put(`</fieldset><button>`)
	p.send(q, p.say.Page.SendNew)
	p.Put(`</button></form></details>`)
}
