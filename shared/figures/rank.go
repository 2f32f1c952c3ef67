package figures

import (
	"heed/shared/cells"
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

// Shrink places the peers of a whole, in the order they are given.
func Shrink(program *surveys.Program, whole *cells.Cell, peers []Peer) []Place {
	places := make([]Place, len(peers))
	for i := range peers {
		places[i].Value = peers[i].Value
	}
	return places
}
