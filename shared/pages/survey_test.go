package pages_test

import (
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"heed/shared/heed"
	"heed/shared/markup/proof"
	"heed/shared/pages"
	"heed/shared/surveys"
	"heed/shared/words"
)

var acme = pages.Look{Brand: surveys.Brand{Name: "Acme", Color: "#0b6e4f"}}

// styles are a question in each way that it can look, and its scores.
var styles = map[string]struct {
	pages.Question
	scores []string
}{
	"nps":     {pages.Question{Ask: heed.NPS}, strings.Fields("0 1 2 3 4 5 6 7 8 9 10")},
	"csat":    {pages.Question{Ask: heed.CSAT, Style: surveys.Numbers}, strings.Fields("1 2 3 4 5")},
	"ces":     {pages.Question{Ask: heed.CES}, strings.Fields("1 2 3 4 5 6 7")},
	"smileys": {pages.Question{Ask: heed.CSAT, Style: surveys.Smileys}, strings.Fields("1 2 3 4 5")},
	"thumbs":  {pages.Question{Ask: heed.CSAT, Style: surveys.Thumbs}, strings.Fields("1 5")},
}

func TestSurveyHasEveryScoreAndChoosesOne(t *testing.T) {
	for name, style := range styles {
		for chosen := -2; chosen <= 12; chosen++ {
			page := proof.Drawn(t, func(w io.Writer) error { return pages.Survey(w, acme, style.Question, chosen, "p-1") })
			var scores, checked []string
			for _, in := range proof.Find(proof.Tree(t, page), "input") {
				if in["type"] != "radio" || in["class"] == "none" {
					continue
				}
				scores = append(scores, in["value"])
				if _, yes := in["checked"]; yes {
					checked = append(checked, in["value"])
				}
				if in["name"] != "score" || in["form"] != "sheet" {
					t.Errorf("%s: %v", name, in)
				}
			}
			if !slices.Equal(scores, style.scores) {
				t.Errorf("%s: scores %q", name, scores)
			}
			want := []string(nil)
			if score := strconv.Itoa(chosen); slices.Contains(scores, score) {
				want = []string{score}
			}
			if !slices.Equal(checked, want) {
				t.Errorf("%s, %d: checked %q", name, chosen, checked)
			}
		}
	}
}

// TestFormsOnlyWithoutScripts: what answers the question is a form only where
// no script runs, and then one that posts the page and the score.
func TestFormsOnlyWithoutScripts(t *testing.T) {
	for name, style := range styles {
		page := proof.Drawn(t, func(w io.Writer) error { return pages.Survey(w, acme, style.Question, 5, "p-1") })
		if forms := proof.Find(proof.Tree(t, page), "form"); len(forms) > 0 {
			t.Errorf("%s: a machine that runs scripts finds %v", name, forms)
		}
		for _, b := range proof.Find(proof.Tree(t, page), "button") {
			if b["type"] != "button" {
				t.Errorf("%s: a button that submits: %v", name, b)
			}
		}
		plain := proof.Unscripted(t, page)
		forms := proof.Find(plain, "form")
		if len(forms) != 1 || forms[0]["method"] != "post" || forms[0]["action"] != "?" || forms[0]["id"] != "sheet" {
			t.Errorf("%s: without scripts the forms are %v", name, forms)
		}
		buttons := proof.Find(plain, "button")
		if len(buttons) != 2 || buttons[0]["class"] != "live" || buttons[1]["form"] != "sheet" || buttons[0]["data-page"] != "p-1" {
			t.Errorf("%s: without scripts the buttons are %v", name, buttons)
		}
		for _, in := range proof.Find(plain, "input") {
			if in["name"] == "page" && in["value"] != "p-1" {
				t.Errorf("%s: the page is %v", name, in)
			}
		}
	}
}

// TestTrapIsForMachines: nobody sees, hears or reaches the field.
func TestTrapIsForMachines(t *testing.T) {
	for _, page := range []string{
		proof.Drawn(t, func(w io.Writer) error { return pages.Survey(w, acme, pages.Question{Ask: heed.NPS}, 5, "p") }),
		proof.Drawn(t, func(w io.Writer) error { return pages.Thanks(w, acme, pages.Question{Ask: heed.NPS}, pages.Given{}) }),
	} {
		found := 0
		for n := range proof.Tree(t, page).Descendants() {
			if a := proof.Attributes(n); a["name"] == "reference" {
				found++
				around := proof.Attributes(n.Parent.Parent)
				if a["tabindex"] != "-1" || a["autocomplete"] != "off" || a["value"] != "" || around["aria-hidden"] != "true" || around["class"] != "away" {
					t.Errorf("the trap is %v in %v", a, around)
				}
			}
		}
		if found != 1 {
			t.Errorf("%d traps", found)
		}
	}
}

