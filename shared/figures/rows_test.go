package figures

import (
	"math"
	"slices"

	"heed/shared/cells"
	"heed/shared/heed"
	"heed/shared/surveys"
)

// response is a row of somebody who was asked with chance pi, and answered.
func response(scope heed.Hash, pi uint32, score int) *heed.Row {
	return &heed.Row{
		Scope:      scope,
		Customer:   scope,
		Kind:       "ticket.solved",
		Decision:   heed.Decision{Program: "support", Reason: heed.Asked, Pi: pi},
		Invitation: &heed.Invitation{},
		Response:   &heed.Response{Score: score},
	}
}

func cellOf(rows []*heed.Row) *cells.Cell {
	return cells.Merge(cells.Of(slices.Values(rows), nil)[cells.Key{Program: "support"}])
}

func near(t interface {
	Helper()
	Errorf(string, ...any)
}, what string, got, want float64,
) {
	t.Helper()
	if !(math.Abs(got-want) <= 1e-9*max(1, math.Abs(want))) {
		t.Errorf("%s: got %.15g, want %.15g", what, got, want)
	}
}

// compare is Compare of cells that are wholes of their own.
func compare(program *surveys.Program, a, b *cells.Cell) Difference {
	return Compare(SideOf(program, a, false), SideOf(program, b, false))
}
