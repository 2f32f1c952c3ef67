package figures

import (
	"heed/shared/cells"
	"heed/shared/heed"
)

// Tells is why readers who may not see single responses get no figures by a
// dimension, and "" for one that they may have figures by.
func Tells(dim string) string {
	switch dim {
	case cells.Answer:
		return "its values count answers where no score is shown"
	case "tag":
		return "a touchpoint has several, and what some leave of the others can't be bounded"
	case "agent":
		return "the score of a single person is for those who lead them"
	}
	return ""
}

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
// from January on, at most 12, in which nothing can change any more; dimensions
// that Tell something are left out.
//
// A figure is shown only if it is of 5 people or more, and if adding and
// subtracting it and all others shown, in whatever order and however often,
// tells nothing of 1 to 4 people (cuts.go). That holds among the whole and the
// values of one dimension, over months, quarters and the year.
//
// It does not among values of two dimensions: where a team alone serves a
// product, the team less the product may be of one person. Nor does it for who
// saw the figures before an answer was erased and sees them after, or knows
// some of the answers already.
//
// The whole is decided on by itself, and then each dimension: none hides the
// whole, or values of another. A figure's fate depends on no later month, since
// what once was shown can't be taken back: periods are gone through by their
// ends, and of those that end together the longest first, in each the largest
// value. A value is shown only where the whole is.
func Open(ask heed.Ask, months []Month) map[Target]bool {
	whole, dimensions := linesOf(ask, months)
	shown := map[Target]bool{}
	for m := range months {
		var periods []Target
		for _, length := range []int{12, 3, 1} {
			if t := (Target{First: m + 1 - length, Last: m}); (m+1)%length == 0 && whole.open(t) {
				periods, shown[t] = append(periods, t), true
			}
		}
		for _, d := range dimensions {
			d.open(periods, shown)
		}
	}
	return shown
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
