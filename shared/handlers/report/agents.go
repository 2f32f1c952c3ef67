package report

import (
	"cmp"
	"io"
	"math"
	"net/http"
	"net/url"
	"slices"
	"time"

	"heed/shared/boards"
	"heed/shared/heed"
	"heed/shared/service"
	"heed/shared/sheets"
)

// An agentsSeen is how agents did, as the page's JSON has it.
type agentsSeen struct {
	RolledUp time.Time        `json:"rolled_up"`
	From     string           `json:"from"`
	To       string           `json:"to"`
	Made     bool             `json:"made"` // the roll-up has made sheets of the period
	Programs []*sheets.Agents `json:"programs"`
}

// byScore is the order of agents that is not by name.
const byScore = "score"

// mostAgents is how many agents' rows a page has, of all programs. The JSON has
// as many as the sheets.
const mostAgents = 30

// agentsPage shows how agents did in a period, of one program or of all. It is of
// sheets alone: what agents are held against is too much to be made on the spot.
func (h *Handler) agentsPage(r *http.Request) (screen, error) {
	q, ctx := r.URL.Query(), r.Context()
	name, p, err := h.chosen(q)
	if err != nil {
		return screen{}, err
	}
	if order := q.Get("order"); order != "" && order != byScore {
		return screen{}, heed.Errorf(heed.Invalid, "order is %s, or left out", byScore)
	}
	programs, err := h.programs(q.Get("program"))
	if err != nil {
		return screen{}, err
	}
	d := &boards.AgentsData{Kept: slices.Contains(h.Config.Dimensions, "agent")}
	if d.Frame, err = h.frame(ctx, boards.AgentsPath, p); err != nil {
		return screen{}, err
	}
	v := &agentsSeen{RolledUp: d.AsOf, From: p.first.String(), To: p.last.String(), Programs: []*sheets.Agents{}}
	for i := range programs {
		s := &sheets.Agents{}
		made, err := h.sheetOf(ctx, programs[i].Name, sheets.NamedAgents, name, s)
		if err != nil {
			return screen{}, err
		}
		if v.Made = v.Made || made; made && len(s.Agents) > 0 {
			v.Programs = append(v.Programs, s)
		}
	}
	if d.Periods = h.choices(q, name, "order", "program"); !v.Made {
		d.Missing = notMade
	}
	d.Orders = orders(q)
	for _, s := range v.Programs {
		one := agentsProgram(s, max(6, mostAgents/len(v.Programs)), q.Get("order") == byScore)
		if one.LeftOut > 0 && len(v.Programs) > 1 {
			one.AllAgents = "?" + kept(q, []string{"period", "order"}, "program", s.Program).Encode()
		}
		d.Programs = append(d.Programs, one)
	}
	return screen{v, func(w io.Writer) error { return boards.Agents(w, d) }}, nil
}

func orders(q url.Values) []boards.Link {
	keep := []string{"period", "program"}
	return []boards.Link{
		{Text: "by name", Path: "?" + kept(q, keep, "order", "").Encode(), Here: q.Get("order") == ""},
		{Text: "by performance score", Path: "?" + kept(q, keep, "order", byScore).Encode(), Here: q.Get("order") == byScore},
	}
}

// agentsProgram is a program's sheet as the page shows it, with the agents that
// have the most tickets. Whoever has no rank stands behind the others where these
// are in the order of it, by name: there, too, a place would be a rank.
func agentsProgram(s *sheets.Agents, rows int, ranked bool) boards.AgentsProgram {
	d := boards.AgentsProgram{Name: s.Program, Stage: s.Stage, Ask: s.Ask, LeftOut: s.LeftOut}
	parts := map[string]*sheets.Part{}
	for i := range s.Parts {
		parts[s.Parts[i].Value] = &s.Parts[i]
	}
	var shown []service.Performance
	places := 0
	for _, a := range s.Agents {
		places += min(a.Rank, 1)
		if a.Shown && parts[a.Value] != nil {
			shown = append(shown, a)
			continue
		}
		d.Few = append(d.Few, boards.FewData{Value: a.Value, Tickets: a.Tickets, Answers: a.Answers, Behind: wayTo(s.Program, s.From, s.To, "agent", a.Value)})
	}
	if len(d.Few) > rows {
		d.LeftOut, d.Few = d.LeftOut+len(d.Few)-rows, d.Few[:rows]
	}
	if len(shown) > rows {
		slices.SortStableFunc(shown, func(a, b service.Performance) int { return cmp.Compare(b.Tickets, a.Tickets) })
		d.LeftOut += len(shown) - rows
		shown = shown[:rows]
		slices.SortFunc(shown, func(a, b service.Performance) int { return cmp.Compare(a.Value, b.Value) })
	}
	if ranked {
		place := func(a service.Performance) int { return cmp.Or(a.Rank, math.MaxInt) }
		slices.SortStableFunc(shown, func(a, b service.Performance) int { return cmp.Compare(place(a), place(b)) })
	}
	at := map[string]int{}
	for i := range shown {
		at[shown[i].Value] = i
		d.Agents = append(d.Agents, agentData(s, &shown[i], parts[shown[i].Value], places))
	}
	d.Findings = stands(service.FindKeptOut(s.Agents), at)
	return d
}
