package visit

import (
	"context"
	"net/http"
	"net/url"
	"regexp"
	"slices"
	"strings"
	"time"

	"github.com/chromedp/chromedp"
)

// Imitators are machines that can't be told from people: they fake a person's
// hand, on the one button, of one link, minutes after the mail. What they press
// is recorded. Nothing that a web page can do prevents it; a reply by mail
// can't be faked like this.
var Imitators = []Visitor{
	{
		Name: "imitator", Does: "opens one link minutes after delivery in a browser that calls itself a person's, waits, moves a real mouse to Send and presses", Source: "none known: the measured limit of any page",
		Act:  func(v *Visit) { v.Answer(5) },
		Want: chose(5, "click"),
	},
	{
		Name: "imitator on every link", Does: "does the same with every link of the surveys, each in a browser of its own; the first one counts, the others become notes", Source: "none known: the measured limit of any page",
		Act: func(v *Visit) {
			v.Answer(1)
			for score := 2; score <= 5; score++ {
				v.Stranger()
				v.Open(v.Mail.Score(score))
				v.calm()
				v.Dwell()
				v.Run(`scrollTo(0, 1e6)`)
				v.pressAll()
			}
		},
		Want: chose(1, "click"),
	},
	{
		Name: "without scripts, fills what shows", Does: "renders without scripts, chooses the last answer that can be seen and presses the button, on both pages, with seconds between", Source: "none known: it would be odoo#262262 with eyes",
		Act: func(v *Visit) {
			v.Scriptless()
			v.Open(v.Mail.Survey())
			for range 2 {
				v.Pause(between)
				v.Click(radio(5))
				v.Click(plainButton)
				v.calm()
			}
		},
		Want: chose(5, "page"),
	},
	{
		Name: "way out, plain form", Does: "sends the form behind the link to unsubscribe: what mail programs post there is the same", Source: "sympa#168; odoo#262262",
		Act: func(v *Visit) {
			for _, link := range others(v.Mail) {
				v.SubmitAll(v.Get(link), Filling{})
			}
		},
		Want: Outcome{Unsubscribes: true},
	},
	{
		Name: "patient reader of the script", Does: "sends without a browser what the page's script would send, claiming a person's press, seconds after it read the page", Source: "none known: it would have to be written for Heed",
		Act:  func(v *Visit) { v.pretend(between, "1500") },
		Want: chose(5, "click"),
	},
}

// others are the links of a mail that lead to no survey.
func others(m Mail) []string {
	return slices.DeleteFunc(m.Links(), func(link string) bool { return strings.Contains(link, "/s/") })
}

// pressAll presses everything on the page that can be pressed, with the mouse,
// one right after the other.
func (v *Visit) pressAll() {
	v.Do(chromedp.Func(func(ctx context.Context, t *chromedp.Target) error {
		places, err := chromedp.Evaluate[[][2]float64](`[...document.querySelectorAll('a[href],label,summary,button')].map(e => e.getBoundingClientRect())
			.filter(r => r.width > 1 && r.height > 1).map(r => [r.x + r.width / 2, r.y + r.height / 2])`)(ctx, t)
		for _, at := range places {
			if _, err := chromedp.MouseClickXY(at[0], at[1])(ctx, t); err != nil {
				return err
			}
		}
		return err
	}))
}

var pageToken = regexp.MustCompile(`data-page="([^"]+)"`)

// pretend sends what the page's script sends when a person presses who has seen
// the page for so many milliseconds.
func (v *Visit) pretend(after time.Duration, dwell string) {
	link := v.Mail.Score(5)
	found := pageToken.FindStringSubmatch(v.Get(link).Body)
	if found == nil {
		v.fail("the page says nothing to send back")
		return
	}
	v.Pause(after)
	v.Ask(http.MethodPost, link, url.Values{
		"score": {"5"}, "page": {found[1]}, "from": {"script"}, "trusted": {"1"}, "dwell": {dwell}, "quick": {"0"}, "reference": {""},
	})
}
