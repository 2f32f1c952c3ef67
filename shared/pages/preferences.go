package pages

import (
	"io"
	"net/http"
	"strings"
	"time"

	"heed/shared/heed"
	"heed/shared/markup"
	"heed/shared/surveys"
	"heed/shared/words"
)

// Preferences is how often a customer wants to be asked, and the way to what is
// known of them. As on Survey there is no form while scripts run, and the page's
// own script posts to its own path, beside what it does there
//
//	often  usual, less or never
//	mail   export or forget: a link is to be mailed
//
// Without scripts a plain form posts either, page and reference. Where the choice
// is not theirs any more, since mail to them comes back or is called spam, it
// stands and can't be sent.
func Preferences(w io.Writer, l Look, c Choice) error {
	p := l.begin(peaceCSS)
	say, form := p.say.Peace, choice
	if !c.Theirs {
		form = "" // nothing sends it
	}
	p.Put(`<fieldset`).When(!c.Theirs, ` disabled`).Put(`><legend><h1>`)
	p.phrase(say.Title)
	p.Put(`</h1></legend>`)
	for _, o := range p.options(OftenField) {
		p.option(OftenField, o, o.value == c.Often.String(), form)
	}
	p.Put(`</fieldset>`)
	if c.Saved {
		p.Put(`<p role="status" class="heard">`).Text(say.Saved).Put(`</p>`)
	}
	p.refused(c.Refused)
	p.alarm()
	if c.Theirs {
		p.trap(choice)
		p.save(say.Save, c.Page)
	}
	p.Put(`<section><h2>`)
	p.phrase(say.Known)
	p.Put(`</h2><p class="soft">`)
	p.phrase(say.What)
	p.Put(`</p>`)
	p.trap(wish)
	p.wishes(MailField, c.Page, true)
	p.Put(`</section>`)
	return p.script().Put(`</main>`).To(w)
}

// A Choice is how often a customer wants to be asked.
type Choice struct {
	Often  heed.Often
	Theirs bool   // they may change it
	Saved  bool   // they just did
	Page   string // what is sent back as page

	Refused bool // what they just sent changed nothing
}

// refused says that nothing was done, to press once more: what was sent came too
// soon or too late, or as no person sends it.
func (p *dressed) refused(is bool) {
	if is {
		p.Put(`<p role="alert" class="alarm">`).Text(p.say.Page.Failed).Put(`</p>`)
	}
}

// OnceMore asks once more for what one of these fields was sent with, where no
// script or no cookie vouches for it. Nothing is chosen.
func OnceMore(w io.Writer, l Look, field Field, page string) error {
	p := l.begin(peaceCSS)
	title, label := p.say.Peace.Title, p.say.Peace.Save
	switch field {
	case MailField:
		title, label = p.say.Peace.Known, p.say.Page.Send
	case DeleteField:
		title, label = p.say.Peace.Sure.Title, p.say.Peace.Delete
	}
	p.notice(p.say.Page.Again)
	p.Put(`<fieldset><legend><h2>`)
	p.phrase(title)
	p.Put(`</h2></legend>`)
	p.blind(field)
	for _, o := range p.options(field) {
		p.option(field, o, false, choice)
	}
	p.blind(field)
	p.Put(`</fieldset>`)
	p.alarm()
	p.trap(choice)
	p.save(label, page)
	return p.script().Put(`</main>`).To(w)
}

// LinkSent says that a link is on its way.
func LinkSent(w io.Writer, l Look) error {
	return l.notice(w, func(say *words.Words) words.Notice { return say.Peace.Sent })
}

// LinkOver is for a link whose hour is over.
func LinkOver(w io.Writer, l Look) error {
	return l.notice(w, func(say *words.Words) words.Notice { return say.Peace.Over })
}

// Forgotten is for whoever is not known any more.
func Forgotten(w io.Writer, l Look) error {
	return l.notice(w, func(say *words.Words) words.Notice { return say.Peace.Forgotten })
}

// Forget asks before anything is deleted, or says that what was sent deleted
// nothing. It posts delete=yes as Preferences does what it posts.
func Forget(w io.Writer, l Look, page string, refused bool) error {
	p := l.begin(peaceCSS)
	p.notice(p.say.Peace.Sure)
	p.refused(refused)
	p.alarm()
	p.trap(wish)
	p.wishes(DeleteField, page, false)
	return p.script().Put(`</main>`).To(w)
}

