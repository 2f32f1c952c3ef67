package report

import (
	"context"
	"io"
	"net/http"
	"net/url"
	"slices"
	"time"

	"heed/shared/boards"
	"heed/shared/cells"
	"heed/shared/figures"
	"heed/shared/heed"
	"heed/shared/sheets"
	"heed/shared/surveys"
)

// A seen is the scores of a period as the page's JSON has them: of each program
// the sheet, with the parts by a dimension if one is asked for.
type seen struct {
	RolledUp  time.Time         `json:"rolled_up"`
	From      string            `json:"from"`
	To        string            `json:"to"`
	By        string            `json:"by,omitempty"`
	Programs  []*sheets.Scores  `json:"programs"`
	Journeys  []figures.Journey `json:"journeys"`
	Unmatched uint64            `json:"unmatched"` // touchpoints that no program asks about
}

// scoresPage shows the scores of a period, by a dimension if one is given, of
// one program or of all.
func (h *Handler) scoresPage(r *http.Request) (screen, error) {
	q, ctx := r.URL.Query(), r.Context()
	name, p, err := h.chosen(q)
	if err != nil {
		return screen{}, err
	}
	by, err := h.dimension(q.Get("by"))
	if err != nil {
		return screen{}, err
	}
	programs, err := h.programs(q.Get("program"))
	if err != nil {
		return screen{}, err
	}
	d := &boards.ScoresData{By: by}
	if d.Frame, err = h.frame(ctx, boards.ScoresPath, p); err != nil {
		return screen{}, err
	}
	v, err := h.seen(ctx, programs, by, name, p)
	if err != nil {
		return screen{}, err
	}
	v.RolledUp = d.AsOf
	h.ways(&d.Frame, q, name)
	h.fill(d, v, q, programs)
	return screen{v, func(w io.Writer) error { return boards.Scores(w, d) }}, nil
}

// ways fills in what else there is to choose.
func (h *Handler) ways(f *boards.Frame, q url.Values, name string) {
	f.Periods = h.choices(q, name, "by", "program")
	f.Days = &boards.DaysData{}
	for _, field := range []string{"by", "program"} {
		if v := q.Get(field); v != "" {
			f.Days.Kept = append(f.Days.Kept, [2]string{field, v})
		}
	}
	f.By = h.dims(q, append(slices.Clone(h.Config.Dimensions), cells.Answer), "period", "from", "to", "program")
}

// dims are the ways to tables by dimensions, with what is kept of a query.
func (h *Handler) dims(q url.Values, names []string, keep ...string) []boards.Link {
	list := []boards.Link{{Text: "nothing", Path: "?" + kept(q, keep, "by", "").Encode(), Here: q.Get("by") == ""}}
	for _, dim := range names {
		list = append(list, boards.Link{Text: dim, Path: "?" + kept(q, keep, "by", dim).Encode(), Here: q.Get("by") == dim})
	}
	return list
}

// seen reads the sheets of a period, or makes them where there are none.
func (h *Handler) seen(ctx context.Context, programs []surveys.Program, by, name string, p period) (*seen, error) {
	v := &seen{From: p.first.String(), To: p.last.String(), By: by, Programs: []*sheets.Scores{}, Journeys: []figures.Journey{}}
	for i := range programs {
		s, err := h.sheet(ctx, &programs[i], "", name, p)
		if err != nil {
			return nil, err
		}
		if by != "" {
			parts, err := h.sheet(ctx, &programs[i], by, name, p)
			if err != nil {
				return nil, err
			}
			s.By, s.Parts, s.LeftOut, s.Findings = by, parts.Parts, parts.LeftOut, append(s.Findings, parts.Findings...)
		}
		v.Programs = append(v.Programs, s)
	}
	if len(programs) != len(h.Config.Programs) {
		return v, nil // a journey leads through all of them
	}
	var err error
	if v.Journeys, err = h.travels(ctx, name, p); err != nil {
		return nil, err
	}
	none, err := h.Store.Span(ctx, heed.NoProgram, "", p.first, min(p.last, h.today()))
	if c := none[""]; c != nil {
		v.Unmatched = c.Population().N
	}
	return v, err
}
