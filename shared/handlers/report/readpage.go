package report

import (
	"context"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"slices"
	"time"

	"heed/shared/boards"
	"heed/shared/figures"
	"heed/shared/heed"
)

// link leads readers to a period.
func link(to heed.Period, here period, by string) boards.Link {
	return boards.Link{Text: named(to), Path: "?" + kept(url.Values{"by": {by}}, []string{"by"}, "period", to.String()).Encode(), Here: to == here.calendar}
}

// named is a period as people say it.
func named(p heed.Period) string {
	first := p.First.Start(time.UTC)
	switch {
	case p == heed.MonthOf(p.First):
		return first.Format("January 2006")
	case p == heed.QuarterOf(p.First):
		return fmt.Sprintf("Quarter %d, %d", (int(first.Month())+2)/3, first.Year())
	case p == heed.WeekOf(p.First):
		_, week := first.ISOWeek()
		return fmt.Sprintf("Week %d", week)
	}
	return p.String()
}

// A readSeen is the scores of a period as the readers' page has them in JSON.
type readSeen struct {
	From     string            `json:"from"`
	To       string            `json:"to"`
	By       string            `json:"by,omitempty"`
	Figures  []scored          `json:"figures"` // of each program, and of its parts
	Journeys []figures.Journey `json:"journeys"`
}

// readPage shows readers what they may see: without a period the last month
// that is settled.
func (h *Handler) readPage(r *http.Request) (screen, error) {
	q := r.URL.Query()
	rolled, err := h.Store.RolledUp(r.Context())
	if err != nil {
		return screen{}, err
	}
	list := h.closedLately(rolled)
	p := of(list[1])
	if q.Get("period") != "" || q.Get("from") != "" || q.Get("to") != "" {
		if p, err = h.calendar(q); err != nil {
			return screen{}, err
		}
	}
	by, notices := q.Get("by"), []string(nil)
	if why := figures.Tells(by); why != "" {
		notices = []string{fmt.Sprintf("There is no table by %s here: %s.", by, why)}
		by = ""
	}
	d, v, err := h.readBoard(r.Context(), by, p)
	if err != nil {
		return screen{}, err
	}
	d.AsOf, d.Notices, d.By = in(rolled, h.Config.Zone), notices, v.By
	d.Frame.By = h.dims(url.Values{"by": {v.By}, "period": {p.calendar.String()}}, h.opened(), "period")
	if !slices.Contains(list, p.calendar) {
		list = append(list, p.calendar)
	}
	for _, one := range list {
		d.Periods = append(d.Periods, link(one, p, v.By))
	}
	return screen{v, func(w io.Writer) error { return boards.Scores(w, d) }}, nil
}

// closedLately are the last two months and quarters and the last year that no
// answer can change any more, the last month second.
func (h *Handler) closedLately(rolled time.Time) []heed.Period {
	last := func(p heed.Period) heed.Period {
		for !h.closed(p, rolled) {
			p = p.Before()
		}
		return p
	}
	today := h.today()
	month, quarter := last(heed.MonthOf(today)), last(heed.QuarterOf(today))
	return []heed.Period{month.Before(), month, quarter.Before(), quarter, last(heed.YearOf(today))}
}

// readBoard is what readers are shown, without what there is to choose.
func (h *Handler) readBoard(ctx context.Context, by string, p period) (*boards.ScoresData, *readSeen, error) {
	if !slices.Contains(h.Config.Dimensions, by) {
		by = ""
	}
	v := &readSeen{From: p.first.String(), To: p.last.String(), By: by, Figures: []scored{}, Journeys: []figures.Journey{}}
	d := &boards.ScoresData{Reader: true, By: by, Frame: boards.Frame{
		Brand: h.Config.Brand.Name, From: p.first, To: p.last, Zone: h.Config.Zone.String(),
		Days: &boards.DaysData{Reader: true, Period: p.calendar.String(), Kept: [][2]string{{"by", by}}},
	}}
	stages := map[heed.Ask][]*gathering{}
	for i := range h.Config.Programs {
		s := &h.Config.Programs[i]
		g, err := h.guarded(ctx, s, by, p)
		if err != nil {
			return nil, nil, err
		}
		d.Programs, v.Figures = append(d.Programs, g.data()), append(v.Figures, scored{Figure: g.whole.figure})
		for _, one := range g.parts {
			v.Figures = append(v.Figures, scored{Figure: one.figure})
		}
		stages[s.Ask] = append(stages[s.Ask], g)
	}
	for _, ask := range []heed.Ask{heed.NPS, heed.CSAT, heed.CES} {
		if len(stages[ask]) < 2 {
			continue
		}
		j, err := along(ask, stages[ask])
		if err != nil {
			return nil, nil, err
		}
		d.Journeys, v.Journeys = append(d.Journeys, journeyData(&j)), append(v.Journeys, j)
	}
	return d, v, nil
}

// closed reports whether the period is settled in every program. Before
// anything was rolled up only long gone ones are.
func (h *Handler) closed(p heed.Period, rolled time.Time) bool {
	for i := range h.Config.Programs {
		if !figures.Settled(p.Last, &h.Config.Programs[i], h.Config.Zone, rolled) && h.Now().Sub(p.Last.Start(h.Config.Zone)) < longGone {
			return false
		}
	}
	return true
}

const longGone = 2 * 365 * 24 * time.Hour
