// Package estimates is the formulas: the sums of a cell or of rows come in,
// unrounded numbers with their variance go out, and every formula has its
// source beside it.
//
// A Sample is what was answered. Its Mean is an estimate together with what
// each response adds to its error (the linearised value), so one set of
// variances serves every kind of mean, the sum of several, and the difference
// of two. What a score is called, when it is shown and how it is written is
// package figures'; nothing here reads a table or a clock, or rounds.
package estimates

// Groups is the number of hashed groups that a cell keeps its sums in: the
// clusters of the grouped variance, the empty ones included.
const Groups = 64

// A Value is what a score counts for: itself, or 1 where it belongs to a share
// and 0 where not.
type Value func(score int) float64

// The values of the scores of NPS, CSAT and CES. Net is 1 for promoters (9 and
// 10), -1 for detractors (0 to 6), 0 for the others (Reichheld 2003); Top2 is
// 1 for 4 and 5 of 5.
func Net(score int) float64       { return Promoter(score) - Detractor(score) }
func Promoter(score int) float64  { return when(score >= 9) }
func Detractor(score int) float64 { return when(score <= 6) }
func Top2(score int) float64      { return when(score >= 4) }
func Itself(score int) float64    { return float64(score) }

func when(yes bool) float64 {
	if yes {
		return 1
	}
	return 0
}
