package report

import (
	"context"
	"io"
	"net/http"
	"net/url"
	"slices"
	"time"

	"heed/shared/boards"
	"heed/shared/heed"
)

// wants tells which rows are asked for, by what came back: an answer that
// counts, one that a machine may have given, or a note.
var wants = map[string]func(*heed.Row) bool{
	"":         func(*heed.Row) bool { return true },
	"answers":  func(r *heed.Row) bool { return r.Response != nil },
	"suspects": func(r *heed.Row) bool { return len(r.Suspects) > 0 },
	"notes":    func(r *heed.Row) bool { return len(r.Notes) > 0 },
}

// What is looked for among what came back: the latest, or as many as asked for
// where that is more. So a rare thing of a long time is not sought for minutes.
const (
	lookedAt = 2000
	together = 64 // rows that are read before the next are
)

// A harvest is what came back in a period, the latest first.
type harvest struct {
	period
	rows  []*heed.Row
	bound int // how many of the latest were looked at; 0 where all were, or enough
}

// answers lists the rows of a period to which something came back, the latest
// first: only answers, suspects or notes.
func (h *Handler) answers(r *http.Request) (any, error) {
	back, err := h.back(r)
	out := list(back.rows)
	out.Looked = back.bound
	return out, err
}

// back reads the rows of a period to which something came back, at most as many
// as asked for.
func (h *Handler) back(r *http.Request) (back harvest, err error) {
	q := r.URL.Query()
	p, limit, err := h.extent(q)
	if err != nil {
		return back, err
	}
	wanted, ok := wants[q.Get("only")]
	if !ok {
		return back, heed.Errorf(heed.Invalid, "only can be answers, suspects or notes")
	}
	back.period = p
	end := (p.last + 1).Start(h.Config.Zone)
	refs, all, err := h.latest(r.Context(), p.first.Start(h.Config.Zone), end, max(lookedAt, limit))
	if err != nil {
		return back, err
	}
	for part := range slices.Chunk(refs, together) {
		rows, err := h.Store.Rows(r.Context(), part)
		if err != nil {
			return back, err
		}
		for _, row := range rows {
			if !row.Stirred().Before(end) || !wanted(row) || !fits(q.Get("program"), row.Program) {
				continue
			}
			if back.rows = append(back.rows, row); len(back.rows) == limit {
				return back, nil
			}
		}
	}
	if !all {
		back.bound = len(refs)
	}
	return back, nil
}

// latest lists the rows to which something came back last, the latest first, at
// most as many as said. The index goes the other way; it holds keys alone.
func (h *Handler) latest(ctx context.Context, since, until time.Time, most int) (refs []heed.RowRef, all bool, err error) {
	all = true
	for ref, err := range h.Store.AnsweredBetween(ctx, since, until) {
		if err != nil {
			return nil, false, err
		}
		if refs = append(refs, ref); len(refs) > 2*most {
			refs, all = slices.Delete(refs, 0, len(refs)-most), false
		}
	}
	if len(refs) > most {
		refs, all = refs[len(refs)-most:], false
	}
	slices.Reverse(refs)
	return refs, all, nil
}

// answersPage shows what answers lists.
func (h *Handler) answersPage(r *http.Request) (screen, error) {
	back, err := h.back(r)
	if err != nil {
		return screen{}, err
	}
	q, d := r.URL.Query(), &boards.AnswersData{Looked: back.bound}
	if d.Frame, err = h.frame(r.Context(), boards.AnswersPath, back.period); err != nil {
		return screen{}, err
	}
	d.AsOf = time.Time{} // what came back is shown at once
	name, _, _ := h.chosen(q)
	d.Periods, d.Only = h.choices(q, name, "only", "program", "limit"), only(q)
	for _, row := range back.rows {
		d.Rows = append(d.Rows, h.backOf(row))
	}
	list := list(back.rows)
	list.Looked = back.bound
	return screen{list, func(w io.Writer) error { return boards.Answers(w, d) }}, nil
}

// only are the ways to what the page can show, with its period kept.
func only(q url.Values) []boards.Link {
	here, links := q.Get("only"), []boards.Link{}
	for _, way := range [][2]string{{"Everything", ""}, {"Answers", "answers"}, {"Suspects", "suspects"}, {"Notes", "notes"}} {
		query := kept(q, []string{"from", "to", "period", "program", "limit"}, "only", way[1])
		links = append(links, boards.Link{Text: way[0], Path: "?" + query.Encode(), Here: here == way[1]})
	}
	return links
}

// backOf is a row as the page shows it.
func (h *Handler) backOf(row *heed.Row) boards.BackData {
	d := boards.BackData{Program: row.Program, Ask: row.Ask, Path: boards.TouchpointsPath + "/" + row.ID.String() + "?day=" + row.Day.String(), Notes: row.Notes, Suspects: row.Suspects, Answer: row.Response}
	d.At = in(row.Stirred(), h.Config.Zone)
	return d
}
