package visit_test

import (
	"encoding/json"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"testing"

	"heed/infra/browser"
	"heed/infra/visit"
)

// looker is somebody who looks at the operator's pages.
type looker struct {
	*testing.T
	*lived
	*visit.Visit
}

func looking(t *testing.T) *looker { return lookingAt(t, &aYear) }

func lookingAt(t *testing.T, l *lived) *looker {
	t.Helper()
	b := eyes(t)
	after(t, l)
	v := visit.Begin(t.Context(), b, visit.Mail{})
	t.Cleanup(v.End)
	return &looker{t, l, v}
}

// here goes to a path.
func (l *looker) here(path string) {
	l.Helper()
	l.Open(l.base + path)
	l.must()
}

// must ends the test where something before it failed.
func (l *looker) must() {
	l.Helper()
	if l.Err != nil {
		l.Fatal(l.Err)
	}
}

// ask evaluates an expression on the page.
func ask[V any](l *looker, expression string) (v V) {
	l.Helper()
	text := l.Await(`Promise.resolve(JSON.stringify(` + expression + `))`)
	l.must()
	if err := json.Unmarshal([]byte(text), &v); err != nil {
		l.Fatalf("%s is %s: %v", expression, text, err)
	}
	return v
}

// A link is one of a page's.
type linked struct{ Text, Path string }

const inNav = `[...document.querySelectorAll('nav[aria-label=Pages] a')].map(a => ({text: a.textContent, path: a.getAttribute('href')}))`

// all are the pages that the navigation leads to, and one of each that only a
// number or a name leads to.
func (l *looker) all() []linked {
	l.Helper()
	l.here("/")
	list := ask[[]linked](l, inNav)
	if len(list) < 9 {
		l.Fatalf("the navigation leads to %v alone", list)
	}
	touchpoints, touchpoint, customer := l.deep()
	return append(list, linked{"Touchpoints", touchpoints}, linked{"Touchpoint", touchpoint}, linked{"Customer", customer})
}

// deep are the paths of a list of touchpoints, of one that was answered, and of
// its customer.
func (l *looker) deep() (touchpoints, touchpoint, customer string) {
	l.Helper()
	touchpoints = "/touchpoints?program=support&answered=yes"
	var list struct {
		Rows []struct{ ID, Day, Customer string }
	}
	said(l.T, l.base+touchpoints, &list)
	if len(list.Rows) == 0 {
		l.Fatal("nobody answered in a month")
	}
	r := list.Rows[0]
	return touchpoints, "/touchpoints/" + r.ID + "?day=" + r.Day, "/customers/" + r.Customer
}

// said reads what a page says as JSON.
func said(t *testing.T, link string, into any) {
	t.Helper()
	r, err := http.NewRequestWithContext(t.Context(), http.MethodGet, link, nil)
	if err != nil {
		t.Fatal(err)
	}
	r.Header.Set("Accept", "application/json")
	answer, err := http.DefaultClient.Do(r)
	if err != nil {
		t.Fatal(err)
	}
	defer answer.Body.Close()
	if err := json.NewDecoder(answer.Body).Decode(into); err != nil || answer.StatusCode != http.StatusOK {
		t.Fatalf("%s answered %s, %v", link, answer.Status, err)
	}
}

// each looks at every page by itself.
func each(t *testing.T, look func(l *looker, name, path string)) {
	t.Parallel()
	for _, p := range looking(t).all() {
		if strings.HasPrefix(p.Path, "/local/") {
			continue // the mailbox, which is the laptop's alone
		}
		t.Run(p.Text, func(t *testing.T) {
			l := looking(t)
			l.here(p.Path)
			if title := ask[string](l, `document.querySelector('h1')?.textContent || document.title`); strings.Contains(title, "Nothing") || ask[bool](l, `performance.getEntriesByType('navigation')[0].responseStatus >= 400`) {
				t.Fatalf("there is no page at %s: %s", p.Path, title)
			}
			look(l, p.Text, p.Path)
		})
	}
}

// Everybody can read what operators see: axe finds nothing on any page of a
// year, in the light and in the dark, on desk and phone.
func TestBoardsAreForEverybody(t *testing.T) {
	each(t, func(l *looker, name, _ string) { checked(l.T, name, l.Visit) })
}

// A page asks for nothing but itself, runs nothing, and does nothing that its
// policy forbids. None is wider than its screen, whether a phone's or a desk's,
// and nothing that is written lies over something else that is.
func TestBoardsKeepToThemselves(t *testing.T) {
	each(t, func(l *looker, _, path string) {
		l.Dwell()
		for _, s := range l.Sent() {
			if s.URL != l.base+path {
				l.Errorf("it asked for %s", s.URL)
			}
		}
		for _, trouble := range l.Troubles() {
			l.Error(trouble)
		}
		const runs = `document.scripts.length + [...document.querySelectorAll('*')].filter(e => e.getAttributeNames().some(n => n.startsWith('on') || n == 'style')).length`
		if n := ask[int](l, runs); n > 0 {
			l.Errorf("%d of its elements would run something, or have a style of their own", n)
		}
		l.must()
		for _, look := range screens {
			l.Look(look)
			l.fits(look)
			for _, both := range ask[[]string](l, overlapping) {
				l.Errorf("on a screen of %d %s", look.Width, both)
			}
		}
	})
}

