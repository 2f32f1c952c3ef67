package figures

import (
	"math"
	"slices"

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
	on := func(x float64) *float64 { return new(m.within(m.scale * (whole + x))) }
	half := estimates.Z * math.Sqrt(c.Variance)
	c.place.Score, c.place.Low, c.place.High = on(c.Value), on(c.Value-half), on(c.Value+half)
}

// rank gives places to those that may be ranked.
func rank(all []contender) {
	all = slices.DeleteFunc(all, func(c contender) bool { return !c.ranked })
	if len(all) < 2 {
		return
	}
	shrunk := make([]estimates.Shrunk, len(all))
	for i := range all {
		shrunk[i] = all[i].Shrunk
	}
	for i, r := range estimates.Ranks(shrunk) {
		all[i].place.Rank, all[i].place.From, all[i].place.To = r.Rank, r.From, r.To
	}
}
