package visit

import (
	"context"
	"fmt"
	"strconv"
	"strings"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"

	"heed/infra/browser"
)

type action = chromedp.Action[chromedp.Void]

// Do does something in the visitor's tab, which is opened if there is none.
func (v *Visit) Do(actions ...action) {
	if v.Err != nil {
		return
	}
	if v.tab == nil {
		v.open()
	}
	if v.Err != nil {
		return
	}
	ctx, stop := context.WithTimeout(v.tab, patience)
	defer stop()
	if err := chromedp.Do(ctx, actions...); err != nil {
		v.fail("%s: %w", v.log.at(), err)
	}
}

// patience is how long a page may take for anything that is waited for.
const patience = 15 * time.Second

func (v *Visit) open() {
	tab, closed, err := v.browser.Tab(v.context)
	if err != nil {
		v.fail("%w", err)
		return
	}
	v.tab, v.log = tab, &log{}
	v.closed = append(v.closed, closed)
	if err := chromedp.Listen(tab, v.log.hear); err != nil {
		v.fail("listen to the tab: %w", err)
	}
	v.Look(browser.Desktop)
	v.Called(v.Agent)
}

// Look makes the tab that of a screen.
func (v *Visit) Look(l browser.Look) { v.Do(browser.On(l)) }

// Called makes the browser call itself that, from the next page on.
func (v *Visit) Called(agent string) {
	v.Agent = agent
	v.Do(call(emulation.SetUserAgentOverride, emulation.SetUserAgentOverrideParams{UserAgent: agent}))
}

// Scripts lets pages run scripts, or not.
func (v *Visit) Scripts(run bool) {
	v.Do(call(emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: !run}))
}

// Scriptless turns scripts off, from the next page on.
func (v *Visit) Scriptless() { v.Scripts(false) }

// Before runs a script in every page from the next one on, before the page's own.
func (v *Visit) Before(script string) {
	v.Do(call(page.AddScriptToEvaluateOnNewDocument, page.AddScriptToEvaluateOnNewDocumentParams{Source: script}))
}

// Forget drops the browser's cookies, as one does that takes none.
func (v *Visit) Forget() { v.Do(call(network.ClearBrowserCookies, cdp.Empty{})) }

func call[P, R any](command cdp.Command[P, R], params P) action {
	return chromedp.Func(func(ctx context.Context, t *chromedp.Target) error {
		_, err := cdp.Call(ctx, t, command, params)
		return err
	})
}

// Open goes to an address, and waits until its page is there. It tries again
// where another page was just on its way into the tab.
func (v *Visit) Open(link string) {
	v.Do(chromedp.Func(func(ctx context.Context, t *chromedp.Target) (err error) {
		for range 5 {
			if _, err = chromedp.Navigate(link)(ctx, t); err == nil || !strings.Contains(err.Error(), "ERR_ABORTED") {
				return err
			}
		}
		return err
	}))
}

// Show puts HTML into the tab as its page, at an address of no site.
func (v *Visit) Show(html string) { v.Do(browser.Show(html)) }

// Calm waits until nothing on the page moves any more.
func (v *Visit) Calm() { v.Until(`document.getAnimations().every(a => a.playState != 'running')`) }

// Picture takes a picture of the whole page, as PNG.
func (v *Visit) Picture() (png []byte) {
	v.Do(chromedp.Func(func(ctx context.Context, t *chromedp.Target) (err error) {
		png, err = chromedp.FullScreenshot(100)(ctx, t)
		return err
	}))
	return png
}

// Reload asks for the page again.
func (v *Visit) Reload() { v.Do(chromedp.Reload()) }

// Back goes back to the page before.
func (v *Visit) Back() { v.Do(chromedp.NavigateBack()) }

// Run runs a script as whoever holds the browser can, whatever the page allows.
func (v *Visit) Run(script string) { v.Do(chromedp.Evaluate[chromedp.Void](script)) }

// Until waits until an expression is true on the page that is there by then.
func (v *Visit) Until(expression string) {
	for end := time.After(patience); v.Err == nil; {
		yes := false
		v.Do(chromedp.Func(func(ctx context.Context, t *chromedp.Target) error {
			// A page that is just being left answers nothing.
			yes, _ = chromedp.Evaluate[bool]("!!("+expression+")")(ctx, t)
			return nil
		}))
		select {
		case <-end:
			v.fail("%s: never became true: %s\n%s", v.log.at(), expression, v.Text())
		case <-time.After(20 * time.Millisecond):
		}
		if yes {
			return
		}
	}
}

