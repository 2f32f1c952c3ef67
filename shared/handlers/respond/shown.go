package respond

import (
	"cmp"
	"io"

	"golang.org/x/text/language"

	"heed/shared/heed"
	"heed/shared/pages"
	"heed/shared/surveys"
	"heed/shared/token"
	vocabulary "heed/shared/words"
)

// page answers with a page. Some are drawn from the visit's row.
func (v *visit) page(status int, draw func(io.Writer) error) {
	v.headers()
	if err := packed(v.w, v.r, status, draw); err != nil {
		v.Log.Warn("page not sent whole", "cause", err.Error())
	}
}

func (v *visit) headers() { pages.Headers(v.w.Header(), v.dress().Brand) }

// dress is whose page it is, and in which language. What the browser prefers
// counts only where the customer is not known: they chose theirs, or their team
// did.
func (v *visit) dress() pages.Look {
	if v.row == nil || v.row.Invitation == nil {
		return pages.Look{Brand: v.Config.Brand, Locale: preferred(v.r.Header.Get("Accept-Language"))}
	}
	l := pages.Look{Brand: v.Config.Brand, Locale: v.row.Invitation.Locale}
	if p := v.program(); p != nil {
		l.Brand = p.Brand
	}
	return l
}

// preferred is the first of the languages that a browser asks for and that
// Heed speaks, "" if it is none.
func preferred(accept string) string {
	if len(accept) > 256 {
		return ""
	}
	tags, _, err := language.ParseAcceptLanguage(accept)
	if err != nil {
		return ""
	}
	for _, tag := range tags {
		if vocabulary.Known(tag.String()) {
			return tag.String()
		}
	}
	return ""
}

func (v *visit) program() *surveys.Program { return v.Config.Program(v.row.Program) }

func (v *visit) quoting() bool {
	p := v.program()
	return p != nil && p.Quote
}

// question is the program's, in the customer's words.
func (v *visit) question() pages.Question {
	q, p, i := pages.Question{Ask: v.row.Ask}, v.program(), v.row.Invitation
	if p == nil {
		return q
	}
	locale := cmp.Or(i.Locale, p.Brand.Locale)
	q.Style, q.Low, q.High = p.Style, v.filled(p.Low, locale), v.filled(p.High, locale)
	q.Own = v.filled(p.Question, locale)
	if p.Agent {
		q.Agent = vocabulary.Person(i.Agent)
	}
	return q
}

// filled is the program's own words with what is known in their holes.
func (v *visit) filled(t surveys.Text, locale string) pages.Said {
	i := v.row.Invitation
	said, lang := t.Said(locale)
	return pages.Said{Lang: lang, Words: surveys.Fill(said, map[string]string{
		"name": vocabulary.Person(i.Name), "agent": vocabulary.Person(i.Agent), "product": vocabulary.Thing(i.Product),
		"brand": v.dress().Brand.Name,
	})}
}

// show draws the page of a standing for a visit. It is handed over where no
// cookie will tell the visit.
func (v *visit) show(status int, stands standing, visit [8]byte, chosen int, handed bool) {
	page := v.sign(token.Page{Visit: visit, Sheet: sheets[stands], Handed: handed, Chosen: chosen})
	v.page(status, func(w io.Writer) error {
		switch stands {
		case given:
			return v.thanks(w, v.row.Response, page)
		case contrary:
			return pages.Which(w, v.dress(), pages.Given{Page: page, Quote: v.quoting()})
		case again:
			return pages.Again(w, v.dress(), v.question(), page, pages.Given{Quote: v.quoting()})
		}
		return pages.Survey(w, v.dress(), v.question(), chosen, page)
	})
}

func (v *visit) thanks(w io.Writer, a *heed.Response, page string) error {
	g := pages.Given{Score: a.Score, Page: page, Heard: a.Comment != ""}
	if p, third := v.program(), v.row.Ask.Third(a.Score); p != nil {
		locale := cmp.Or(v.row.Invitation.Locale, p.Brand.Locale)
		g.Quote, g.Thanks, g.Follow = p.Quote, v.filled(p.Thanks[third], locale), v.filled(p.Follow[third], locale)
	}
	return pages.Thanks(w, v.dress(), v.question(), g)
}

func (v *visit) answered(w io.Writer) error { return pages.Answered(w, v.dress()) }
func (v *visit) other(w io.Writer) error    { return pages.Elsewhere(w, v.dress()) }
func (v *visit) expired(w io.Writer) error  { return pages.Expired(w, v.dress()) }
func (v *visit) forged(w io.Writer) error   { return pages.NotFound(w, v.dress()) }
func (v *visit) sorry(w io.Writer) error    { return pages.Trouble(w, v.dress()) }
func (v *visit) leaving(w io.Writer) error  { return pages.Unsubscribe(w, v.dress()) }
func (v *visit) left(w io.Writer) error     { return pages.Unsubscribed(w, v.dress()) }
