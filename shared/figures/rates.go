package figures

import (
	"heed/shared/cells"
	"heed/shared/estimates"
)

// Rates says how evenly those asked answered.
type Rates struct {
	Classes []ClassRate `json:"classes"`

	// Spread is the standard deviation of the rates over the touchpoints, and
	// Evenness the R-indicator: 1 where every class answers alike, less where
	// the score leans on the talkative ones. Nil with fewer than two classes.
	Spread   *float64 `json:"spread"`
	Evenness *float64 `json:"evenness"`
}

// A ClassRate is of the touchpoints of one kind whose customers were equally
// busy.
type ClassRate struct {
	Kind         string  `json:"kind"`
	Band         uint8   `json:"band"` // by touchpoints in the 90 days before, 0 to 5
	Touchpoints  uint64  `json:"touchpoints"`
	Asked        uint64  `json:"asked"`
	Answered     uint64  `json:"answered"`
	ResponseRate float64 `json:"response_rate"` // from 0 to 1
}

// RatesOf lists the response rates of a cell's classes in which anyone was
// asked, by kind and band.
func RatesOf(c *cells.Cell) Rates {
	list := estimates.Rates(c)
	r := Rates{Classes: make([]ClassRate, len(list))}
	for i, of := range list {
		r.Classes[i] = ClassRate{of.Kind, of.Band, of.Touchpoints, of.Asked, of.Answered, of.Of()}
	}
	if s, ok := estimates.RateSpread(list); ok {
		r.Spread, r.Evenness = new(s), new(1-2*s)
	}
	return r
}