// screens are the narrowest phone that is looked after, and a desk.
var screens = []browser.Look{{Width: 390, Height: 800}, browser.Desktop}

func (l *looker) fits(on browser.Look) {
	l.Helper()
	const wide = `({is: document.scrollingElement.scrollWidth, room: innerWidth, by: [...document.querySelectorAll('main *')].filter(e => e.getBoundingClientRect().right > document.documentElement.clientWidth + 1).slice(0, 5).map(e => e.outerHTML.slice(0, 120))})`
	w := ask[struct {
		Is, Room int
		By       []string
	}](l, wide)
	if w.Is > w.Room || w.Room != on.Width {
		l.Errorf("on a screen of %d it is %d of %d wide, by\n%s", on.Width, w.Is, w.Room, strings.Join(w.By, "\n"))
	}
}

// overlapping finds texts of a picture that lie over one another, or outside of
// the screen.
const overlapping = `[...document.querySelectorAll('svg')].filter(s => s.getBoundingClientRect().width).flatMap(s => {
	const boxes = [...s.querySelectorAll('text')].map(t => [t.textContent, t.getBoundingClientRect()]).filter(([, r]) => r.width)
	return boxes.flatMap(([a, r], i) => [
		...(r.left < 0 || r.right > innerWidth ? [a + ' is outside'] : []),
		...boxes.slice(i + 1).filter(([, q]) => r.left < q.right - 1 && q.left < r.right - 1 && r.top < q.bottom - 4 && q.top < r.bottom - 4).map(([b]) => a + ' and ' + b + ' overlap'),
	])
})`

// A page of every period and by every dimension that can be chosen is there.
func TestEveryChoiceIsThere(t *testing.T) {
	t.Parallel()
	l := looking(t)
	seen := map[string]bool{}
	for _, p := range l.all() {
		for _, path := range l.choices(p.Path, 2, seen) {
			if got := bytesOf(t, l.base+path); got > 100_000 {
				t.Errorf("%s is of %d bytes", path, got)
			}
		}
	}
	if len(seen) < 60 {
		t.Errorf("there are %d pages to choose alone", len(seen))
	}
}

// choices are the pages that can be chosen from one on, in so many steps, and
// that were not seen.
func (l *looker) choices(path string, steps int, seen map[string]bool) []string {
	if seen[path] {
		return nil
	}
	seen[path] = true
	list := []string{path}
	if steps == 0 {
		return list
	}
	at, err := url.Parse(path)
	if err != nil {
		l.Fatal(err)
	}
	l.here(path)
	for _, to := range ask[[]string](l, `[...document.querySelectorAll('nav.periods a')].map(a => a.getAttribute('href'))`) {
		next, err := at.Parse(to)
		if err != nil {
			l.Fatal(err)
		}
		list = append(list, l.choices(next.String(), steps-1, seen)...)
	}
	return list
}

func bytesOf(t *testing.T, link string) int {
	t.Helper()
	r, err := http.NewRequestWithContext(t.Context(), http.MethodGet, link, nil)
	if err != nil {
		t.Fatal(err)
	}
	answer, err := http.DefaultClient.Do(r)
	if err != nil {
		t.Fatal(err)
	}
	defer answer.Body.Close()
	n := 0
	for buffer := make([]byte, 32<<10); ; {
		k, err := answer.Body.Read(buffer)
		if n += k; err != nil {
			break
		}
	}
	if answer.StatusCode != http.StatusOK {
		t.Errorf("%s answered %s", link, answer.Status)
	}
	return n
}

// most is what a page may cost in read units.
const most = 40

// fromRows are pages that read rows, as many as they show, and not figures.
var fromRows = []string{"/touchpoints", "/customers/", "/answers", "/local/"}

// A page of figures costs at most forty read units, whichever of its choices it
// is, and a year of history hardly more than a month: a sheet is a little longer.
//
// It runs by itself: others look at the same laptop.
func TestBoardsCostLittle(t *testing.T) {
	late, early := costs(looking(t)), costs(lookingAt(t, &aMonth))
	if len(late) < 40 || len(early) < 30 {
		t.Errorf("a year has %d pages, a month %d", len(late), len(early))
	}
	for path, units := range late {
		t.Logf("%5.1f %s", units, path)
		if before, ok := early[path]; ok && units > before+3 {
			t.Errorf("%s costs %v read units after a year, %v after a month", path, units, before)
		}
	}
}

// costs are the read units of all pages of figures, by their paths.
func costs(l *looker) map[string]float64 {
	l.Helper()
	seen, units := map[string]bool{}, map[string]float64{}
	for _, p := range l.all() {
		l.choices(p.Path, 2, seen)
	}
	meter := l.laptop.Meters["report"]
	for path := range seen {
		if slices.ContainsFunc(fromRows, func(p string) bool { return strings.HasPrefix(path, p) }) {
			continue
		}
		meter.Reset()
		bytesOf(l.T, l.base+path)
		units[path] = meter.Reset().Read
		if units[path] > most && l.days == aYear.days { // a period before all others has no sheet yet
			l.Errorf("%s costs %v read units after %d days", path, units[path], l.days)
		}
	}
	return units
}
