package report

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"

	"heed/shared/heed"
)

// Bounds of one import.
const (
	maxPeople = 500
	maxImport = 256 << 10
)

// handover is what a former tool knew of some people.
type handover struct {
	People []known `json:"people"`
	DryRun bool    `json:"dry_run"` // say what would be done, and do nothing
}

type known struct {
	Email      string `json:"email"`
	Suppressed string `json:"suppressed"` // unsubscribed, bounced or complained; "" if they may be asked
	AskedAt    string `json:"asked_at"`   // RFC 3339; "" if not known
}

// imported counts each of the people once: as suppressed if they now are and
// were not, else as quieted if their peace now lasts longer, else as unchanged
// or refused.
type imported struct {
	Suppressed int       `json:"suppressed"`
	Quieted    int       `json:"quieted"`
	Unchanged  int       `json:"unchanged"`
	Already    already   `json:"already"` // those unchanged who were suppressed or quieted before
	Refused    []refused `json:"refused"`
	QuietDays  int       `json:"quiet_days"`            // how long, after the day they were asked
	QuietUntil string    `json:"quiet_until,omitempty"` // the first day on which all those quieted may be asked again
}

// already counts each person once, as imported does.
type already struct {
	Suppressed int `json:"suppressed"`
	Quieted    int `json:"quieted"`
}

type refused struct {
	Index int    `json:"index"` // in people, from 0
	Why   string `json:"why"`   // holds no address
}

// importPeople takes over whom a former tool must not ask, or asked lately:
// what was asked elsewhere imposes the same quiet as an invitation of Heed's.
// Running it again changes nothing.
func (h *Handler) importPeople(r *http.Request) (any, error) {
	order, err := readHandover(r.Body)
	if err != nil {
		return nil, err
	}
	ring, err := h.Ring(r.Context())
	if err != nil {
		return nil, fmt.Errorf("read the keys: %w", err)
	}
	out := imported{Refused: []refused{}, QuietDays: h.quiet()}
	people := h.peace(order.People, ring, &out)
	if err := h.keepPeace(r.Context(), people, order.DryRun); err != nil {
		return nil, heed.Errorf(heed.Unavailable, "not all people could be taken over; send them again, nothing is done twice").Because(err)
	}
	for _, p := range people {
		out.count(p)
	}
	return out, nil
}

func readHandover(body io.Reader) (*handover, error) {
	text, err := io.ReadAll(io.LimitReader(body, maxImport+1))
	if err != nil {
		return nil, heed.Errorf(heed.Invalid, "the body could not be read to its end").Because(err)
	}
	if len(text) > maxImport {
		return nil, heed.Errorf(heed.TooLarge, "the body is larger than %d bytes", maxImport)
	}
	var order handover
	d := json.NewDecoder(bytes.NewReader(text))
	d.DisallowUnknownFields() // a misspelt suppression must not be taken for none
	err = d.Decode(&order)
	if _, behind := d.Token(); err != nil || !errors.Is(behind, io.EOF) {
		return nil, heed.Errorf(heed.Invalid, `the body is not {"people":[{"email":...,"suppressed":...,"asked_at":...}]}`)
	}
	if len(order.People) > maxPeople {
		return nil, heed.Errorf(heed.TooLarge, "one request takes %d people at most", maxPeople)
	}
	return &order, nil
}

func (i *imported) count(p *peace) {
	i.Unchanged += p.repeated
	switch {
	case p.suppressed:
		i.Suppressed++
	case p.quieted:
		i.Quieted++
		i.QuietUntil = max(i.QuietUntil, p.until.String())
	default:
		i.Unchanged++
		i.Already.count(p)
	}
}

func (a *already) count(p *peace) {
	switch {
	case p.why != 0:
		a.Suppressed++
	case p.until > 0:
		a.Quieted++
	}
}
