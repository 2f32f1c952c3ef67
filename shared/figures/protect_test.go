package figures

import (
	"slices"
	"testing"

	"pgregory.net/rapid"

	"heed/shared/heed"
	"heed/shared/surveys"
)

// A shelf is rows under the dimension values that they bear.
type shelf map[heed.Dim][]*heed.Row

// protected makes the figures of a whole and of its shelf, and protects them.
func protected(rows []*heed.Row, parts shelf) (whole *Figure, all map[heed.Dim]*Figure) {
	program := &surveys.Program{Name: "support", Ask: heed.NPS}
	cell := cellOf(rows)
	whole, all = new(Of(program, cell, true)), map[heed.Dim]*Figure{}
	var list []Protected
	for dim, some := range parts {
		c := cellOf(some)
		all[dim] = new(Part(program, c, cell, true).Over(0, 0, dim))
		list = append(list, Protected{all[dim], c})
	}
	Protect(Protected{whole, cell}, list)
	return whole, all
}

// people is how many gave the responses of some rows and not of others.
func peopleBut(rows, without []*heed.Row) int {
	seen := map[heed.Hash]bool{}
	for _, r := range rows {
		if r.Response != nil && !slices.Contains(without, r) {
			seen[r.Customer] = true
		}
	}
	return len(seen)
}

func few1to4(n int) bool { return 0 < n && n < 5 }

// What a reader who sees only what is shown can find out by one subtraction, of
// a part from the whole or from a part that holds it, or of all the parts of a
// dimension from the whole, is of nobody or at least 5 people.
func TestNothingSmallCanBeSubtracted(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var rows []*heed.Row
		parts := shelf{}
		for range rapid.IntRange(1, 70).Draw(t, "n") {
			row := response(heed.Hash{15: rapid.ByteMax(80).Draw(t, "who")}, heed.PPB/4, rapid.IntRange(0, 10).Draw(t, "score"))
			if rapid.IntRange(0, 9).Draw(t, "fate") == 0 {
				row.Response = nil
			}
			rows = append(rows, row)
			agent := rapid.SampledFrom([]string{"a1", "a2", "a3", "b1", "b2", ""}).Draw(t, "agent")
			if agent != "" {
				parts[heed.Dim{Name: "agent", Value: agent}] = append(parts[heed.Dim{Name: "agent", Value: agent}], row)
				team := heed.Dim{Name: "team", Value: agent[:1]} // an agent has one team
				parts[team] = append(parts[team], row)
			}
			for _, tag := range rapid.SliceOfNDistinct(rapid.SampledFrom([]string{"x", "y", "z"}), 0, 3, rapid.ID[string]).Draw(t, "tags") {
				parts[heed.Dim{Name: "tag", Value: tag}] = append(parts[heed.Dim{Name: "tag", Value: tag}], row)
			}
		}
		whole, all := protected(rows, parts)
		if whole.Shown && few1to4(peopleBut(rows, nil)) {
			t.Fatalf("a whole of %d people is shown", peopleBut(rows, nil))
		}
		shown := map[string][]*heed.Row{} // by dimension
		for dim, f := range all {
			if !f.Shown {
				if f.N+f.Answered+uint64(f.Respondents) > 0 || f.EffectiveN > 0 || f.ResponseRate != nil || f.Score != nil || f.Adjusted != nil || !f.Withheld {
					t.Fatalf("%v is not shown, but says %+v", dim, f)
				}
				continue
			}
			shown[dim.Name] = append(shown[dim.Name], parts[dim]...)
			if n := peopleBut(parts[dim], nil); few1to4(n) {
				t.Fatalf("%v of %d people is shown", dim, n)
			}
			if n := peopleBut(rows, parts[dim]); few1to4(n) {
				t.Fatalf("all but %v is of %d people", dim, n)
			}
			for other, o := range all {
				if o.Shown && holds(parts[other], parts[dim]) && few1to4(peopleBut(parts[other], parts[dim])) {
					t.Fatalf("%v but %v is of %d people", other, dim, peopleBut(parts[other], parts[dim]))
				}
			}
		}
		for _, by := range []string{"agent", "team"} { // of which a touchpoint has one
			if n := peopleBut(rows, shown[by]); whole.Shown && few1to4(n) {
				t.Fatalf("all but the shown of %s is of %d people", by, n)
			}
		}
	})
}

func holds(rows, part []*heed.Row) bool {
	for _, r := range part {
		if r.Response != nil && !slices.Contains(rows, r) {
			return false
		}
	}
	return true
}

// Hiding goes no further than it must.
func TestProtectHidesLittle(t *testing.T) {
	crowd := func(from, n int) (rows []*heed.Row) {
		for i := range n {
			rows = append(rows, response(heed.Hash{15: byte(from + i)}, heed.PPB/4, 9))
		}
		return rows
	}
	a, b, c, d := crowd(0, 20), crowd(20, 10), crowd(30, 7), crowd(40, 3)
	team := func(name string) heed.Dim { return heed.Dim{Name: "team", Value: name} }
	for name, test := range map[string]struct {
		parts  shelf
		hidden []string
	}{
		"none small":                       {shelf{team("a"): a, team("b"): b, team("c"): c}, nil},
		"one small, hidden with the next":  {shelf{team("a"): a, team("b"): b, team("c"): c, team("d"): d}, []string{"c", "d"}},
		"two small ones are enough":        {shelf{team("a"): a, team("b"): b, team("c"): c[:3], team("d"): d, team("e"): c[3:]}, []string{"c", "d", "e"}},
		"everything in one part":           {shelf{team("a"): slices.Concat(a, b)}, nil},
		"everything but a few in one part": {shelf{team("a"): slices.Concat(a, b[1:]), team("b"): b[:1]}, []string{"a", "b"}},
	} {
		var rows []*heed.Row
		for _, some := range test.parts {
			rows = append(rows, some...)
		}
		whole, all := protected(rows, test.parts)
		var hidden []string
		for dim, f := range all {
			if !f.Shown {
				hidden = append(hidden, dim.Value)
			}
		}
		slices.Sort(hidden)
		if !whole.Shown || !slices.Equal(hidden, test.hidden) {
			t.Errorf("%s: hidden are %v, want %v", name, hidden, test.hidden)
		}
	}
}
