package report

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"heed/shared/cells"
	"heed/shared/figures"
	"heed/shared/heed"
	"heed/shared/surveys"
)

// crowded is a gathering of so many answers by so many agents, and their cells.
func crowded(answers, agents int) (*gathering, map[string]*cells.Cell) {
	r := rand.New(rand.NewPCG(1, 2))
	rows := make([]*heed.Row, answers)
	for i := range rows {
		rows[i] = &heed.Row{
			Kind: "k", Scope: heed.Hash{14: byte(r.IntN(256)), 15: byte(r.IntN(256))},
			Decision: heed.Decision{Program: "s", Reason: heed.Asked, Pi: heed.PPB / 5, N90: uint16(r.IntN(40))},
			Response: &heed.Response{Score: r.IntN(11)},
			Dims:     []heed.Dim{{Name: "agent", Value: fmt.Sprint(i % agents)}},
		}
	}
	g, values := &gathering{program: &surveys.Program{Name: "s", Ask: heed.NPS}, by: "agent", settled: true}, map[string]*cells.Cell{}
	for k, c := range cells.Of(slices.Values(rows), nil) {
		switch k.Dim {
		case "":
			g.whole.cell = c
		case "agent":
			values[k.Value] = c
		}
	}
	g.whole.side = figures.SideOf(g.program, g.whole.cell, true)
	g.whole.figure = g.whole.side.Figure
	return g, values
}

func TestThePartsAreComparedWithTheRest(t *testing.T) {
	g, values := crowded(2000, 20)
	g.parts = g.split("agent", values)
	for _, c := range g.withRest() {
		if !c.Difference.Shown || c.Figure.N+c.Other.N != g.whole.figure.N || c.Other.Adjusted != nil || c.Other.Population+c.Figure.Population != 2000 {
			t.Errorf("%s: %+v beside %+v", c.Value, c.Figure, c.Other)
		}
		if *c.Difference.AmongMany < discovered {
			t.Errorf("%s is told apart: %+v", c.Value, c.Difference)
		}
	}
}

// A page by 1,000 agents, from 50,000 answers.
func BenchmarkManyParts(b *testing.B) {
	g, values := crowded(50_000, 1000)
	for b.Loop() {
		g.parts = g.split("agent", values)
		g.data()
	}
}
