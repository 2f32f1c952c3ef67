package cells

import (
	"math"
	"math/bits"
	"math/rand/v2"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"heed/shared/heed"
)

// The chance before the holdout comes back from what was compared with the draw.
func TestChanceIsExact(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		alpha := rapid.Uint32Range(2, heed.PPB).Draw(t, "alpha")
		p := rapid.Uint32Range(1, alpha-1).Draw(t, "p")
		limit, _ := bits.Div64(uint64(p), 0, uint64(alpha))
		r := row(func(r *heed.Row) { r.Pi, r.Alpha, r.Limit = max(p/2, 1), alpha, limit }) // half are held out
		if got := chanceOf(r); got != uint64(p) {
			t.Fatalf("got %d, want %d", got, p)
		}
	})
}

// A chance above 1, which nothing sound records, takes no sum below 0.
func TestChanceStaysWithinOne(t *testing.T) {
	r := row(func(r *heed.Row) { r.Alpha, r.Limit = ^uint32(0), ^uint64(0) })
	if p := populationOf(r); p.Expected.Lo != heed.PPB || !p.Spread.IsZero() {
		t.Errorf("got %+v", p)
	}
}

func TestAudit(t *testing.T) {
	rnd := rand.New(rand.NewPCG(3, 4))
	for name, c := range map[string]struct {
		share float64 // of the threshold that is really compared with
		n     int
		alarm bool
	}{
		"sound":                        {1, 20_000, false},
		"a threshold a fifth too high": {1.2, 20_000, true},
		"a threshold a fifth too low":  {0.8, 20_000, true},
		"never drawn":                  {0, 200, true},
		"too few to tell":              {0.8, 200, false},
		"no row":                       {1, 0, false},
	} {
		t.Run(name, func(t *testing.T) {
			var rows []*heed.Row
			for range c.n {
				rows = append(rows, row(func(r *heed.Row) {
					r.Limit = uint64(float64(1<<62) * (0.2 + rnd.Float64()))
					if float64(rnd.Uint64()) < c.share*float64(r.Limit)*0.8 && r.Alpha > 0 { // the scope is free with chance alpha
						asked(r)
					}
				}))
			}
			whole := Merge(slices.Collect(values(Of(slices.Values(rows), nil)))...).Population()
			if z, alarm := whole.Audit(); alarm != c.alarm {
				t.Errorf("%d drawn, z = %.2f: alarm %v, want %v", whole.Drawn, z, alarm, c.alarm)
			}
		})
	}
}

func TestAuditOfFew(t *testing.T) {
	one := func(drawn uint64, expected float64) Population {
		return Population{Drawn: drawn, Expected: Uint128{Lo: uint64(expected * heed.PPB)}, Spread: Mul64(uint64(expected*heed.PPB), heed.PPB)}
	}
	doubtful := func(n uint64, p Population) Population {
		p.Doubtful = n
		return p
	}
	for _, c := range []struct {
		p     Population
		z     float64
		alarm bool
	}{
		{doubtful(1, one(1, 0)), 0, false}, // which was not chance, but nearly one
		{doubtful(1, one(2, 0)), 0, true},
		{doubtful(3, one(101, 64)), 4.625, false},
		{doubtful(3, one(102, 64)), 4.75, true},
		{doubtful(3, one(29, 64)), -4.375, false},
		{doubtful(3, one(28, 64)), -4.5, true},
		{one(0, 0), 0, false},
		{one(1, 0), 0, true}, // where there was no chance
		{one(2, 0.04), 9.8, false},
		{one(4, 0.04), 19.8, true},
		{one(98, 64), 4.25, false}, // 4 standard errors, and what counts run further above
		{one(99, 64), 4.375, true},
		{one(32, 64), -4, false},
		{one(31, 64), -4.125, true},
	} {
		if z, alarm := c.p.Audit(); math.Abs(z-c.z) > 1e-9 || alarm != c.alarm {
			t.Errorf("%d drawn of %v: got %v, %v, want %v, %v", c.p.Drawn, c.p.Expected, z, alarm, c.z, c.alarm)
		}
	}
}
