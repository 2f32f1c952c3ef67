package visit_test

import (
	"fmt"
	"net/url"
	"strconv"
	"strings"
	"testing"

	"github.com/chromedp/chromedp/kb"
)

// reach presses Tab until an expression holds of what has the keyboard's focus.
func (l *looker) reach(what, holds string, most int) {
	l.Helper()
	for range most {
		l.Keys(kb.Tab)
		if ask[bool](l, `!!(e => `+holds+`)(document.activeElement)`) {
			return
		}
	}
	l.Fatalf("%d times Tab does not reach %s", most, what)
}

// enter presses Enter on what has the focus, and waits for the page that it
// leads to.
func (l *looker) enter(path string) {
	l.Helper()
	l.Keys(kb.Enter)
	l.Until(`document.readyState == 'complete' && location.pathname + location.search == ` + strconv.Quote(path))
	l.must()
}

// Who has no mouse gets to every page, and from each to another period and by
// another dimension; where the focus is, is seen.
func TestByKeyboard(t *testing.T) {
	t.Parallel()
	l := looking(t)
	l.here("/")
	for _, p := range ask[[]linked](l, inNav) {
		l.reach(p.Text, `e.matches('nav[aria-label=Pages] a') && e.getAttribute('href') == `+strconv.Quote(p.Path), 40)
		if !ask[bool](l, `getComputedStyle(document.activeElement).outlineStyle != 'none'`) {
			t.Errorf("nothing shows that %s has the focus", p.Text)
		}
		l.enter(p.Path)
		if here := ask[string](l, `document.querySelector('nav[aria-label=Pages] [aria-current]')?.textContent || ''`); here != p.Text {
			t.Errorf("on %s the navigation says that this is %q", p.Path, here)
		}
		l.chooses("Period")
		l.chooses("By")
	}
}

// chooses takes by keyboard what stands last among the choices of that name, if
// the page has any.
func (l *looker) chooses(name string) {
	l.Helper()
	nav := fmt.Sprintf(`nav.periods[aria-label=%q]`, name)
	others := ask[[]linked](l, `[...document.querySelectorAll(`+strconv.Quote(nav+` a:not([aria-current])`)+`)].map(a => ({text: a.textContent, path: a.pathname + a.search}))`)
	if len(others) == 0 {
		return
	}
	other := others[len(others)-1]
	l.reach(other.Text, `e.closest(`+strconv.Quote(nav)+`) && e.textContent == `+strconv.Quote(other.Text), 80)
	l.enter(other.Path)
	if here := ask[string](l, `document.querySelector(`+strconv.Quote(nav+` [aria-current]`)+`)?.textContent || ''`); here != other.Text {
		l.Errorf("at %s it is %q that is chosen of %s, not %q", other.Path, here, name, other.Text)
	}
}

// From a number one gets to its touchpoints, as many as it says; from one of
// them to its customer, and back again.
func TestFromANumberToItsCustomer(t *testing.T) {
	t.Parallel()
	l := looking(t)
	l.here("/")
	n := ask[behind](l, strings.Replace(numbers, "map(", "filter(a => +a.textContent > 0 && +a.textContent <= 100).slice(0, 1).map(", 1)+`[0]`)
	l.reach("a number", `e.matches('a.n') && e.pathname + e.search == `+strconv.Quote(n.Path), 200)
	l.enter(n.Path)
	if rows := ask[int](l, `document.querySelectorAll('table.rows tbody tr:not(.said)').length`); fmt.Sprint(rows) != n.Says {
		t.Errorf("%s touchpoints were promised, and %d are listed", n.Says, rows)
	}
	list := n.Path
	touchpoint := ask[string](l, `(a => a.pathname + a.search)(document.querySelector('table.rows th a'))`)
	l.reach("a touchpoint", `e.matches('table.rows th a')`, 60)
	l.enter(touchpoint)
	customer := ask[string](l, `document.querySelector('main a[href^="/customers/"]').pathname`)
	l.reach("the customer", `e.matches('main a[href^="/customers/"]')`, 60)
	l.enter(customer)
	id, _, _ := strings.Cut(touchpoint, "?")
	if !ask[bool](l, `!!document.querySelector('main a[href^=`+strconv.Quote(id)+`]')`) {
		t.Errorf("the customer's page does not lead back to %s", id)
	}
	l.Visit.Run(`history.go(-2)`)
	l.Until(`location.pathname + location.search == ` + strconv.Quote(list))
	l.must()
}

// behind is a number that leads to touchpoints.
type behind struct{ Says, Path string }

// numbers are those of a page that count touchpoints. Of a score there are as
// many as answers entered it, and not as many as it says.
const numbers = `[...document.querySelectorAll('main a.n[href^="/touchpoints?"]')].filter(a => /^[\d,]+$/.test(a.textContent) && !a.closest('strong, .big, bdi') && !a.search.includes('counted=')).map(a => ({says: a.textContent.replaceAll(',', ''), path: a.pathname + a.search}))`

// Behind each number are as many touchpoints as it says, on each page, of some
// of its periods and by some of its dimensions.
func TestBehindEachNumber(t *testing.T) {
	t.Parallel()
	looked := looking(t)
	known := map[string]int{}
	for _, p := range looked.all() {
		t.Run(p.Text, func(t *testing.T) {
			l := looking(t)
			l.here(p.Path)
			const others = `[...document.querySelectorAll('nav.periods')].flatMap(n => [...n.querySelectorAll('a:not([aria-current])')].slice(-2)).map(a => a.pathname + a.search)`
			paths, wrong := append([]string{p.Path}, ask[[]string](l, others)...), 0
			for _, path := range paths {
				l.here(path)
				for _, n := range ask[[]behind](l, numbers) {
					count, ok := known[n.Path]
					if !ok {
						count = l.listed(n.Path)
						known[n.Path] = count
					}
					if fmt.Sprint(count) != n.Says && wrong < 10 {
						wrong++
						t.Errorf("%s: behind %s are %d touchpoints: %s", path, n.Says, count, n.Path)
					}
				}
			}
		})
	}
	if len(known) < 100 {
		t.Errorf("%d numbers lead to their touchpoints", len(known))
	}
}

// listed counts the touchpoints of a list, page by page.
func (l *looker) listed(path string) (n int) {
	l.Helper()
	at, err := url.Parse(l.base + path)
	if err != nil {
		l.Fatal(err)
	}
	for {
		var list struct {
			Rows []struct{}
			Next string
		}
		said(l.T, at.String(), &list)
		if n += len(list.Rows); list.Next == "" {
			return n
		}
		q := at.Query()
		q.Set("after", list.Next)
		at.RawQuery = q.Encode()
	}
}
