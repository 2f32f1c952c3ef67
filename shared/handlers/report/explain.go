package report

import (
	"fmt"
	"time"

	"heed/shared/heed"
)

// rows is a list of rows as the API shows them.
type rows struct {
	Rows   []view `json:"rows"`
	Next   string `json:"next,omitempty"`      // where there are more behind these: what to give as after
	Looked int    `json:"looked_at,omitempty"` // where there may be more before these: how many of the latest were looked at
}

// view is a row as the API shows it.
type view struct {
	ID         string              `json:"id"`
	Touchpoint string              `json:"touchpoint"`
	Day        string              `json:"day"`
	Source     string              `json:"source"`
	Kind       string              `json:"kind"`
	Object     string              `json:"object"`
	Occurrence string              `json:"occurrence"`
	At         time.Time           `json:"at"`
	Customer   string              `json:"customer"` // keyed hash
	Scope      string              `json:"scope"`    // whose ledger: the customer's hash, or its account's
	Dimensions map[string][]string `json:"dimensions"`
	Facts      *facts              `json:"facts,omitempty"`
	First      bool                `json:"first,omitempty"` // nothing of its scope was decided before
	After      *after              `json:"after,omitempty"` // what followed
	Program    string              `json:"program"`
	Decision   decision            `json:"decision"`
	Invitation *invitation         `json:"invitation"`
	Response   *response           `json:"response"`
	Suspects   []response          `json:"suspects,omitempty"` // answers that a machine may have given; not counted
	Notes      []note              `json:"notes,omitempty"`    // what else came back
}

type decision struct {
	Asked        bool        `json:"asked"`
	Reason       heed.Reason `json:"reason"`
	Why          string      `json:"why"`
	DecidedAt    time.Time   `json:"decided_at"`
	Config       string      `json:"config"`
	Epoch        uint8       `json:"epoch"`
	N7           uint16      `json:"n7"`
	N30          uint16      `json:"n30"`
	N90          uint16      `json:"n90"`
	Band         uint8       `json:"band"`
	Group        uint8       `json:"group"`
	AvailablePPB uint32      `json:"available_ppb"`
	ChancePPB    uint32      `json:"chance_ppb"`
	Stratum      string      `json:"stratum,omitempty"`    // of the program, by surveys.yaml
	TargetPPB    uint32      `json:"target_ppb,omitempty"` // chance aimed at, before the ledger and a busy customer lower it
	Doubt        string      `json:"doubt,omitempty"`      // why the chance is only near the true one
	Draw         string      `json:"draw,omitempty"`
	Limit        string      `json:"limit,omitempty"`
	Expires      string      `json:"expires,omitempty"`
	Due          *time.Time  `json:"due,omitempty"`
	Version      uint64      `json:"ledger_version"`
}

type invitation struct {
	State     string     `json:"state"`
	To        string     `json:"to"`
	Sent      *time.Time `json:"sent,omitempty"`
	Delivered *time.Time `json:"delivered,omitempty"`
	Failed    *time.Time `json:"failed,omitempty"`
	MessageID string     `json:"message_id,omitempty"`
	Further   []further  `json:"further,omitempty"`
}

// further is a mail that belongs to the invitation.
type further struct {
	Kind   string     `json:"kind"`
	Due    *time.Time `json:"due,omitempty"`
	Sent   *time.Time `json:"sent,omitempty"`
	Failed *time.Time `json:"failed,omitempty"`
	Fate   string     `json:"fate,omitempty"`
}

type response struct {
	Score    int       `json:"score"`
	Channel  string    `json:"channel"`
	At       time.Time `json:"at"`
	Comment  string    `json:"comment,omitempty"`
	Quotable bool      `json:"quotable,omitempty"` // its giver lets the team publish the comment
	Evidence []string  `json:"evidence,omitempty"` // of a suspect: what speaks for a machine
}

// note is something that came back and changes nothing in the answer.
type note struct {
	Kind  string    `json:"kind"`
	At    time.Time `json:"at"`
	Score *int      `json:"score,omitempty"`
	Text  string    `json:"text,omitempty"`
}

func list(all []*heed.Row) rows {
	out := rows{Rows: []view{}}
	for _, r := range all {
		out.Rows = append(out.Rows, viewOf(r))
	}
	return out
}

func viewOf(r *heed.Row) view {
	v := view{
		ID: r.ID.String(), Touchpoint: r.ID.Touchpoint().String(), Day: r.Day.String(),
		Source: r.Source, Kind: r.Kind, Object: r.Object, Occurrence: r.Occurrence, At: r.At,
		Customer: r.Customer.String(), Scope: r.Scope.String(), Dimensions: map[string][]string{}, Program: r.Program,
		Facts: factsOf(&r.Facts), First: r.First, After: afterOf(&r.After), Decision: decisionOf(r),
	}
	for _, d := range r.Dims {
		v.Dimensions[d.Name] = append(v.Dimensions[d.Name], d.Value)
	}
	if i := r.Invitation; i != nil {
		v.Invitation = &invitation{
			State: i.State(), To: i.To, MessageID: i.MessageID,
			Sent: happened(i.Sent), Delivered: happened(i.Delivered), Failed: happened(i.Failed),
		}
		for _, f := range i.Further {
			v.Invitation.Further = append(v.Invitation.Further, further{f.Kind.String(), happened(f.Due), happened(f.Sent), happened(f.Failed), f.Fate.String()})
		}
	}
	came(&v, r)
	return v
}

// came shows what came back.
func came(v *view, r *heed.Row) {
	if r.Response != nil {
		a := responseOf(r.Response)
		v.Response = &a
	}
	for i := range r.Suspects {
		s := responseOf(&r.Suspects[i])
		s.Evidence = r.Suspects[i].Evidence.Names()
		v.Suspects = append(v.Suspects, s)
	}
	for i := range r.Notes {
		n := &r.Notes[i]
		shown := note{Kind: n.Kind.String(), At: n.At, Text: n.Text}
		if n.Score != heed.None {
			shown.Score = &n.Score
		}
		v.Notes = append(v.Notes, shown)
	}
}

func responseOf(a *heed.Response) response {
	return response{Score: a.Score, Channel: a.Channel.String(), At: a.At, Comment: a.Comment, Quotable: a.Quotable}
}

func happened(t time.Time) *time.Time {
	if t.IsZero() {
		return nil
	}
	return &t
}

func decisionOf(r *heed.Row) decision {
	d := decision{
		Asked: r.Reason == heed.Asked, Reason: r.Reason, Why: why(r), DecidedAt: r.Decided,
		Config: r.Config.String(), Epoch: r.Epoch, N7: r.N7, N30: r.N30, N90: r.N90,
		Band: r.Band(), Group: r.Group(), AvailablePPB: r.Alpha, ChancePPB: r.Pi, Version: r.Version,
		Stratum: r.Stratum, TargetPPB: r.Target, Doubt: r.Doubt.String(),
	}
	if r.Pi > 0 {
		d.Draw, d.Limit = fmt.Sprintf("%016x", r.Draw), fmt.Sprintf("%016x", r.Limit)
		d.Expires, d.Due = r.Expires.String(), happened(r.Due)
	}
	return d
}
