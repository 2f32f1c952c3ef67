package boards_test

import (
	"io"
	"net/http"
	"strings"
	"testing"
	"time"

	"heed/shared/boards"
	"heed/shared/heed"
	"heed/shared/markup/proof"
)

// every lists all boards, filled with f. The plan, which has no headers, has
// tests of its own.
func every(f proof.Filling) []proof.Sheet {
	return []proof.Sheet{
		{Name: "scores", Write: func(w io.Writer) error { return boards.Scores(w, scored(f)) }, Headers: boards.OperatorHeaders},
		{Name: "scores, for readers", Write: func(w io.Writer) error {
			d := scored(f)
			d.Reader, d.Days, d.Unmatched = true, &boards.DaysData{Reader: true, Period: f.Text}, 0
			for i := range d.Programs {
				one := &d.Programs[i]
				one.Months, one.Reasons, one.All.Behind = nil, nil, ""
			}
			return boards.Scores(w, d)
		}, Headers: boards.OperatorHeaders},
		{Name: "scores, none", Write: func(w io.Writer) error {
			return boards.Scores(w, &boards.ScoresData{Frame: boards.Frame{Brand: f.Brand}})
		}, Headers: boards.OperatorHeaders},
		{Name: "failed", Write: func(w io.Writer) error {
			return boards.Failed(w, &boards.FailedData{Frame: frame(f), Says: f.Text, Again: f.Path})
		}, Headers: boards.OperatorHeaders},
		{Name: "answers", Write: func(w io.Writer) error {
			back := mailbox(f).Open.Came.Back
			return boards.Answers(w, &boards.AnswersData{Frame: frame(f), Only: frame(f).Periods, Rows: []boards.BackData{*back}, Looked: 2000})
		}, Headers: boards.OperatorHeaders},
		{Name: "touchpoints", Write: func(w io.Writer) error {
			return boards.Touchpoints(w, &boards.TouchpointsData{Frame: frame(f), Only: []boards.FilterData{{Name: f.Text, Value: f.Text, Without: f.Path}}, Rows: []boards.RowData{happened(f)}, Looked: 5000, Next: f.Path})
		}, Headers: boards.OperatorHeaders},
		{Name: "touchpoint", Write: func(w io.Writer) error {
			at := time.Unix(1_790_000_000, 0).UTC()
			return boards.Touchpoint(w, &boards.TouchpointData{Frame: frame(f), RowData: happened(f), Facts: [][2]string{{f.Text, f.Text}}, Decisions: []boards.DecisionData{{
				Program: f.Text, Reason: heed.Asked, Why: f.Text, Config: f.Text, At: at, Due: at, Invited: f.Text, Sent: at, Delivered: at, Failed: at,
				Further: []boards.FurtherData{{Kind: f.Text, Due: at}}, Back: mailbox(f).Open.Came.Back, Reopened: at, Left: at, Bought: at,
			}}})
		}, Headers: boards.OperatorHeaders},
		{Name: "customers", Write: func(w io.Writer) error {
			return boards.Customers(w, &boards.CustomersData{Frame: frame(f), Sources: []string{f.Text, "desk"}, Says: f.Text})
		}, Headers: boards.OperatorHeaders},
		{Name: "customer", Write: func(w io.Writer) error { return boards.Customer(w, customer(f)) }, Headers: boards.OperatorHeaders},
		{Name: "customer, forgotten", Write: func(w io.Writer) error {
			return boards.Customer(w, &boards.CustomerData{Frame: frame(f), Hash: heed.Hash{1}, Often: "usual"})
		}, Headers: boards.OperatorHeaders},
		{Name: "forgotten", Write: func(w io.Writer) error {
			return boards.Forgotten(w, &boards.ForgottenData{Frame: frame(f), Rows: 1234, Stays: []string{f.Text}, Hash: heed.Hash{1}})
		}, Headers: boards.OperatorHeaders},
		{Name: "why", Write: func(w io.Writer) error { return boards.Why(w, spoken(f)) }, Headers: boards.OperatorHeaders},
		{Name: "why, unnamed", Write: func(w io.Writer) error {
			return boards.Why(w, &boards.WhyData{Frame: frame(f), NoIssues: true, Programs: spoken(f).Programs})
		}, Headers: boards.OperatorHeaders},
		{Name: "loyalty", Write: func(w io.Writer) error { return boards.Loyalty(w, loyal(f)) }, Headers: boards.OperatorHeaders},
		{Name: "loyalty, none", Write: func(w io.Writer) error {
			return boards.Loyalty(w, &boards.LoyaltyData{Frame: frame(f), NotMade: f.Text})
		}, Headers: boards.OperatorHeaders},
		{Name: "support", Write: func(w io.Writer) error { return boards.Support(w, dealt(f)) }, Headers: boards.OperatorHeaders},
		{Name: "support, none", Write: func(w io.Writer) error {
			return boards.Support(w, &boards.SupportData{Frame: boards.Frame{Brand: f.Brand}})
		}, Headers: boards.OperatorHeaders},
		{Name: "agents", Write: func(w io.Writer) error { return boards.Agents(w, performed(f)) }, Headers: boards.OperatorHeaders},
		{Name: "agents, not made", Write: func(w io.Writer) error {
			return boards.Agents(w, &boards.AgentsData{Frame: frame(f), Kept: true, Missing: f.Text})
		}, Headers: boards.OperatorHeaders},
		{Name: "agents, not kept", Write: func(w io.Writer) error {
			return boards.Agents(w, &boards.AgentsData{Frame: frame(f)})
		}, Headers: boards.OperatorHeaders},
		{Name: "sources", Write: func(w io.Writer) error { return boards.Sources(w, doors(f)) }, Headers: boards.OperatorHeaders},
		{Name: "sources, none", Write: func(w io.Writer) error {
			return boards.Sources(w, &boards.SourcesData{Frame: boards.Frame{Brand: f.Brand}})
		}, Headers: boards.OperatorHeaders},
		{Name: "mailbox", Write: func(w io.Writer) error { return boards.Mailbox(w, mailbox(f)) }, Headers: boards.OperatorHeaders},
		{Name: "mailbox, empty", Write: func(w io.Writer) error { return boards.Mailbox(w, &boards.MailboxData{Brand: f.Brand}) }, Headers: boards.OperatorHeaders},
	}
}

