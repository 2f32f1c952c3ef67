package report

import (
	"context"
	"net/http"
	"net/url"
	"time"

	"heed/shared/figures"
	"heed/shared/heed"
	"heed/shared/surveys"
)

// What figures are compared with.
const (
	theRest   = "rest"   // of the program, without the value
	theBefore = "before" // the same in another period
)

// comparison is what compare answers with.
type comparison struct {
	RolledUp time.Time `json:"rolled_up"`
	Program  string    `json:"program"`
	Ask      heed.Ask  `json:"ask"`
	Estimand string    `json:"estimand"`
	By       string    `json:"by,omitempty"`
	From     string    `json:"from"`
	To       string    `json:"to"`
	Against  string    `json:"against"` // rest or before
	Settled  bool      `json:"settled"` // both sides

	Compared []compared `json:"compared"`
}

// compared is a figure beside another. Its difference is the figure's score
// less the other's.
type compared struct {
	Value      string             `json:"value,omitempty"`
	Figure     scored             `json:"figure"`
	Other      scored             `json:"other"`
	Difference figures.Difference `json:"difference"`
	Place      *figures.Place     `json:"place,omitempty"` // among the values; of the figure, not of the other
}

// A gatherer makes the figures of a program and a period, as the one who asks
// may see them.
type gatherer func(ctx context.Context, program *surveys.Program, by string, p period) (*gathering, error)

// compare reads program, by, period or from and to, and before.
func (h *Handler) compare(r *http.Request) (any, error) {
	p, err := h.period(r.URL.Query())
	if err != nil {
		return nil, err
	}
	return h.compared(r, p, h.gather)
}

// compared compares each value of a dimension with the rest of the program, or,
// where before is given or no dimension, a period with another one. Without a
// value before is the one that ends where the period begins.
func (h *Handler) compared(r *http.Request, p period, gather gatherer) (any, error) {
	q, ctx := r.URL.Query(), r.Context()
	program := h.Config.Program(q.Get("program"))
	if program == nil {
		return nil, heed.Errorf(heed.Invalid, "program is the name of one in surveys.yaml")
	}
	by, err := h.dimension(q.Get("by"))
	if err != nil {
		return nil, err
	}
	g, err := gather(ctx, program, by, p)
	if err != nil {
		return nil, err
	}
	c := comparison{
		Program: program.Name, Ask: program.Ask, Estimand: figures.EventWeighted, By: by,
		From: p.first.String(), To: p.last.String(), Against: theRest, Settled: g.settled,
	}
	if c.RolledUp, err = h.Store.RolledUp(ctx); err != nil {
		return nil, err
	}
	if by != "" && !q.Has("before") {
		c.Compared = g.withRest()
		return c, nil
	}
	before, err := beforehand(q, p)
	if err != nil {
		return nil, err
	}
	o, err := gather(ctx, program, by, before)
	if err != nil {
		return nil, err
	}
	c.Against, c.Settled, c.Compared = theBefore, g.settled && o.settled, g.with(o)
	return c, nil
}

// beforehand is the period to compare p with.
func beforehand(q url.Values, p period) (period, error) {
	text := q.Get("before")
	if text == "" {
		return p.before(), nil
	}
	c, err := heed.ParsePeriod(text)
	if err == nil && p.overlaps(of(c)) {
		err = heed.Errorf(heed.Invalid, "before has days in common with the period it is compared with")
	}
	return of(c), err
}
