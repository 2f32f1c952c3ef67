package boards_test

import (
	"fmt"
	"io"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"heed/shared/boards"
	"heed/shared/markup/proof"
)

// planOf is a plan that is filled with a text wherever it takes any.
func planOf(text string) *boards.PlanData {
	part := boards.PlanPart{
		Name: text, Note: text,
		Rows: []boards.PlanRow{{Label: text, Cells: []string{"1", text, "-3"}}, {Label: text, Under: true, Cells: []string{"", "", ""}}},
		Days: &boards.PlanDays{Unit: "month", Labels: []string{text, text}, Mails: [][]float64{{1, 0}, {2, 0.5}, {3, 1e9}}, Cells: [][]string{{"1", "2", "3"}, {"0", "0.5", text}}},
		By: []boards.PlanTable{
			{By: "team", Count: "touchpoints", Cell: "interval", Widths: "x", Least: 1, Most: 3, LeastText: text, MostText: text, Others: text, Lines: []boards.PlanLine{
				{Value: text, Count: text, Cells: []string{"1", "2", text}, Widths: []float64{1, -1, 4}},
			}},
			{By: "tag", Count: "touchpoints", Cell: "interval"},
		},
	}
	return &boards.PlanData{
		Brand: text, Lead: text, Notices: []string{text}, Variants: []string{text, "b", "c"}, All: part,
		Programs: []boards.PlanPart{part, {Name: text}}, Notes: []string{text},
	}
}

func plan(text string) proof.Sheet {
	return proof.Sheet{Name: "plan", Write: func(w io.Writer) error { return boards.Plan(w, planOf(text)) }}
}

// Whatever sources and surveys.yaml name things, the page keeps its shape.
func TestPlanKeepsItsShape(t *testing.T) {
	want := proof.Skeleton(t, plan("Billing").Written(t))
	for _, text := range []string{"</title><script>alert(1)</script>", `"><img src=x onerror=alert(1)>`, "<!--", "\x00\xff", "</td></svg></style>"} {
		if is := proof.Skeleton(t, plan(text).Written(t)); !slices.Equal(want, is) {
			t.Errorf("%q changed the shape:\n%s", text, strings.Join(is, "\n"))
		}
	}
}

// The page stands alone: no script, no other file, nothing that a policy of
// styles alone would not allow; each picture is beside a table.
func TestPlanIsSelfContained(t *testing.T) {
	ids, tables, pictures, headings := map[string]int{}, 0, 0, 0
	for n := range proof.Tree(t, plan("Billing").Written(t)).Descendants() {
		if n.Type != html.ElementNode {
			continue
		}
		switch n.Data {
		case "script", "link", "img", "object", "embed", "a", "form":
			t.Errorf("<%s>", n.Data)
		case "table":
			tables++
		case "figure":
			pictures++
		case "h1":
			headings++
		}
		for _, a := range n.Attr {
			if a.Key == "id" {
				ids[a.Val]++
			}
			if a.Key == "style" || strings.HasPrefix(a.Key, "on") || strings.Contains(a.Val, "://") {
				t.Errorf("<%s %s=%q>", n.Data, a.Key, a.Val)
			}
			if a.Key == "width" && strings.HasSuffix(a.Val, "%") && strings.HasPrefix(a.Val, "-") {
				t.Errorf("a width of %s", a.Val)
			}
		}
	}
	if headings != 1 || tables < 3*pictures || pictures != 2 {
		t.Errorf("%d first headings, %d tables, %d pictures", headings, tables, pictures)
	}
	for id, times := range ids {
		if times > 1 {
			t.Errorf("id %s stands %d times", id, times)
		}
	}
}

// Variants that come to the same lie in lanes of their own, and none is drawn
// beyond the ends of the scale.
func TestPlanKeepsVariantsApart(t *testing.T) {
	d := planOf("Billing")
	d.Programs = nil
	d.All.By[0].Lines[0].Widths = []float64{2, 2, 0.5}
	var page strings.Builder
	if err := boards.Plan(&page, d); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{`class="v0" cx="50.0%" cy="6" r="4"`, `class="v1" cx="50.0%" cy="18" r="4"`, `class="v2" cx="0.0%" cy="30" r="4"`, ` mails a day</text>`} {
		if !strings.Contains(page.String(), want) {
			t.Errorf("there is no %s", want)
		}
	}
}

func ExamplePlan() {
	var page strings.Builder
	err := boards.Plan(&page, planOf("Acme"))
	fmt.Println(err, strings.Contains(page.String(), "<td>−3</td>"))
	// Output: <nil> true
}
