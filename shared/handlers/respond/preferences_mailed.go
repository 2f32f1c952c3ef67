package respond

import (
	"io"
	"math"
	"net/http"
	"slices"
	"time"

	"heed/shared/heed"
	"heed/shared/pages"
	"heed/shared/records"
	"heed/shared/token"
)

// links are the mails that a customer can have themselves sent, by what the
// form calls them.
var links = map[string]heed.FurtherKind{"export": heed.ExportLink, "forget": heed.ForgetLink}

// How many links of a kind a row's customer gets: whoever has the page can ask
// for them, and it is the customer who is mailed. Those that are over for long
// make room.
const (
	mostLinks = 3
	within    = 24 * time.Hour
	linkKept  = 7 * 24 * time.Hour
)

// link has a link mailed to the address that the survey went to. Where enough of
// them went, or one is on its way, that is the one.
func (v *visit) link(kind heed.FurtherKind) error {
	_, err := v.Store.ChangeRow(v.r.Context(), v.row.RowRef, func(r *heed.Row) error {
		if !r.Forgotten() && wanted(r.Invitation, kind, v.now) {
			return nil
		}
		return records.ErrUnchanged
	})
	return err
}

// wanted adds one more link to the invitation's mails, and reports whether it
// did.
func wanted(i *heed.Invitation, kind heed.FurtherKind, now time.Time) bool {
	round, lately := uint8(0), 0
	for k := range i.Further {
		f := &i.Further[k]
		if f.Kind != kind {
			continue
		}
		round = max(round, f.Round)
		if f.Open() {
			return false
		}
		if now.Sub(f.Due) < within {
			lately++
		}
	}
	if lately >= mostLinks || round == math.MaxUint8 {
		return false
	}
	i.Further = slices.DeleteFunc(i.Further, func(f heed.Further) bool {
		return f.Kind == kind && f.Round < round && now.Sub(f.Due) > linkKept
	})
	i.Further = append(i.Further, heed.Further{FurtherName: heed.FurtherName{Kind: kind, Round: round + 1}, Due: now})
	return true
}

// leave asks before it forgets the customer, and does.
func (v *visit) leave() {
	if v.r.Method != http.MethodPost {
		v.ask(http.StatusOK)
		return
	}
	form, status := v.form()
	switch {
	case status != http.StatusOK:
		v.ask(status)
	case form.Get(string(pages.DeleteField)) != "yes":
		v.ask(http.StatusBadRequest)
	default:
		v.believe(form, deletes, v.forget)
	}
}

func (v *visit) forget() {
	if err := v.Store.Forget(v.r.Context(), v.row, v.now); err != nil {
		v.trouble(err)
		return
	}
	v.page(http.StatusOK, v.forgotten)
}

func (v *visit) ask(status int) {
	v.handOut(status, token.Deleting, func(w io.Writer, page string) error { return pages.Forget(w, v.dress(), page, status != http.StatusOK) })
}