// frame is one with all that there can be.
func frame(f proof.Filling) boards.Frame {
	return boards.Frame{
		Brand: f.Brand, Nav: append(boards.Nav(boards.ScoresPath), boards.Link{Text: f.Text, Path: f.Path}), Zone: f.Text,
		From: 20_000, To: 20_029, AsOf: time.Unix(1_790_000_000, 0).UTC(), Notices: []string{f.Text},
		Periods: []boards.Link{{Text: f.Text, Path: f.Path}, {Text: "October", Path: "?period=2026-10", Here: true}},
		By:      []boards.Link{{Text: f.Text, Path: f.Path}}, Days: &boards.DaysData{Kept: [][2]string{{"by", f.Text}}},
	}
}

// customer is one of whom all is known.
func customer(f proof.Filling) *boards.CustomerData {
	at := time.Unix(1_790_000_000, 0).UTC()
	return &boards.CustomerData{
		Frame: frame(f), Hash: heed.Hash{1}, Addresses: []string{f.Text}, Names: []string{f.Text, f.Text}, Often: "never", Suppressed: f.Text,
		QuietUntil: f.Text, Since: f.Text, GoesOn: "/customers" + f.Path, Next: "?after=" + f.Text,
		Sums: &boards.LifeSums{Looked: 1234, Value: []string{f.Text}, Purchases: 3, Left: at},
		Life: []boards.LivedData{{RowData: happened(f), Facts: [][2]string{{"Amount", f.Text}}, Decisions: []boards.DecisionData{{
			Program: f.Text, Reason: heed.Asked, Why: f.Text, Invited: f.Text, Sent: at, Delivered: at, Failed: at,
			Further: []boards.FurtherData{{Kind: f.Text, Due: at}}, Back: mailbox(f).Open.Came.Back, Reopened: at, Left: at, Bought: at,
		}}}},
	}
}

func happened(f proof.Filling) boards.RowData {
	return boards.RowData{
		Path: "/touchpoints" + f.Path, Customer: "/customers" + f.Path, At: time.Unix(1_790_000_000, 0).UTC(), Program: f.Text, Source: f.Text, Kind: f.Text,
		Object: f.Text, Dims: []heed.Dim{{Name: f.Text, Value: f.Text}}, Reason: heed.Asked, Answer: &heed.Response{Score: 3}, Comment: f.Text,
	}
}

