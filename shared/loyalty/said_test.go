package loyalty

import (
	"encoding/json"
	"math"
	"math/rand/v2"
	"slices"
	"testing"
	"time"

	"heed/shared/cells"
	"heed/shared/figures"
	"heed/shared/heed"
	"heed/shared/service"
	"heed/shared/surveys"
)

func near(t *testing.T, what string, got, want, off float64) {
	t.Helper()
	if !(math.Abs(got-want) <= off*max(1, math.Abs(want))) {
		t.Errorf("%s: got %.12g, want %.12g", what, got, want)
	}
}

var program = &surveys.Program{Name: "renewal", Ask: heed.NPS, Stage: "renewal"}

// answers are n by customers of whom some left: the share good of both
// are promoters.
func answers(rnd *rand.Rand, n int, left bool, good float64) []*heed.Row {
	rows := make([]*heed.Row, n)
	for i := range rows {
		score := 3
		if rnd.Float64() < good {
			score = 9
		}
		rows[i] = &heed.Row{
			Scope: heed.Hash{15: byte(rnd.IntN(64))}, Kind: "subscription.renewed",
			Decision:   heed.Decision{Program: "renewal", Ask: heed.NPS, Reason: heed.Asked, Pi: heed.PPB / uint32(1+rnd.IntN(3))},
			Invitation: &heed.Invitation{}, Response: &heed.Response{Score: score},
		}
		if left {
			rows[i].After.Left = time.Unix(1, 0)
		}
		if rnd.IntN(2) == 0 {
			rows[i].After.Bought = time.Unix(1, 0)
		}
	}
	return rows
}

func said(rows []*heed.Row) Said {
	return Of(program, cells.Of(slices.Values(rows), nil)[cells.Key{Program: "renewal"}], true)
}

func TestSaidEqualsPlainOne(t *testing.T) {
	rnd := rand.New(rand.NewPCG(4, 4))
	rows := append(answers(rnd, 120, true, 0.4), answers(rnd, 300, false, 0.7)...)
	s := said(rows)
	score := func(in func(*heed.Row) bool) (nps, n float64) {
		var w float64
		for _, r := range rows {
			if in(r) {
				x := float64(cells.Weight(r.Pi))
				w, n = w+x, n+1
				nps += x * (float64(when(r.Response.Score >= 9)) - float64(when(r.Response.Score <= 6)))
			}
		}
		return 100 * nps / w, n
	}
	leaver := func(r *heed.Row) bool { return !r.After.Left.IsZero() }
	for what, c := range map[string]struct {
		got figures.Figure
		in  func(*heed.Row) bool
	}{
		"all":    {s.All, func(*heed.Row) bool { return true }},
		"left":   {s.Left.Figure, leaver},
		"stayed": {s.Stayed.Figure, func(r *heed.Row) bool { return !leaver(r) }},
		"bought": {s.Bought.Figure, func(r *heed.Row) bool { return !r.After.Bought.IsZero() }},
	} {
		nps, n := score(c.in)
		near(t, what, *c.got.Score, nps, 1e-9)
		near(t, what, float64(c.got.N), n, 0)
	}
	for what, c := range map[string]struct {
		got service.Share
		in  func(*heed.Row) bool
	}{
		"leaving": {s.Leaving, leaver},
		"buying":  {s.Buying, func(r *heed.Row) bool { return !r.After.Bought.IsZero() }},
	} {
		var w, some, n float64
		for _, r := range rows {
			w += float64(cells.Weight(r.Pi))
			if c.in(r) {
				some, n = some+float64(cells.Weight(r.Pi)), n+1
			}
		}
		near(t, what, c.got.Share.Value, some/w, 1e-12)
		near(t, what, float64(c.got.N), n, 0)
		near(t, what, float64(c.got.Of), float64(len(rows)), 0)
	}
	for i, share := range s.LeftOf {
		var w, q, left, n float64
		for _, r := range rows {
			if heed.NPS.Third(r.Response.Score) == i {
				x := float64(cells.Weight(r.Pi))
				w, q, n, left = w+x, q+x*x, n+1, left+x*float64(when(leaver(r)))
			}
		}
		if share.Shown != (i != 1) || share.Of != uint64(n) {
			t.Errorf("third %d: got %+v", i, share)
			continue
		}
		if share.Shown {
			p, limit := left/w, share.Share.High
			near(t, "left of", share.Share.Value, p, 1e-12)
			near(t, "left of, high", (limit-p)/math.Sqrt(limit*(1-limit)/(w*w/q)), 1.959964, 1e-5)
		}
	}
}

func TestFind(t *testing.T) {
	rnd := rand.New(rand.NewPCG(5, 5))
	for _, c := range []struct {
		what               string
		left               int
		goodLeft, goodStay float64
		found              bool
	}{
		{"loyal leavers", 80, 0.85, 0.85, true},
		{"few leavers", 4, 1, 0.85, false},
		{"unhappy leavers", 80, 0.2, 0.85, false},
		{"less happy leavers", 200, 0.65, 0.95, false},
		{"undecided leavers", 80, 0.5, 0.5, false},
	} {
		found := Find([]Said{said(append(answers(rnd, c.left, true, c.goodLeft), answers(rnd, 300, false, c.goodStay)...))})
		if (len(found) == 1) != c.found {
			t.Errorf("%s: found %v", c.what, found)
		}
		for _, f := range found {
			t.Log(f.Says)
			if f.Kind != service.HighScoreLeave || f.Value != "renewal" {
				t.Errorf("%s: got %+v", c.what, f)
			}
		}
	}
}

// Of those who left there is no population to speak of, and nobody's share of it
// answered.
func TestSaidSaysNothingOfTouchpoints(t *testing.T) {
	s := said(answers(rand.New(rand.NewPCG(6, 6)), 40, true, 0.5)).Over(20000, 20400)
	text, err := json.Marshal(s)
	var got map[string]any
	if err != nil || json.Unmarshal(text, &got) != nil {
		t.Fatal(err)
	}
	for name, there := range map[string]bool{"all": true, "left": false, "stayed": false, "bought": false} {
		f := got[name].(map[string]any)
		if _, in := f["population"]; in != there || (f["response_rate"] != nil) != there || f["from"] != "2024-10-04" || f["to"] != "2025-11-08" {
			t.Errorf("%s: %v", name, f)
		}
	}
}
