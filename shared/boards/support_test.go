package boards_test

import (
	"io"
	"strings"
	"testing"

	"heed/shared/boards"
	"heed/shared/heed"
	"heed/shared/markup/proof"
)

// numbered are a number that stands alone, one that doesn't, and one that isn't
// there.
func numbered(f proof.Filling) (sure, rough, few boards.NumberData) {
	sure = boards.NumberData{Shown: true, Text: "4 h", Interval: "3 h to 5 h", At: 14400, Low: 10800, High: 18000, N: 1234, Behind: "/touchpoints" + f.Path}
	rough, few = sure, boards.NumberData{Reason: "too few to show", Text: "77", N: 4, Behind: f.Path}
	rough.IntervalOnly, rough.N = true, 12
	return sure, rough, few
}

// dealt is a page with all that there can be on one about tickets.
func dealt(f proof.Filling) *boards.SupportData {
	sure, rough, few := numbered(f)
	whole := scored(f).Programs[0]
	moved := &boards.ChangeData{Text: "-8%", Interval: "-12% to -3%", Sure: true}
	month := boards.SupportMonth{MonthData: whole.Months[0], Over: true, Tickets: 900, Resolution: sure, FirstReply: rough, Once: sure, Reopened: few, Said: sure}
	open := month
	open.MonthData, open.Over, open.Resolution, open.FirstReply = whole.Months[1], false, rough, sure
	part := boards.SupportPart{Value: f.Text, Behind: f.Path, Tickets: 900, Resolution: sure, FirstReply: rough, Once: few, Reopened: sure, Score: sure, Volume: moved, ResolutionChange: moved, ScoreChange: whole.Change}
	one := boards.SupportProgram{
		Name: f.Text, Stage: f.Text, Ask: heed.CSAT, Before: f.Text, Score: whole.All, Change: whole.Change, Others: 3,
		Findings: []boards.FindingData{{Value: f.Text, Says: f.Text, Row: 1}, {Says: f.Text}, {Value: f.Text, Says: f.Text, Row: -1}},
		Measures: []boards.MeasureRow{
			{Name: "Tickets solved", Of: "counted", NumberData: boards.NumberData{Shown: true, Counted: true, Interval: "41.1 a day", N: 1234, Behind: f.Path}},
			{Name: "Resolution", Of: "median", NumberData: sure, Change: moved},
			{Name: "Handling", Of: "median", NumberData: rough},
			{Name: "Opened again", NumberData: few, Unchanged: f.Text},
		},
		Months: []boards.SupportMonth{month, open, {MonthData: whole.Months[2], Resolution: few, FirstReply: few, Once: few, Reopened: few, Said: few}},
		Parts:  []boards.SupportPart{part, {Value: "b", Resolution: rough, FirstReply: few, Once: few, Reopened: few, Score: few}}, LeftOut: 4, AllParts: f.Path,
	}
	return &boards.SupportData{Frame: frame(f), By: "team", Fresh: true, Programs: []boards.SupportProgram{one, one}}
}

// performed is a page with all that there can be on one about agents.
func performed(f proof.Filling) *boards.AgentsData {
	sure, rough, few := numbered(f)
	points := boards.NumberData{Shown: true, Text: "104", Interval: "101 to 107", At: 104, Low: 101, High: 107, N: 1234, Behind: f.Path}
	out := sure
	out.Marked = true
	agents := []boards.AgentData{
		{Value: f.Text, Behind: f.Path, Tickets: 1234, Answers: 400, Score: sure, Expected: "-3", Beyond: sure, Once: sure, Handling: sure, Performance: points, Rank: "1 (1 to 3)", KeptOut: out, Others: sure},
		{Value: "b", Behind: f.Path, Tickets: 20, Answers: 9, Score: rough, Beyond: few, Once: rough, Handling: few, Performance: rough, NoRank: "none below 30", KeptOut: few},
	}
	one := boards.AgentsProgram{
		Name: f.Text, Stage: f.Text, Ask: heed.CSAT, Findings: []boards.FindingData{{Value: f.Text, Says: f.Text}}, Agents: agents, LeftOut: 3, AllAgents: f.Path,
		Few: []boards.FewData{{Value: f.Text, Behind: f.Path, Tickets: 4, Answers: 2}, {Value: "d"}},
	}
	return &boards.AgentsData{Frame: frame(f), Kept: true, Orders: frame(f).Periods, Programs: []boards.AgentsProgram{one, {Name: "b", Ask: heed.NPS, Few: one.Few}}}
}

