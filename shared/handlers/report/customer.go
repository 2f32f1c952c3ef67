package report

import (
	"context"
	"encoding/hex"
	"io"
	"net/http"
	"slices"
	"time"

	"heed/shared/boards"
	"heed/shared/heed"
	"heed/shared/loyalty"
	"heed/shared/records"
	"heed/shared/sampling"
)

// What one page of a customer costs at the most: touchpoints that are shown, and
// those of their lists that are read for them. Sums are of as many as are read, or
// with sums=all of as many as that.
const (
	lifePage   = 50
	lifeLooked = 100
	lifeSummed = 5000
)

// A life is what is known of one customer, as the page's JSON has it.
type life struct {
	Customer  string    `json:"customer"` // keyed hash
	Addresses []string  `json:"addresses"`
	Names     []string  `json:"names"`
	Standing  standing  `json:"standing"`
	Sums      *lifeSums `json:"sums,omitempty"` // on the first page
	Rows      []view    `json:"rows"`           // the latest day first
	Next      string    `json:"next,omitempty"` // where there are more: what to give as after
}

// standing is what keeps a customer from being asked.
type standing struct {
	Often      string `json:"how_often"`
	Suppressed string `json:"suppressed,omitempty"`  // unsubscribed, bounced or complained
	QuietUntil string `json:"quiet_until,omitempty"` // first day on which they may be asked again
	Since      string `json:"first_heard_of,omitempty"`
	GoesOn     string `json:"goes_on_as,omitempty"` // hash of who they have become
}

// lifeSums are of the touchpoints that were looked at for them.
type lifeSums struct {
	Looked    int             `json:"looked_at"`
	All       bool            `json:"all"` // there are no others
	Value     []loyalty.Total `json:"value"`
	Purchases int             `json:"purchases"`
	Left      *time.Time      `json:"left,omitempty"` // when they last did
}

// customerPage shows one customer: how they stand, and all that they live
// through, the latest first.
func (h *Handler) customerPage(r *http.Request) (screen, error) {
	id, err := customerID(r)
	if err != nil {
		return screen{}, err
	}
	past, err := h.Store.PastOf(r.Context(), id)
	if err != nil {
		return screen{}, err
	}
	if !past.Known() {
		return screen{}, errNobody
	}
	q := r.URL.Query()
	l := &life{Customer: id.String(), Standing: h.standing(past), Rows: []view{}}
	rows, err := h.live(r.Context(), past, l, q.Get("after"), q.Get("sums"))
	if err != nil {
		return screen{}, err
	}
	l.named(rows)
	for _, row := range rows {
		l.Rows = append(l.Rows, viewOf(row))
	}
	return screen{l, func(w io.Writer) error { return boards.Customer(w, h.customerData(id, l, rows, q.Has("after"))) }}, nil
}

func customerID(r *http.Request) (heed.Hash, error) {
	raw, err := hex.DecodeString(r.PathValue("id"))
	if err != nil || len(raw) != len(heed.Hash{}) || heed.Hash(raw).IsZero() {
		return heed.Hash{}, heed.Errorf(heed.NotFound, "no such customer; they are found by an address or id on the page Customers")
	}
	return heed.Hash(raw), nil
}

// live reads a page's rows, and on the first one adds up.
func (h *Handler) live(ctx context.Context, past *records.Past, l *life, after, sums string) ([]*heed.Row, error) {
	all := past.Decided()
	rest, err := behindTouchpoint(all, after)
	if err != nil {
		return nil, err
	}
	if sums != "" && (sums != "all" || after != "") {
		return nil, heed.Errorf(heed.Invalid, "sums can be all, on the first page")
	}
	most, step := lifeLooked, lifePage
	if after == "" {
		step = lifeLooked // they are added up
	}
	if sums == "all" {
		most, step = lifeSummed, lifeSummed
	}
	var found []*heed.Row
	looked := 0
	for looked < min(most, len(rest)) && touchpoints(found) < lifePage {
		part := rest[looked:min(looked+step, len(rest))]
		rows, err := past.RowsOf(ctx, part)
		if err != nil {
			return nil, err
		}
		found, looked = append(found, rows...), looked+len(part)
	}
	if after == "" {
		l.Sums = sumUp(found, looked, looked == len(all))
	}
	shown := upTo(found, lifePage)
	switch {
	case len(shown) < len(found):
		l.Next = shown[len(shown)-1].ID.Touchpoint().String()
	case looked < len(rest):
		l.Next = rest[looked-1].ID.String()
	}
	return shown, nil
}

// behindTouchpoint is what of a list comes after one of it.
func behindTouchpoint(all []sampling.Decided, after string) ([]sampling.Decided, error) {
	if after == "" {
		return all, nil
	}
	id, err := heed.ParseTouchpointID(after)
	i := slices.IndexFunc(all, func(d sampling.Decided) bool { return d.ID == id })
	if err != nil || i < 0 {
		return nil, heed.Errorf(heed.Invalid, "\"after\" is what an earlier page gives as next")
	}
	return all[i+1:], nil
}

// touchpoints counts them; the rows of one are neighbours.
func touchpoints(rows []*heed.Row) (n int) {
	for i, row := range rows {
		if i == 0 || rows[i-1].ID.Touchpoint() != row.ID.Touchpoint() {
			n++
		}
	}
	return n
}

// upTo is the rows of the first so many touchpoints.
func upTo(rows []*heed.Row, most int) []*heed.Row {
	n := 0
	for i, row := range rows {
		if i == 0 || rows[i-1].ID.Touchpoint() != row.ID.Touchpoint() {
			if n++; n > most {
				return rows[:i]
			}
		}
	}
	return rows
}

func sumUp(rows []*heed.Row, looked int, all bool) *lifeSums {
	s := &lifeSums{Looked: looked, All: all, Value: loyalty.Worth(slices.Values(rows))}
	seen := map[heed.TouchpointID]bool{}
	for _, row := range rows {
		if id := row.ID.Touchpoint(); !seen[id] {
			seen[id] = true
			switch heed.DeedOf(row.Kind) {
			case heed.Bought:
				s.Purchases++
			case heed.Left:
				if s.Left == nil || row.At.After(*s.Left) {
					s.Left = happened(row.At)
				}
			}
		}
	}
	return s
}

// named takes from invitations who the customer is: nothing else knows it.
func (l *life) named(rows []*heed.Row) {
	l.Addresses, l.Names = []string{}, []string{}
	for _, row := range rows {
		if i := row.Invitation; i != nil {
			l.Addresses, l.Names = with(l.Addresses, i.To), with(l.Names, i.Name)
		}
	}
}

func with(list []string, s string) []string {
	if s == "" || slices.Contains(list, s) {
		return list
	}
	return append(list, s)
}

// suppressedBy names what an import knows by the same names.
func suppressedBy(why sampling.Suppression) string {
	for name, is := range suppressions {
		if is == why {
			return name
		}
	}
	return ""
}

func (h *Handler) standing(past *records.Past) standing {
	own := past.Own()
	s := standing{Often: own.Often().String(), Suppressed: suppressedBy(own.Suppressed)}
	if until := max(own.QuietUntil, own.Hushed, own.Imposed.Until, own.Overlapped); until > heed.DayOf(h.Now(), time.UTC) {
		s.QuietUntil = until.String()
	}
	if since := past.Since(); since > 0 {
		s.Since = since.String()
	}
	if !own.Successor.IsZero() {
		s.GoesOn = own.Successor.String()
	}
	return s
}
