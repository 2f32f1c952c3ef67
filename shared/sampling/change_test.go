package sampling

import (
	"fmt"
	"math"
	"math/rand/v2"
	"strconv"
	"testing"
	"time"

	"heed/shared/heed"
	"heed/shared/surveys"
)

// A moment is one touchpoint of a history in which everything that may be
// changed is changed: programs, their order, rates, strata, floors, quiet
// periods and delays, paces, the holdout, and how often the customer wants to
// be asked.
type moment struct {
	at     time.Time
	config *surveys.Config
	paces  map[string]uint32
	kind   string
	tags   []string
	less   bool
}

var shares = []uint32{0, 50_000_000, 200_000_000}

func randomMoments(r *rand.Rand) []moment {
	at := time.Date(2026, 3, 1, 12, 0, 0, 0, time.UTC)
	m := moment{config: randomConfig(r)}
	var all []moment
	for range 3 + r.IntN(3) {
		at = at.AddDate(0, 0, r.IntN(30))
		m.at, m.kind, m.tags = at, []string{"x", "y"}[r.IntN(2)], []string{"vip", "eu"}[r.IntN(2):]
		if r.IntN(2) == 0 {
			m.config = randomConfig(r)
		}
		if r.IntN(2) == 0 {
			m.paces = map[string]uint32{"a": r.Uint32N(heed.PPB), "b": r.Uint32N(heed.PPB)}
		}
		m.less = r.IntN(3) == 0
		all = append(all, m)
	}
	return all
}

func randomConfig(r *rand.Rand) *surveys.Config {
	c := &surveys.Config{Zone: time.UTC, Holdout: shares[r.IntN(len(shares))]}
	for _, i := range r.Perm(3)[:1+r.IntN(3)] {
		p := surveys.Program{
			Name: string(rune('a' + i)), When: surveys.Match{Kinds: []string{"x", "y"}[r.IntN(2):]},
			Ceiling: []uint32{300_000_000, 900_000_000}[r.IntN(2)], Quiet: r.IntN(90), Delay: time.Duration(r.IntN(5)) * 13 * time.Hour,
		}
		p.Rate = r.Uint32N(p.Ceiling)
		p.Floor = min(p.Rate, heed.PPB/100)
		if r.IntN(2) == 0 {
			p.Strata = []surveys.Stratum{{Name: "vip", When: surveys.Match{Tags: []string{"vip"}}, Rate: r.Uint32N(p.Ceiling)}}
		}
		c.Programs = append(c.Programs, p)
	}
	return c
}

// decideAll decides the moments in order, in the ledger of one scope.
func decideAll(moments []moment, key []byte, id heed.Hash) []heed.Row {
	var rows []heed.Row
	scope := &Scope{}
	for i, m := range moments {
		c := Case{Config: m.config, Paces: m.paces, Key: key, Now: m.at, Scope: id, Less: m.less, Touchpoint: &heed.Touchpoint{
			Source: "s", Object: fmt.Sprint(i), Kind: m.kind, Tags: m.tags, Customer: heed.Customer{Email: "a@example.com"},
		}}
		rows = append(rows, c.Decide(scope)...)
	}
	return rows
}

// member finds a scope that is held out at shares above low and at none up to it.
func member(key []byte, low, high uint32) heed.Hash {
	for i := range 1_000_000 {
		id := heed.Hash{byte(i), byte(i >> 8), byte(i >> 16), 1}
		if !HeldOut(key, id, low) && (high == heed.PPB || HeldOut(key, id, high)) {
			return id
		}
	}
	panic("nobody is")
}