// What stands alone does so with its interval and n, and what doesn't is not told.
func TestTicketsAreShownWithTheirIntervals(t *testing.T) {
	page := proof.Drawn(t, func(w io.Writer) error { return boards.Support(w, dealt(proof.Harmless)) })
	text := proof.Visible(t, page)
	for _, want := range []string{
		"Tickets solved counted 1,234 41.1 a day –", "Resolution median 4 h 3 h to 5 h · n 1,234 −8% −12% to −3% · sure",
		"Handling median 3 h to 5 h few · n 12 –", "Opened again too few to show · n 4 Billing",
		"What their customers said −8 95% interval: −21 to 5", "Of 102 answers", "Touchpoints that are no solved tickets", "Changes are since Billing.",
		"Billing : Billing Its row", "September 2026 900 tickets", "October 2026 900 tickets, not over", "Median time to the first reply", "less than 14 days ago",
		"Billing 900 tickets 4 h 3 h to 5 h · n 1,234 changed −8% −12% to −3% · sure", "And 4 with fewer tickets: show more of them",
	} {
		if !strings.Contains(text, want) {
			t.Errorf("no %q in %s", want, text)
		}
	}
	if strings.Contains(text, "77") || strings.Count(page, `<svg class="time"`) != 6 || strings.Count(page, `href="#r0-1"`) != 1 || strings.Count(page, `id="r0-1"`) != 1 || strings.Count(page, `href="#t0"`) != 1 {
		t.Errorf("%s", text)
	}
}

// The agents' page says what the score is and isn't for, and ranks with care.
func TestAgentsAreShownWithTheirPlaces(t *testing.T) {
	text := proof.Visible(t, proof.Drawn(t, func(w io.Writer) error {
		return boards.Agents(w, performed(proof.Harmless))
	}))
	for _, want := range []string{
		"not for pay, praise or blame", "No ranks below 30", "Billing 1,234 tickets, 400 answers 104 101 to 107 · n 1,234 1 (1 to 3) 4 h 3 h to 5 h · n 1,234 the mix gives −3",
		"more than of others others: 4 h, 3 h to 5 h · n 1,234", "b 20 tickets, 9 answers 3 h to 5 h few · n 12 none below 30",
		"Too few to say anything, with fewer than 5 answers and fewer than 5 tickets: Billing (answers: 2, tickets: 4); d (answers: 0, tickets: 0)",
	} {
		if !strings.Contains(text, want) {
			t.Errorf("no %q in %s", want, text)
		}
	}
}

func TestLasting(t *testing.T) {
	for seconds, want := range map[float64]string{
		0: "0 s", 0.4: "0 s", 1: "1 s", 59.4: "59 s", 59.6: "1 min", 60: "1 min", 270: "4 min 30 s", 599.7: "10 min", 600: "10 min", 2099: "35 min", 3599: "1 h",
		3600: "1 h", 15120: "4 h 12 min", 86399: "1 d", 86400: "1 d", 183600: "2 d 3 h", 172799: "2 d", 863999: "10 d", 864000: "10 d", 900000: "10 d", 2592000: "30 d",
	} {
		if got := strings.ReplaceAll(boards.Lasting(seconds), "\u00a0", " "); got != want {
			t.Errorf("%v seconds are written %q, want %q", seconds, got, want)
		}
	}
}
