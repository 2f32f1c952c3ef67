package sampling

import (
	"fmt"
	"math"
	"math/rand/v2"
	"testing"
	"time"

	"heed/shared/heed"
	"heed/shared/surveys"
)

// history is a random run of touchpoints of one scope.
type history struct {
	config *surveys.Config
	at     []time.Time
	kinds  []string
}

func randomHistory(r *rand.Rand) *history {
	h := &history{config: &surveys.Config{Zone: time.UTC, Programs: []surveys.Program{
		{Name: "a", When: surveys.Match{Kinds: []string{"x", "y"}}, Rate: 50_000_000 + r.Uint32N(250_000_000), Ceiling: 300_000_000, Quiet: r.IntN(60)},
		{Name: "b", When: surveys.Match{Kinds: []string{"y"}}, Rate: 50_000_000 + r.Uint32N(250_000_000), Ceiling: 300_000_000, Quiet: r.IntN(120), Delay: 26 * time.Hour},
	}}}
	at := time.Date(2026, 3, 1, 12, 0, 0, 0, time.UTC)
	for range 3 + r.IntN(3) {
		at = at.AddDate(0, 0, r.IntN(40))
		h.at = append(h.at, at)
		h.kinds = append(h.kinds, []string{"x", "y"}[r.IntN(2)])
	}
	return h
}

// run decides the history once, with the draws of one key.
func (h *history) run(key []byte) []heed.Row {
	var rows []heed.Row
	scope := &Scope{}
	for i, at := range h.at {
		c := Case{Config: h.config, Key: key, Now: at, Touchpoint: &heed.Touchpoint{
			Source: "s", Object: fmt.Sprint(i), Kind: h.kinds[i], Customer: heed.Customer{Email: "a@example.com"},
		}}
		rows = append(rows, c.Decide(scope)...)
	}
	return rows
}

// What a row records as its chance is its chance: over every outcome of the
// draws before it, enumerated, the chance of being asked is pi to 1e-9.
func TestChancesAreExact(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for range 400 {
		h := randomHistory(r)
		rows := h.run([]byte("any key: only draws depend on it"))
		asked := make([]float64, len(rows))
		enumerate(rows, 0, 1, 0, asked)
		for i, row := range rows {
			if want := float64(row.Pi) / heed.PPB; math.Abs(asked[i]-want) > 1e-9 {
				t.Fatalf("row %d of %d: asked with chance %.12f, recorded %.12f", i, len(rows), asked[i], want)
			}
		}
	}
}

// enumerate adds, for each row, the chance of the paths on which it is asked.
// It is written from the definition: a free scope is asked with chance T/2^64,
// and is not free again until the day that asking made it wait for.
func enumerate(rows []heed.Row, i int, path float64, quietUntil heed.Day, asked []float64) {
	if i == len(rows) || path == 0 {
		return
	}
	row := &rows[i]
	today := heed.DayOf(row.Decided, time.UTC)
	if quietUntil > today || row.Pi == 0 {
		enumerate(rows, i+1, path, quietUntil, asked)
		return
	}
	p := float64(row.Limit) / math.Pow(2, 64)
	asked[i] += path * p
	enumerate(rows, i+1, path*p, row.Expires, asked)
	enumerate(rows, i+1, path*(1-p), quietUntil, asked)
}

// Over many keys the asked share meets the recorded chance, quiet periods are
// kept, and what is recorded does not depend on who was asked.
func TestAskedShareMeetsChance(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	h := randomHistory(r)
	want := h.run([]byte("x"))
	counts := make([]int, len(want))
	const n = 6_000
	for k := range n {
		rows := h.run(fmt.Append(nil, "key", k))
		quiet := heed.Day(0)
		for i, row := range rows {
			if row.Pi != want[i].Pi || row.Alpha != want[i].Alpha || row.Limit != want[i].Limit {
				t.Fatal("what is recorded depends on the draws")
			}
			if row.Reason != heed.Asked {
				continue
			}
			counts[i]++
			if heed.DayOf(row.Decided, time.UTC) < quiet {
				t.Fatal("asked within a quiet period")
			}
			quiet = row.Expires
		}
	}
	for i, row := range want {
		p := float64(row.Pi) / heed.PPB
		if d := math.Abs(float64(counts[i])/n - p); d > 4*math.Sqrt(p*(1-p)/n) {
			t.Errorf("row %d: asked %d of %d, chance %.4f", i, counts[i], n, p)
		}
	}
}
