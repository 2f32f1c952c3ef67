package pages_test

import (
	"io"
	"net/http"
	"strings"
	"testing"
	"time"

	"heed/shared/heed"
	"heed/shared/markup/proof"
	"heed/shared/pages"
	"heed/shared/words"
)

// peaceful lists the preferences pages.
func peaceful(f proof.Filling, look pages.Look) []proof.Sheet {
	notice := func(h http.Header) { pages.Headers(h, look.Brand) }
	own := func(h http.Header) { pages.PreferencesHeaders(h, look.Brand) }
	entries := []pages.Entry{
		{Fields: [][2]string{{f.Text, f.Text}}},
		{At: time.Unix(1_790_000_000, 0), Title: f.Text, Fields: [][2]string{{"answer.comment", f.Text}, {f.Text, f.Path}}},
	}
	return []proof.Sheet{
		{Name: "preferences", Write: func(w io.Writer) error {
			return pages.Preferences(w, look, pages.Choice{Often: heed.Less, Theirs: true, Saved: true, Page: f.Text})
		}, Headers: own},
		{Name: "preferences, not theirs", Write: func(w io.Writer) error {
			return pages.Preferences(w, look, pages.Choice{Often: heed.Never, Refused: true, Page: f.Text})
		}, Headers: own},
		{Name: "often once more", Write: func(w io.Writer) error { return pages.OnceMore(w, look, pages.OftenField, f.Text) }, Headers: own},
		{Name: "links once more", Write: func(w io.Writer) error { return pages.OnceMore(w, look, pages.MailField, f.Text) }, Headers: own},
		{Name: "deletion once more", Write: func(w io.Writer) error { return pages.OnceMore(w, look, pages.DeleteField, f.Text) }, Headers: own},
		{Name: "known", Write: func(w io.Writer) error { return pages.Known(w, look, "?file", entries) }, Headers: own},
		{Name: "forget", Write: func(w io.Writer) error { return pages.Forget(w, look, f.Text, true) }, Headers: own},
		{Name: "forgotten", Write: func(w io.Writer) error { return pages.Forgotten(w, look) }, Headers: notice},
		{Name: "link sent", Write: func(w io.Writer) error { return pages.LinkSent(w, look) }, Headers: notice},
		{Name: "link over", Write: func(w io.Writer) error { return pages.LinkOver(w, look) }, Headers: notice},
	}
}

// TestPreferencesStandAsChosen: the choice of now is the one that is marked, in
// every language, and it can be sent only where it is theirs.
func TestPreferencesStandAsChosen(t *testing.T) {
	for _, say := range words.All {
		look := acme
		look.Locale = say.Lang
		for often := heed.AsUsual; often <= heed.Never; often++ {
			for _, theirs := range []bool{true, false} {
				var b strings.Builder
				if err := pages.Preferences(&b, look, pages.Choice{Often: often, Theirs: theirs, Page: "p"}); err != nil {
					t.Fatal(err)
				}
				doc := proof.Tree(t, b.String())
				checked := ""
				for _, in := range proof.Find(doc, "input") {
					if _, yes := in["checked"]; yes {
						checked += in["value"]
					}
				}
				_, disabled := proof.Find(doc, "fieldset")[0]["disabled"]
				buttons := 2
				if theirs {
					buttons++
				}
				if checked != often.String() || disabled == theirs || len(proof.Find(doc, "button")) != buttons {
					t.Errorf("%s, %s, theirs %v: %q is marked, disabled %v", say.Lang, often, theirs, checked, disabled)
				}
				if strings.Contains(b.String(), "{brand}") {
					t.Errorf("%s: a hole shows", say.Lang)
				}
			}
		}
	}
}

// TestWishesNeedAPerson: what a machine could send is a form only where no script
// runs, and what is asked for once more has nothing chosen in it, and what nobody
// sees before and behind what can be.
func TestWishesNeedAPerson(t *testing.T) {
	for _, field := range []pages.Field{pages.OftenField, pages.MailField, pages.DeleteField} {
		page := proof.Drawn(t, func(w io.Writer) error { return pages.OnceMore(w, acme, field, "p-1") })
		if forms := proof.Find(proof.Tree(t, page), "form"); len(forms) > 0 {
			t.Errorf("%s: a machine that runs scripts finds %v", field, forms)
		}
		var radios []map[string]string
		for _, in := range proof.Find(proof.Unscripted(t, page), "input") {
			if _, yes := in["checked"]; yes {
				t.Errorf("%s: %v is chosen", field, in)
			}
			if in["type"] == "radio" {
				radios = append(radios, in)
			}
		}
		for k, in := range radios {
			if blind := k == 0 || k == len(radios)-1; (in["value"] == "-") != blind || in["name"] != string(field) || in["form"] != "choice" {
				t.Errorf("%s: %v", field, in)
			}
		}
	}
	for _, draw := range []func(io.Writer) error{
		func(w io.Writer) error { return pages.Preferences(w, acme, pages.Choice{Theirs: true, Page: "p"}) },
		func(w io.Writer) error { return pages.Forget(w, acme, "p", true) },
	} {
		if forms := proof.Find(proof.Tree(t, proof.Drawn(t, draw)), "form"); len(forms) > 0 {
			t.Errorf("a machine that runs scripts finds %v", forms)
		}
	}
}

// TestKnownIsText: what strangers wrote stands there as they wrote it.
func TestKnownIsText(t *testing.T) {
	var b strings.Builder
	list := []pages.Entry{{At: time.Date(2026, 3, 9, 23, 0, 0, 0, time.UTC), Title: "ticket.solved", Fields: [][2]string{{"comment", "<b>5 < 6\nשלום"}}}}
	if err := pages.Known(&b, acme, "?file", list); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"March 9", "&lt;b&gt;5 &lt; 6\nשלום", `href="?file"`, "ticket.solved"} {
		if !strings.Contains(b.String(), want) {
			t.Errorf("no %q in %s", want, b.String())
		}
	}
}
