package decide_test

import (
	"fmt"
	"math/rand/v2"
	"reflect"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"heed/shared/heed"
	"heed/shared/surveys"
)

// Versions of a surveys.yaml, as one that is changed again and again.
var versions = []string{
	"scope: customer\nholdout: 10%\n",
	"scope: account\nquiet: 7d\n",
	"scope: account\nexclude: {tags: [b]}\nquiet: 200d\n",
}

// Delivering everything again, in another order, doubled, later, and under
// every version of surveys.yaml that there was, changes no row: what was
// decided stays as it was decided.
func TestReplaysChangeNothing(t *testing.T) {
	t.Parallel()
	p := story{}.begin(t)
	var configs []*surveys.Config
	for i, version := range versions {
		text := fmt.Sprintf(programs, version)
		if i == 1 {
			text += "  - {name: more, ask: nps, stage: late, when: {kinds: [ticket.solved]}, rate: 20%, floor: 5%, budget: {day: 1}, strata: [{name: vip, when: {tags: [a]}, rate: 30%}]}\n"
		}
		c, err := surveys.Load([]byte(text))
		if err != nil {
			t.Fatal(err)
		}
		configs = append(configs, c)
	}
	for seed := range uint64(4) {
		c := p.scene()
		p.config = configs[0]
		r := rand.New(rand.NewPCG(seed, 1))
		var all []*heed.Touchpoint
		at := noon
		deliver := func(touchpoint *heed.Touchpoint) {
			p.config = configs[r.IntN(len(configs))]
			c.decide(at, touchpoint)
		}
		for n := range 25 {
			touchpoint := via(r.IntN(3), n, []string{"", "a1", "a2"}[n%3])
			touchpoint.Tags = []string{"a", "b"}[r.IntN(2):]
			if err := c.store().PutPaces(t.Context(), map[string]uint32{"more": r.Uint32N(heed.PPB), "often": 0}); err != nil {
				t.Fatal(err)
			}
			deliver(touchpoint)
			all = append(all, touchpoint)
			at = at.Add(time.Duration(r.IntN(120)) * time.Minute)
		}
		rows := c.rows()
		for range 3 {
			r.Shuffle(len(all), func(i, j int) { all[i], all[j] = all[j], all[i] })
			for _, touchpoint := range all {
				for range 1 + r.IntN(2) {
					deliver(touchpoint)
				}
			}
		}
		if again := c.rows(); !reflect.DeepEqual(rows, again) {
			t.Errorf("seed %d: decided again: %s", seed, cmp.Diff(rows, again))
		}
		for _, row := range rows {
			if row.Program == "often" && row.Pi > 0 && row.Target != 980_000_000 {
				t.Errorf("a program without a budget is paced: target %d", row.Target)
			}
		}
		c.close()
	}
}

// What an account decided stays decided when it comes again, however long ago
// scope became the customer.
func TestReplayLongAfterRescoping(t *testing.T) {
	t.Parallel()
	p := story{scope: "scope: account\nquiet: 5d"}.begin(t)
	p.until = 20
	c := p.scene()
	defer c.close()
	c.decide(noon, via(1, 0, "a1"))
	var err error
	if p.config, err = surveys.Load(fmt.Appendf(nil, programs, "quiet: 5d")); err != nil {
		t.Fatal(err)
	}
	c.decide(noon.Add(time.Hour), via(2, 1, "a9"))
	rows := c.rows()
	c.decide(noon.AddDate(0, 0, 12), via(1, 0, "a1"))
	if again := c.rows(); !reflect.DeepEqual(rows, again) {
		t.Errorf("decided again: %s", cmp.Diff(rows, again))
	}
}

// A clock that goes back after a decision shortens nobody's peace: it lasts
// from the latest day that the scope has seen.
func TestClockGoesBack(t *testing.T) {
	t.Parallel()
	p := story{scope: "quiet: 5d"}.begin(t)
	back := noon.AddDate(0, 0, -10)
	p.since = heed.DayOf(back, time.UTC) - 1
	c := p.scene()
	defer c.close()
	ahead := of("w", 99)
	ahead.Kind = "ticket.merged" // no program
	c.decide(noon, ahead)
	for n := range 6 {
		c.decide(back.Add(time.Duration(n)*time.Minute), of("w", n))
	}
	if n := asked(c.rows())[c.hash("w")]; n != 1 {
		t.Errorf("asked %d times in six minutes", n)
	}
}

// Nor does it end a peace that somebody else keeps: an account that has seen a
// later day holds another's hush against the clock, not against that day.
func TestClockGoesBackAcrossAccounts(t *testing.T) {
	t.Parallel()
	p := story{scope: "scope: account\nquiet: 5d"}.begin(t)
	back := noon.AddDate(0, 0, -10)
	p.since = heed.DayOf(back, time.UTC) - 1
	c := p.scene()
	defer c.close()
	for _, account := range []string{"x", "y", "z"} {
		ahead := via(50, 99, account)
		ahead.Kind = "ticket.merged" // no program
		c.decide(noon, ahead)
	}
	for n := range 16 {
		account := []string{"w", "x", "y", "z"}[n/4]
		c.decide(back.Add(time.Duration(n)*time.Minute), via(7, n, account))
	}
	people := asked(c.rows())
	for customer, n := range people {
		if n > 1 {
			t.Errorf("%s is asked %d times in a quarter of an hour", customer, n)
		}
	}
	if len(people) == 0 {
		t.Error("nobody is asked at all")
	}
}

// So it is with what a former tool asked.
func TestClockGoesBackAfterAnImport(t *testing.T) {
	t.Parallel()
	p := story{scope: "quiet: 5d"}.begin(t)
	back := noon.AddDate(0, 0, -10)
	p.since = heed.DayOf(back, time.UTC) - 1
	c := p.scene()
	defer c.close()
	ahead := of("w", 99)
	ahead.Kind = "ticket.merged"
	c.decide(noon, ahead)
	if err := c.store().Hush(t.Context(), c.hash("w"), heed.DayOf(back, time.UTC)+5); err != nil {
		t.Fatal(err)
	}
	for n := range 6 {
		c.decide(back.Add(time.Duration(n)*time.Minute), of("w", n))
	}
	if n := asked(c.rows())[c.hash("w")]; n > 0 {
		t.Errorf("asked %d times while an import keeps quiet", n)
	}
}
