package report

import (
	"context"
	"io"
	"net/http"
	"time"

	"heed/shared/boards"
	"heed/shared/handlers/webhook"
	"heed/shared/heed"
	"heed/shared/surveys"
)

// Days that are looked at: for the last delivery, and for the counts.
const (
	lookedBack = 35
	counted    = 7
)

// recent is how long an operator is told of a vendor's trouble after the last of it:
// they see it in the morning though nothing came since the evening before.
const recent = 24 * time.Hour

// sourceView is a source and what came to its door, as the API shows it.
type sourceView struct {
	Name           string     `json:"name"`
	Type           string     `json:"type"`
	URL            string     `json:"url"`
	LastDelivery   *time.Time `json:"last_delivery,omitempty"`   // within 35 days, rejected or not
	LastTouchpoint *time.Time `json:"last_touchpoint,omitempty"` // when the newest happened, by the source's clock
	Delay          *delayView `json:"median_delay,omitempty"`    // over 7 days
	Trouble        *troubled  `json:"vendor_trouble,omitempty"`  // the last that there was when its vendor was asked for a customer, within 35 days
	Today          doorView   `json:"today"`
	Week           doorView   `json:"last_7_days"`
}

// delayView is a span in which half of the delays are reached.
type delayView struct {
	From  float64  `json:"from_seconds"`
	Until *float64 `json:"until_seconds"` // null if it has no end
}

type troubled struct {
	Why  string    `json:"why"`
	Last time.Time `json:"last"`
}

type doorView struct {
	Deliveries   uint64            `json:"deliveries"`
	Touchpoints  uint64            `json:"touchpoints"`
	OfNoInterest uint64            `json:"of_no_interest"`
	Kept         uint64            `json:"kept"`
	Rejected     map[string]uint64 `json:"rejected"`
	InVain       map[string]uint64 `json:"asked_in_vain"` // times that a touchpoint had to wait for the vendor, or did in vain
	Unresolved   uint64            `json:"unresolved"`    // touchpoints that were decided without their customer for that
}

// sources lists the sources of surveys.yaml and what came of each.
func (h *Handler) sources(r *http.Request) (any, error) {
	doors, err := h.doors(r.Context())
	return h.sourceViews(doors), err
}

func (h *Handler) sourceViews(doors []boards.SourceData) any {
	out := make([]sourceView, len(doors))
	for i := range doors {
		out[i] = sourceViewOf(&doors[i])
	}
	return map[string]any{"zone": h.Config.Zone.String(), "sources": out}
}

func sourceViewOf(d *boards.SourceData) sourceView {
	v := sourceView{Name: d.Name, Type: d.Type, URL: d.Address, Today: doorViewOf(&d.Today), Week: doorViewOf(&d.Week)}
	if !d.Delivered.IsZero() {
		v.LastDelivery = &d.Delivered
	}
	if !d.Happened.IsZero() {
		v.LastTouchpoint = &d.Happened
	}
	if !d.Troubled.IsZero() {
		v.Trouble = &troubled{d.Trouble.String(), d.Troubled}
	}
	if i := d.Week.Median(); i >= 0 {
		from, until := heed.DelaySpan(i)
		v.Delay = &delayView{From: from.Seconds()}
		if until > 0 {
			end := until.Seconds()
			v.Delay.Until = &end
		}
	}
	return v
}

func doorViewOf(t *heed.Tally) doorView {
	v := doorView{t.Deliveries, t.Touchpoints, t.Idle, t.Kept, map[string]uint64{}, map[string]uint64{}, t.Unresolved}
	for i, n := range t.Rejected {
		if n > 0 {
			v.Rejected[heed.Rejection(i).String()] = n
		}
	}
	for i, n := range t.Vain {
		if n > 0 {
			v.InVain[heed.Trouble(i).String()] = n
		}
	}
	return v
}

// doors reads what came to each source's door.
func (h *Handler) doors(ctx context.Context) ([]boards.SourceData, error) {
	out := make([]boards.SourceData, len(h.Config.Sources))
	for i := range h.Config.Sources {
		var err error
		if out[i], err = h.door(ctx, &h.Config.Sources[i]); err != nil {
			return nil, err
		}
	}
	return out, nil
}

func (h *Handler) door(ctx context.Context, s *surveys.Source) (boards.SourceData, error) {
	d := boards.SourceData{Name: s.Name, Type: s.Type, Address: h.Base + webhook.Prefix + s.Name}
	today := h.today()
	tallies, err := h.Store.Tallies(ctx, s.Name, today-lookedBack+1, today)
	var all heed.Tally
	for i := range tallies {
		t := &tallies[i]
		all.Add(t)
		if t.Day > today-counted {
			d.Week.Add(t)
		}
		if t.Day == today {
			d.Today.Add(t)
		}
	}
	d.Delivered, d.Happened = in(all.Delivered, h.Config.Zone), in(all.Happened, h.Config.Zone)
	d.Trouble, d.Troubled = all.Last, in(all.Troubled, h.Config.Zone)
	d.Recent = h.Now().Sub(all.Troubled) < recent
	return d, err
}

// in is an instant as clocks in the zone show it; no instant stays none.
func in(at time.Time, zone *time.Location) time.Time {
	if at.IsZero() {
		return at
	}
	return at.In(zone)
}

// sourcesPage shows what came to the doors.
func (h *Handler) sourcesPage(r *http.Request) (screen, error) {
	doors, err := h.doors(r.Context())
	if err != nil {
		return screen{}, err
	}
	d := &boards.SourcesData{Frame: boards.Frame{Brand: h.Config.Brand.Name, Nav: h.nav(boards.SourcesPath), Zone: h.Config.Zone.String()}, Sources: doors}
	return screen{h.sourceViews(doors), func(w io.Writer) error { return boards.Sources(w, d) }}, nil
}

// nav leads from one of the operator's pages to the others: those here, and
// those that only this deployment has.
func (h *Handler) nav(here string) []boards.Link { return boards.Nav(here, h.Nav...) }
