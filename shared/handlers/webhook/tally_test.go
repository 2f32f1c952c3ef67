package webhook

import (
	"errors"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"heed/shared/heed"
)

// counts takes everything off the queue and out of the book, and holds the
// sum's counts against those that want sets.
func (d *door) counts(t *testing.T, want func(*heed.Tally)) {
	t.Helper()
	d.shelf.fail, d.at = nil, d.at.Add(time.Hour)
	if err := d.Flush(t.Context()); err != nil {
		t.Fatal(err)
	}
	var sum, expected heed.Tally
	for _, one := range d.took().tallies {
		sum.Add(one)
	}
	want(&expected)
	sum.Delays, sum.Delivered, sum.Happened = [heed.DelaySpans]uint64{}, time.Time{}, time.Time{}
	if diff := cmp.Diff(expected, sum); diff != "" {
		t.Errorf("counted (-want +got):\n%s", diff)
	}
}

// The first delivery is counted at once, along with what it brings, since its
// process may see no other; then a minute's together, or what has doubled.
func TestTalliesGoOnceAMinute(t *testing.T) {
	d := open(t)
	var messages []int
	for i := range 7 {
		d.at = now.Add(time.Duration(i) * 25 * time.Second) // 0:00, 0:25, 0:50, 1:15 ...
		if w := d.post(d.sample("zendesk/ticket-solved.json")); w.Code != 200 {
			t.Fatal(w.Body)
		}
	}
	for _, put := range d.shelf.puts {
		messages = append(messages, len(put))
	}
	if diff := cmp.Diff([]int{2, 2, 1, 2, 2, 1, 2}, messages); diff != "" {
		t.Errorf("messages of each put (-want +got):\n%s", diff)
	}
	last := d.shelf.puts[6][1]
	tallies := d.took().tallies
	if diff := cmp.Diff([]uint64{1, 1, 2, 1, 2}, posted(tallies)); diff != "" || tallies[1].ID == tallies[2].ID {
		t.Errorf("counted %+v:\n%s", tallies, diff)
	}
	at := now.Add(150 * time.Second)
	if got := tallies[4]; got.Source != "zendesk" || got.Day != heed.DayOf(at, d.Config.Zone) || got.Touchpoints != 2 || !got.Delivered.Equal(at) || got.Happened.IsZero() || got.Median() < 0 {
		t.Errorf("the last is %+v", got)
	}
	if last.Group != "tally:zendesk" || len(last.Key) != 16 {
		t.Errorf("it goes in %+v", last)
	}
}

// posted is how many deliveries each tally counts.
func posted(tallies []*heed.Tally) (n []uint64) {
	for _, t := range tallies {
		n = append(n, t.Deliveries)
	}
	return n
}

// A burst and then silence leave on the queue how large it was, but for a
// factor of two, and the next minute begins anew.
func TestABurstIsSeenThoughNothingFollows(t *testing.T) {
	d := open(t)
	r := d.sample("zendesk/ticket-solved.json")
	r.Body[20]++
	for i := range 100 {
		d.at = now.Add(time.Duration(i) * 500 * time.Millisecond)
		d.post(r)
	}
	tallies := d.took().tallies
	if diff := cmp.Diff([]uint64{1, 1, 2, 4, 8, 16, 32}, posted(tallies)); diff != "" || tallies[6].Rejected[heed.RejectedForged] != 32 {
		t.Errorf("counted %+v (-want +got):\n%s", tallies, diff)
	}
	d.at = now.Add(time.Minute)
	for range 5 {
		d.post(r)
	}
	if diff := cmp.Diff([]uint64{37, 1, 2}, posted(d.took().tallies)); diff != "" {
		t.Errorf("a minute later (-want +got):\n%s", diff)
	}
	d.counts(t, func(sum *heed.Tally) { sum.Deliveries, sum.Rejected[heed.RejectedForged] = 1, 1 })
}

