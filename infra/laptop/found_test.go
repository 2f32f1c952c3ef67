package laptop_test

import (
	"slices"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"heed/shared/heed"
)

// A count is what anybody would make of what happened, with pencil and paper.
type count struct {
	Solved     map[part]int           // by team and quarter
	Resolution map[part]time.Duration // likewise, medians
	FirstReply map[part]time.Duration
	Handling   map[part]time.Duration
	Reopened   map[part]int         // likewise: solvings after which it was opened again
	Again      map[part]int         // likewise: solvings of what had been opened again, where that is told
	Volume     map[part]int         // solvings by product and tag
	Bought     map[string][]int64   // amounts by currency, sorted
	Joined     map[string]int       // customers by cohort
	Left       map[string]int       // likewise
	Months     map[time.Month]int   // solvings
	Agents     map[part]int         // solvings by agent and issue, by its tag
	cohort     map[string]string    // by customer
	solved     map[string]happening // by object, the latest
}

type part struct{ Of, In string }

func (c *chronicle) count(all []happening) *count {
	n := &count{
		map[part]int{},
		map[part]time.Duration{},
		map[part]time.Duration{},
		map[part]time.Duration{},
		map[part]int{},
		map[part]int{},
		map[part]int{},
		map[string][]int64{},
		map[string]int{},
		map[string]int{},
		map[time.Month]int{},
		map[part]int{},
		map[string]string{},
		map[string]happening{},
	}
	resolution, reply, handling := map[part][]time.Duration{}, map[part][]time.Duration{}, map[part][]time.Duration{}
	for _, h := range all {
		quarter := c.quarter(h.at)
		if n.cohort[h.customer] == "" {
			n.cohort[h.customer] = quarter
			n.Joined[quarter]++
		}
		of := part{h.team, quarter}
		switch heed.DeedOf(h.kind) {
		case heed.Solved:
			n.solve(h, of, c.options.Config.Zone)
			resolution[of] = append(resolution[of], h.at.Sub(h.created))
			handling[of] = append(handling[of], h.handled)
			if !h.replied.IsZero() {
				reply[of] = append(reply[of], h.replied.Sub(h.created))
			}
		case heed.Reopened:
			if before := n.solved[h.object]; h.at.Sub(before.at) <= heed.ReopenedWithin {
				n.Reopened[part{before.team, c.quarter(before.at)}]++
			}
		case heed.Bought:
			n.Bought[h.currency] = append(n.Bought[h.currency], h.amount)
			slices.Sort(n.Bought[h.currency])
		case heed.Left:
			n.Left[n.cohort[h.customer]]++
		}
	}
	n.Resolution, n.FirstReply, n.Handling = medians(resolution), medians(reply), medians(handling)
	return n
}

func (n *count) solve(h happening, of part, zone *time.Location) {
	n.solved[h.object] = h
	n.Solved[of]++
	n.Months[h.at.In(zone).Month()]++
	if h.reopens > 0 {
		n.Again[of]++
	}
	for _, tag := range h.tags {
		n.Volume[part{h.product, tag}]++
		n.Agents[part{h.agent, tag}]++
	}
}

// medians takes the lower of the two in the middle.
func medians(all map[part][]time.Duration) map[part]time.Duration {
	out := map[part]time.Duration{}
	for of, list := range all {
		slices.Sort(list)
		out[of] = list[(len(list)-1)/2]
	}
	return out
}

// asPosted checks that the rows say what was posted, and that what the year hides
// stands out in them.
func (c *chronicle) asPosted() {
	c.Helper()
	rows := c.told(c.T)
	posted, kept := c.count(c.posted()), c.count(readBack(rows))
	if diff := cmp.Diff(posted, kept, cmpopts.IgnoreUnexported(count{})); diff != "" {
		c.Errorf("of what was posted Heed keeps other than it was:\n%s", diff)
	}
	c.followed(rows, kept)
	c.standsOut(posted)
	c.satisfied(rows)
}

// followed checks what rows say that came after them, and whose cohort is whose.
func (c *chronicle) followed(rows []told, kept *count) {
	c.Helper()
	type end struct{ left, bought []time.Time }
	ends := map[string]*end{}
	for _, r := range rows {
		e := ends[r.Customer]
		if e == nil {
			e = &end{}
			ends[r.Customer] = e
		}
		switch heed.DeedOf(r.Kind) {
		case heed.Left:
			e.left = append(e.left, r.At)
		case heed.Bought:
			e.bought = append(e.bought, r.At)
		}
		if got := r.dim("cohort"); got != "" && got != kept.cohort[r.Customer] {
			c.Errorf("%s of %s is of cohort %q, not %q", r.Kind, r.At, got, kept.cohort[r.Customer])
		}
	}
	within := func(r *told, all []time.Time) bool {
		return r.Invitation != nil && slices.ContainsFunc(all, func(at time.Time) bool {
			return !at.Before(r.Decision.DecidedAt) && at.Sub(r.Decision.DecidedAt) <= heed.FollowedFor
		})
	}
	reopened, left := map[part]int{}, 0
	for _, r := range rows {
		if r.After.Reopened != nil {
			reopened[part{r.dim("team"), c.quarter(r.At)}]++
		}
		e := ends[r.Customer]
		if got, want := r.After.Left != nil, within(&r, e.left); got != want {
			c.Errorf("of %s of %s it is said %v that its customer left", r.Kind, r.At, got)
		}
		if got, want := r.After.Bought != nil, within(&r, e.bought); got != want {
			c.Errorf("of %s of %s it is said %v that its customer bought", r.Kind, r.At, got)
		}
		if r.After.Left != nil {
			left++
		}
	}
	if diff := cmp.Diff(kept.Reopened, reopened); diff != "" {
		c.Errorf("of what was reopened the rows say otherwise:\n%s", diff)
	}
	if left < 5 {
		c.Errorf("%d who were asked left", left)
	}
}
