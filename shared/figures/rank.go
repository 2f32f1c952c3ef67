package figures

import (
	"math"
	"slices"

	"gonum.org/v1/gonum/stat/distuv"

	"heed/shared/cells"
	"heed/shared/estimates"
	"heed/shared/surveys"
)

// A Peer is one value of a dimension, among the others.
type Peer struct {
	Value string
	Cell  *cells.Cell
}

// A Place is where a peer stands among its peers, after its score was moved
// towards theirs by as much as chance has a hand in it.
type Place struct {
	Value string `json:"value"`

	// Score is the score of a peer that met the same touchpoints as the whole
	// did, shrunk; nil if not shown. In the units of the figure.
	Score *float64 `json:"score"`
	Low   *float64 `json:"low"`
	High  *float64 `json:"high"`

	// Rank is 1 for the best, From and To its 95% interval; 0 where there is
	// none, because the effective n is below 30.
	Rank int `json:"rank,omitempty"`
	From int `json:"rank_from,omitempty"`
	To   int `json:"rank_to,omitempty"`
}

// Shrink places the peers of a whole, in the order they are given. What a peer
// scored is first compared with what its touchpoints score in the whole, class
// by class, so that nobody ranks low for the harder ones; the difference is
// then shrunk, and added to the score of the whole.
func Shrink(program *surveys.Program, whole *cells.Cell, peers []Peer) []Place {
	places := make([]Place, len(peers))
	m, all := measures[program.Ask], estimates.OfCell(whole, program.Ask)
	strata, _ := all.Collapse(smallest)
	expected, spread := all.Expected(m.value, strata)
	var y, v []float64
	var shown []contender
	figure := Parts(program, all.DesignRatio(m.value, estimates.Groups), false)
	for i := range peers {
		places[i].Value = peers[i].Value
		f := figure(peers[i].Cell)
		if !f.Shown {
			continue
		}
		shown = append(shown, contender{place: &places[i], ranked: !f.IntervalOnly})
		y = append(y, estimates.OfCell(peers[i].Cell, program.Ask).Beyond(m.value, expected))
		v = append(v, max(spread, least(all))/f.EffectiveN)
	}
	if len(shown) == 0 {
		return places
	}
	score := all.Mean(m.value).Value
	for i, s := range estimates.Shrink(y, v) {
		shown[i].Shrunk = s
		shown[i].show(&m, score)
	}
	rank(shown)
	return places
}

// least is the variance of one answer where none shows any: as if one more of
// the whole had answered at the distance of 1.
func least(all *estimates.Sample) float64 { return 1 / (all.Kish() + 1) }

// A contender is a peer with enough respondents to be shown.
type contender struct {
	estimates.Shrunk
	place  *Place
	ranked bool
}

// show fills in the score, kept within the scale as its interval is.
func (c *contender) show(m *measure, whole float64) {
	on := func(x float64) *float64 { return new(max(m.floor, min(m.ceiling, m.scale*(whole+x)))) }
	half := estimates.Z * math.Sqrt(c.Variance)
	c.place.Score, c.place.Low, c.place.High = on(c.Value), on(c.Value-half), on(c.Value+half)
}

// rank gives places to those that may be ranked. From counts those that are
// surely better, To leaves out those surely worse; sure is 95% over all of a
// peer's comparisons, each at a level divided by their number (after Klein,
// Wright & Wieczorek 2020).
func rank(all []contender) {
	all = slices.DeleteFunc(all, func(c contender) bool { return !c.ranked })
	if len(all) < 2 {
		return
	}
	sure := distuv.UnitNormal.Quantile(1 - (1-estimates.Level)/2/float64(len(all)-1))
	for i := range all {
		rank, from, to := 1, 1, len(all)
		for k := range all {
			apart := all[k].Apart(all[i].Shrunk)
			switch {
			case apart > sure:
				from++
			case apart < -sure:
				to--
			}
			if all[k].Value > all[i].Value {
				rank++
			}
		}
		all[i].place.Rank, all[i].place.From, all[i].place.To = rank, from, to
	}
}
