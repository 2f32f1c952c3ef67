package report

import (
	"bytes"
	"net/http"
	"net/url"
	"slices"

	"heed/shared/heed"
	"heed/shared/pages"
	"heed/shared/web"
)

// wants tells which rows are asked for, by what came back: an answer that
// counts, one that a machine may have given, or a note.
var wants = map[string]func(*heed.Row) bool{
	"":         func(*heed.Row) bool { return true },
	"answers":  func(r *heed.Row) bool { return r.Response != nil },
	"suspects": func(r *heed.Row) bool { return len(r.Suspects) > 0 },
	"notes":    func(r *heed.Row) bool { return len(r.Notes) > 0 },
}

// answers lists the rows of a period to which something came back, the latest
// first: only answers, suspects or notes.
func (h *Handler) answers(r *http.Request) (any, error) {
	rows, _, err := h.back(r)
	return list(rows), err
}

// back reads the rows of a period to which something came back, the latest
// first, at most as many as asked for.
func (h *Handler) back(r *http.Request) (rows []*heed.Row, p period, err error) {
	q := r.URL.Query()
	p, limit, err := h.extent(q)
	if err != nil {
		return nil, p, err
	}
	wanted, ok := wants[q.Get("only")]
	if !ok {
		return nil, p, heed.Errorf(heed.Invalid, "only can be answers, suspects or notes")
	}
	var refs []heed.RowRef
	for ref, err := range h.Store.AnsweredSince(r.Context(), p.first.Start(h.Config.Zone)) {
		if err != nil {
			return nil, p, err
		}
		refs = append(refs, ref)
	}
	end := (p.last + 1).Start(h.Config.Zone)
	for _, ref := range slices.Backward(refs) {
		row, err := h.Store.Row(r.Context(), ref)
		if err != nil {
			return nil, p, err
		}
		if !row.Stirred().Before(end) || !wanted(row) || !fits(q.Get("program"), row.Program) {
			continue
		}
		if rows = append(rows, row); len(rows) == limit {
			break
		}
	}
	return rows, p, nil
}

// answersPage shows what answers lists.
func (h *Handler) answersPage(w http.ResponseWriter, r *http.Request) {
	rows, p, err := h.back(r)
	if err != nil {
		web.Error(w, h.Log, err)
		return
	}
	d := &pages.AnswersData{
		Brand: h.Config.Brand.Name, Nav: h.nav(pages.AnswersPath), Zone: h.Config.Zone.String(),
		From: p.first.String(), To: p.last.String(), Only: only(r.URL.Query()),
	}
	for _, row := range rows {
		d.Rows = append(d.Rows, h.backOf(row))
	}
	var page bytes.Buffer
	if err := pages.Answers(&page, d); err != nil {
		web.Error(w, h.Log, err)
		return
	}
	pages.OperatorHeaders(w.Header())
	if _, err := w.Write(page.Bytes()); err != nil {
		h.Log.Warn("page not sent whole", "cause", err.Error())
	}
}

// only are the ways to what the page can show, with its period kept.
func only(q url.Values) []pages.Link {
	here, links := q.Get("only"), []pages.Link{}
	for _, way := range [][2]string{{"Everything", ""}, {"Answers", "answers"}, {"Suspects", "suspects"}, {"Notes", "notes"}} {
		kept := url.Values{}
		for _, key := range []string{"from", "to", "period", "program", "limit"} {
			if v := q.Get(key); v != "" {
				kept.Set(key, v)
			}
		}
		if way[1] != "" {
			kept.Set("only", way[1])
		}
		links = append(links, pages.Link{Text: way[0], Path: "?" + kept.Encode(), Here: here == way[1]})
	}
	return links
}

// backOf is a row as the page shows it.
func (h *Handler) backOf(row *heed.Row) pages.BackData {
	d := pages.BackData{Program: row.Program, Ask: row.Ask, Path: "/api/touchpoints/" + row.ID.String(), Notes: row.Notes, Suspects: row.Suspects, Answer: row.Response}
	d.At = in(row.Stirred(), h.Config.Zone)
	return d
}