// However many forge, the queue hears of it seldom.
func TestAFloodOfForgeriesIsFewMessages(t *testing.T) {
	for every, puts := range map[time.Duration]int{0: 9, time.Minute: 1} { // 1, 2, 4 ... 256; or somebody flushes
		d := open(t)
		d.Every = every
		r := d.sample("zendesk/ticket-solved.json")
		r.Body[20]++
		var wg sync.WaitGroup
		for range 8 {
			wg.Go(func() {
				for range 50 {
					if w := d.post(r); w.Code != 401 {
						t.Error(w.Body)
					}
				}
			})
		}
		wg.Wait()
		if len(d.shelf.puts) != puts || len(d.shelf.puts[0]) != 1 {
			t.Errorf("%d puts, want %d", len(d.shelf.puts), puts)
		}
		var early uint64
		for _, n := range posted(d.took().tallies) {
			early += n
		}
		d.counts(t, func(sum *heed.Tally) {
			sum.Deliveries, sum.Rejected[heed.RejectedForged] = 400-early, 400-early
		})
	}
}

// What could not be stored is counted as our trouble, and what was counted
// before is not forgotten; that a count can't be stored is no sender's concern.
func TestCountsOutliveTrouble(t *testing.T) {
	d := open(t)
	fine, forged := d.sample("zendesk/ticket-solved.json"), d.sample("zendesk/ticket-solved.json")
	forged.Body[20]++
	for i, step := range []struct {
		after  time.Duration
		fail   error
		forged bool
		status int
	}{
		{0, nil, false, 200},
		{time.Second, nil, true, 401},
		{2 * time.Second, errors.New("on fire"), false, 503},
		{time.Hour, errors.New("on fire"), false, 503},
		{2 * time.Hour, errors.New("on fire"), true, 401},
		{3 * time.Hour, errors.New("on fire"), false, 503},
		{4 * time.Hour, nil, false, 200},
	} {
		d.at, d.shelf.fail = now.Add(step.after), step.fail
		r := fine
		if step.forged {
			r = forged
		}
		if w := d.post(r); w.Code != step.status {
			t.Errorf("step %d answered %d %s", i, w.Code, w.Body)
		}
	}
	d.shelf.fail = errors.New("on fire")
	d.post(d.sample("zendesk/ticket-solved.json"))
	d.at = now.Add(5 * time.Hour)
	if err := d.Flush(t.Context()); err == nil {
		t.Error("a flush that failed did not say so")
	}
	d.counts(t, func(sum *heed.Tally) {
		sum.Deliveries, sum.Touchpoints = 8, 2
		sum.Rejected[heed.RejectedForged], sum.Rejected[heed.RejectedTrouble] = 2, 4
	})
}

// Days are counted apart, as the configuration's zone has them, and sources too.
func TestDaysAndSourcesAreCountedApart(t *testing.T) {
	d := open(t)
	for _, at := range []string{"2026-11-20T22:50:00Z", "2026-11-20T22:59:59Z", "2026-11-20T23:00:00Z"} { // Berlin is an hour ahead
		d.at, _ = time.Parse(time.RFC3339, at)
		d.post(d.sample("zendesk/ticket-solved.json"))
	}
	d.post(d.sample("standard/deal-won.json"))
	d.Every = time.Second
	d.at = d.at.Add(2 * time.Second)
	if err := d.Flush(t.Context()); err != nil {
		t.Fatal(err)
	}
	sum := map[string]uint64{}
	for _, one := range d.took().tallies {
		sum[one.Source+" "+one.Day.String()] += one.Deliveries
	}
	if diff := cmp.Diff(map[string]uint64{"zendesk 2026-11-20": 2, "zendesk 2026-11-21": 1, "standard 2026-11-21": 1}, sum); diff != "" {
		t.Errorf("counted (-want +got):\n%s", diff)
	}
}

func TestFlushWaitsForItsTime(t *testing.T) {
	d := open(t)
	d.Every = time.Second
	for _, step := range []struct {
		after time.Duration
		puts  int
	}{{0, 1}, {500 * time.Millisecond, 1}, {time.Second, 2}, {10 * time.Second, 2}} {
		d.at = now.Add(step.after)
		if step.after < time.Second {
			r := d.sample("zendesk/ticket-solved.json")
			r.Body[20]++
			d.post(r)
		}
		if err := d.Flush(t.Context()); err != nil || len(d.shelf.puts) != step.puts {
			t.Errorf("after %v there were %d puts, want %d (%v)", step.after, len(d.shelf.puts), step.puts, err)
		}
	}
}
