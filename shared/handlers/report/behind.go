package report

import (
	"fmt"
	"io"
	"net/http"
	"net/url"
	"slices"
	"time"

	"heed/shared/boards"
	"heed/shared/heed"
)

// touchpointsPage lists the touchpoints behind a number, the latest day first.
func (h *Handler) touchpointsPage(r *http.Request) (screen, error) {
	q := r.URL.Query()
	d, err := h.drill(q)
	if err != nil {
		return screen{}, err
	}
	d.last = max(d.first, min(d.last, h.today()))
	from, err := placeOf(q.Get("after"), d.period)
	if err != nil {
		return screen{}, err
	}
	w, err := h.walk(r.Context(), d, from)
	if err != nil {
		return screen{}, err
	}
	out, b := list(w.rows), &boards.TouchpointsData{Looked: w.looked, Went: q.Has("after")}
	if out.Looked = w.looked; w.next != nil {
		out.Next = w.next.String()
		b.Next = "?" + kept(q, drillTakes, "after", out.Next).Encode()
	}
	if b.Frame, err = h.frame(r.Context(), boards.TouchpointsPath, d.period); err != nil {
		return screen{}, err
	}
	b.AsOf, b.Only = time.Time{}, filters(q) // rows are read as they are now
	for _, row := range w.rows {
		b.Rows = append(b.Rows, h.rowData(row))
	}
	return screen{out, func(w io.Writer) error { return boards.Touchpoints(w, b) }}, nil
}

// filters are what picks the touchpoints, each with the way to those without it.
func filters(q url.Values) []boards.FilterData {
	var list []boards.FilterData
	for _, name := range drillTakes {
		v := q.Get(name)
		if v == "" || slices.Contains([]string{"period", "from", "to", "value"}, name) {
			continue
		}
		without := kept(q, drillTakes, name, "")
		f := boards.FilterData{Name: name, Value: v}
		if name == "by" {
			f.Name, f.Value = v, q.Get("value")
			without.Del("value")
		}
		f.Without = "?" + without.Encode()
		list = append(list, f)
	}
	return list
}

func (h *Handler) rowData(row *heed.Row) boards.RowData {
	d := boards.RowData{
		Path: boards.TouchpointsPath + "/" + row.ID.String() + "?day=" + row.Day.String(), At: row.At.In(h.Config.Zone),
		Program: row.Program, Source: row.Source, Kind: row.Kind, Object: row.Object, Reason: row.Reason,
		Customer: boards.CustomersPath + "/" + row.Customer.String(), Dims: row.Dims,
	}
	if a := row.Response; a != nil {
		d.Answer, d.Comment = a, a.Comment
	}
	return d
}

// touchpointPage explains what was decided about one touchpoint, and what
// followed.
func (h *Handler) touchpointPage(r *http.Request) (screen, error) {
	found, err := h.found(r)
	if err != nil {
		return screen{}, err
	}
	d := &boards.TouchpointData{Frame: boards.Frame{Brand: h.Config.Brand.Name, Nav: h.nav(boards.TouchpointsPath), Zone: h.Config.Zone.String()}}
	d.RowData, d.Facts = h.rowData(found[0]), h.measured(found[0])
	for _, row := range found {
		d.Decisions = append(d.Decisions, h.decided(row))
	}
	return screen{list(found), func(w io.Writer) error { return boards.Touchpoint(w, d) }}, nil
}

// measured is what the source measured of a touchpoint, as people read it.
func (h *Handler) measured(row *heed.Row) (list [][2]string) {
	for _, at := range []struct {
		name string
		time.Time
	}{{"Begun", row.Created}, {"First reply", row.Replied}} {
		if !at.IsZero() {
			list = append(list, [2]string{at.name, at.In(h.Config.Zone).Format("2 Jan 2006, 15:04")})
		}
	}
	if row.Handled > 0 {
		list = append(list, [2]string{"Worked on", boards.Lasting(row.Handled.Seconds())})
	}
	if row.Reopens > 0 {
		list = append(list, [2]string{"Opened again before", fmt.Sprint(row.Reopens)})
	}
	if row.Amount != 0 {
		list = append(list, [2]string{"Amount", amount(row.Amount, row.Currency)})
	}
	return list
}

// decided is what became of a touchpoint in one program.
func (h *Handler) decided(row *heed.Row) boards.DecisionData {
	zone := h.Config.Zone
	d := boards.DecisionData{Program: row.Program, Reason: row.Reason, Why: why(row), At: row.Decided.In(zone), Config: row.Config.String()}
	if row.Pi > 0 {
		d.Due = in(row.Due, zone)
	}
	if i := row.Invitation; i != nil {
		d.Invited, d.Sent, d.Delivered, d.Failed = i.State(), in(i.Sent, zone), in(i.Delivered, zone), in(i.Failed, zone)
		for _, f := range i.Further {
			d.Further = append(d.Further, boards.FurtherData{Kind: f.Kind.String(), Due: in(f.Due, zone), Sent: in(f.Sent, zone)})
		}
	}
	if row.Response != nil || len(row.Suspects) > 0 || len(row.Notes) > 0 {
		back := h.backOf(row)
		d.Back = &back
	}
	d.Reopened, d.Left, d.Bought = in(row.After.Reopened, zone), in(row.After.Left, zone), in(row.After.Bought, zone)
	return d
}
