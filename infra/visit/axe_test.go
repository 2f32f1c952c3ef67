package visit_test

import (
	"encoding/json"
	"fmt"
	"os"
	"strings"
	"sync"
	"testing"
	"time"

	"heed/infra/browser"
	"heed/infra/visit"
)

// axe is the checker of pages for who can't see, hear or press them well:
// https://github.com/dequelabs/axe-core, of WCAG 2.2 at level AA and what is
// good practice beside it.
var axe = sync.OnceValues(func() (string, error) {
	text, err := os.ReadFile("../../node_modules/axe-core/axe.min.js")
	return string(text), err
})

// A violation is what axe has found.
type violation struct {
	ID, Help string
	Nodes    []struct{ HTML, FailureSummary string }
}

// partOf are the rules for whole pages, which a mail is not: the mail program's
// page around it has the landmarks.
var partOf = []string{"landmark-one-main", "region"}

// checked has axe look at the page that is open, in the light and in the dark,
// by all rules but some.
func checked(t *testing.T, name string, v *visit.Visit, but ...string) {
	t.Helper()
	script, err := axe()
	if err != nil {
		t.Fatalf("axe-core is not there; npm ci installs it: %v", err)
	}
	v.Scripts(true) // of a page that was opened without, the scriptless parts stay
	v.Run(script + ";0")
	rules := map[string]any{}
	for _, rule := range but {
		rules[rule] = map[string]bool{"enabled": false}
	}
	options, err := json.Marshal(map[string]any{
		"resultTypes": []string{"violations"}, "rules": rules,
		"runOnly": []string{"wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"},
	})
	if err != nil {
		t.Fatal(err)
	}
	for _, look := range []browser.Look{browser.Desktop, browser.Phone.InDark()} {
		v.Look(look)
		v.Calm()
		var found []violation
		said := v.Await("axe.run(document, " + string(options) + ").then(r => JSON.stringify(r.violations))")
		if err := json.Unmarshal([]byte(said), &found); err != nil && v.Err == nil {
			t.Errorf("%s: %v", name, err)
		}
		for _, f := range found {
			t.Errorf("%s, dark %v: %s (%s)\n%s", name, look.Dark, f.ID, f.Help, spots(f))
		}
	}
	if v.Err != nil {
		t.Errorf("%s: %v", name, v.Err)
	}
}

func spots(f violation) string {
	var b strings.Builder
	for _, n := range f.Nodes {
		fmt.Fprintf(&b, "  %.200s\n    %s\n", n.HTML, strings.ReplaceAll(n.FailureSummary, "\n", "\n    "))
	}
	return b.String()
}

// scene is a scene in a language, with its mail.
type scene struct {
	visit.Scene
	mail visit.Mail
}

// staged has the mails of all scenes sent, in each of the languages.
func (h *house) staged(locales ...string) (list []scene) {
	h.Helper()
	for _, locale := range locales {
		var who []visit.Visitor
		for _, s := range visit.Scenes {
			who = append(who, visit.Visitor{Name: s.Name, Asked: s.Asked, Locale: locale})
		}
		for i, m := range h.mailed(who, func(i int) string { return fmt.Sprintf("scene-%s-%d", locale, i) }) {
			list = append(list, scene{visit.Scenes[i], m})
		}
	}
	return list
}

// played goes to each scene and looks at it: first at those before the surveys
// close, then at the others.
func (h *house) played(list []scene, look func(s scene, v *visit.Visit)) {
	b := eyes(h.T)
	h.advance(pause)
	for _, late := range []bool{false, true} {
		if late {
			h.advance(15 * 24 * time.Hour)
		}
		var wg sync.WaitGroup
		places := make(chan struct{}, crowd)
		for _, s := range list {
			if s.Late != late {
				continue
			}
			places <- struct{}{}
			wg.Go(func() {
				v := visit.Begin(h.Context(), b, s.mail)
				defer v.End()
				s.Go(v)
				look(s, v)
				<-places
			})
		}
		wg.Wait()
	}
}

// Everybody can read and answer: axe finds nothing on any page, in two
// directions of writing, in the light and in the dark, on desk and phone. Nor
// does a page ask for anything but itself, or do what its policy forbids.
func TestPagesAreForEverybody(t *testing.T) {
	t.Parallel()
	eyes(t)
	h := open(t)
	h.played(h.staged("en", "ar"), func(s scene, v *visit.Visit) {
		name := s.Name + " in " + s.mail.Locale
		h.alone(name, v)
		checked(t, name, v)
	})
}

// alone fails the test if a page had anything loaded, or did what its policy
// forbids.
func (h *house) alone(name string, v *visit.Visit) {
	h.Helper()
	for _, s := range v.Sent() {
		if !strings.HasPrefix(s.URL, h.base+"/s/") && !strings.HasPrefix(s.URL, h.base+"/u/") && !strings.HasPrefix(s.URL, h.base+"/p/") {
			h.Errorf("%s asked for %s", name, s.URL)
		}
	}
	for _, trouble := range v.Troubles() {
		if !strings.Contains(trouble, "the server responded with a status of 4") { // those are the page
			h.Errorf("%s: %s", name, trouble)
		}
	}
}

// A view of a survey is one request, without scripts and with them.
func TestOneRequest(t *testing.T) {
	t.Parallel()
	b := eyes(t)
	h := open(t)
	for i, m := range h.mailed(make([]visit.Visitor, 2), func(i int) string { return fmt.Sprint("one-", i) }) {
		v := visit.Begin(t.Context(), b, m)
		defer v.End()
		if i == 1 {
			v.Scriptless()
		}
		v.Open(m.Score(4))
		v.Dwell()
		if got := v.Sent(); v.Err != nil || len(got) != 1 || got[0].URL != m.Score(4) {
			t.Errorf("it asked for %+v, %v", got, v.Err)
		}
	}
}

// The mails, too, and what operators look at.
func TestMailsAreForEverybody(t *testing.T) {
	t.Parallel()
	b := eyes(t)
	h := open(t)
	var who []visit.Visitor
	for _, locale := range []string{"en", "ar"} {
		for _, asked := range []visit.Asked{visit.Numbers, visit.Smileys, visit.Thumbs, visit.Ease, visit.Likely} {
			who = append(who, visit.Visitor{Asked: asked, Locale: locale})
		}
	}
	for i, m := range h.mailed(who, func(i int) string { return fmt.Sprint("mail-", i) }) {
		v := visit.Begin(t.Context(), b, m)
		v.Show(m.HTML)
		checked(t, fmt.Sprintf("the mail about %s in %s", who[i].Asked, who[i].Locale), v, partOf...)
		v.End()
	}
	for _, path := range []string{"/", "/sources", "/answers", "/answers?only=nothing", "/local/mail"} {
		v := visit.Begin(t.Context(), b, visit.Mail{})
		v.Open(h.base + path)
		checked(t, path, v)
		v.End()
	}
}
