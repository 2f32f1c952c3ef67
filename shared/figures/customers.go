package figures

import (
	"iter"

	"heed/shared/cells"
	"heed/shared/estimates"
	"heed/shared/heed"
	"heed/shared/surveys"
)

// OfRows is Of from rows of one program, with the exact variance of customers
// in place of that of hashed groups, and with respondents counted exactly.
func OfRows(program *surveys.Program, rows iter.Seq[*heed.Row], settled bool) Figure {
	return fromRows(program, rows, settled, func(rows iter.Seq[*heed.Row]) *estimates.Sample {
		return estimates.OfRows(rows, program.Ask, estimates.Register{})
	})
}

// ByCustomer makes the customer-weighted figure of rows of one program: each
// customer counts once, however many touchpoints it had. The counts are of
// touchpoints, as in every figure. What it holds grows with the customers.
func ByCustomer(program *surveys.Program, rows iter.Seq[*heed.Row], settled bool) Figure {
	f := fromRows(program, rows, settled, func(rows iter.Seq[*heed.Row]) *estimates.Sample {
		return estimates.OfCustomers(rows, program.Ask)
	})
	f.Estimand = CustomerWeighted
	return f
}

func fromRows(program *surveys.Program, rows iter.Seq[*heed.Row], settled bool, sample func(iter.Seq[*heed.Row]) *estimates.Sample) Figure {
	var answers *estimates.Sample
	counted := cells.Of(func(yield func(*heed.Row) bool) {
		answers = sample(func(take func(*heed.Row) bool) {
			for row := range rows {
				if row.Program != program.Name {
					continue
				}
				plain := *row
				plain.Day, plain.Dims = 0, nil // all in one cell
				if !yield(&plain) || !take(row) {
					return
				}
			}
		})
	}, nil)
	whole := counted[cells.Key{Program: program.Name}]
	if whole == nil {
		whole = &cells.Cell{}
	}
	ratio := answers.DesignRatio(measures[program.Ask].value, answers.Respondents())
	f := figureOf(program, whole.Population(), answers, ratio, settled)
	f.adjust(answers)
	return f
}
