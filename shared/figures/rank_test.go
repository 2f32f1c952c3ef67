package figures

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"heed/shared/heed"
	"heed/shared/surveys"
)

// team is n answers of a team's customers, others for each from: good of 100
// are promoters, the rest detractors.
func team(from, n, good int, kind string) []*heed.Row {
	rows, rnd := make([]*heed.Row, n), rand.New(rand.NewPCG(uint64(from), 5))
	for i := range rows {
		score := 0
		if i*100 < good*n {
			score = 10
		}
		rows[i] = response(heed.Hash{13: byte(from), 14: byte(i), 15: byte(rnd.IntN(64))}, heed.PPB/4, score)
		rows[i].Kind = kind
	}
	return rows
}

func placed(teams ...[]*heed.Row) []Place {
	var peers []Peer
	for i, rows := range teams {
		peers = append(peers, Peer{fmt.Sprint(i), cellOf(rows)})
	}
	return Shrink(&surveys.Program{Name: "support", Ask: heed.NPS}, cellOf(slices.Concat(teams...)), peers)
}

func TestSmallTeamsMoveMost(t *testing.T) {
	p := placed(team(0, 60, 20, "k"), team(1, 60, 50, "k"), team(2, 60, 80, "k"), team(3, 10, 100, "k"), team(4, 4, 100, "k"))
	if p[4].Score != nil || p[4].Rank != 0 {
		t.Errorf("4 respondents: got %+v, want nothing", p[4])
	}
	if p[3].Score == nil || p[3].Rank != 0 || *p[3].Score > 90 {
		t.Errorf("10 respondents: got %+v, want a score well below their 100, and no rank", p[3])
	}
	for i, want := range []struct {
		score float64 // as measured
		rank  int
	}{{-60, 3}, {0, 2}, {60, 1}} {
		if p[i].Rank != want.rank || math.Abs(*p[i].Score-want.score) > 10 || p[i].From != want.rank || p[i].To != want.rank {
			t.Errorf("team %d: got %v, rank %+v, want about %v, rank %d and surely so", i, *p[i].Score, p[i], want.score, want.rank)
		}
	}
	if own, pulled := 60-*p[2].Score, 100-*p[3].Score; pulled < 2*own {
		t.Errorf("the small team moved by %v, the large one by %v", pulled, own)
	}
}

func TestAlikeTeamsShareTheRank(t *testing.T) {
	for i, p := range placed(team(0, 60, 50, "k"), team(1, 60, 50, "k"), team(2, 60, 55, "k")) {
		if p.Rank != 1 || p.From != 1 || p.To != 3 {
			t.Errorf("team %d: got %+v, want rank 1, between 1 and 3: chance explains it all", i, p)
		}
	}
}

// Two teams that do equally well, of which one has the harder touchpoints.
func TestHardTouchpointsAreNoFault(t *testing.T) {
	easy := slices.Concat(team(0, 50, 90, "won"), team(50, 10, 20, "lost"))
	hard := slices.Concat(team(100, 10, 90, "won"), team(110, 50, 20, "lost"))
	p := placed(easy, hard)
	if apart := math.Abs(*p[0].Score - *p[1].Score); apart > 1 {
		t.Errorf("equal teams: got %v and %v", *p[0].Score, *p[1].Score)
	}
}

// Where nobody's answers differ there is nothing to tell teams by.
func TestPlacesOfTheUnanimous(t *testing.T) {
	for i, p := range placed(team(0, 40, 100, "k"), team(1, 40, 100, "k")) {
		if *p.Score != 100 || p.Rank != 1 || math.IsNaN(*p.Low) {
			t.Errorf("team %d: got %+v (low %v)", i, p, *p.Low)
		}
	}
	if p := placed(); len(p) != 0 {
		t.Errorf("no teams: got %v", p)
	}
	if p := placed(team(0, 3, 100, "k")); p[0].Score != nil {
		t.Errorf("a small team alone: got %v", p)
	}
	if p := placed(team(0, 40, 50, "k")); p[0].Score == nil || p[0].Rank != 0 {
		t.Errorf("a team alone: got %+v, want a score and no rank", p)
	}
}

// How often the true rank, and the true score, lie in their intervals.
func TestCoverageOfRanks(t *testing.T) {
	const runs, teams, n = 250, 8, 60
	rnd := rand.New(rand.NewPCG(11, 11))
	ranks, scores := 0, 0
	for range runs {
		truths := make([]float64, teams)
		rows := make([][]*heed.Row, teams)
		for i := range truths {
			truths[i] = 0.6 + 0.08*rnd.NormFloat64() // share of promoters, the others are detractors
			rows[i] = team(0, n, 0, "k")
			for _, r := range rows[i] {
				r.Scope = heed.Hash{15: byte(rnd.IntN(64))}
				r.Response.Score = 10 * when(rnd.Float64() < truths[i])
			}
		}
		for i, p := range placed(rows...) {
			rank := 1
			for _, o := range truths {
				rank += when(o > truths[i])
			}
			ranks += when(p.From <= rank && rank <= p.To)
			scores += when(within(p.Low, 200*truths[i]-100, p.High))
		}
	}
	for what, held := range map[string]int{"ranks": ranks, "scores": scores} {
		share := 100 * float64(held) / (runs * teams)
		t.Logf("%s: %.1f%% of intervals hold the truth", what, share)
		if share < 92 {
			t.Errorf("%s: only %.1f%% of intervals hold the truth", what, share)
		}
	}
}

func when(yes bool) int {
	if yes {
		return 1
	}
	return 0
}
