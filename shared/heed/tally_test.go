package heed

import (
	"encoding/json"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

func TestDelaysFallIntoSpans(t *testing.T) {
	for delay, want := range map[time.Duration]int{
		-time.Hour: 0, 0: 0, 999 * time.Millisecond: 0, time.Second: 1, 1999 * time.Millisecond: 1, 2 * time.Second: 2,
		time.Minute: 6, time.Hour: 12, 24 * time.Hour: 17, 7 * 24 * time.Hour: 20, 1 << 62: 20,
	} {
		i := delaySpan(delay)
		from, until := DelaySpan(i)
		if i != want || max(delay, 0) < from || until != 0 && delay >= until {
			t.Errorf("%v is in span %d, from %v until %v; want %d", delay, i, from, until, want)
		}
	}
	if _, until := DelaySpan(DelaySpans - 1); until != 0 {
		t.Errorf("the last span ends at %v", until)
	}
}

func TestMedianOfDelays(t *testing.T) {
	for _, c := range []struct {
		counts map[int]uint64
		want   int
	}{
		{nil, -1},
		{map[int]uint64{3: 1}, 3},
		{map[int]uint64{0: 5, 20: 4}, 0},
		{map[int]uint64{0: 4, 20: 5}, 20},
		{map[int]uint64{1: 2, 5: 2}, 1},
	} {
		var tally Tally
		for i, n := range c.counts {
			tally.Delays[i] = n
		}
		if got := tally.Median(); got != c.want {
			t.Errorf("of %v the median is in span %d, want %d", c.counts, got, c.want)
		}
	}
}

func TestTalliesAddUp(t *testing.T) {
	at := time.Date(2026, 11, 20, 10, 0, 0, 0, time.UTC)
	one := Tally{ID: TallyID{1}, Source: "zendesk", Day: 7, Deliveries: 3, Idle: 1, Kept: 1, Delivered: at}
	one.Came(&Touchpoint{At: at.Add(-3 * time.Second)}, at)
	one.Rejected[RejectedForged] = 1
	two := Tally{ID: TallyID{2}, Source: "app", Day: 8, Deliveries: 2, Delivered: at.Add(-time.Hour)}
	two.Came(&Touchpoint{At: at.Add(-2 * time.Second)}, at)
	two.Rejected[RejectedTrouble] = 1
	one.InVain(TroubleLocked, true, at)
	one.InVain(TroubleBusy, false, at.Add(time.Hour))
	two.InVain(TroubleSilent, true, at.Add(time.Minute))
	sum := one
	sum.Add(&two)
	want := Tally{
		ID: TallyID{1}, Source: "zendesk", Day: 7, Deliveries: 5, Touchpoints: 2, Idle: 1, Kept: 1,
		Delivered: at, Happened: at.Add(-2 * time.Second),
		Vain: [Troubles]uint64{1, 1, 1}, Unresolved: 2, Last: TroubleBusy, Troubled: at.Add(time.Hour),
	}
	want.Rejected[RejectedForged], want.Rejected[RejectedTrouble], want.Delays[2] = 1, 1, 2
	if diff := cmp.Diff(want, sum); diff != "" || sum.AllRejected() != 2 {
		t.Errorf("the sum (-want +got):\n%s", diff)
	}
	text, err := json.Marshal(&sum)
	var back Tally
	if err == nil {
		err = json.Unmarshal(text, &back)
	}
	if diff := cmp.Diff(sum, back); err != nil || diff != "" {
		t.Errorf("it came back with %v:\n%s", err, diff)
	}
}
