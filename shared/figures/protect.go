package figures

import (
	"cmp"
	"maps"
	"slices"

	"heed/shared/cells"
	"heed/shared/heed"
)

// Tells reports whether the values of a dimension tell single answers whatever
// is left out: those of the answer's channel count answers where no score is
// shown, and of tags a touchpoint has several, so that what some of them leave
// of the others can't be bounded.
func Tells(dim string) bool { return dim == cells.Answer || dim == "tag" }

// A Month is the cells of one month by dimension value, that of the whole
// program under the zero Dim.
type Month map[heed.Dim]*cells.Cell

// A Target is a figure that could be shown: of some months of a year, First and
// Last included, January being 0, and of a dimension value, zero for the whole.
type Target struct {
	First, Last int
	Dim         heed.Dim
}

// Open finds out which figures of a year's months, quarters and the year itself
// may be shown to readers who may not see single responses. Months are those
// from January on in which nothing can change any more; dimensions that Tell
// are left out.
//
// All figures shown tell apart patches, the responses that lie in the very same
// of them; and what is told by adding and subtracting figures, in whatever order
// and however often, is of whole patches. A figure is shown only if no such sum
// can be of 1 to 4 people alone (protectcuts.go). That holds
//
//   - among the whole and the values of one dimension, over months, quarters and
//     the year,
//   - among those and the values of another dimension that lie within, as agents
//     do in a team.
//
// It does not among values of two dimensions that cross each other, as products
// and teams do, nor for who knows some of the answers already. Cells don't know
// which agents a team has: it is told from their sums, each month.
//
// A figure's fate depends on no later month, since what once was shown can't be
// taken back: periods are gone through by their ends, and of those that end
// together the longest first. In each the coarsest dimension comes first, and of
// its values the largest.
func Open(ask heed.Ask, months []Month) map[Target]bool {
	g := newGuard(ask, months)
	for m := range months {
		for _, length := range []int{12, 3, 1} {
			if (m+1)%length == 0 {
				g.openPeriod(m+1-length, m)
			}
		}
	}
	return g.shown
}

// openPeriod shows what can be shown of a period.
func (g *guard) openPeriod(first, last int) {
	if !g.open(Target{First: first, Last: last}) {
		return // whose parts would tell of it
	}
	values := map[string][]candidate{}
	for dim, c := range g.over(first, last) {
		if n := c.responses(); n > 0 && dim.Name != "" {
			values[dim.Name] = append(values[dim.Name], candidate{dim, n})
		}
	}
	names := slices.SortedFunc(maps.Keys(values), func(a, b string) int {
		return cmp.Or(cmp.Compare(len(values[a]), len(values[b])), cmp.Compare(a, b))
	})
	for _, name := range names {
		list := values[name]
		slices.SortFunc(list, func(a, b candidate) int {
			return cmp.Or(cmp.Compare(b.n, a.n), cmp.Compare(a.dim.Value, b.dim.Value))
		})
		for _, one := range list {
			g.open(Target{first, last, one.dim})
		}
	}
}

// A candidate is a dimension value with its responses.
type candidate struct {
	dim heed.Dim
	n   uint64
}

// Withhold takes from a figure all that comes of responses. Whom Heed asked
// stays.
func Withhold(f *Figure) {
	*f = Figure{
		Program: f.Program, Ask: f.Ask, Estimand: f.Estimand, From: f.From, To: f.To, By: f.By, Value: f.Value,
		Reason: TooFew, Withheld: true, Population: f.Population, Eligible: f.Eligible, Doubtful: f.Doubtful, Asked: f.Asked,
		Sent: f.Sent, Failed: f.Failed, Settled: f.Settled,
	}
}
