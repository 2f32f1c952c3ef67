package pages

import (
	"encoding/hex"
	"io"
)

// Given is an answer as it stands.
type Given struct {
	Score int
	Edit  [8]byte // lets whoever was shown this page change the answer
	Heard bool    // a comment came with it, and isn't asked for again
}

// maxComment is how many characters of a comment the page takes. It counts as
// browsers do, in UTF-16; whoever takes the comment clips it again.
const maxComment = 2000

// Thanks follows an answer. It asks for the reason, and lets the answer be
// changed: both forms post to the page's own path, with edit, 16 hexadecimal
// digits, and either comment or score.
func Thanks(w io.Writer, l Look, q Question, g Given) error {
	p := l.begin()
	p.put(`<h1>`).text(p.say.Page.Thanks).put(`</h1><p class="given">`).text(p.say.Page.Answer)
	p.put(` <strong>`).num(g.Score).put(`</strong></p>`)
	if g.Heard {
		p.put(`<p role="status">`)
		p.phrase(p.say.Page.Heard)
		p.put(`</p>`)
	} else {
		p.why(g)
	}
	p.put(`<details><summary>`).text(p.say.Page.Change).put(`</summary>`)
	p.form(g.Edit).put(`<fieldset aria-describedby="ends"><legend class="away">`).text(p.say.Page.Change).put(`</legend>`)
	p.scale(q.Ask, g.Score, false)
	p.put(`</fieldset>`)
	p.send(q.Ask, p.say.Page.SendNew)
	p.put(`</form></details></main>`)
	return p.to(w)
}

// form begins a form whose sender is known again by edit.
func (p *dressed) form(edit [8]byte) *page {
	return p.put(`<form method="post" action="?" autocomplete="off"><input type="hidden" name="edit" value="`).
		text(hex.EncodeToString(edit[:])).put(`">`)
}

// why asks for the comment.
func (p *dressed) why(g Given) {
	p.form(g.Edit).put(`<label for="why">`)
	p.phrase(p.say.Page.WhyMid)
	p.put(`</label><textarea id="why" name="comment" rows="5" required aria-describedby="if" maxlength="`).num(maxComment)
	p.put(`"></textarea><p id="if" class="soft">`)
	p.phrase(p.say.Page.Optional)
	p.put(`</p><button>`).text(p.say.Page.SendWhy).put(`</button></form>`)
}
