package plan

import (
	"heed/shared/heed"
	"heed/shared/sampling"
	"heed/shared/surveys"
)

// A pacer keeps the budgets of a run; nil if there are none.
type pacer struct{}

func newPacer(c *surveys.Config) *pacer { return nil }

func (p *pacer) pace(c *sampling.Case) {}

func (p *pacer) spend(r *heed.Row) {}
