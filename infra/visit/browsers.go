package visit

import (
	"time"

	"github.com/chromedp/chromedp/kb"
)

// What machines run in a page that they have rendered. They act on whatever is
// there, and on forms that stand in the text of a noscript.
const (
	every = `const every = s => [...document.querySelectorAll(s)]
		const things = () => every('a[href],button,input,textarea,select,label,summary,[role],[tabindex]')
		const forms = () => {
			for (const n of every('noscript')) {
				const d = document.createElement('div')
				d.innerHTML = n.textContent
				n.replaceWith(d)
			}
			return every('form')
		};`

	clickEverything = `(() => { ` + every + `
		for (const e of every('details')) e.open = true
		for (const e of things()) e.click()
		for (const e of every('.live,button')) e.click() })()`

	synthesize = `(() => { ` + every + `
		const at = {bubbles: true, cancelable: true, composed: true, view: window, clientX: 9, clientY: 9, detail: 1}
		for (const e of [...things(), document.body, document]) {
			for (const t of ['pointerover','pointermove','pointerdown','pointerup']) e.dispatchEvent(new PointerEvent(t, at))
			for (const t of ['mouseover','mousemove','mousedown','mouseup','click','dblclick']) e.dispatchEvent(new MouseEvent(t, at))
			for (const t of ['keydown','keypress','keyup']) for (const key of ['Enter', ' ']) e.dispatchEvent(new KeyboardEvent(t, {...at, key, code: key}))
			for (const t of ['touchstart','touchend','focus','input','change','submit']) e.dispatchEvent(new Event(t, at))
		} })()`

	submitEverything = `(() => { ` + every + `
		for (const f of forms()) { const r = f.querySelector('[name=score]') || document.querySelector('[name=score]'); if (r && !document.querySelector('[name=score]:checked')) r.checked = true; f.submit() } })()`

	requestEverything = `(() => { ` + every + `
		for (const f of forms()) { const r = f.querySelector('[name=score]') || document.querySelector('[name=score]'); if (r) r.checked = true
			for (const w of f.elements) if (w.tagName == 'TEXTAREA' || w.type == 'text') w.value = 'test'
			try { f.requestSubmit() } catch (e) {} } })()`

	fillEverything = `(() => { ` + every + `
		for (const e of things()) { if (e.type == 'radio' || e.type == 'checkbox') e.checked = true; else if ('value' in e && e.type != 'hidden' && e.tagName != 'BUTTON') e.value = 'test'
			e.dispatchEvent(new Event('input', {bubbles: true})); e.dispatchEvent(new Event('change', {bubbles: true})) }
		for (const e of every('button')) e.click() })()`

	fillWhatShows = `(() => { ` + every + `
		for (const e of things()) if (e.offsetParent && !e.closest('[aria-hidden=true]')) { if (e.type == 'radio' || e.type == 'checkbox') e.checked = true; else if (e.tagName == 'TEXTAREA' || e.type == 'text') e.value = 'test' }
		for (const e of every('button')) if (e.offsetParent) e.click() })()`
)

// instant stops a page's clock at the first press, as if a machine took no time
// at all for what follows. How busy the real one is doesn't matter then.
const instant = `{
	const now = Date.now.bind(Date); let at = 0
	for (const t of ['mousedown', 'keydown']) addEventListener(t, () => { at = at || now() }, true)
	Date.now = () => at || now() }`

// glance is how long a machine that renders pages looks before it acts, so
// that the page takes no press for too early.
const glance = 900 * time.Millisecond

// render opens links one after the other, and on each page runs a script, and
// then on whatever page came of it, so many times in all.
func (v *Visit) render(links []string, script string, times int) {
	for _, link := range links {
		v.Open(link)
		for range times {
			v.Pause(glance)
			v.Run(script)
			v.calm()
		}
	}
}

// calm waits until a page is there that loads nothing more.
func (v *Visit) calm() {
	v.Pause(150 * time.Millisecond)
	v.Until(`document.readyState == 'complete'`)
}

// acting is a visitor that does so with every link of the surveys, or with one.
func acting(name, does, source, script string) Visitor {
	return Visitor{Name: name, Does: does, Source: source, Act: func(v *Visit) {
		v.render(v.Mail.Surveys()[:2], script, 2)
	}}
}

