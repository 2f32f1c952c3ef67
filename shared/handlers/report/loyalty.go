package report

import (
	"io"
	"net/http"
	"slices"
	"time"

	"heed/shared/boards"
	"heed/shared/figures"
	"heed/shared/heed"
	"heed/shared/loyalty"
	"heed/shared/service"
	"heed/shared/sheets"
)

// A loyal is what customers say beside what they do, as the page's JSON has it.
type loyal struct {
	RolledUp time.Time `json:"rolled_up"`
	*sheets.Loyalty
}

// loyaltyPage shows who left and who bought again, and what they had said.
func (h *Handler) loyaltyPage(r *http.Request) (screen, error) {
	ctx, days := r.Context(), sheets.LoyaltyPeriod(h.today())
	d := &boards.LoyaltyData{NoCohort: !slices.Contains(h.Config.Dimensions, "cohort")}
	var err error
	if d.Frame, err = h.frame(ctx, boards.LoyaltyPath, period{first: days.First, last: days.Last}); err != nil {
		return screen{}, err
	}
	v := loyal{d.AsOf, &sheets.Loyalty{
		From: days.First.String(), To: days.Last.String(), Cohorts: []loyalty.Cohort{}, Said: []loyalty.Said{},
		All: loyalty.Cohort{Values: []loyalty.Value{}, NPS: []figures.Figure{}},
	}}
	made, err := h.sheetOf(ctx, heed.EveryProgram, sheets.NamedLoyalty, sheets.NamedLoyalty, v.Loyalty)
	if err != nil {
		return screen{}, err
	}
	if !made {
		d.NotMade = "These numbers are not made yet: the roll-up makes them."
	}
	loyaltyData(d, v.Loyalty)
	return screen{v, func(w io.Writer) error { return boards.Loyalty(w, d) }}, nil
}

// loyaltyData writes the sheet into the page.
func loyaltyData(d *boards.LoyaltyData, s *sheets.Loyalty) {
	for _, f := range s.Findings {
		d.Findings = append(d.Findings, f.Says)
	}
	for i := range s.Said {
		one := &s.Said[i]
		d.Said = append(d.Said, saidData(one, wayTo(one.Program, s.From, s.To, "", "")))
		d.Programs = append(d.Programs, one.Program)
	}
	last := 0
	for i := range s.Cohorts {
		c := cohortData(s, &s.Cohorts[i], d.Programs)
		if c.Year == last {
			c.Year = 0
		} else {
			last = c.Year
		}
		d.Cohorts = append(d.Cohorts, c)
	}
	d.All = cohortData(s, &s.All, d.Programs)
}

func saidData(s *loyalty.Said, behind string) boards.SaidData {
	d := boards.SaidData{
		Program: s.Program, Stage: s.Stage, Behind: behind,
		All: countedOf(&s.All), Left: countedOf(&s.Left.Figure), Stayed: countedOf(&s.Stayed.Figure), Bought: countedOf(&s.Bought.Figure),
		Leaving: followedData(&s.Leaving), Buying: followedData(&s.Buying),
	}
	for i := range s.LeftOf {
		d.LeftOf[i] = followedData(&s.LeftOf[i])
	}
	return d
}

func followedData(s *service.Share) boards.Followed {
	return boards.Followed{N: s.N, Of: s.Of, Stated: shareData(s)}
}

// cohortData is a cohort as the page shows it, with the NPS of each program.
func cohortData(s *sheets.Loyalty, c *loyalty.Cohort, programs []string) boards.CohortData {
	d := boards.CohortData{Joined: c.Joined, Left: followedData(&c.Left), Again: followedData(&c.Again), Leavings: c.Leavings, Churn: churnData(c.Churn)}
	d.Name, d.Short, d.Year = cohortNamed(c.Cohort)
	for i := range c.Values {
		v := &c.Values[i]
		d.Values = append(d.Values, boards.ValueData{Currency: v.Currency, Bought: v.Bought, Each: moneyData(v.Each, v.Currency), Lifetime: moneyData(v.Lifetime, v.Currency)})
	}
	for _, program := range programs {
		m := boards.Measure{Reason: figures.TooFew}
		if i := slices.IndexFunc(c.NPS, func(f figures.Figure) bool { return f.Program == program }); i >= 0 {
			m = countedOf(&c.NPS[i])
			by := ""
			if c.Cohort != "" {
				by = "cohort"
			}
			m.Behind = wayTo(program, s.From, s.To, by, c.Cohort)
		}
		d.NPS = append(d.NPS, m)
	}
	return d
}
