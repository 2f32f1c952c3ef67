package boards_test

import (
	"io"
	"strings"
	"testing"

	"heed/shared/boards"
	"heed/shared/markup/proof"
)

func loyal(f proof.Filling) *boards.LoyaltyData {
	whole, rough, few := measured(f)
	followed := boards.Followed{N: 21, Of: 102, Stated: stated("20%", "14% to 29%", 20)}
	unclear := boards.Followed{N: 2, Of: 12, Stated: boards.Stated{Shown: true, IntervalOnly: true, Text: "77%", Interval: "5% to 45%", At: 17, Low: 5, High: 45}}
	none := boards.Followed{N: 1, Of: 4, Stated: boards.Stated{Reason: "too few to show"}}
	money := func(currency, text string) boards.ValueData {
		return boards.ValueData{Currency: currency, Bought: 412, Each: stated(text+" 42.10", "38.00 to 46.20", 4210), Lifetime: stated(text+" 1,412.00", "1,100.00 to 1,812.00", 141200)}
	}
	cohort := boards.CohortData{
		Name: "Quarter 3, 2026", Short: f.Text, Year: 2026, Joined: 1234, Left: followed, Again: followed, Leavings: 250, Churn: stated("1.3%", "1.1% to 1.5%", 1.3),
		Values: []boards.ValueData{money(f.Text, "EUR"), money("JPY", "JPY")}, NPS: []boards.Measure{whole, rough},
	}
	young := boards.CohortData{
		Name: f.Text, Short: "Q4", Joined: 12, Left: unclear, Again: none, Leavings: 2, Churn: boards.Stated{Reason: "too few to show"},
		Values: []boards.ValueData{{Currency: "EUR", Bought: 4, Each: boards.Stated{Reason: "too few to show"}, Lifetime: boards.Stated{Reason: "too few to show"}}}, NPS: []boards.Measure{few, few},
	}
	all := cohort
	return &boards.LoyaltyData{
		Frame: frame(f), Findings: []string{f.Text, "renewal: Customers who then left had been content."}, Programs: []string{f.Text, "renewal"},
		Cohorts: []boards.CohortData{cohort, young}, All: all,
		Said: []boards.SaidData{{
			Program: f.Text, Stage: f.Text, All: whole, Left: rough, Stayed: whole, Bought: few, Leaving: followed, Buying: none,
			LeftOf: [3]boards.Followed{followed, unclear, none}, Behind: "/touchpoints" + f.Path,
		}},
	}
}

func TestWhatIsSaidOfLoyalty(t *testing.T) {
	text := proof.Visible(t, proof.Drawn(t, every(proof.Harmless)[sheet(t, "loyalty")].Write))
	for _, want := range []string{
		"renewal: Customers who then left had been content.",
		"everyone −8 −21 to 5 102 answers who then left −21 to 5 102 answers 20% 14% to 29% 21 of 102",
		"who bought again too few to show 3 answers too few to show 1 of 4",
		"detractors, 0 to 6 102 20% 14% to 29% 21 of 102 passives, 7 and 8 12 5% to 45% 2 of 12 promoters, 9 and 10 4 too few to show 1 of 4",
		"Quarter 3, 2026 1,234 20% 14% to 29% 21 of 102 1.3% 1.1% to 1.5% 250 leavings Billing 12 5% to 45% 2 of 12 too few to show 2 leavings All of them 1,234",
		"Quarter 3, 2026 JPY JPY 42.10 38.00 to 46.20 412 purchases JPY 1,412.00 1,100.00 to 1,812.00 250 leavings",
		"NPS, renewal First heard of NPS Quarter 3, 2026 −21 to 5 102 answers",
		"first heard of in the quarter in which Heed began",
	} {
		if !strings.Contains(text, want) {
			t.Errorf("no %q in %s", want, text)
		}
	}
	if strings.Contains(text, "77") {
		t.Errorf("a number that is not to stand alone does in %s", text)
	}
}

// A quarter's picture is on the axis, and there is none of what isn't shown.
func TestCohortsAreDrawn(t *testing.T) {
	page := proof.Drawn(t, every(proof.Harmless)[sheet(t, "loyalty")].Write)
	if n := strings.Count(page, `<svg class="time"`); n != 3 {
		t.Errorf("%d pictures of cohorts, want that of leaving and one of each program", n)
	}
	d := loyal(proof.Harmless)
	d.Cohorts = d.Cohorts[1:]
	d.Cohorts[0].Left.Shown = false
	if page := proof.Drawn(t, func(w io.Writer) error { return boards.Loyalty(w, d) }); strings.Contains(page, `<svg class="time"`) {
		t.Error("a picture of too few")
	}
}
