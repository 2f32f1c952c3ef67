package service

import (
	"math"
	"math/rand/v2"
	"testing"

	"heed/shared/cells"
	"heed/shared/heed"
)

// perform measures the agents of rows.
func perform(rows []*heed.Row) []Performance {
	return Perform(csat, cellsOf(rows, cells.Topic), cellsOf(rows, "agent"))
}

func dim(r *heed.Row, name string) string {
	for _, d := range r.Dims {
		if d.Name == name {
			return d.Value
		}
	}
	return ""
}

// beyondPlainly is the mean of an agent's x less what the others and they have
// in rows of the same class.
func beyondPlainly(rows []*heed.Row, agent string, class func(*heed.Row) string, x func(*heed.Row) (float64, bool)) (own, more float64) {
	sums, counts := map[string]float64{}, map[string]float64{}
	for _, r := range rows {
		if v, ok := x(r); ok {
			sums[class(r)] += v
			counts[class(r)]++
		}
	}
	n := 0.0
	for _, r := range rows {
		if v, ok := x(r); ok && dim(r, "agent") == agent {
			n++
			own += v
			more += v - sums[class(r)]/counts[class(r)]
		}
	}
	return own / n, more / n
}

func TestPerformanceEqualsPlainOne(t *testing.T) {
	rows := tickets(&desk{rnd: rand.New(rand.NewPCG(9, 9)), agents: 6, pace: 1, content: 0.8}, 4000)
	issue := func(r *heed.Row) string { return dim(r, "issue") }
	fine := func(r *heed.Row) string { return dim(r, "issue") + string(rune('0'+r.Band())) }
	for _, p := range perform(rows) {
		score, more := beyondPlainly(rows, p.Value, fine, func(r *heed.Row) (float64, bool) {
			if r.Response == nil {
				return 0, false
			}
			return float64(100 * one(r.Response.Score >= 4)), true
		})
		near(t, p.Value+" expected", *p.Expected, score-more, 1e-9)
		if beyond := p.Satisfaction; math.Abs(beyond.Value) > math.Abs(more)+3 || !beyond.holds(more/2) {
			t.Errorf("%s: %v beyond expectation, shrunk to %+v", p.Value, more, beyond)
		}
		_, more = beyondPlainly(rows, p.Value, issue, func(r *heed.Row) (float64, bool) { return float64(one(solvedOnce(r))), true })
		near(t, p.Value+" once", p.Once.Value, more, 1e-9)
		_, more = beyondPlainly(rows, p.Value, issue, func(r *heed.Row) (float64, bool) { return math.Log(r.Handled.Seconds()), r.Handled > 0 })
		near(t, p.Value+" handling", p.Handling.Value, math.Exp(more), cells.Accuracy)
		if p.Tickets != 4000/6 && p.Tickets != 4000/6+1 || !p.Shown || !p.Handling.holds(p.Handling.Value) || !p.Once.holds(p.Once.Value) {
			t.Errorf("got %+v", p)
		}
	}
}

// The second agent has the hard tickets and does as well as the others with
// them; the third does worse with easy ones.
func TestAHardMixIsNoFault(t *testing.T) {
	rnd := rand.New(rand.NewPCG(10, 10))
	rows := tickets(&desk{rnd: rnd, agents: 6, pace: 1, content: 0.85}, 6000)
	for _, r := range rows {
		if dim(r, "agent") == "agent 2" && rnd.IntN(3) == 0 {
			r.Handled *= 3
			r.After.Reopened = r.At
			if r.Response != nil {
				r.Response.Score = 1
			}
		}
	}
	all := perform(rows)
	hard, poor := all[1], all[2]
	if *hard.Expected > *all[0].Expected-10 || math.Abs(hard.Score.Value-100) > 10 || hard.To == len(all) && hard.From == len(all) {
		t.Errorf("the hard mix: expected %v (others %v), got %+v, score %+v", *hard.Expected, *all[0].Expected, hard, hard.Score)
	}
	if poor.Rank != 6 || poor.From != 6 || poor.Score.High > 95 || poor.Satisfaction.High > 0 || poor.Once.High > 0 || poor.Handling.Low < 1 {
		t.Errorf("the poor one: got %+v, score %+v", poor, poor.Score)
	}
}

