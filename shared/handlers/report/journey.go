package report

import (
	"net/http"
	"time"

	"heed/shared/figures"
	"heed/shared/heed"
)

// travelled is what journey answers with.
type travelled struct {
	RolledUp time.Time `json:"rolled_up"`
	From     string    `json:"from"`
	To       string    `json:"to"`
	figures.Journey
}

// journey reads ask, and period or from and to: one score over the programs
// that ask it, each with the share of all touchpoints that it has.
func (h *Handler) journey(r *http.Request) (any, error) {
	p, err := h.period(r.URL.Query())
	if err != nil {
		return nil, err
	}
	return h.travelled(r, p, h.gather)
}

func (h *Handler) travelled(r *http.Request, p period, gather gatherer) (any, error) {
	ask, ctx := heed.Ask(r.URL.Query().Get("ask")), r.Context()
	var stages []*gathering
	for i := range h.Config.Programs {
		if h.Config.Programs[i].Ask != ask {
			continue
		}
		g, err := gather(ctx, &h.Config.Programs[i], "", p)
		if err != nil {
			return nil, err
		}
		stages = append(stages, g)
	}
	if len(stages) == 0 {
		return nil, heed.Errorf(heed.Invalid, "ask is %s, %s or %s, and no program in surveys.yaml asks that one", heed.NPS, heed.CSAT, heed.CES)
	}
	rolled, err := h.Store.RolledUp(ctx)
	if err != nil {
		return nil, err
	}
	j, err := along(ask, stages)
	return travelled{rolled, p.first.String(), p.last.String(), j}, err
}

// along makes the journey of stages. Where one is not shown, neither is what
// it could be told from.
func along(ask heed.Ask, stages []*gathering) (figures.Journey, error) {
	list := make([]figures.Stage, len(stages))
	for i, g := range stages {
		list[i] = figures.Stage{Program: g.program, Cell: g.whole.cell, Settled: g.settled}
	}
	j, err := figures.Along(ask, list)
	for i, g := range stages {
		if len(j.Stages) == len(stages) {
			j.Stages[i].Figure = g.whole.figure
		}
		if !g.whole.figure.Shown {
			j.Hide(g.whole.figure.Reason)
		}
	}
	return j, err
}