// TestEveryAnswerHasAName: faces and thumbs are named, and a title names nobody
// but the brand.
func TestEveryAnswerHasAName(t *testing.T) {
	page := proof.Drawn(t, func(w io.Writer) error { return pages.Survey(w, acme, styles["smileys"].Question, 5, "p") })
	for _, name := range words.For("en").Faces {
		if strings.Count(page, "<b>"+name+"</b>") != 1 {
			t.Errorf("%q is not under its face", name)
		}
	}
	if !strings.Contains(page, "<title>Acme</title>") || strings.Contains(page, "og:") {
		t.Error("links to this page are unfurled")
	}
}

func TestOwnWords(t *testing.T) {
	for _, c := range []struct {
		q    pages.Question
		want string
	}{
		{pages.Question{Ask: heed.NPS}, "How likely are you to recommend Acme to a friend or colleague?"},
		{pages.Question{Ask: heed.NPS, Own: pages.Said{Words: "Would you?"}}, `<h1><span dir="auto">Would you?</span></h1>`},
		{pages.Question{Ask: heed.CSAT, Agent: "Mia"}, "the help you received from Mia at Acme?"},
		{pages.Question{Ask: heed.CSAT, Agent: "Mia", Own: pages.Said{Words: "Well?", Lang: "en"}}, "<h1>Well?</h1>"},
		{pages.Question{Ask: heed.NPS, Agent: "Mia"}, "to a friend or colleague?"},
		{pages.Question{Ask: heed.CES, Low: pages.Said{Words: "Awful"}, High: pages.Said{Words: "Grand", Lang: "en"}}, `<span dir="auto">1 = Awful</span> <span>7 = Grand`},
		{pages.Question{Ask: heed.NPS, Own: pages.Said{Words: "چطور بود؟", Lang: "fa"}}, `<h1><span lang="fa" dir="rtl">چطور بود؟</span></h1>`},
		{pages.Question{Ask: heed.NPS, Own: pages.Said{Words: "Wie?", Lang: "de"}}, `<h1><span lang="de" dir="ltr">Wie?</span></h1>`},
		{pages.Question{Ask: heed.CSAT, Style: surveys.Smileys, Low: pages.Said{Words: "Awful", Lang: "en"}, High: pages.Said{Words: "Grand", Lang: "en"}}, "<span>Awful</span> <span>Grand</span>"},
	} {
		if page := proof.Drawn(t, func(w io.Writer) error { return pages.Survey(w, acme, c.q, 5, "p") }); !strings.Contains(page, c.want) {
			t.Errorf("%+v doesn't say %q", c.q, c.want)
		}
	}
}

func TestThanksByScore(t *testing.T) {
	say := words.For("en").Page
	for score, want := range map[int][2]words.Phrase{0: {say.Better, say.WhyLow}, 6: {say.Better, say.WhyLow}, 7: {say.Noted, say.WhyMid}, 9: {say.Glad, say.WhyHigh}} {
		page := proof.Drawn(t, func(w io.Writer) error {
			return pages.Thanks(w, acme, pages.Question{Ask: heed.NPS}, pages.Given{Score: score})
		})
		for _, phrase := range want {
			if !strings.Contains(page, htmlText(phrase.With("brand", "Acme"))) {
				t.Errorf("after %d it doesn't say %q", score, phrase)
			}
		}
	}
	own := proof.Drawn(t, func(w io.Writer) error {
		return pages.Thanks(w, acme, pages.Question{Ask: heed.NPS}, pages.Given{Score: 9, Thanks: pages.Said{Words: "Hurray!"}, Follow: pages.Said{Words: "Why so?", Lang: "en"}})
	})
	if !strings.Contains(own, `<p><span dir="auto">Hurray!</span></p>`) || !strings.Contains(own, ">Why so?</label>") || strings.Contains(own, "What did you like") {
		t.Error("the program's own words are not said")
	}
}

func htmlText(s string) string { return html.EscapeString(s) }

// TestThanksOffers what there is to do next, and no more.
func TestThanksOffers(t *testing.T) {
	reviewed := acme
	reviewed.Brand.Review = "https://reviews.example.com/acme"
	for name, c := range map[string]struct {
		look  pages.Look
		given pages.Given
		want  string // forms, text areas, ticks, links
	}{
		"all":        {reviewed, pages.Given{Quote: true}, "2 2 1 1"},
		"low":        {reviewed, pages.Given{Score: 0}, "2 2 0 1"},
		"high":       {reviewed, pages.Given{Score: 10}, "2 2 0 1"},
		"heard":      {reviewed, pages.Given{Quote: true, Heard: true}, "1 0 0 1"},
		"no reviews": {acme, pages.Given{}, "2 2 0 0"},
	} {
		doc := proof.Tree(t, proof.Drawn(t, func(w io.Writer) error { return pages.Thanks(w, c.look, pages.Question{Ask: heed.NPS}, c.given) }))
		ticks := 0
		for _, in := range proof.Find(doc, "input") {
			if in["type"] == "checkbox" {
				ticks++
			}
			if _, yes := in["autofocus"]; yes {
				t.Error("focus leaves the thanks")
			}
		}
		if is := fmt.Sprint(len(proof.Find(doc, "form")), len(proof.Find(doc, "textarea")), ticks, len(proof.Find(doc, "a"))); is != c.want {
			t.Errorf("%s: %s, want %s", name, is, c.want)
		}
	}
}

