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
	"heed/shared/heed"
	"heed/shared/sheets"
	"heed/shared/surveys"
)

// A supportSeen is how tickets were dealt with, as the page's JSON has it: the
// sheets of the programs that have tickets.
type supportSeen struct {
	RolledUp time.Time        `json:"rolled_up"`
	From     string           `json:"from"`
	To       string           `json:"to"`
	Gone     float64          `json:"days"` // of it that have gone by
	By       string           `json:"by,omitempty"`
	Programs []*sheets.Scores `json:"programs"`
}

// supportPage shows how tickets were dealt with in a period, beside what their
// customers said, by a dimension if one is given.
func (h *Handler) supportPage(r *http.Request) (screen, error) {
	q, ctx := r.URL.Query(), r.Context()
	name, p, err := h.chosen(q)
	if err != nil {
		return screen{}, err
	}
	by, err := h.dimension(q.Get("by"))
	if by == cells.Answer {
		err = heed.Errorf(heed.Invalid, "tickets are not by the way they were answered: most are not answered")
	}
	if err != nil {
		return screen{}, err
	}
	programs, err := h.programs(q.Get("program"))
	if err != nil {
		return screen{}, err
	}
	d := &boards.SupportData{By: by}
	if d.Frame, err = h.frame(ctx, boards.SupportPath, p); err != nil {
		return screen{}, err
	}
	v := &supportSeen{RolledUp: d.AsOf, From: p.first.String(), To: p.last.String(), By: by, Programs: []*sheets.Scores{}}
	of, at := sheets.Period{First: p.first, Last: p.last}, h.Now()
	if !d.AsOf.IsZero() {
		at = d.AsOf
	}
	v.Gone, d.Fresh = of.Gone(at, h.Config.Zone), !of.Final(at, h.Config.Zone)
	if v.Programs, err = h.solving(ctx, programs, by, name, p); err != nil {
		return screen{}, err
	}
	h.ways(&d.Frame, q, name)
	d.Frame.By = h.dims(q, h.Config.Dimensions, "period", "from", "to", "program")
	rows := max(4, mostTickets/max(1, len(v.Programs)))
	for i, s := range v.Programs {
		one := supportProgram(s, rows, v.Gone, heed.DayOf(at, h.Config.Zone))
		if one.LeftOut > 0 && len(v.Programs) > 1 {
			one.AllParts = "?" + kept(q, []string{"period", "from", "to", "by"}, "program", s.Program).Encode()
		}
		if i >= mostDrawn {
			one.Months = nil
		}
		d.Programs = append(d.Programs, one)
	}
	return screen{v, func(w io.Writer) error { return boards.Support(w, d) }}, nil
}

// What keeps the page small: rows by a dimension, of all programs, and programs
// whose months are shown. One program alone shows more of itself.
const (
	mostTickets = 15
	mostDrawn   = 1
)

// solving reads the sheets of the programs that have tickets, with the parts by a
// dimension if one is asked for.
func (h *Handler) solving(ctx context.Context, programs []surveys.Program, by, name string, p period) ([]*sheets.Scores, error) {
	list := []*sheets.Scores{}
	for i := range programs {
		s, err := h.sheet(ctx, &programs[i], "", name, p)
		if err != nil {
			return nil, err
		}
		if s.Whole.Service == nil {
			continue
		}
		if by != "" {
			parts, err := h.sheet(ctx, &programs[i], by, name, p)
			if err != nil {
				return nil, err
			}
			s.By, s.LeftOut = by, parts.LeftOut
			s.Parts = slices.DeleteFunc(parts.Parts, func(one sheets.Part) bool { return one.Service == nil })
			for _, f := range parts.Findings {
				if f.Value != "" { // the whole stands on its own sheet
					s.Findings = append(s.Findings, f)
				}
			}
		}
		list = append(list, s)
	}
	return list, nil
}

// most is the parts with the most tickets, in order of their values.
func most(parts []sheets.Part, n int) []sheets.Part {
	if len(parts) <= n {
		return parts
	}
	list := slices.Clone(parts)
	slices.SortStableFunc(list, func(a, b sheets.Part) int { return int(b.Service.Solved) - int(a.Service.Solved) })
	list = list[:n]
	slices.SortFunc(list, func(a, b sheets.Part) int { return slices.Compare([]byte(a.Value), []byte(b.Value)) })
	return list
}

// ofQuery adds what picks touchpoints to an address with a query.
func ofQuery(behind, name, value string) string {
	return behind + "&" + url.Values{name: {value}}.Encode()
}
