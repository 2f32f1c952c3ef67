package report

import (
	"fmt"

	"heed/shared/boards"
	"heed/shared/service"
	"heed/shared/sheets"
)

// rankable is how many tickets, or answers, it takes to stand without an
// interval and to be ranked (service.Perform).
const rankable = 30

// agentData is an agent as the page shows them, among so many that are ranked.
func agentData(s *sheets.Agents, a *service.Performance, p *sheets.Part, ranked int) boards.AgentData {
	f := &p.Figure.Figure
	behind := wayTo(s.Program, s.From, s.To, "agent", a.Value)
	of, filter := a.Tickets, "solved"
	if a.Satisfaction != nil && a.Answers < of {
		of, filter = a.Answers, "counted" // a score of several is as sure as its least
	}
	few := func(n uint64) bool { return n < rankable }
	d := boards.AgentData{
		Value: a.Value, Behind: behind, Tickets: a.Tickets, Answers: a.Answers, Score: score(f, behind),
		Beyond:      number(a.Satisfaction, "", a.Answers, f.IntervalOnly || few(a.Answers), ofQuery(behind, "counted", "yes"), beyond(s.Ask)),
		Once:        number(a.Once, "", a.Tickets, few(a.Tickets), ofQuery(behind, "once", "yes"), apartBy),
		Handling:    number(a.Handling, "", a.Handled, few(a.Handled), ofQuery(behind, "solved", "yes"), ratios),
		Performance: number(a.Score, a.Reason, of, a.IntervalOnly, ofQuery(behind, filter, "yes"), plain),
	}
	if a.Expected != nil {
		d.Expected, _ = written(s.Ask, *a.Expected, *a.Expected, *a.Expected)
	}
	d.Rank, d.NoRank = placed(a, ranked)
	if k := a.KeptOut; k != nil {
		d.KeptOut, d.Others = shareOf(&k.Share, behind), shareOf(&k.Others, "")
		d.KeptOut.Marked = k.Alarm
	}
	return d
}

// placed is a rank with those that it may really be, or why there is none.
func placed(a *service.Performance, ranked int) (rank, none string) {
	switch {
	case a.Rank == 0 && a.IntervalOnly:
		return "", fmt.Sprintf("none below %d", rankable)
	case a.Rank == 0:
		return "", "nobody to compare with"
	case a.From == 1 && a.To == ranked:
		return "", fmt.Sprintf("any of %d", ranked)
	case a.From == a.To:
		return fmt.Sprint(a.Rank), ""
	}
	return fmt.Sprintf("%d (%d\u00a0to\u00a0%d)", a.Rank, a.From, a.To), ""
}