func TestQuickIsBetter(t *testing.T) {
	rows := tickets(&desk{rnd: rand.New(rand.NewPCG(14, 14)), agents: 5, pace: 1, content: 0.8}, 3000)
	for _, r := range rows {
		if dim(r, "agent") == "agent 3" {
			r.Handled /= 4
		}
	}
	if p := perform(rows)[3]; p.Handling.High > 0.5 || p.Score.Value < 104 || p.Rank != 1 {
		t.Errorf("a quarter of the time: got %+v, %+v", p.Handling, p.Score)
	}
}

func TestFewTickets(t *testing.T) {
	d := &desk{rnd: rand.New(rand.NewPCG(11, 11)), agents: 2, pace: 1, content: 0.8}
	rows := tickets(d, 400)
	add := func(agent string, n int) {
		for i, r := range tickets(d, n) {
			r.Dims[0].Value, r.ID[15] = agent, byte(i)
			r.Response = nil
			rows = append(rows, r)
		}
	}
	add("few", 4)
	add("some", 29)
	add("silent", 100)
	by := map[string]Performance{}
	for _, p := range perform(rows) {
		by[p.Value] = p
	}
	if p := by["few"]; p.Shown || p.Reason == "" || p.Score != nil || p.Once != nil || p.Handling != nil || p.Satisfaction != nil || p.KeptOut.More != nil {
		t.Errorf("4 tickets: got %+v", p)
	}
	if p := by["some"]; !p.Shown || p.Satisfaction != nil || p.Expected != nil || p.Once == nil || p.Rank != 0 {
		t.Errorf("29 tickets without answers: got %+v", p)
	}
	if p := by["silent"]; !p.Shown || p.Rank != 0 {
		t.Errorf("100 tickets without answers: got %+v", p)
	}
	if p := by["agent 0"]; p.Rank == 0 || p.Satisfaction == nil {
		t.Errorf("200 tickets: got %+v", p)
	}
	if all := Perform(csat, nil, nil); len(all) != 0 {
		t.Errorf("nobody: got %v", all)
	}
}

// A true 100 lies in the interval of nearly all agents who are like the others,
// and so does each rank, which they all share.
func TestCoverageOfPerformance(t *testing.T) {
	const runs = 25
	rnd := rand.New(rand.NewPCG(12, 12))
	var scores, ranks, n int
	for range runs {
		for _, p := range perform(tickets(&desk{rnd: rnd, agents: 6, pace: 1, content: 0.8}, 900)) {
			n++
			scores += one(p.Score.holds(100))
			ranks += one(p.Rank > 0 && p.From == 1 && p.To == 6)
		}
	}
	t.Logf("of %d, %d scores and %d ranks hold the truth", n, scores, ranks)
	if min(scores, ranks) < n*93/100 {
		t.Errorf("of %d, only %d scores and %d ranks hold the truth", n, scores, ranks)
	}
}

func TestKeptOut(t *testing.T) {
	rnd := rand.New(rand.NewPCG(13, 13))
	falsely := 0
	for run := range 6 {
		rows := tickets(&desk{rnd: rnd, agents: 8, pace: 1, content: 0.8}, 2400)
		for _, r := range rows {
			agent := dim(r, "agent")
			if rnd.Float64() < 0.02+0.1*float64(one(agent == "agent 4")) {
				r.Reason = []heed.Reason{heed.ExcludedTag, heed.OwnDomain, heed.Unresolved}[rnd.IntN(3)]
			}
		}
		for i, r := range tickets(&desk{rnd: rnd, agents: 1, pace: 1}, 4) { // all of them, but too few to say so
			r.Dims[0].Value, r.ID[15], r.Reason = "few", byte(i), heed.ExcludedTag
			rows = append(rows, r)
		}
		all := perform(rows)
		kept := count(rows, func(r *heed.Row) bool {
			return dim(r, "agent") == "agent 4" && r.Reason != heed.Asked && r.Reason != heed.NotDrawn
		})
		near(t, "kept out", all[4].KeptOut.Share.Share.Value, kept/300, 1e-12)
		found := FindKeptOut(all)
		if !all[4].KeptOut.Alarm || len(found) == 0 || found[0].Value != "agent 4" {
			t.Errorf("kept out by hand: got %+v, found %v", all[4].KeptOut, found)
		}
		falsely += len(found) - 1
		if run == 0 {
			t.Log(found[0].Says)
		}
	}
	if falsely > 1 {
		t.Errorf("%d others were pointed at", falsely)
	}
}