// TestUnsubscribePostsWhatMailProgramsPost where no script runs; where one
// does, it asks whether a person pressed.
func TestUnsubscribePostsWhatMailProgramsPost(t *testing.T) {
	page := proof.Drawn(t, func(w io.Writer) error { return pages.Unsubscribe(w, acme) })
	if forms := proof.Find(proof.Tree(t, page), "form"); len(forms) > 0 {
		t.Errorf("a machine that runs scripts finds %v", forms)
	}
	plain := proof.Unscripted(t, page)
	button := proof.Find(plain, "button")
	if len(button) != 2 || button[0]["data-sends"] != "leave" || button[1]["name"] != "List-Unsubscribe" || button[1]["value"] != "One-Click" || proof.Find(plain, "form")[0]["method"] != "post" {
		t.Errorf("buttons: %v", button)
	}
}

// TestWordsThatConfirm are in a form only where no script runs; those beside an
// answer always are.
func TestWordsThatConfirm(t *testing.T) {
	q := pages.Question{Ask: heed.NPS}
	for name, c := range map[string]struct {
		page  string
		forms int
	}{
		"again":  {proof.Drawn(t, func(w io.Writer) error { return pages.Again(w, acme, q, "p", pages.Given{Quote: true}) }), 0},
		"which":  {proof.Drawn(t, func(w io.Writer) error { return pages.Which(w, acme, pages.Given{}) }), 0},
		"thanks": {proof.Drawn(t, func(w io.Writer) error { return pages.Thanks(w, acme, q, pages.Given{}) }), 2},
	} {
		if forms := proof.Find(proof.Tree(t, c.page), "form"); len(forms) != c.forms {
			t.Errorf("%s: %v", name, forms)
		}
		words := proof.Find(proof.Unscripted(t, c.page), "textarea")
		if len(words) != 2 || words[0]["name"] != "comment" || words[1]["name"] != "reference" || words[0]["form"] != words[1]["form"] {
			t.Errorf("%s: %v", name, words)
		}
	}
}

// TestWhichTakesNothingForGiven: no answer is shown or thanked for, and the words
// are not called something that may be left out.
func TestWhichTakesNothingForGiven(t *testing.T) {
	for _, say := range words.All {
		look := acme
		look.Locale = say.Lang
		page := proof.Drawn(t, func(w io.Writer) error { return pages.Which(w, look, pages.Given{Page: "p", Quote: true}) })
		for _, not := range []string{"given", `type="radio"`, htmlText(say.Page.Optional.With("brand", "Acme")), "<h1>" + htmlText(say.Page.Thanks)} {
			if strings.Contains(page[strings.Index(page, "<main>"):], not) {
				t.Errorf("%s: it says %q", say.Lang, not)
			}
		}
		if want := `<label for="why">` + htmlText(say.Page.Which.Text.With("brand", "Acme")) + `</label>`; !strings.Contains(page, want) {
			t.Errorf("%s: it doesn't say %q", say.Lang, want)
		}
	}
}

// TestDecoys stand before and behind what can be chosen, and are no answer.
func TestDecoys(t *testing.T) {
	page := proof.Drawn(t, func(w io.Writer) error { return pages.Survey(w, acme, pages.Question{Ask: heed.NPS}, 5, "p") })
	var radios []map[string]string
	for _, in := range proof.Find(proof.Tree(t, page), "input") {
		if in["type"] == "radio" {
			radios = append(radios, in)
		}
	}
	for _, decoy := range []map[string]string{radios[0], radios[len(radios)-1]} {
		if _, err := strconv.Atoi(decoy["value"]); err == nil || decoy["class"] != "none" || decoy["form"] != "sheet" {
			t.Errorf("a decoy %v", decoy)
		}
	}
}

// TestTroubleSaysNothing: a notice has no more in it than its words.
func TestTroubleSaysNothing(t *testing.T) {
	var b strings.Builder
	if err := pages.Trouble(&b, acme); err != nil {
		t.Fatal(err)
	}
	if doc := proof.Tree(t, b.String()); len(proof.Find(doc, "form")) > 0 || len(proof.Find(doc, "a")) > 0 {
		t.Error(b.String())
	}
}
