package decide_test

import (
	"reflect"
	"slices"
	"testing"
	"time"

	"heed/shared/heed"
)

const hour, day = time.Hour, 24 * time.Hour

// again is a second solving of a ticket, which had been opened so often by then.
func again(ticket string, after time.Duration, reopens uint16) *heed.Touchpoint {
	t := happened("solved", ticket, after)
	t.Reopens = reopens
	return t
}

// reopened returns how long after noon each row of a touchpoint was opened again;
// 0 if it was not. All programs' rows must say the same.
func (c scene) reopened(t *heed.Touchpoint) time.Duration {
	c.Helper()
	var at []time.Time
	for _, r := range c.rows() {
		if r.ID.Touchpoint() == t.ID() {
			at = append(at, r.After.Reopened)
		}
		if (r.After.Left != time.Time{} || r.After.Bought != time.Time{}) {
			c.Errorf("nobody left or bought: %+v", r.After)
		}
	}
	if len(at) == 0 || len(slices.Compact(slices.Clone(at))) != 1 {
		c.Fatalf("its rows were opened again at %v", at)
	}
	if at[0].IsZero() {
		return 0
	}
	return at[0].Sub(noon)
}

// What was solved says when it was opened again, asked or not; told once, twice or
// late, it says the same.
func TestOpenedAgain(t *testing.T) {
	t.Parallel()
	other := happened("reopened", "1", hour)
	other.Source = "jira"
	unlike := happened("reopened", "1", hour)
	unlike.Kind = "chat.reopened"
	for name, c := range map[string]struct {
		next *heed.Touchpoint
		told time.Duration
		want time.Duration
	}{
		"at once":             {happened("reopened", "1", hour), hour, hour},
		"at the same time":    {happened("reopened", "1", 0), hour, -1},
		"two weeks later":     {happened("reopened", "1", 14*day), 14 * day, 14 * day},
		"later than that":     {happened("reopened", "1", 14*day+time.Second), 14*day + hour, 0},
		"told late":           {happened("reopened", "1", hour), 20 * day, hour},
		"another ticket":      {happened("reopened", "2", hour), hour, 0},
		"another source's":    {other, hour, 0},
		"of before":           {happened("reopened", "1", -hour), hour, 0},
		"no ticket":           {unlike, hour, 0},
		"replied to":          {happened("replied", "1", hour), hour, 0},
		"solved again":        {again("1", 3*day, 1), 3 * day, 3 * day},
		"solved twice":        {again("1", 3*day, 0), 3 * day, 0},
		"solved before":       {again("1", -hour, 1), hour, 0},
		"solved again, later": {again("1", 15*day, 1), 15 * day, 0},
	} {
		for _, scope := range []string{"", "scope: account", "timezone: Pacific/Auckland", "timezone: America/Los_Angeles"} {
			t.Run(name+" "+scope, func(t *testing.T) {
				t.Parallel()
				p := story{scope: scope}.begin(t)
				p.until = 21
				if c.want < 0 {
					c.want = 0 // the moment of noon is told from none by the rows
				}
				s := p.scene()
				defer s.close()
				quiet, solved := happened("solved", "9", -time.Minute), happened("solved", "1", 0)
				s.decide(noon, quiet)
				s.decide(noon, solved)
				s.decide(noon.Add(c.told), c.next)
				once := s.rows()
				if got := s.reopened(solved); got != c.want {
					t.Errorf("opened again after %v, want %v", got, c.want)
				}
				if s.reopened(quiet) != 0 {
					t.Error("so was another ticket")
				}
				marks, err := s.store().Marks(t.Context())
				if late := c.want != 0 && c.told > heed.RolledUpFor; err != nil || (len(marks) == 1) != late {
					t.Errorf("marks %v, error %v", marks, err)
				}
				s.decide(noon.Add(c.told+hour), c.next)
				if !reflect.DeepEqual(once, s.rows()) {
					t.Error("told again, it says something else")
				}
			})
		}
	}
}

// In whatever order a ticket's story is told, and however often, its rows say the
// same: of each solving the first opening after it.
func TestOpenedAgainInAnyOrder(t *testing.T) {
	t.Parallel()
	p := story{}.begin(t)
	p.until = 8
	first, second := again("1", 0, 0), again("1", 3*day, 1)
	all := []*heed.Touchpoint{first, second, happened("reopened", "1", day), happened("reopened", "1", 5*day)}
	for order := range permutations(all) {
		s := p.scene()
		for _, touchpoint := range slices.Concat(order, order[:2]) {
			s.decide(noon.Add(6*day), touchpoint)
		}
		if got, next := s.reopened(first), s.reopened(second); got != day || next != 5*day {
			t.Errorf("opened again after %v and %v", got, next)
		}
		s.close()
	}
	third := again("1", 4*day, 1) // by a source that only tells that it was
	for order := range permutations([]*heed.Touchpoint{first, second, third}) {
		s := p.scene()
		for _, touchpoint := range append(order, order[0]) {
			s.decide(noon.Add(6*day), touchpoint)
		}
		if a, b, c := s.reopened(first), s.reopened(second), s.reopened(third); a != 3*day || b != 4*day || c != 0 {
			t.Errorf("no opening was told: opened again after %v, %v and %v", a, b, c)
		}
		s.close()
	}
}

// permutations yields all orders of a list.
func permutations[T any](list []T) func(yield func([]T) bool) {
	return func(yield func([]T) bool) {
		if len(list) < 2 {
			yield(list)
			return
		}
		for i := range list {
			rest := slices.Concat(list[:i], list[i+1:])
			for p := range permutations(rest) {
				if !yield(append([]T{list[i]}, p...)) {
					return
				}
			}
		}
	}
}
