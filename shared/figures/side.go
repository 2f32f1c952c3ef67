package figures

import (
	"heed/shared/cells"
	"heed/shared/estimates"
	"heed/shared/surveys"
)

// A Side is a figure with the answers that it is made of: what is compared.
type Side struct {
	Figure  Figure
	program *surveys.Program
	answers *estimates.Sample
	counts  cells.Population
	ratio   float64 // that the whole has of variances, by groups and of single responses
}

// SideOf is Of, to be compared, or to be taken apart with Part and Without.
func SideOf(program *surveys.Program, whole *cells.Cell, settled bool) *Side {
	answers := estimates.OfCell(whole, program.Ask)
	ratio := answers.DesignRatio(measures[program.Ask].value, estimates.Groups)
	return sideOf(program, whole, answers, ratio, settled)
}

// Part is the figure Part of one value of a dimension, to be compared.
func (s *Side) Part(part *cells.Cell) *Side {
	return sideOf(s.program, part, estimates.OfCell(part, s.program.Ask), s.ratio, s.Figure.Settled)
}

func sideOf(program *surveys.Program, c *cells.Cell, answers *estimates.Sample, ratio float64, settled bool) *Side {
	s := &Side{program: program, answers: answers, counts: c.Population(), ratio: ratio}
	s.Figure = s.plain(settled)
	s.Figure.adjust(s.answers)
	return s
}

// Without is the rest of a whole without a part of it, and without an adjusted
// score. Of what is no part of it, nothing is left.
func (s *Side) Without(part *Side) *Side {
	rest := &Side{program: s.program, ratio: s.ratio}
	var fits [2]bool
	rest.answers, fits[0] = s.answers.Without(part.answers)
	rest.counts, fits[1] = taken(s.counts, part.counts)
	if fits != [2]bool{true, true} {
		rest.answers, rest.counts = &estimates.Sample{}, cells.Population{}
	}
	rest.Figure = rest.plain(s.Figure.Settled)
	return rest
}

// plain is the figure without its adjusted score. How much less the answers tell
// for coming from the same customers is what they show themselves, but at least
// what the whole shows.
func (s *Side) plain(settled bool) Figure {
	own := s.answers.DesignRatio(measures[s.program.Ask].value, estimates.Groups)
	return figureOf(s.program, s.counts, s.answers, max(s.ratio, own), settled)
}

// taken is what figures count, of a whole without a part.
func taken(a, b cells.Population) (cells.Population, bool) {
	fits := true
	for _, n := range [][2]*uint64{
		{&a.N, &b.N},
		{&a.Eligible, &b.Eligible},
		{&a.Doubtful, &b.Doubtful},
		{&a.Asked, &b.Asked},
		{&a.Sent, &b.Sent},
		{&a.Failed, &b.Failed},
		{&a.Answered, &b.Answered},
	} {
		fits = fits && *n[0] >= *n[1]
		*n[0] -= *n[1]
	}
	return a, fits
}