// Browsers are machines that render pages, as sandboxes and scanners do.
var Browsers = []Visitor{
	{
		Name: "renders and waits", Does: "opens a survey in a browser, runs its scripts, and waits for five seconds", Source: "FusionAuth#629; Retently 977249", Soon: true,
		Act: func(v *Visit) { v.Open(v.Mail.Score(5)); v.Pause(5 * time.Second) },
	},
	{
		Name: "renders all links", Does: "opens every link of the mail in a browser", Source: "breeze#6539 (Microsoft AS8070)",
		Act: func(v *Visit) { v.render(v.Mail.Links(), `scrollTo(0, 1e6)`, 1) },
	},
	{
		Name: "screenshotter", Does: "opens a survey, scrolls through it, and takes a picture of all of it", Source: "gophish#2115",
		Act: func(v *Visit) {
			v.render(v.Mail.Surveys()[:1], `scrollTo(0, 1e6)`, 1)
			v.Picture()
		},
	},
	acting("synthetic events", "sends mouse, pointer, key and touch events of its own making to everything", "measured: any gesture counted on other pages", synthesize),
	acting("el.click()", "calls click() on everything that can be clicked, and again on the page that comes", "FusionAuth#2443", clickEverything),
	acting("submit()", "calls submit() on every form, those in noscript as well", "odoo#262262", submitEverything),
	acting("requestSubmit()", "calls requestSubmit() on every form, with words in its text fields", "odoo#262262", requestEverything),
	acting("fills and clicks", "fills in every field, and calls click() on every button", "help.simplesat.io 3489211", fillEverything),
	acting("fills what shows", "fills in the fields that can be seen, and calls click() on the buttons that can", "help.simplesat.io 3489211", fillWhatShows),
	{
		Name: "without scripts, el.click()", Does: "renders without scripts, and clicks all there is on both pages", Source: "odoo#262262",
		Act: func(v *Visit) { v.Scriptless(); v.render(v.Mail.Surveys()[:2], clickEverything, 3) },
	},
	{
		Name: "way out, el.click()", Does: "opens the links to unsubscribe and to the preferences, and calls click() on everything", Source: "sympa#168; FusionAuth#2443",
		Act: func(v *Visit) {
			for _, link := range others(v.Mail) {
				v.Open(link)
				v.weigh()
				v.Run(clickEverything)
				v.calm()
			}
		},
	},
	{
		Name: "translation proxy", Does: "shows the page at an address of its own, and clicks there", Source: "Google's and Bing's page translation",
		Act: func(v *Visit) {
			page := v.Get(v.Mail.Score(5))
			v.Show(page.Body)
			v.Pause(glance)
			v.Run(clickEverything)
			v.Pause(300 * time.Millisecond)
		},
	},
	{
		Name: "real clicks at delivery", Does: "presses Send with a real mouse within seconds of the delivery", Source: "docs.nps.today, time to click", Soon: true,
		Act: func(v *Visit) { v.Open(v.Mail.Score(5)); v.Pause(glance); v.Click(sendButton); v.calm() },
	},
	{
		Name: "real clicks, too early", Does: "presses Send with a real mouse as soon as the page is there", Source: "warmbly#438, instant clicks",
		Act: func(v *Visit) {
			v.Before(`const then = Date.now(); Date.now = () => then; performance.now = () => 0`) // as if no time went by at all
			v.Open(v.Mail.Score(5))
			v.Click(sendButton)
			v.calm()
		},
	},
	{
		Name: "real clicks, time put forward", Does: "does so in a browser whose clock runs ahead, as in a sandbox that skips all waiting", Source: "Chromium's --virtual-time-budget; Retently 977249",
		Act: func(v *Visit) {
			v.Before(`const now = Date.now.bind(Date), began = now(); Date.now = () => began + 60000 + 1000 * (now() - began)`)
			v.Open(v.Mail.Score(5))
			v.Pause(50 * time.Millisecond)
			v.Click(sendButton)
			v.calm()
		},
	},
	{
		Name: "real clicks everywhere", Does: "presses everything with a real mouse, in order and without a pause", Source: "docs.nps.today, all links clicked",
		Act: func(v *Visit) {
			v.Before(instant)
			v.Open(v.Mail.Survey())
			v.Pause(glance)
			v.pressAll()
			v.calm()
		},
	},
	{
		Name: "real keys", Does: "runs through the page with Tab, Space and Enter as fast as it can", Source: "measured: any gesture counted on other pages",
		Act: func(v *Visit) {
			v.Before(instant)
			v.Open(v.Mail.Survey())
			v.Pause(glance)
			for range 8 {
				v.Keys(kb.Tab + " " + kb.Enter)
			}
			v.calm()
		},
	},
	{
		Name: "headless", Does: "presses Send with a real mouse, and says that it is a headless browser", Source: "gophish#2115",
		Act: func(v *Visit) {
			v.Called(unfurlers[len(unfurlers)-1])
			v.Open(v.Mail.Score(5))
			v.Pause(glance)
			v.Click(sendButton)
			v.calm()
		},
	},
	{
		Name: "time put forward", Does: "sends what the page's script would send for a person who waited, as in a sandbox that skips all waiting", Source: "Chromium's --virtual-time-budget; Retently 977249",
		Act: func(v *Visit) { v.pretend(0, "4200") },
	},
}
