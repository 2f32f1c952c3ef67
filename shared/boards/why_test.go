package boards_test

import (
	"strings"
	"testing"

	"heed/shared/boards"
	"heed/shared/heed"
	"heed/shared/markup/proof"
)

// measured are scores of all kinds: one that stands, one that is too rough to,
// and one that isn't shown.
func measured(f proof.Filling) (whole, rough, few boards.Measure) {
	whole = boards.Measure{
		Shown: true, Score: "-8", Interval: "-21 to 5", At: -8, Low: -21, High: 5,
		Behind: "/touchpoints" + f.Path, Touchpoints: 12345, Answered: 102, Settled: true,
	}
	rough, few = whole, boards.Measure{Reason: "too few to show", Score: "77", Answered: 3}
	rough.IntervalOnly, rough.Settled, rough.Behind = true, false, ""
	return whole, rough, few
}

func stated(text, interval string, at float64) boards.Stated {
	return boards.Stated{Shown: true, Text: text, Interval: interval, At: at, Low: at - 6, High: at + 6}
}

func issues(f proof.Filling) []boards.IssueData {
	whole, rough, few := measured(f)
	unclear := stated("-77 points", "-3 to 2 points", -1)
	unclear.IntervalOnly = true
	return []boards.IssueData{
		{Name: f.Text, Count: 1234, Share: stated("12%", "11% to 13%", 12), Score: whole, Effect: stated("-12 points", "-18 to -6 points", -12), Apart: "6 to 18 points below the rest"},
		{Name: "login", Count: 29, Share: boards.Stated{Shown: true, IntervalOnly: true, Text: "9%", Interval: "5% to 14%"}, Score: rough, Effect: unclear},
		{Name: "price", Count: 3, Share: boards.Stated{Reason: "too few to show"}, Score: few, Effect: boards.Stated{Reason: "too few to show"}},
	}
}

func spoken(f proof.Filling) *boards.WhyData {
	whole, _, few := measured(f)
	d := &boards.WhyData{Frame: frame(f), NoDimension: true}
	crossed := []boards.CrossedData{{Value: f.Text, Of: 1234, Issues: issues(f), LeftOut: 2}, {Value: "b", Of: 1, Issues: issues(f)[1:]}}
	phrases := []boards.PhraseData{
		{Phrase: f.Text, Comments: 61, Low: 40, Effect: stated("+44 points", "30 to 55 points", 44)},
		{Phrase: "thank you", Comments: 9, Low: 0, Effect: boards.Stated{Shown: true, IntervalOnly: true, Text: "-19 points", Interval: "-24 to -3 points", At: -19, Low: -24, High: -3}},
	}
	d.Programs = []boards.SpokenData{
		{Name: f.Text, Stage: f.Text, Ask: heed.NPS, Score: whole, Issues: issues(f), Mentions: issues(f), Comments: 812, Phrases: phrases, Products: crossed, Agents: crossed, LeftOut: 7, All: f.Path},
		{Name: "few", Ask: heed.CES, Score: few, Comments: 9, LeftOut: 1},
		{Name: "none", Ask: heed.CSAT, Score: whole, Issues: issues(f), Comments: 80},
		{Name: "later", Ask: heed.CSAT, NotMade: f.Text},
	}
	return d
}

func TestWhatIsSaidOfIssues(t *testing.T) {
	text := proof.Visible(t, proof.Drawn(t, every(proof.Harmless)[sheet(t, "why")].Write))
	for _, want := range []string{
		"All together: −8 (−21 to 5), by 102 answers on 12,345 touchpoints", "All together: too few to show, by 3 answers on",
		"Billing 6 to 18 points below the rest 1,234 12%, 11% to 13% −8 −21 to 5 102 answers −12 points −18 to −6 points",
		"login 29 5% to 14% −21 to 5 102 answers −3 to 2 points",
		"price 3 too few to show 3 answers too few to show",
		"Found among 812 comments, false discoveries held at 5%.",
		"Billing 61 40 +44 points 30 to 55 points", "thank you 9 0 −24 to −3 points",
		"Too few comments: 9, and", "Among 80 comments none is found", "No touchpoint is about an issue", "No comment speaks of an issue",
		"By product, for the roadmap: 1 stands out", "By agent, for training: 1 stands out", "Billing 1,234 touchpoints with an issue, the most frequent:",
		"And 7 lines more: show more of them .", "And 1 line more, in this page’s JSON.", "name issue among the dimensions of",
	} {
		if !strings.Contains(text, want) {
			t.Errorf("no %q in %s", want, text)
		}
	}
	for _, never := range []string{"77", "−19", "9%"} {
		if strings.Contains(strings.ReplaceAll(text, "19%", ""), never+" ") {
			t.Errorf("%s stands without its interval in %s", never, text)
		}
	}
}

func TestIssuesAreToBeNamed(t *testing.T) {
	text := proof.Visible(t, proof.Drawn(t, every(proof.Harmless)[sheet(t, "why, unnamed")].Write))
	if !strings.Contains(text, "No issues are named yet") || !strings.Contains(text, "issues: - name: billing") || strings.Contains(text, "What touchpoints are about") {
		t.Error(text)
	}
}

// sheet is where a page is among all.
func sheet(t *testing.T, name string) int {
	t.Helper()
	for i, s := range every(proof.Harmless) {
		if s.Name == name {
			return i
		}
	}
	t.Fatal(name)
	return 0
}