// Reads waits until the page says something.
func (v *Visit) Reads(text string) {
	v.Until("document.readyState=='complete' && document.body.innerText.includes(" + strconv.Quote(text) + ")")
}

// Text is what the page says, "" if there is none.
func (v *Visit) Text() string {
	if v.tab == nil {
		return ""
	}
	text, _ := chromedp.Run(v.tab, chromedp.Evaluate[string](`document.body.innerText`))
	return text
}

// Dwell waits until somebody who reads would have read the page.
func (v *Visit) Dwell() {
	v.Until(`(([n]) => n && n.loadEventEnd && performance.now() - n.loadEventEnd > 900)(performance.getEntriesByType('navigation'))`)
}

// where returns the middle of what a selector finds first, brought into view.
func (v *Visit) where(selector string) (x, y float64) {
	v.Until(`document.querySelector(` + strconv.Quote(selector) + `)`)
	v.Do(chromedp.Func(func(ctx context.Context, t *chromedp.Target) error {
		at, err := chromedp.Evaluate[[]float64](fmt.Sprintf(middle, strconv.Quote(selector)))(ctx, t)
		if err == nil && len(at) != 2 {
			err = fmt.Errorf("%s takes no room on the page", selector)
		}
		if err != nil {
			return err
		}
		x, y = at[0], at[1]
		return nil
	}))
	return x, y
}

const middle = `(s => {
	const e = document.querySelector(s), shown = e.closest('label') || e
	shown.scrollIntoView({block: 'center', behavior: 'instant'})
	const r = shown.getBoundingClientRect()
	return r.width && r.height ? [r.x + r.width / 2, r.y + r.height / 2] : []
})(%s)`

// Click presses what a selector finds first, with the mouse.
func (v *Visit) Click(selector string) {
	x, y := v.where(selector)
	v.Do(chromedp.MouseEvent(chromedp.MouseMoved, x, y), chromedp.MouseClickXY(x, y))
}

// Tap presses it with a finger.
func (v *Visit) Tap(selector string) {
	x, y := v.where(selector)
	v.Do(chromedp.TapXY(x, y))
}

// Keys presses keys, one after the other: package kb names those that are no
// letters.
func (v *Visit) Keys(keys string) { v.Do(chromedp.KeyEvent(keys)) }

// Write puts the cursor into a field, and types.
func (v *Visit) Write(selector, text string) {
	v.Click(selector)
	v.Keys(text)
}

// twice presses what a selector finds twice, as fast as a double click.
func (v *Visit) twice(selector string) action {
	x, y := v.where(selector)
	return chromedp.Steps(
		chromedp.MouseClickXY(x, y),
		chromedp.MouseClickXY(x, y, chromedp.ClickCount(2)),
	)
}

// beside begins a visit of the same mail in another browser.
func (v *Visit) beside() *Visit { return Begin(v.context, v.browser, v.Mail) }

// fails takes over what failed in another visit.
func (v *Visit) fails(other *Visit) {
	if other.Err != nil {
		v.fail("beside it: %w", other.Err)
	}
}

// cookies are the browser's, as a header's name and value.
func (v *Visit) cookies() []string {
	var line []string
	v.Do(chromedp.Func(func(ctx context.Context, t *chromedp.Target) error {
		held, err := cdp.Call(ctx, t, network.GetCookies, network.GetCookiesParams{URLs: []string{v.Mail.Survey()}})
		for _, c := range held.Cookies {
			line = append(line, c.Name+"="+c.Value)
		}
		return err
	}))
	return []string{"Cookie", strings.Join(line, "; ")}
}

// Await runs a script, and returns the text that its promise comes to.
func (v *Visit) Await(script string) (text string) {
	v.Do(chromedp.Func(func(ctx context.Context, t *chromedp.Target) (err error) {
		text, err = chromedp.Evaluate[string](script, chromedp.EvalAwaitPromise)(ctx, t)
		return err
	}))
	return text
}