// Whatever is changed in the middle of a history, the recorded alpha is the
// chance that the scope was free, and the recorded pi is what an answer may be
// weighed by: of a scope that is not held out, the chance of being asked,
// enumerated over all outcomes, is pi before the holdout; and over the scopes
// that are, and those that are not, the expected sum of 1/pi of those asked is
// one, wherever all of them have a chance.
func TestChangesKeepChancesExact(t *testing.T) {
	r := rand.New(rand.NewPCG(7, 8))
	key := []byte("any key: only draws depend on it")
	counted := 0
	for range 400 {
		moments := randomMoments(r)
		var weighed []float64
		for g := range shares { // not held out at shares up to g, held out above
			high := uint32(heed.PPB)
			if g+1 < len(shares) {
				high = shares[g+1]
			}
			rows := decideAll(moments, key, member(key, shares[g], high))
			asked, free := outcomes(rows)
			if weighed == nil {
				weighed = make([]float64, len(rows))
			}
			for i, row := range rows {
				n, _ := strconv.Atoi(row.Object)
				checkRow(t, &row, moments[n].config.Holdout, asked[i], free[i])
				weighed[i] += float64(high-shares[g]) * asked[i] / float64(row.Pi) // NaN where there is no chance
			}
		}
		for i, w := range weighed {
			if !math.IsNaN(w) {
				counted++
			}
			if math.Abs(w-1) > 1e-4 { // pi is rounded down to a part in a billion, and may be 10^-4
				t.Fatalf("row %d stands for %.9f touchpoints", i, w)
			}
		}
	}
	if counted < 1000 {
		t.Errorf("only %d rows had a chance", counted)
	}
}

func checkRow(t *testing.T, row *heed.Row, holdout uint32, asked, free float64) {
	t.Helper()
	if math.Abs(free-float64(row.Alpha)/heed.PPB) > 1e-9 && row.Reason != heed.Holdout {
		t.Fatalf("free with chance %.12f, recorded %d", free, row.Alpha)
	}
	want := float64(row.Pi) / heed.PPB
	if row.Reason == heed.Holdout {
		want = 0
	}
	if math.Abs(asked*(1-float64(holdout)/heed.PPB)-want) > 2e-9 {
		t.Fatalf("asked with chance %.12f, of which a share of %d is held out; recorded %.12f", asked, holdout, want)
	}
}

// outcomes goes through every outcome of the draws and returns the chance that
// each row is asked, and that its scope was free before it.
func outcomes(rows []heed.Row) (asked, free []float64) {
	asked, free = make([]float64, len(rows)), make([]float64, len(rows))
	var from func(i int, path float64, quietUntil heed.Day)
	from = func(i int, path float64, quietUntil heed.Day) {
		if i == len(rows) || path == 0 {
			return
		}
		row, p := &rows[i], 0.0
		if quietUntil <= heed.DayOf(row.Decided, time.UTC) {
			free[i] += path
			if row.Reason != heed.Holdout {
				p = float64(row.Limit) / math.Pow(2, 64)
			}
		}
		asked[i] += path * p
		from(i+1, path*p, row.Expires)
		from(i+1, path*(1-p), quietUntil)
	}
	from(0, 1, 0)
	return asked, free
}

// What is recorded does not depend on what was drawn, whatever is changed.
func TestChangesDoNotFollowDraws(t *testing.T) {
	r := rand.New(rand.NewPCG(9, 10))
	for range 60 {
		moments := randomMoments(r)
		var want []heed.Row
		for k := range 10 {
			key := fmt.Append(nil, "key", k)
			rows := decideAll(moments, key, member(key, shares[len(shares)-1], heed.PPB))
			for i := range rows {
				if rows[i].Reason == heed.Quiet || rows[i].Reason == heed.Asked {
					rows[i].Reason = heed.NotDrawn
				}
				rows[i].Draw, rows[i].Scope, rows[i].Invitation = 0, heed.Hash{}, nil
			}
			if want == nil {
				want = rows
			}
			for i := range rows {
				if g, w := fmt.Sprintf("%+v", rows[i]), fmt.Sprintf("%+v", want[i]); g != w {
					t.Fatalf("with another key:\n%s\nwith the first:\n%s", g, w)
				}
			}
		}
	}
}
