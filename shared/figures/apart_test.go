package figures

import (
	"encoding/json"
	"math"
	"math/rand/v2"
	"testing"

	"pgregory.net/rapid"

	"heed/shared/cells"
	"heed/shared/heed"
	"heed/shared/surveys"
)

// Of twenty agents who are all alike, each compared with the rest, hardly a page
// calls one different: 5 of 100 may.
func TestEqualsAreNotToldApart(t *testing.T) {
	const pages, agents = 30, 20
	for ask, answers := range map[string][]int{
		"60%": publics[heed.CSAT], "80%": {4, 5, 5, 4, 5, 5, 4, 5, 2, 3}, "95%": {4, 5, 5, 4, 5, 5, 4, 5, 4, 5, 4, 5, 5, 4, 5, 5, 4, 5, 4, 1},
	} {
		program, wrong, seen := &surveys.Program{Name: "support", Ask: heed.CSAT}, 0, 0
		for _, n := range []int{6, 10, 20, 40} {
			p := &public{rand.New(rand.NewPCG(1, uint64(n))), heed.CSAT, answers}
			for range pages {
				var rows []*heed.Row
				var sides []*Side
				for range agents {
					own := p.evenly(n)
					rows = append(rows, own...)
					sides = append(sides, SideOf(program, cellOf(own), true))
				}
				seen++
				if anyFound(SideOf(program, cellOf(rows), true), sides) {
					wrong++
				}
			}
		}
		t.Logf("%s: %d of %d pages", ask, wrong, seen)
		if wrong > 7*seen/100 {
			t.Errorf("%s: %d of %d pages call one of equal agents different", ask, wrong, seen)
		}
	}
}

func anyFound(whole *Side, parts []*Side) bool {
	many := make([]Difference, len(parts))
	for i, s := range parts {
		many[i] = Compare(whole.Without(s), s)
	}
	Discoveries(many)
	for _, d := range many {
		if d.Shown && *d.AmongMany < 0.05 {
			return true
		}
	}
	return false
}

// Where there is a difference it is found.
func TestTheDifferentAreToldApart(t *testing.T) {
	whole, parts := []*heed.Row(nil), []*Side(nil)
	for i := range 20 {
		rows := team(i, 40, 80-50*int(when(i == 7)), "k")
		whole, parts = append(whole, rows...), append(parts, SideOf(support, cellOf(rows), true))
	}
	if !anyFound(SideOf(support, cellOf(whole), true), parts) {
		t.Error("30% of 40 promoters among 19 agents with 80%: nothing found")
	}
}

// Nothing to tell apart is no discovery, and no figure that JSON can't write.
func TestAlikeSidesDoNotDiffer(t *testing.T) {
	five := []int{9, 10, 9, 10, 9}
	for name, pair := range map[string][2]*cells.Cell{
		"all at the top":                 {scores(five...), scores(five...)},
		"the same customers, the same":   {scores(0, 9, 7, 3, 10, 10), scores(0, 9, 7, 3, 10, 10)},
		"all at the top, one at a time":  {scores(9, 9, 9, 9, 9, 9, 9), scores(10, 10, 10, 10, 10)},
		"the same, with a chance of all": {heavies(5), heavies(9)},
	} {
		d := compare(support, pair[0], pair[1])
		if *d.P != 1 || *d.Difference != 0 || !(*d.Low < 0 && *d.High > 0) {
			t.Errorf("%s: got %v (%v to %v), p %v", name, *d.Difference, *d.Low, *d.High, *d.P)
		}
	}
	d := compare(support, scores(0, 1, 0, 1, 0, 0, 2), scores(10, 9, 10, 9, 10, 10, 9)) // each by the same
	if !(*d.P > 0 && *d.P < 0.05) || *d.Low <= 0 {
		t.Errorf("all moved alike: got %v (%v to %v), p %v", *d.Difference, *d.Low, *d.High, *d.P)
	}
	none := Difference{Shown: true, P: new(math.NaN())}
	many := []Difference{none, {Shown: true, P: new(0.01)}}
	if Discoveries(many); *many[0].AmongMany != 1 || *many[1].AmongMany != 0.02 {
		t.Errorf("what is no number is among many %v, the other %v", *many[0].AmongMany, *many[1].AmongMany)
	}
}

func heavies(n int) *cells.Cell {
	rows := make([]*heed.Row, n)
	for i := range rows {
		rows[i] = response(heed.Hash{15: byte(i)}, heed.PPB, 10)
	}
	return cellOf(rows)
}

// Whatever the cells hold, what is made of them can be written, and p says what
// the interval says.
func TestAllThatIsMadeCanBeWritten(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		program := &surveys.Program{Name: "support", Ask: rapid.SampledFrom(asks).Draw(t, "ask")}
		a, b := anyRows(t, program.Ask), anyRows(t, program.Ask)
		if rapid.Bool().Draw(t, "alike") {
			for _, r := range append(a[:len(a):len(a)], b...) {
				if r.Response != nil {
					_, r.Response.Score = program.Ask.Range()
				}
			}
		}
		one, two := cellOf(a), cellOf(b)
		whole := cells.Merge(one, two)
		d := Compare(SideOf(program, whole, true).Without(SideOf(program, one, true)), SideOf(program, one, true))
		if d.Shown && (*d.P < 0.05 != (*d.Low > 0 || *d.High < 0) || *d.P < 0 || *d.P > 1 || *d.Low > *d.Difference || *d.High < *d.Difference) {
			t.Fatalf("%v (%v to %v), p %v", *d.Difference, *d.Low, *d.High, *d.P)
		}
		j, err := Along(program.Ask, []Stage{{program, one, true}, {program, two, true}})
		if err != nil {
			t.Fatal(err)
		}
		many := []Difference{d, compare(program, one, two)}
		Discoveries(many)
		places := Shrink(program, whole, []Peer{{"a", one}, {"b", two}})
		for _, v := range []any{Of(program, whole, true), Part(program, one, whole, true), many, j, places, RatesOf(whole)} {
			if _, err := json.Marshal(v); err != nil {
				t.Fatalf("%+v: %v", v, err)
			}
		}
	})
}

// The rest is what a subtraction of cells leaves.
func TestWithout(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		part, rest := cellOf(anyRows(t, heed.NPS)), cellOf(anyRows(t, heed.NPS))
		whole := SideOf(support, cells.Merge(part, rest), true)
		got, want := whole.Without(SideOf(support, part, true)).Figure, whole.Part(rest).Figure
		if got.N != want.N || got.Respondents != want.Respondents || got.Population != want.Population || got.Answered != want.Answered || got.Shown != want.Shown || got.Asked != want.Asked {
			t.Fatalf("got %+v, want %+v", got, want)
		}
		near(t, "effective n", got.EffectiveN, want.EffectiveN)
		if got.Shown {
			near(t, "score", *got.Score, *want.Score)
			near(t, "low", *got.Low, *want.Low)
		}
		if more := SideOf(support, part, true).Without(whole).Figure; more.N != 0 && rest.Population().Answered > 0 {
			t.Fatalf("less than nothing left: %+v", more)
		}
	})
}
