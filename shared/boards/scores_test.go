package boards_test

import (
	"strings"
	"testing"

	"heed/shared/boards"
	"heed/shared/heed"
	"heed/shared/markup/proof"
)

func shown(t *testing.T, m boards.Measure) string {
	t.Helper()
	var b strings.Builder
	d := &boards.ScoresData{Frame: boards.Frame{Brand: "Acme"}, Programs: []boards.ProgramData{{Name: "p", Ask: heed.NPS, All: m}}}
	if err := boards.Scores(&b, d); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestNumberIsShownWithWhatMakesItHonest(t *testing.T) {
	text := proof.Visible(t, shown(t, boards.Measure{
		Shown: true, Score: "-8", Interval: "-21 to 5", At: -8, Low: -21, High: 5,
		Touchpoints: 1234567, Asked: 400, Answered: 102, Effective: 88.4, Rate: 0.255, Respondents: 29,
	}))
	for _, want := range []string{"−8", "95% interval: −21 to 5", "Touchpoints 1,234,567", "Asked 400", "Answered 102 26% of those asked", "Effective n 88", "Provisional", "Respondents 29 people at least"} {
		if !strings.Contains(text, want) {
			t.Errorf("no %q in %s", want, text)
		}
	}
}

// TestWhatIsSaidOfScores: the adjusted score stands in words beside the plain
// one, a draw gone wrong is said, and only what is no chance is pointed out.
func TestWhatIsSaidOfScores(t *testing.T) {
	var b strings.Builder
	if err := boards.Scores(&b, scored(proof.Harmless)); err != nil {
		t.Fatal(err)
	}
	text := proof.Visible(t, b.String())
	for _, want := range []string{
		"Adjusted for who answers −10 95% interval: −24 to 4", "Doubtful 3",
		"500 were drawn where 400 expected by chance", "Billing 5 to 19 points above the rest rank 1 (1 to 2)",
		"The whole journey", "support Billing 70% −21 to 5 −8 102", "differ by 4 points", "evenness is 0.92", "Billing 1–2 90 40 10 25%",
	} {
		if !strings.Contains(text, want) {
			t.Errorf("no %q in %s", want, text)
		}
	}
	if strings.Contains(text, "Respondents") {
		t.Error("60 respondents at least, counted in 64 groups, are said to be so many")
	}
	if n := strings.Count(text, "too much for chance"); n != 1 {
		t.Errorf("%d alarms", n)
	}
}

func TestReadersChooseAPeriod(t *testing.T) {
	var b strings.Builder
	if err := boards.Scores(&b, &boards.ScoresData{Frame: boards.Frame{Brand: "Acme", Days: &boards.DaysData{Reader: true, Period: "2026-10"}}, Reader: true}); err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, in := range proof.Find(proof.Tree(t, b.String()), "input") {
		names = append(names, in["name"]+"="+in["value"])
	}
	if strings.Join(names, " ") != "period=2026-10" || strings.Contains(proof.Visible(t, b.String()), "Decisions") {
		t.Errorf("%v in %s", names, proof.Visible(t, b.String()))
	}
}

func TestTooFewIsSaidAndNotShown(t *testing.T) {
	page := shown(t, boards.Measure{Reason: "too few to show", Score: "77", Interval: "1 to 99", At: 77, Answered: 3, Rate: -1})
	if text := proof.Visible(t, page); !strings.Contains(text, "Too few to show") || strings.Contains(text, "77") || strings.Contains(text, "1 to 99") {
		t.Error(text)
	}
	if strings.Contains(page, "<svg") {
		t.Error("a picture of too few")
	}
	if text := proof.Visible(t, shown(t, boards.Measure{Reason: "too few to show", Settled: true, Rate: -1})); strings.Contains(text, "Settled") {
		t.Error("a score that is not there is settled")
	}
}

func TestWithheldIsNotZero(t *testing.T) {
	text := proof.Visible(t, shown(t, boards.Measure{Reason: "too few to show", Withheld: true, Touchpoints: 40, Asked: 9, Rate: -1}))
	if !strings.Contains(text, "Asked 9") || !strings.Contains(text, "Answered –") || strings.Contains(text, "Effective") {
		t.Error(text)
	}
}

func TestRoughScoreIsItsInterval(t *testing.T) {
	page := shown(t, boards.Measure{Shown: true, IntervalOnly: true, Score: "77", Interval: "10 to 99", At: 77, Low: 10, High: 99, Settled: true})
	if text := proof.Visible(t, page); !strings.Contains(text, "10 to 99") || strings.Contains(text, "77") || !strings.Contains(text, "Settled") {
		t.Error(text)
	}
	if strings.Contains(page, "<circle") {
		t.Error("a dot for a score that does not stand")
	}
}

func TestPictureStaysOnItsAxis(t *testing.T) {
	page := shown(t, boards.Measure{Shown: true, Score: "100", Interval: "50 to 100", At: 140, Low: -300, High: 50})
	for _, want := range []string{`class="bar" x1="0.0%" x2="75.0%"`, `cx="100.0%"`} {
		if !strings.Contains(page, want) {
			t.Errorf("no %s in %s", want, page)
		}
	}
}

func TestSmallShareIsNotNothing(t *testing.T) {
	var b strings.Builder
	d := &boards.ScoresData{Programs: []boards.ProgramData{{Name: "p", Ask: heed.NPS, Reasons: []boards.ReasonData{{Reason: heed.NotDrawn, Count: 9999}, {Reason: heed.NoMatch, Count: 1}}}}}
	if err := boards.Scores(&b, d); err != nil {
		t.Fatal(err)
	}
	if text := proof.Visible(t, b.String()); !strings.Contains(text, "Not drawn the draw said no 9,999 100% No match no program asks about it 1 <1%") {
		t.Error(text)
	}
}

func TestMailOpensItsLinksBesideTheMailbox(t *testing.T) {
	var b strings.Builder
	if err := boards.MailHTML(&b, "<html><head><title>x</title></head><body><a href=\"/s/T?score=9\">9</a></body></html>", boards.MailView{}); err != nil {
		t.Fatal(err)
	}
	if doc := proof.Tree(t, b.String()); len(proof.Find(doc, "base")) != 1 || proof.Find(doc, "base")[0]["target"] != "_blank" || len(proof.Find(doc, "a")) != 1 {
		t.Error(b.String())
	}
}

// Months are drawn on an axis that holds them all, and of what is not shown there
// is a gap.
func TestMonthsAreDrawnOnTheirAxis(t *testing.T) {
	month := func(at, low, high float64, settled bool) boards.MonthData {
		return boards.MonthData{Name: "October 2026", Short: "Oct", Measure: boards.Measure{Shown: true, Score: "8", Interval: "7 to 9", At: at, Low: low, High: high, Settled: settled, Answered: 50}}
	}
	few := boards.MonthData{Name: "May 2026", Short: "May", Measure: boards.Measure{Reason: "too few to show", Answered: 3, Rate: -1}}
	rough := month(5, -20, 40, true)
	rough.IntervalOnly = true
	d := &boards.ScoresData{Programs: []boards.ProgramData{{Name: "p", Ask: heed.NPS, Months: []boards.MonthData{few, rough, month(10, 0, 20, true), month(30, 20, 40, false)}}}}
	var b strings.Builder
	if err := boards.Scores(&b, d); err != nil {
		t.Fatal(err)
	}
	_, drawn, _ := strings.Cut(b.String(), `<svg class="time"`)
	drawn, _, _ = strings.Cut(drawn, "</svg>")
	for text, times := range map[string]int{
		`role="img"`: 1, `class="rule`: 4, `class="rule zero"`: 1, `class="bar"`: 2, `class="bar dashed"`: 1, `class="dot"`: 1, `class="dot open"`: 1,
		`>−20<`: 1, `>40<`: 1, `y1="8.0" y2="168.0"`: 1, // the widest interval fills it
	} {
		if n := strings.Count(drawn, text); n != times {
			t.Errorf("%s stands %d times in %s", text, n, drawn)
		}
	}
	for _, want := range []string{"May 2026 too few to show 3 provisional", "October 2026 7 to 9 8 50 settled"} {
		if text := proof.Visible(t, b.String()); !strings.Contains(text, want) {
			t.Errorf("no %q in %s", want, text)
		}
	}
}

// A number leads to what it is of, and a reader's to nothing.
func TestNumbersLeadToTheirTouchpoints(t *testing.T) {
	m := boards.Measure{
		Shown: true, Score: "-8", Interval: "-21 to 5", At: -8, Low: -21, High: 5,
		Touchpoints: 1234, Asked: 400, Answered: 102, Effective: 88.4, Rate: 0.255, Doubtful: 7, Behind: "/touchpoints?program=a&by=team",
	}
	page := shown(t, m)
	for _, want := range []string{`&amp;counted=yes">−8<`, `&amp;by=team">1,234<`, `&amp;reason=asked">400<`, `&amp;answered=yes">102<`, `&amp;doubtful=yes">7<`} {
		if !strings.Contains(page, `<a class="n" href="/touchpoints?program=a&amp;by=team`) || !strings.Contains(page, want) {
			t.Errorf("no %s in %s", want, page)
		}
	}
	m.Behind = ""
	if strings.Contains(shown(t, m), `class="n"`) {
		t.Error("a number leads somewhere")
	}
}