func scored(f proof.Filling) *boards.ScoresData {
	whole := boards.Measure{
		Shown: true, Score: "-8", Interval: "-21 to 5", At: -8, Low: -21, High: 5,
		Behind: "/touchpoints" + f.Path, Touchpoints: 12345, Asked: 400, Answered: 102, Effective: 88.4, Rate: 0.255, Settled: true, Respondents: 60, Doubtful: 3,
		Adjusted: &boards.Adjusted{Score: "-10", Interval: "-24 to 4", At: -10, Low: -24, High: 4},
	}
	rough, few := whole, boards.Measure{Reason: "too few to show", Score: "77", Answered: 3, Rate: -1}
	rough.IntervalOnly, rough.Settled = true, false
	parts := []boards.PartData{{Value: f.Text, Measure: whole, Apart: "5 to 19 points above the rest", Rank: "rank 1 (1 to 2)"}, {Value: "b", Measure: rough}, {Value: "c", Measure: few}}
	d := &boards.ScoresData{
		Frame: frame(f), By: "team", Unmatched: 1234, NoProgram: f.Path,
		Journeys: []boards.JourneyData{{Ask: heed.NPS, All: whole, Stages: []boards.StageData{
			{Stage: "support", Program: f.Text, Share: 0.7, Measure: whole}, {Stage: f.Text, Program: "b", Share: 0.3, Measure: few},
		}}},
	}
	reasons := []boards.ReasonData{{Reason: heed.Asked, Count: 1}, {Reason: heed.Quiet, Count: 999}, {Reason: 99, Count: 0}}
	months := []boards.MonthData{
		{Name: "September 2026", Short: "Sep", Year: 2026, Measure: whole}, {Name: "October 2026", Short: f.Text, Measure: rough}, {Name: f.Text, Short: "Nov", Measure: few},
	}
	up := &boards.ChangeData{Text: "+5 points", Interval: "1 to 9 points", Sure: true, Before: f.Text}
	for i := range parts {
		parts[i].Change = []*boards.ChangeData{up, {Interval: "-2 to 3 points", IntervalOnly: true, Before: f.Text}, nil}[i]
	}
	spread, evenness := 0.04, 0.92
	rates := boards.RatesData{Spread: &spread, Evenness: &evenness, Classes: []boards.ClassData{
		{Kind: f.Text, Band: 1, Touchpoints: 90, Asked: 40, Answered: 10, Rate: 0.25}, {Kind: "b", Band: 200},
	}}
	for i, m := range []boards.Measure{whole, rough, few} {
		ask := []heed.Ask{heed.NPS, heed.CSAT, heed.CES}[i]
		d.Programs = append(d.Programs, boards.ProgramData{Name: f.Text, Stage: f.Text, Ask: ask, Question: f.Text, All: m, Parts: parts, LeftOut: i, AllParts: f.Path, Change: parts[i].Change, Months: months, Reasons: reasons, Findings: []string{f.Text}, Audit: &boards.AuditData{Drawn: 500, Expected: 400, Alarm: i == 0}, Rates: rates})
	}
	return d
}

// doors are a source that works, one that is rejected in every way, one that
// makes nothing, one that fell silent, and one that never posted.
func doors(f proof.Filling) *boards.SourcesData {
	at := time.Date(2026, 11, 20, 10, 3, 0, 0, time.UTC)
	day := heed.Tally{Deliveries: 1234, Touchpoints: 987, Idle: 240, Kept: 2}
	day.Delays[9], day.Rejected[heed.RejectedStale] = 900, 5
	week := day
	for range 6 {
		week.Add(&day)
	}
	week.InVain(heed.TroubleLocked, true, at)
	rejected, idle := heed.Tally{Deliveries: 36}, heed.Tally{Deliveries: 12, Idle: 12}
	for i := range rejected.Rejected {
		rejected.Rejected[i] = uint64(i) + 1
	}
	return &boards.SourcesData{Frame: frame(f), Sources: []boards.SourceData{
		{Name: f.Text, Type: "zendesk", Address: "heed" + f.Path, Delivered: at, Happened: at.Add(-7 * time.Minute), Today: day, Week: week, Trouble: heed.TroubleLocked, Troubled: at, Recent: true},
		{Name: "crm", Type: f.Text, Address: "heed" + f.Path, Delivered: at, Week: rejected},
		{Name: "desk", Type: "helpscout", Delivered: at, Today: idle, Week: idle},
		{Name: "silent", Type: "hubspot", Delivered: at.AddDate(0, 0, -20), Happened: at.AddDate(0, 0, -20)},
		{Name: "new", Type: "salesforce"},
	}}
}

func mailbox(f proof.Filling) *boards.MailboxData {
	line := boards.MailLine{ID: "m-1", To: f.Text, Subject: f.Text, At: time.Unix(1_790_000_000, 0).UTC()}
	return &boards.MailboxData{
		Brand: f.Brand, Nav: []boards.Link{{Text: f.Text, Path: f.Path}}, Mails: []boards.MailLine{line, {ID: f.Text}},
		Open: &boards.MailData{MailLine: line, From: f.Text, ReplyTo: "r" + f.Text, Headers: [][2]string{{f.Text, f.Text}}, Text: f.Text, HTML: true, Came: boards.CameData{
			Reply: boards.CameNote, Steps: []boards.MailStep{{Text: f.Text, Mail: f.Text, At: line.At}, {Text: f.Text}},
			Back: &boards.BackData{Program: f.Text, Ask: heed.CSAT, Path: f.Path, At: line.At, Answer: &heed.Response{Score: 4, Comment: f.Text}, Notes: []heed.Note{{Kind: heed.Forwarded, Score: heed.None, Text: f.Text}}},
		}},
	}
}

func FuzzBoards(f *testing.F) { proof.Fuzz(f, every) }

func TestBoardsAreSelfContained(t *testing.T) { proof.Contained(t, every) }

func TestBoardsAreSmall(t *testing.T) { proof.Small(t, every) }

func TestPolicyAllowsOursAndNothingElse(t *testing.T) { proof.Allowed(t, every) }

func TestMailHeaders(t *testing.T) {
	h := http.Header{}
	boards.MailHeaders(h)
	if p := h.Get("Content-Security-Policy"); !strings.Contains(p, "sandbox allow-popups") || strings.Contains(p, "script") || strings.Contains(p, "same-origin") {
		t.Errorf("a mail's policy: %s", p)
	}
}
