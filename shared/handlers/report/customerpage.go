package report

import (
	"io"
	"net/http"
	"strconv"
	"time"

	"golang.org/x/text/currency"

	"heed/shared/boards"
	"heed/shared/heed"
)

// customerData is a life as the page shows it.
func (h *Handler) customerData(id heed.Hash, l *life, rows []*heed.Row, later bool) *boards.CustomerData {
	d := &boards.CustomerData{
		Frame: boards.Frame{Brand: h.Config.Brand.Name, Nav: h.nav(boards.CustomersPath), Zone: h.Config.Zone.String()},
		Hash:  id, Addresses: l.Addresses, Names: l.Names, Later: later,
		Often: l.Standing.Often, Suppressed: l.Standing.Suppressed, QuietUntil: dayText(l.Standing.QuietUntil), Since: dayText(l.Standing.Since),
	}
	if l.Standing.GoesOn != "" {
		d.GoesOn = boards.CustomersPath + "/" + l.Standing.GoesOn
	}
	if l.Next != "" {
		d.Next = "?after=" + l.Next
	}
	if s := l.Sums; s != nil {
		d.Sums = &boards.LifeSums{Looked: s.Looked, All: s.All, Purchases: s.Purchases}
		for _, t := range s.Value {
			d.Sums.Value = append(d.Sums.Value, amount(t.Sum, t.Currency))
		}
		if s.Left != nil {
			d.Sums.Left = s.Left.In(h.Config.Zone)
		}
	}
	for i, row := range rows {
		if i == 0 || rows[i-1].ID.Touchpoint() != row.ID.Touchpoint() {
			d.Life = append(d.Life, boards.LivedData{RowData: h.rowData(row), Facts: h.measured(row)})
		}
		last := &d.Life[len(d.Life)-1]
		last.Decisions = append(last.Decisions, h.decided(row))
	}
	return d
}

// dayText writes a day as people do; "" stays so.
func dayText(s string) string {
	day, err := heed.ParseDay(s)
	if err != nil {
		return ""
	}
	return day.Start(time.UTC).Format("2 Jan 2006")
}

// amount writes minor units of a currency as people do: 1234 EUR is 12.34 EUR.
func amount(minor int64, iso string) string {
	digits := 2
	if unit, err := currency.ParseISO(iso); err == nil {
		digits, _ = currency.Standard.Rounding(unit)
	}
	sign, n := "", uint64(minor)
	if minor < 0 {
		sign, n = "-", -n
	}
	text := strconv.FormatUint(n, 10)
	for len(text) <= digits {
		text = "0" + text
	}
	whole, rest := thousands(text[:len(text)-digits]), text[len(text)-digits:]
	if digits > 0 {
		rest = "." + rest
	}
	return sign + whole + rest + " " + iso
}

// sure is what the operator types to forget a customer.
const sure = "forget"

// forgetting is what forgetting a customer did, and what stays.
type forgetting struct {
	Rows   int      `json:"rows"` // out of which something was taken now; none where all were forgotten before
	Stays  []string `json:"stays"`
	GoesOn string   `json:"goes_on_as,omitempty"` // hash of who they have become, who is not forgotten
}

// stays says what forgetting a customer leaves, for how long.
var stays = []string{
	"Of each touchpoint what was decided and why, its chance and dimensions, and what was measured: under no name, and without the object it was about.",
	"That they unsubscribed, bounced or complained, and the ledger that keeps their peace, under a keyed hash, so that they are not asked again.",
	"Scores, pages and phrases follow with the next roll-ups, within half an hour.",
	"What a source said of them when it was asked, sealed, for at most 30 days; deliveries that were not understood, for at most 30 days; mails they sent, dead letters and backups, for at most 35 days.",
	"What the source itself holds: a new touchpoint of theirs is decided about anew.",
}

// forgetCustomer takes out of a customer's rows what names them and what they
// said, once the operator has typed so.
func (h *Handler) forgetCustomer(r *http.Request) (screen, error) {
	id, err := customerID(r)
	if err != nil {
		return screen{}, err
	}
	form, err := posted(r)
	if err != nil {
		return screen{}, err
	}
	if form.Get("sure") != sure {
		return screen{}, heed.Errorf(heed.Invalid, "nothing is forgotten unless the word %q is typed", sure)
	}
	past, err := h.Store.PastOf(r.Context(), id)
	if err != nil {
		return screen{}, err
	}
	if !past.Known() {
		return screen{}, errNobody
	}
	f := forgetting{Stays: stays, GoesOn: h.standing(past).GoesOn}
	if f.Rows, err = h.Store.ForgetCustomer(r.Context(), id, h.Now()); err != nil {
		return screen{}, heed.Errorf(heed.Unavailable, "not all could be forgotten; do it again, it goes on where it was stopped").Because(err)
	}
	d := &boards.ForgottenData{Frame: boards.Frame{Brand: h.Config.Brand.Name, Nav: h.nav(boards.CustomersPath)}, Rows: f.Rows, Stays: stays, Hash: id}
	return screen{f, func(w io.Writer) error { return boards.Forgotten(w, d) }}, nil
}
