package report

import (
	"bytes"
	"context"
	"net/http"
	"slices"

	"heed/shared/boards"
	"heed/shared/heed"
	"heed/shared/web"
)

// dashboard shows what scores, compare and journey answer, as a page.
func (h *Handler) dashboard(w http.ResponseWriter, r *http.Request) {
	h.page(w, r, h.board)
}

func (h *Handler) page(w http.ResponseWriter, r *http.Request, board func(*http.Request) (*boards.DashboardData, error)) {
	data, err := board(r)
	if err != nil {
		web.Error(w, h.Log, err)
		return
	}
	var page bytes.Buffer
	if err := boards.Dashboard(&page, data); err != nil {
		web.Error(w, h.Log, err)
		return
	}
	boards.OperatorHeaders(w.Header())
	if _, err := w.Write(page.Bytes()); err != nil {
		h.Log.Warn("page not sent whole", "cause", err.Error())
	}
}

func (h *Handler) board(r *http.Request) (*boards.DashboardData, error) {
	q, ctx := r.URL.Query(), r.Context()
	p, err := h.period(q)
	if err != nil {
		return nil, err
	}
	d, err := h.shown(ctx, q.Get("by"), p, h.gather)
	if err != nil {
		return nil, err
	}
	d.Nav, d.Periods = h.nav("/"), h.periods(p, d.By)
	if d.Notices, err = h.notices(ctx); err != nil {
		return nil, err
	}
	if p.last-p.first >= usualDays+1 || p.calendar != (heed.Period{}) && !p.calendar.IsDay() {
		d.Decisions = lastDays(p, d.By, h.today()) // counting them here would cost more than all the rest
		return d, nil
	}
	d.Reasons, err = h.reasons(ctx, p)
	return d, err
}

// shown is what operators and readers are shown alike.
func (h *Handler) shown(ctx context.Context, by string, p period, gather gatherer) (*boards.DashboardData, error) {
	d := &boards.DashboardData{
		Brand: h.Config.Brand.Name, From: p.first.String(), To: p.last.String(), Period: p.calendar.String(),
		Zone: h.Config.Zone.String(), Dimensions: h.Config.Dimensions,
	}
	if slices.Contains(h.Config.Dimensions, by) {
		d.By = by
	}
	stages := map[heed.Ask][]*gathering{}
	for i := range h.Config.Programs {
		s := &h.Config.Programs[i]
		g, err := gather(ctx, s, d.By, p)
		if err != nil {
			return nil, err
		}
		d.Programs = append(d.Programs, g.data())
		stages[s.Ask] = append(stages[s.Ask], g)
	}
	for _, ask := range []heed.Ask{heed.NPS, heed.CSAT, heed.CES} {
		if len(stages[ask]) < 2 {
			continue
		}
		j, err := along(ask, stages[ask])
		if err != nil {
			return nil, err
		}
		d.Journeys = append(d.Journeys, journeyData(&j))
	}
	return d, nil
}

// notices is what the operator should know before any number.
func (h *Handler) notices(ctx context.Context) ([]string, error) {
	var out []string
	if h.Observe {
		out = append(out, "Heed only observes: it decides and records, and invites nobody.")
	}
	paused, err := h.Store.Paused(ctx, h.Home)
	if paused {
		out = append(out, "Sending is paused. Invitations lapse 48 hours after they were due.")
	}
	return out, err
}
