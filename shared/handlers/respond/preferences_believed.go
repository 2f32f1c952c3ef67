package respond

import (
	"io"
	"net/http"
	"net/url"

	"heed/shared/heed"
	"heed/shared/pages"
	"heed/shared/token"
)

// A wish is one thing that can be wanted on the preferences pages, by a number
// that stands in pages that ask for it once more: append, never renumber.
type wish struct {
	number int
	field  pages.Field
	once   token.Sheet // the page that it is first sent from
	more   token.Sheet // the page that asks for it once more
}

func chooses(often heed.Often) wish {
	return wish{1 + int(often), pages.OftenField, token.Choosing, token.Rechoosing}
}

func wishes(kind heed.FurtherKind) wish {
	return wish{10 + int(kind), pages.MailField, token.Choosing, token.Rechoosing}
}

var deletes = wish{20, pages.DeleteField, token.Deleting, token.Redeleting}

// believe does what is wished for if a person does, as far as can be told. What
// comes with a page of ours out of the browser that it was shown in, and with a
// script's word that a person pressed, is done. Where only the script or the
// cookie is missing it is asked for once more, on a page where nothing is chosen,
// and done if the same comes from there a while later: that is another act than
// to send whatever form there is. All else is refused.
func (v *visit) believe(form url.Values, w wish, do func()) {
	who, err := v.visitor(form.Get("page"))
	if err != nil {
		v.trouble(err)
		return
	}
	p := pressing{form: form, header: v.r.Header, who: who, sent: v.row.Invitation, now: v.now}
	const soft = heed.Unscripted | heed.NoCookie
	evidence, sheet, age := p.evidence(), who.page.Sheet, v.now.Sub(who.page.Shown)
	switch {
	case evidence&^soft != 0, sheet != w.once && sheet != w.more, age > remembered, w == deletes && v.linked():
		v.refuse(w)
	case sheet == w.once && evidence == 0,
		sheet == w.more && who.sure() && age >= pause && who.page.Chosen == w.number:
		do()
	default:
		v.once(w, who)
	}
}

// linked reports whether a link of an hour was mailed only a moment ago: nobody
// has opened it yet.
func (v *visit) linked() bool {
	p := pressing{now: v.now}
	for _, f := range v.row.Invitation.Further {
		if link := f.Kind == heed.ForgetLink || f.Kind == heed.ExportLink; link && p.just(f.Sent, f.Claimed) {
			return true
		}
	}
	return false
}

// once asks for a wish once more. Whoever shows no cookie has the page handed
// over.
func (v *visit) once(w wish, who visitor) {
	page := v.sign(token.Page{Visit: who.visit, Sheet: w.more, Handed: !who.cookie, Chosen: w.number})
	v.own(http.StatusOK, func(to io.Writer) error { return pages.OnceMore(to, v.dress(), w.field, page) })
}

// refuse shows the page anew, and says that nothing was done.
func (v *visit) refuse(w wish) {
	if w == deletes {
		v.ask(http.StatusBadRequest)
		return
	}
	v.choices(http.StatusBadRequest)
}
