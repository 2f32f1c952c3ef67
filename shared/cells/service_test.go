package cells

import (
	"math"
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"heed/shared/heed"
)

func TestServiceOfOneTicket(t *testing.T) {
	bins := func(seconds uint64) Bins {
		return Bins{N: map[int32]uint64{BinOf(seconds): 1}, Sum: seconds, Squares: Mul64(seconds, seconds)}
	}
	for name, c := range map[string]struct {
		row  func(*heed.Row)
		want Service
	}{
		"nothing known": {func(*heed.Row) {}, Service{Solved: 1, Once: 1}},
		"all known": {func(r *heed.Row) {
			r.Created, r.Replied, r.At, r.Handled = noon, noon.Add(90*time.Second), noon.Add(time.Hour), 10*time.Minute
		}, Service{Solved: 1, Once: 1, FirstReply: bins(90), Resolution: bins(3600), Handling: bins(600)}},
		"solved again": {func(r *heed.Row) { r.Reopens = 1 }, Service{Solved: 1, Again: 1}},
		"opened again": {func(r *heed.Row) { r.After.Reopened = noon }, Service{Solved: 1, Reopened: 1}},
		"both": {func(r *heed.Row) {
			r.Reopens, r.After.Reopened = 3, noon
		}, Service{Solved: 1, Again: 1, Reopened: 1}},
		"faster than a second": {func(r *heed.Row) {
			r.Created, r.Replied, r.Handled = noon, noon, time.Millisecond
		}, Service{Solved: 1, Once: 1, FirstReply: bins(1), Handling: bins(1)}},
		"by clocks that disagree": {func(r *heed.Row) {
			r.Created, r.Replied, r.At, r.Handled = noon, noon.Add(-time.Second), noon.Add(-time.Hour), -time.Hour
		}, Service{Solved: 1, Once: 1}},
		"another kind": {func(r *heed.Row) { r.Kind, r.Created, r.At = "chat.closed", noon, noon.Add(time.Hour) }, Service{}},
	} {
		r := row(c.row)
		r.Dims = []heed.Dim{{Name: "team", Value: "billing"}}
		all := Of(slices.Values([]*heed.Row{r}), nil)
		for _, key := range []Key{{"support", "", "", r.Day}, {"support", "team", "billing", r.Day}} {
			if diff := cmp.Diff(c.want, all[key].Service); diff != "" {
				t.Errorf("%s: %v (-want +got):\n%s", name, key, diff)
			}
		}
	}
}

// What stands for a bin is near all that is in it.
func TestBinsAreAccurate(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		seconds := rapid.Uint64Range(1, 1<<62).Draw(t, "seconds")
		if off := ValueOf(BinOf(seconds))/float64(seconds) - 1; math.Abs(off) > Accuracy+1e-9 {
			t.Fatalf("%d s stand in bin %d for %v", seconds, BinOf(seconds), ValueOf(BinOf(seconds)))
		}
	})
	if BinOf(0) != 0 || BinOf(1) != 0 || BinOf(^uint64(0)) != maxBin {
		t.Errorf("bins of nothing, a second and forever: %d, %d, %d", BinOf(0), BinOf(1), BinOf(^uint64(0)))
	}
}

// No machine's last bit decides on a bin: up to a hundred years, no whole second
// but the first lies nearer to where a bin begins than logarithms err.
func TestNoSecondIsOnTheEdge(t *testing.T) {
	const years = 100 * 365.25 * 86400
	gamma := (1 + Accuracy) / (1 - Accuracy)
	for bin := 1; ; bin++ {
		edge := math.Pow(gamma, float64(bin))
		if edge > years {
			return
		}
		for _, s := range []float64{math.Floor(edge), math.Ceil(edge)} {
			if off := math.Abs(math.Log(s)/math.Log(gamma) - float64(bin)); off < 1e-11 {
				t.Errorf("%v s are %v bins from where bin %d begins", s, off, bin)
			}
		}
	}
}

func TestReasons(t *testing.T) {
	rows := []*heed.Row{row(asked), row(answered(3)), row(func(*heed.Row) {}), row(func(r *heed.Row) { r.Reason = heed.Quiet })}
	got := Of(slices.Values(rows), nil)[Key{Program: "support", Day: 20778}].Reasons
	if diff := cmp.Diff(map[heed.Reason]uint64{heed.Asked: 2, heed.NotDrawn: 1, heed.Quiet: 1}, got); diff != "" {
		t.Errorf("decisions by reason (-want +got):\n%s", diff)
	}
}
