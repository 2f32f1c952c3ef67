package laptop_test

import (
	"slices"

	"heed/infra/laptop/year"
	"heed/shared/heed"
)

// standsOut checks that what the year hides stands out in a plain count of what
// was posted.
func (c *chronicle) standsOut(n *count) {
	c.Helper()
	h := &c.hidden
	now, before := part{h.Team, c.quarter(h.TeamFrom)}, part{h.Team, c.quarter(h.TeamFrom.AddDate(0, 0, -1))}
	share := func(p part) float64 { return float64(n.Reopened[p]) / float64(n.Solved[p]) }
	if n.Resolution[now] > n.Resolution[before]*2/3 || share(now) < 2*share(before) || share(now) < 0.15 {
		c.Errorf("%s solves in %s and %.2f are reopened, before in %s and %.2f", h.Team, n.Resolution[now], share(now), n.Resolution[before], share(before))
	}
	for _, p := range []string{"Starter", "Business", "Enterprise"} {
		if p != h.Product && n.Volume[part{h.Product, "bug"}] < 3*n.Volume[part{p, "bug"}]/2 {
			c.Errorf("%s has %d bugs, %s %d", h.Product, n.Volume[part{h.Product, "bug"}], p, n.Volume[part{p, "bug"}])
		}
	}
	busy, calm, others := n.perMonth(h)
	if busy < 1.5*others || calm > 0.8*others {
		c.Errorf("a busy month has %.0f tickets, a calm one %.0f, others %.0f", busy, calm, others)
	}
	hard, kept, all := map[string]float64{}, map[string]float64{}, map[string]float64{}
	for _, e := range c.events {
		if heed.DeedOf(e.Kind) != heed.Solved {
			continue
		}
		all[e.Agent]++
		if slices.Contains(h.Hard, e.Issue) {
			hard[e.Agent]++
		}
		if slices.Contains(e.Tags, year.KeptOut) {
			kept[e.Agent]++
		}
	}
	for agent, n := range all {
		if mixed := hard[h.HardMix] / all[h.HardMix]; agent != h.HardMix && hard[agent]/n > mixed-0.15 {
			c.Errorf("%.2f of %s's tickets are hard, and %.2f of %s's", hard[agent]/n, agent, mixed, h.HardMix)
		}
		if out := kept[h.Keeper] / all[h.Keeper]; agent != h.Keeper && kept[agent]/n > out/3 {
			c.Errorf("%s keeps %.2f of the tickets out, and %s %.2f", agent, kept[agent]/n, h.Keeper, out)
		}
	}
}

// perMonth is how many tickets are solved in a busy month, in a calm one, and in
// any other, on average.
func (n *count) perMonth(h *year.Hidden) (busy, calm, others float64) {
	for month, solved := range n.Months {
		switch {
		case slices.Contains(h.Busy, month):
			busy += float64(solved) / float64(len(h.Busy))
		case slices.Contains(h.Calm, month):
			calm += float64(solved) / float64(len(h.Calm))
		default:
			others += float64(solved) / float64(12-len(h.Busy)-len(h.Calm))
		}
	}
	return busy, calm, others
}

// satisfied checks that it stands out in what was answered, too, where it is
// strong enough for so few customers.
func (c *chronicle) satisfied(rows []told) {
	c.Helper()
	h := &c.hidden
	is := func(r *told, product, team string) bool {
		return r.Program == "support" && (product == "" || r.dim("product") == product) && (team == "" || r.dim("team") == team)
	}
	c.falls(rows, "customers of "+h.Product, func(r *told) (bool, bool) { return is(r, h.Product, ""), r.At.Before(h.ProductFrom) })
	c.falls(rows, "customers of "+h.Team, func(r *told) (bool, bool) { return is(r, "", h.Team), r.At.Before(h.TeamFrom) })
	c.falls(rows, "others than of "+h.Loyal+" at its renewal", func(r *told) (bool, bool) {
		return r.Program == "renewal", r.dim("product") == h.Loyal && !r.At.Before(h.LoyalFrom) && r.At.Before(h.LoyalUntil)
	})
}

// falls checks that fewer of the second answers are high than of the first.
func (c *chronicle) falls(rows []told, who string, of func(*told) (within, first bool)) {
	c.Helper()
	var high, all [2]float64
	for _, r := range rows {
		within, first := of(&r)
		if r.Response == nil || !within {
			continue
		}
		i := 1
		if first {
			i = 0
		}
		all[i]++
		if ask := map[string]heed.Ask{"support": heed.CSAT, "renewal": heed.NPS}[r.Program]; ask.Third(r.Response.Score) == 2 {
			high[i]++
		}
	}
	if first, second := high[0]/all[0], high[1]/all[1]; !(second < first-0.15) {
		c.Errorf("of %s %.0f of %.0f are content, and %.0f of %.0f", who, high[0], all[0], high[1], all[1])
	}
}
