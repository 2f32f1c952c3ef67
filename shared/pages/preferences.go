package pages

import (
	"io"
	"net/http"
	"strings"
	"time"

	"heed/shared/heed"
	"heed/shared/surveys"
	"heed/shared/words"
)

// Preferences is how often a customer wants to be asked, and the way to what is
// known of them. The two forms post to the page's own path
//
//	often      usual, less or never
//	mail       export or forget: a link is to be mailed
//	page       as it was given
//	reference  what a machine wrote where no person sees a field
//
// They need no script but to keep machines out. Where the choice is not theirs any more, since mail to
// them comes back or is called spam, it stands and can't be sent.
func Preferences(w io.Writer, l Look, c Choice) error {
	p := l.begin(peaceCSS)
	say := p.say.Peace
	p.form(c.Page).put(`<fieldset`).when(!c.Theirs, ` disabled`).put(`><legend><h1>`)
	p.phrase(say.Title)
	p.put(`</h1></legend>`)
	for often, label := range [...]string{say.Usual, say.Less, say.Never} {
		p.put(`<label class="choice"><input type="radio" name="often" required value="`).text(heed.Often(often).String())
		p.put(`"`).when(heed.Often(often) == c.Often, ` checked`).put(`><span>`).text(label).put(`</span></label>`)
	}
	p.put(`</fieldset>`)
	if c.Saved {
		p.put(`<p role="status" class="heard">`).text(say.Saved).put(`</p>`)
	}
	p.refused(c.Refused)
	if c.Theirs {
		p.trap("")
		p.put(`<button>`).text(say.Save).put(`</button>`)
	}
	p.put(`</form><section><h2>`)
	p.phrase(say.Known)
	p.put(`</h2><p class="soft">`)
	p.phrase(say.What)
	p.put(`</p>`)
	p.form(c.Page)
	p.trap("")
	p.put(`<button class="quiet" name="mail" value="export">`).text(say.Export)
	p.put(`</button><button class="quiet" name="mail" value="forget">`).text(say.Forget).put(`</button></form></section>`)
	return p.guarded().to(w)
}

// A Choice is how often a customer wants to be asked.
type Choice struct {
	Often  heed.Often
	Theirs bool   // they may change it
	Saved  bool   // they just did
	Page   string // what the page's forms send back as page

	Refused bool // what they just sent changed nothing
}

// refused says that nothing was done, to press once more: what was sent came too
// soon, too late, or without the cookie.
func (p *dressed) refused(is bool) {
	if is {
		p.put(`<p role="alert" class="alarm">`).text(p.say.Page.Failed).put(`</p>`)
	}
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

// Forget asks before anything is deleted, or once more where what was sent
// deleted nothing. Its form posts delete=yes and page.
func Forget(w io.Writer, l Look, page string, refused bool) error {
	p := l.begin(peaceCSS)
	p.notice(p.say.Peace.Sure)
	p.form(page)
	p.refused(refused)
	p.trap("")
	p.put(`<button name="delete" value="yes">`).text(p.say.Peace.Delete).put(`</button></form>`)
	return p.guarded().to(w)
}

// guarded is the end of a page that has forms for people alone.
func (p *dressed) guarded() *page {
	return p.put(`</main><script>`).put(peaceJS).put(`</script>`)
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
	p.put(`<p><a class="file" download href="`).text(file).put(`">`).text(p.say.Peace.Download).put(`</a></p>`)
	for i := range list {
		p.entry(&list[i])
	}
	return p.put(`</main>`).to(w)
}

func (p *dressed) entry(e *Entry) {
	p.put(`<section>`)
	if e.Title != "" {
		p.put(`<h2>`)
		if !e.At.IsZero() {
			p.put(`<time datetime="`).text(e.At.UTC().Format(time.DateOnly)).put(`">`).text(p.say.Day(e.At.UTC())).put(`</time> · `)
		}
		p.put(`<bdi>`).text(e.Title).put(`</bdi></h2>`)
	}
	p.put(`<dl>`)
	for _, f := range e.Fields {
		p.put(`<dt dir="ltr" lang="en">`).text(f[0]).put(`</dt><dd dir="auto">`).text(f[1]).put(`</dd>`)
	}
	p.put(`</dl></section>`)
}

// PreferencesHeaders sets what goes with Preferences, Known and Forget: their own
// style sheet is allowed beside what Headers allows, and their own script in
// place of the survey's.
func PreferencesHeaders(h http.Header, brand surveys.Brand) {
	Headers(h, brand)
	_, rest, _ := strings.Cut(h.Get("Content-Security-Policy"), "; style-src ")
	h.Set("Content-Security-Policy", "default-src 'none'; script-src "+source(peaceJS)+"; style-src "+source(peaceCSS)+" "+rest)
}

// peaceJS lets what no person pressed do nothing. The forms need no script, so
// that they serve whoever runs none; a machine that does, and presses all there
// is, shall not choose for anybody.
const peaceJS markup = `addEventListener('click', function (event) { if (!event.isTrusted) event.preventDefault(); }, true);`

// peaceCSS is what these pages have beside the survey's style sheet.
const peaceCSS markup = `
legend { display: contents; }
h2 { margin: 0 0 .5rem; font-size: 1.1875rem; line-height: 1.35; font-weight: 650; }
.choice { position: relative; display: flex; align-items: center; gap: .875rem; min-height: 3.5rem; margin-top: .625rem; padding: .625rem 1rem; border: 1px solid var(--edge); border-radius: .75rem; background: var(--field); cursor: pointer; }
h1 + .choice, legend + .choice { margin-top: 1.25rem; }
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
