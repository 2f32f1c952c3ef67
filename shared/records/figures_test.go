package records

import (
	"fmt"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"heed/shared/cells"
	"heed/shared/figures"
	"heed/shared/heed"
	"heed/shared/surveys"
)

// A month's figures are those of its cells, though days change that other cells
// have no part in: these depend on the whole program by its design ratio.
func TestFiguresFollowTheWhole(t *testing.T) {
	s, _ := open(t)
	p := &surveys.Program{Name: "support", Ask: heed.NPS}
	month := heed.MonthOf(20778)
	first, last := month.First, month.Last
	before := answered(20778, 300, 2, 3)
	var now []figures.Figure
	for round := range 3 {
		rows := slices.Clone(before)
		for i, r := range answered(20778, 60*round, 2, 1) { // of agent 0 alone, and of few customers who say the same
			r.Scope, r.Response.Score = heed.Hash{15: byte(i % 2)}, 0
			rows = append(rows, r)
		}
		r := s.Restate(noon)
		if err := r.Days(t.Context(), "support", 20778, 20778, cells.Of(slices.Values(rows))); err != nil {
			t.Fatal(err)
		}
		if err := r.Months(t.Context(), "support", p); err != nil {
			t.Fatal(err)
		}
		span := func(dim string) map[string]*cells.Cell {
			all, err := s.Span(t.Context(), "support", dim, first, last)
			if err != nil {
				t.Fatal(err)
			}
			return all
		}
		var want []figures.Figure
		parts := span("agent")
		for i := range 3 {
			value := fmt.Sprint("agent ", i)
			want = append(want, figures.Part(p, parts[value], span("")[""], false).Over(first, last, heed.Dim{Name: "agent", Value: value}))
		}
		was := now
		var err error
		if now, _, err = s.MonthFigures(t.Context(), p, "agent", first); err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(want, now); diff != "" {
			t.Errorf("round %d: %s", round, diff)
		}
		if round > 0 && was[1].EffectiveN == now[1].EffectiveN {
			t.Errorf("round %d: the whole program says nothing new, so this test nothing either", round)
		}
	}
}
