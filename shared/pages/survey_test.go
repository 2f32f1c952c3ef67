package pages_test

import (
	"slices"
	"strconv"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"heed/shared/heed"
	"heed/shared/pages"
	"heed/shared/surveys"
)

var acme = pages.Look{Brand: surveys.Brand{Name: "Acme", Color: "#0b6e4f"}}

// attributes of an element, by name.
func attributes(n *html.Node) map[string]string {
	m := map[string]string{}
	for _, a := range n.Attr {
		m[a.Key] = a.Val
	}
	return m
}

// find lists the elements of a name.
func find(root *html.Node, name string) (found []map[string]string) {
	for n := range root.Descendants() {
		if n.Type == html.ElementNode && n.Data == name {
			found = append(found, attributes(n))
		}
	}
	return found
}

func TestSurveyHasEveryScoreAndChoosesOne(t *testing.T) {
	for _, ask := range []heed.Ask{heed.NPS, heed.CSAT, heed.CES} {
		low, high := ask.Range()
		for chosen := low - 2; chosen <= high+2; chosen++ {
			var b strings.Builder
			if err := pages.Survey(&b, acme, pages.Question{Ask: ask}, chosen, [8]byte{1}); err != nil {
				t.Fatal(err)
			}
			doc := tree(t, b.String())
			form := find(doc, "form")
			if len(form) != 1 || form[0]["method"] != "post" || form[0]["action"] != "?" {
				t.Errorf("forms: %v", form)
			}
			var scores, checked []string
			for _, in := range find(doc, "input") {
				if in["name"] == "edit" && in["type"] == "hidden" && in["value"] == "0100000000000000" {
					continue
				}
				if in["type"] != "radio" || in["name"] != "score" {
					t.Errorf("input %v", in)
				}
				scores = append(scores, in["value"])
				if _, yes := in["checked"]; yes {
					checked = append(checked, in["value"])
				}
			}
			if len(scores) != high-low+1 || scores[0] != strconv.Itoa(low) || scores[len(scores)-1] != strconv.Itoa(high) {
				t.Errorf("%s: scores %q", ask, scores)
			}
			var want []string
			if ask.Holds(chosen) {
				want = []string{strconv.Itoa(chosen)}
			}
			if !slices.Equal(checked, want) {
				t.Errorf("%s, %d: checked %q", ask, chosen, checked)
			}
		}
	}
}

func TestThanksGivesTheKeyToWhoeverMayChange(t *testing.T) {
	for heard, forms := range map[bool]int{false: 2, true: 1} {
		var b strings.Builder
		g := pages.Given{Score: 0, Edit: [8]byte{0xde, 0xad, 7}, Heard: heard}
		if err := pages.Thanks(&b, acme, pages.Question{Ask: heed.NPS}, g); err != nil {
			t.Fatal(err)
		}
		doc, keys := tree(t, b.String()), 0
		for _, in := range find(doc, "input") {
			if in["name"] == "edit" && in["type"] == "hidden" && in["value"] == "dead070000000000" {
				keys++
			}
			if _, yes := in["autofocus"]; yes {
				t.Error("focus leaves the thanks")
			}
		}
		if keys != forms || len(find(doc, "form")) != forms || len(find(doc, "textarea")) != forms-1 {
			t.Errorf("heard %v: %d keys in %s", heard, keys, b.String())
		}
	}
}

func TestUnsubscribePostsWhatMailProgramsPost(t *testing.T) {
	var b strings.Builder
	if err := pages.Unsubscribe(&b, acme); err != nil {
		t.Fatal(err)
	}
	doc := tree(t, b.String())
	button := find(doc, "button")
	if len(button) != 1 || button[0]["name"] != "List-Unsubscribe" || button[0]["value"] != "One-Click" || find(doc, "form")[0]["method"] != "post" {
		t.Errorf("buttons: %v", button)
	}
}

// TestTroubleSaysNothing: a notice has no more in it than its words.
func TestTroubleSaysNothing(t *testing.T) {
	var b strings.Builder
	if err := pages.Trouble(&b, acme); err != nil {
		t.Fatal(err)
	}
	if doc := tree(t, b.String()); len(find(doc, "form")) > 0 || len(find(doc, "a")) > 0 {
		t.Error(b.String())
	}
}
