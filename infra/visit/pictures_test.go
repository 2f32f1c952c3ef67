package visit_test

import (
	"fmt"
	"html"
	"os"
	"path/filepath"
	"strings"
	"sync/atomic"
	"testing"

	"heed/infra/browser"
	"heed/infra/visit"
)

// inPictures are the languages that pictures are taken in: two scripts from
// left to right, one with long words, one from right to left.
var inPictures = []string{"en", "de", "ja", "ar"}

// looks are the screens, by the name that a picture's file ends with.
var looks = []struct {
	name string
	browser.Look
}{
	{"phone-light", browser.Phone},
	{"phone-dark", browser.Phone.InDark()},
	{"desktop-light", browser.Desktop},
	{"desktop-dark", browser.Desktop.InDark()},
}

// An album is the folder that pictures are put into.
type album struct {
	*testing.T
	folder string
	taken  atomic.Int32
	all    int
}

// TestPictures takes the pictures of all mails and pages, those for operators
// after the whole year of make demo, into the folder that
// HEED_PICTURES names; it is what make pictures runs.
func TestPictures(t *testing.T) {
	a := &album{T: t, folder: os.Getenv("HEED_PICTURES")}
	if a.folder == "" {
		t.Skip("make pictures takes them")
	}
	eyes(t)
	h := open(t)
	list := h.staged(inPictures...)
	a.all = len(list) * len(looks)
	h.played(list, func(s scene, v *visit.Visit) { a.take(s, v) })
	a.mails(h)
	a.index(a.boards())
	fmt.Printf("open file://%s\n", filepath.Join(a.folder, "index.html"))
}

// letters are the mails there are pictures of.
var letters = []struct {
	name  string
	asked visit.Asked
}{
	{"mail-nps", visit.Likely},
	{"mail-csat", visit.Numbers},
	{"mail-smileys", visit.Smileys},
	{"mail-thumbs", visit.Thumbs},
	{"mail-ces", visit.Ease},
}

func (a *album) mails(h *house) {
	a.Helper()
	a.all += len(letters) * len(inPictures) * len(looks)
	var list []scene
	for _, locale := range inPictures {
		var who []visit.Visitor
		for _, l := range letters {
			who = append(who, visit.Visitor{Name: l.name, Asked: l.asked, Locale: locale})
		}
		for i, m := range h.mailed(who, func(i int) string { return fmt.Sprintf("letter-%s-%d", locale, i) }) {
			list = append(list, scene{visit.Scene{Name: letters[i].name, Go: func(v *visit.Visit) { v.Show(m.HTML) }}, m})
		}
	}
	h.played(list, func(s scene, v *visit.Visit) { a.take(s, v) })
}

// boards takes the pictures of the operator's pages, which are in one language,
// and returns their names.
func (a *album) boards() (names []string) {
	a.Helper()
	l := lookingAt(a.T, &aDemo)
	pages := append(l.all(), linked{"Scores by agent", "/?by=agent"}, linked{"Scores by product", "/?by=product"}, linked{"Scores of the year", "/?period=" + l.laptop.Clock.Now().Format("2006")})
	a.all += len(pages) * len(looks)
	for _, p := range pages {
		l.here(p.Path)
		name := strings.ReplaceAll(strings.ToLower(p.Text), " ", "-")
		a.take(scene{visit.Scene{Name: name}, visit.Mail{Locale: boardsIn}}, l.Visit)
		names = append(names, name)
	}
	return names
}

// boardsIn is the folder of the pictures of the operator's pages.
const boardsIn = "boards"

// take takes the pictures of the page that is open, on every screen.
func (a *album) take(s scene, v *visit.Visit) {
	v.Scripts(true)
	for _, l := range looks {
		v.Look(l.Look)
		v.Calm()
		path := filepath.Join(a.folder, s.mail.Locale, s.Name+"-"+l.name+".png")
		png := v.Picture()
		if v.Err != nil {
			a.Errorf("%s in %s: %v", s.Name, s.mail.Locale, v.Err)
			return
		}
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			a.Error(err)
		}
		if err := os.WriteFile(path, png, 0o644); err != nil {
			a.Error(err)
		}
		fmt.Printf("%4d of %d  %s %s\n", a.taken.Add(1), a.all, s.mail.Locale, filepath.Base(path))
	}
}

// index writes the page that shows all pictures side by side.
func (a *album) index(boards []string) {
	a.Helper()
	var names []string
	for _, l := range letters {
		names = append(names, l.name)
	}
	for _, s := range visit.Scenes {
		names = append(names, s.Name)
	}
	var b strings.Builder
	b.WriteString(`<!doctype html><html lang="en"><meta charset="utf-8"><title>Mails and pages</title><style>
body { font: 16px/1.4 system-ui, sans-serif; margin: 2rem; background: #8884; color: CanvasText; color-scheme: light dark; }
section { display: grid; grid-template-columns: repeat(8, 1fr); gap: .75rem; margin-bottom: 3rem; align-items: start; }
figure { margin: 0; } figcaption { font-size: .75rem; } img { width: 100%; outline: 1px solid #8888; }
</style>`)
	for _, name := range names {
		beside(&b, name, inPictures)
	}
	for _, name := range boards {
		beside(&b, name, []string{boardsIn})
	}
	if err := os.WriteFile(filepath.Join(a.folder, "index.html"), []byte(b.String()), 0o644); err != nil {
		a.Fatal(err)
	}
}

// beside writes the pictures of one name, of these folders.
func beside(b *strings.Builder, name string, folders []string) {
	fmt.Fprintf(b, "<h2>%s</h2>\n", html.EscapeString(name))
	for _, screen := range []string{"phone", "desktop"} {
		b.WriteString("<section>")
		for _, folder := range folders {
			for _, light := range []string{"light", "dark"} {
				file := fmt.Sprintf("%s/%s-%s-%s.png", folder, name, screen, light)
				fmt.Fprintf(b, `<figure><a href="%s"><img loading="lazy" alt="" src="%s"></a><figcaption>%s, %s, %s</figcaption></figure>`, file, file, folder, screen, light)
			}
		}
		b.WriteString("</section>\n")
	}
}
