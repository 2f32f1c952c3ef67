package laptop_test

import (
	"math"
	"slices"

	"heed/shared/cells"
	"heed/shared/heed"
	"heed/shared/service"
	"heed/shared/sheets"
)

// supported compares the support measures of each value with those of the
// tickets that were posted.
func (c *chronicle) supported(posted []happening, p heed.Period, by string, of func(happening) []string) {
	c.Helper()
	var sheet sheets.Scores
	c.sheet("support", "scores/"+by, p.String(), &sheet)
	plain := map[string]*plainly{}
	last := map[string]*plainTicket{}
	for _, h := range posted {
		switch heed.DeedOf(h.kind) {
		case heed.Solved:
			ticket := &plainTicket{happening: h}
			last[h.object] = ticket
			if day := heed.DayOf(h.at, c.options.Config.Zone); day < p.First || day > p.Last {
				continue
			}
			for _, value := range of(h) {
				if plain[value] == nil {
					plain[value] = &plainly{}
				}
				plain[value].tickets = append(plain[value].tickets, ticket)
			}
		case heed.Reopened:
			if was := last[h.object]; was != nil && h.at.Sub(was.at) <= heed.ReopenedWithin {
				was.reopened = true
			}
		}
	}
	if len(sheet.Parts) != len(plain) || len(plain) < 3 {
		c.Errorf("%s by %s has %d values, want %d", p, by, len(sheet.Parts), len(plain))
	}
	for _, part := range sheet.Parts {
		if want := plain[part.Value]; want == nil || part.Service == nil {
			c.Errorf("%s by %s has %q", p, by, part.Value)
		} else if wrong := want.unlike(part.Service); wrong != "" {
			c.Errorf("%s, %s: %s is not what was posted", p, part.Value, wrong)
		}
	}
}

// A plainTicket is one solving.
type plainTicket struct {
	happening
	reopened bool
}

// plainly is some solvings.
type plainly struct{ tickets []*plainTicket }

// unlike names the first measure that is not what anybody would count, "" if all are.
func (p *plainly) unlike(m *service.Measures) string {
	var once, reopened uint64
	var resolution, reply, handling []float64
	for _, t := range p.tickets {
		if t.reopened {
			reopened++
		} else if t.reopens == 0 {
			once++
		}
		resolution = append(resolution, t.at.Sub(t.created).Seconds())
		if !t.replied.IsZero() {
			reply = append(reply, t.replied.Sub(t.created).Seconds())
		}
		if t.handled > 0 {
			handling = append(handling, t.handled.Seconds())
		}
	}
	switch {
	case m.Solved != uint64(len(p.tickets)):
		return "solved"
	case m.Once.N != once || m.Once.Of != m.Solved:
		return "first contact resolution"
	case m.Reopened.N != reopened:
		return "reopened"
	case !timed(m.Resolution, resolution):
		return "resolution"
	case !timed(m.FirstReply, reply):
		return "first reply"
	case !timed(m.Handling, handling):
		return "handling"
	}
	return ""
}

// timed reports whether a time is that of these durations: exactly the mean, and
// within the sketch's 1% the median and the 90th percentile of nearest rank.
func timed(t service.Time, all []float64) bool {
	slices.Sort(all)
	n, sum := float64(len(all)), 0.0
	for _, x := range all {
		sum += math.Floor(x)
	}
	rank := func(q float64) float64 { return all[int(math.Ceil(q*n))-1] }
	of := func(e *service.Estimate, want, by float64) bool {
		return e == nil || math.Abs(e.Value-want) <= by*want && e.Low <= e.Value && e.Value <= e.High
	}
	if t.N != uint64(len(all)) || len(all) >= 36 && (t.Median == nil || t.P90 == nil || t.Mean == nil) {
		return false
	}
	return len(all) == 0 || of(t.Mean, sum/n, 1e-9) && of(t.Median, rank(0.5), cells.Accuracy) && of(t.P90, rank(0.9), cells.Accuracy)
}

// customers compares cohorts, churn and value with what was posted.
func (c *chronicle) customers(posted []happening) {
	c.Helper()
	var sheet sheets.Loyalty
	c.sheet(heed.EveryProgram, sheets.NamedLoyalty, sheets.NamedLoyalty, &sheet)
	zone, today := c.options.Config.Zone, heed.DayOf(c.laptop.Clock.Now(), c.options.Config.Zone)
	type life struct {
		cohort       string
		joined, left heed.Day
		paid         map[string]float64
	}
	lives := map[string]*life{}
	for _, h := range posted {
		day := heed.DayOf(h.at, zone)
		l := lives[h.customer]
		if l == nil {
			l = &life{cohort: heed.QuarterOf(day).String(), joined: day, paid: map[string]float64{}}
			lives[h.customer] = l
		}
		switch heed.DeedOf(h.kind) {
		case heed.Left:
			l.left = day
		case heed.Bought:
			l.paid[h.currency] += float64(h.amount)
		}
	}
	for _, cohort := range sheet.Cohorts {
		joined, left, days, paid := 0.0, 0.0, 0.0, map[string]float64{}
		for _, l := range lives {
			if l.cohort != cohort.Cohort {
				continue
			}
			joined++
			end := today
			if l.left > 0 {
				left++
				end = l.left
			}
			days += float64(end - l.joined)
			for currency, amount := range l.paid {
				paid[currency] += amount
			}
		}
		if cohort.Joined != uint64(joined) || cohort.Left.N != uint64(left) {
			c.Errorf("%s: %d joined and %d left, want %v and %v", cohort.Cohort, cohort.Joined, cohort.Left.N, joined, left)
		}
		if churn := cohort.Churn; left >= 5 && (churn == nil || math.Abs(churn.Value-30*left/days) > 1e-9) {
			c.Errorf("%s: a churn of %v, want %v", cohort.Cohort, churn, 30*left/days)
		}
		for _, v := range cohort.Values {
			if left >= 5 && v.Bought >= 5 && (v.Lifetime == nil || math.Abs(v.Lifetime.Value/(paid[v.Currency]/left)-1) > 1e-9) {
				c.Errorf("%s: a customer's value of %v %s, want %v", cohort.Cohort, v.Lifetime, v.Currency, paid[v.Currency]/left)
			}
		}
	}
	if len(sheet.Cohorts) < 4 {
		c.Errorf("%d cohorts", len(sheet.Cohorts))
	}
}
