package laptop_test

import (
	"slices"
	"testing"
	"time"

	"heed/shared/heed"
	"heed/shared/service"
	"heed/shared/sheets"
)

// What Heed keeps of a year is what happened in it, counted by anybody. What the
// year hides is found on the sheets that pages show, and what they say of support
// and of customers is what a plain count of what was posted says. It takes as
// many customers as the demo has.
func TestYearIsPictured(t *testing.T) {
	unraced(t)
	t.Parallel()
	c := livedThrough(t, 2400)
	c.asPosted()
	c.advance(t, 48*time.Hour) // until every sheet is made of all that came
	posted := c.posted()
	q := heed.QuarterOf(heed.DayOf(c.hidden.TeamFrom, c.options.Config.Zone))
	for _, p := range []heed.Period{q, q.Before()} {
		c.supported(posted, p, "team", func(h happening) []string { return []string{h.team} })
		c.supported(posted, p, "tag", func(h happening) []string { return h.tags })
	}
	c.customers(posted)
	c.worse()
	c.early(q)
	c.agents()
	c.leavers()
	c.season()
}

// sheet reads a sheet that there must be.
func (c *chronicle) sheet(program, name, period string, into any) {
	c.Helper()
	if found, err := c.laptop.Store().Sheet(c.Context(), program, name, period, into); err != nil || !found {
		c.Fatalf("sheet %s of %s, %s: %v, %v", name, program, period, found, err)
	}
}

// worse looks for the product that got worse.
func (c *chronicle) worse() {
	c.Helper()
	var sheet sheets.Scores
	c.sheet("support", "scores/product", heed.QuarterOf(heed.DayOf(c.hidden.TeamFrom, time.UTC)).String(), &sheet)
	for _, p := range sheet.Parts {
		below := p.Rest.Shown && *p.Rest.Difference < 0 && *p.Rest.AmongMany < 0.05
		if below != (p.Value == c.hidden.Product) {
			c.Errorf("%s is below the rest: %v", p.Value, below)
		}
	}
}

// early looks for the team that closes early.
func (c *chronicle) early(q heed.Period) {
	c.Helper()
	var sheet sheets.Scores
	c.sheet("support", "scores/team", q.String(), &sheet)
	found := slices.ContainsFunc(sheet.Findings, func(f service.Finding) bool {
		return f.Kind == "faster_and_worse" && f.Value == c.hidden.Team
	})
	if !found {
		c.Errorf("nothing says that %s closes early: %+v", c.hidden.Team, sheet.Findings)
	}
	for _, f := range sheet.Findings {
		if f.Kind == "faster_and_worse" && f.Value != c.hidden.Team {
			c.Errorf("%s is said to close early", f.Value)
		}
	}
}

// agents looks for the one with the hard mix, the weaker one and the one who
// keeps tickets out.
func (c *chronicle) agents() {
	c.Helper()
	var sheet sheets.Agents
	c.sheet("support", sheets.NamedAgents, heed.YearOf(heed.DayOf(c.hidden.TeamFrom, time.UTC)).String(), &sheet)
	least, weakest := "", ""
	byName := map[string]*service.Performance{}
	for i := range sheet.Agents {
		a := &sheet.Agents[i]
		byName[a.Value] = a
		if a.Expected != nil && (least == "" || *a.Expected < *byName[least].Expected) {
			least = a.Value
		}
		if a.Score != nil && (weakest == "" || a.Score.Value < byName[weakest].Score.Value) {
			weakest = a.Value
		}
		if out := a.KeptOut != nil && a.KeptOut.Alarm; out != (a.Value == c.hidden.Keeper) {
			c.Errorf("%s is said to keep tickets out: %v", a.Value, out)
		}
	}
	if least != c.hidden.HardMix {
		c.Errorf("%s has the hardest mix, not %s", least, c.hidden.HardMix)
	} else if a := byName[least]; a.Satisfaction == nil || a.Satisfaction.High < 0 {
		c.Errorf("%s does worse than the mix lets expect: %+v", least, a.Satisfaction)
	}
	if weakest != c.hidden.Weaker {
		c.Errorf("%s is the weakest, not %s", weakest, c.hidden.Weaker)
	}
}

// leavers looks for those who recommend and leave.
func (c *chronicle) leavers() {
	c.Helper()
	var sheet sheets.Loyalty
	c.sheet(heed.EveryProgram, sheets.NamedLoyalty, sheets.NamedLoyalty, &sheet)
	if !slices.ContainsFunc(sheet.Findings, func(f service.Finding) bool { return f.Kind == "high_nps_leaves" && f.Value == "renewal" }) {
		c.Errorf("nothing says that those who leave had been content: %+v", sheet.Findings)
	}
}

// season looks for the busy and the calm months.
func (c *chronicle) season() {
	c.Helper()
	var sheet sheets.Scores
	c.sheet("support", "scores/", sheets.Days, &sheet)
	perMonth := map[bool][]uint64{}
	for _, p := range sheet.Months[1 : len(sheet.Months)-1] { // whole ones
		first, err := time.Parse("2006-01", p.Month)
		if err != nil {
			c.Fatal(err)
		}
		busy := slices.Contains(c.hidden.Busy, first.Month())
		perMonth[busy] = append(perMonth[busy], p.Figure.Population)
	}
	if len(perMonth[true]) == 0 || slices.Min(perMonth[true]) < slices.Max(perMonth[false])*5/4 {
		c.Errorf("busy months have %v touchpoints, others %v", perMonth[true], perMonth[false])
	}
}
