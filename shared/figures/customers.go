package figures

import (
	"iter"

	"heed/shared/heed"
	"heed/shared/surveys"
)

// OfRows is Of from a program's rows, with the exact variance of customers in
// place of the grouped one.
func OfRows(program *surveys.Program, rows iter.Seq[*heed.Row], settled bool) Figure {
	return Figure{Program: program.Name, Ask: program.Ask, Estimand: EventWeighted, Reason: TooFew, Settled: settled}
}

// ByCustomer makes the customer-weighted figure of a program's rows: each
// customer counts once, however many touchpoints it had.
func ByCustomer(program *surveys.Program, rows iter.Seq[*heed.Row], settled bool) Figure {
	f := OfRows(program, rows, settled)
	f.Estimand = CustomerWeighted
	return f
}
