package pages

import (
	"io"

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
	p.put(`<h1>`).text(p.say.Page.Thanks).put(`</h1><p>`)
	third := q.Ask.Third(g.Score)
	if g.Thanks.Words != "" {
		p.own(g.Thanks)
	} else {
		p.phrase([...]words.Phrase{p.say.Page.Better, p.say.Page.Noted, p.say.Page.Glad}[third])
	}
	p.put(`</p><p class="given">`).text(p.say.Page.Answer).put(` <strong>`)
	p.score(q, g.Score)
	p.put(`</strong></p>`)
	if g.Heard {
		p.put(`<p role="status" class="heard">`)
		p.phrase(p.say.Page.Heard)
		p.put(`</p>`)
	} else {
		label := g.Follow
		if label.Words == "" {
			label = p.usual([...]words.Phrase{p.say.Page.WhyLow, p.say.Page.WhyMid, p.say.Page.WhyHigh}[third])
		}
		p.comment(label, g)
	}
	p.review(l)
	p.change(q, g)
	return p.put(`</main>`).to(w)
}

// usual is a phrase of the page's own language.
func (p *dressed) usual(w words.Phrase) Said { return Said{w.With("brand", p.brand), p.say.Lang} }

// form begins a form that sends page back.
func (p *dressed) form(page string) *page {
	return p.put(`<form method="post" action="?" autocomplete="off">`).hidden(page)
}

// hidden is the field of that.
func (p *page) hidden(page string) *page {
	return p.put(`<input type="hidden" name="page" value="`).text(page).put(`">`)
}

// comment asks for words. It needs no script: the answer stands already.
func (p *dressed) comment(label Said, g Given) {
	p.form(g.Page)
	p.fields(label, p.say.Page.Optional, g, "")
	p.put(`<button>`).text(p.say.Page.SendWhy).put(`</button></form>`)
}

// vouched asks for words that make an answer of what nobody vouched for yet.
// Where a script runs it tells whether a person sends them. What stands under
// them may be "".
func (p *dressed) vouched(label Said, under words.Phrase, g Given) {
	p.put(`<div class="words">`)
	p.fields(label, under, g, apart)
	p.put(`<button type="button" class="live" data-sends="words" data-page="`).text(g.Page).put(`">`).text(p.say.Page.SendWhy).put(`</button><noscript><form id="words" method="post" action="?" autocomplete="off">`)
	p.hidden(g.Page).put(`</form><button form="words">`).text(p.say.Page.SendWhy).put(`</button></noscript></div>`)
}

// fields are what of a comment is filled in.
func (p *dressed) fields(label Said, under words.Phrase, g Given, form markup) {
	p.put(`<label for="why">`)
	p.own(label)
	p.put(`</label><textarea id="why" name="comment" rows="4" required maxlength="`).num(maxComment)
	p.put(`"`).put(form).when(under != "", ` aria-describedby="if"`).put(`></textarea>`)
	if under != "" {
		p.put(`<p id="if" class="soft">`)
		p.phrase(under)
		p.put(`</p>`)
	}
	if g.Quote {
		p.put(`<label class="tick"><input type="checkbox" name="quote" value="yes"`).put(form).put(`><span>`)
		p.phrase(p.say.Page.Quote)
		p.put(`</span></label>`)
	}
	p.trap(form)
}

// review is the way to a public review, for whoever wants it.
func (p *dressed) review(l Look) {
	if l.Brand.Review == "" {
		return
	}
	p.put(`<p class="review"><a rel="noreferrer" href="`).text(l.Brand.Review).put(`">`)
	p.phrase(p.say.Page.Review)
	p.put(`</a></p>`)
}

// change opens the scale once more.
func (p *dressed) change(q Question, g Given) {
	p.put(`<details><summary>`).text(p.say.Page.Change).put(`</summary>`)
	p.form(g.Page).put(`<fieldset><legend class="away">`).text(p.say.Page.Change).put(`</legend>`)
	p.scale(q, g.Score, "")
	p.put(`</fieldset><button>`)
	p.send(q, p.say.Page.SendNew)
	p.put(`</button></form></details>`)
}