// An Entry is something that is known of a customer, in the words of the file
// that can be had of it.
type Entry struct {
	At     time.Time // zero for what has no day
	Title  string
	Fields [][2]string // name and value
}

// Known shows all that is known of a customer, and where to get it as a file.
func Known(w io.Writer, l Look, file string, list []Entry) error {
	p := l.begin(peaceCSS)
	p.notice(p.say.Peace.Yours)
	p.Put(`<p><a class="file" download href="`).Text(file).Put(`">`).Text(p.say.Peace.Download).Put(`</a></p>`)
	for i := range list {
		p.entry(&list[i])
	}
	return p.Put(`</main>`).To(w)
}

func (p *dressed) entry(e *Entry) {
	p.Put(`<section>`)
	if e.Title != "" {
		p.Put(`<h2>`)
		if !e.At.IsZero() {
			p.Put(`<time datetime="`).Text(e.At.UTC().Format(time.DateOnly)).Put(`">`).Text(p.say.Day(e.At.UTC())).Put(`</time> · `)
		}
		p.Put(`<bdi>`).Text(e.Title).Put(`</bdi></h2>`)
	}
	p.Put(`<dl>`)
	for _, f := range e.Fields {
		p.Put(`<dt dir="ltr" lang="en">`).Text(f[0]).Put(`</dt><dd dir="auto">`).Text(f[1]).Put(`</dd>`)
	}
	p.Put(`</dl></section>`)
}

// PreferencesHeaders sets what goes with Preferences, OnceMore, Known and Forget:
// their own style sheet is allowed beside what Headers allows.
func PreferencesHeaders(h http.Header, brand surveys.Brand) {
	Headers(h, brand)
	h.Set("Content-Security-Policy", strings.Replace(h.Get("Content-Security-Policy"), "style-src ", "style-src "+markup.Source(peaceCSS)+" ", 1))
}

// peaceCSS is what these pages have beside the survey's style sheet.
const peaceCSS markup.Markup = `
legend { display: contents; }
.none { display: none; }
h2 { margin: 0 0 .5rem; font-size: 1.1875rem; line-height: 1.35; font-weight: 650; }
.choice { position: relative; display: flex; align-items: center; gap: .875rem; min-height: 3.5rem; margin-top: .625rem; padding: .625rem 1rem; border: 1px solid var(--edge); border-radius: .75rem; background: var(--field); cursor: pointer; }
legend + .choice, .none + .choice { margin-top: 1.25rem; }
.choice input { flex: none; width: 1.375rem; height: 1.375rem; margin: 0; accent-color: var(--accent); }
.choice:hover { border-color: var(--ink); }
.choice:has(:checked) { border-color: var(--accent); box-shadow: inset 0 0 0 1px var(--accent); font-weight: 600; }
.choice:has(:focus-visible) { outline: 3px solid var(--accent); outline-offset: 3px; }
.choice input:focus-visible { outline: none; }
:disabled .choice { cursor: default; border-color: var(--line); background: none; }
.heard { margin: 1.25rem 0 0; }
section { margin-top: 2.5rem; padding-top: 1.75rem; border-top: 1px solid var(--line); }
.quiet { margin-top: .75rem; min-height: 3.25rem; background: var(--field); color: var(--ink); border-color: var(--edge); font-size: 1.0625rem; font-weight: 550; }
.quiet:hover { border-color: var(--ink); box-shadow: inset 0 0 0 1px var(--ink); }
@media (min-width: 38rem) { .quiet { width: 100%; } }
.file { display: inline-flex; align-items: center; min-height: 3rem; font-weight: 600; }
dl { margin: 0; font-size: .9375rem; }
dt { margin-top: .625rem; color: var(--soft); font-size: .8125rem; text-align: start; }
dd { margin: 0; white-space: pre-wrap; text-align: left; }
[dir="rtl"] dt { text-align: end; }
[dir="rtl"] dd { text-align: right; }
@media (min-width: 38rem) {
  dl { display: grid; grid-template-columns: 15rem 1fr; column-gap: 1.5rem; row-gap: .375rem; }
  dt { margin: .125rem 0 0; }
}
`
