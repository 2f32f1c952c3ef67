package send_test

import (
	"context"
	"fmt"
	"log/slog"
	"math/rand/v2"
	"testing"
	"time"

	"heed/shared/handlers/decide"
	"heed/shared/handlers/send"
	"heed/shared/heed"
	"heed/shared/keyring"
	"heed/shared/mail"
	"heed/shared/records"
	"heed/shared/surveys"
	"heed/shared/table"
	"heed/shared/table/tabletest"
)

const nearlyAll = `
brand: {name: Acme}
sources: [{name: zendesk, type: zendesk}]
programs:
  - {name: support, ask: csat, stage: support, when: {kinds: [ticket.solved]}, rate: 98%, ceiling: 99%}
`

var midday = time.Date(2026, 11, 20, 12, 0, 0, 0, time.UTC)

// A post is a mail service that takes every mail it is handed, and lists them.
type post struct{ taken []mail.Mail }

func (p *post) times(id string) int {
	n := 0
	for _, m := range p.taken {
		if m.ID == id {
			n++
		}
	}
	return n
}

// blind is the service as a sender sees SES: it can hand over, and not ask.
type blind struct {
	*post
	life *tabletest.Life
}

func (b blind) Send(_ context.Context, m mail.Mail) (string, error) {
	err := b.life.Do(func() error {
		b.taken = append(b.taken, m)
		return nil
	})
	if err != nil {
		return "", fmt.Errorf("%w: %w", mail.ErrUnknown, err)
	}
	return "named-" + m.ID, nil
}

// seeing can also ask, as on the laptop.
type seeing struct{ blind }

func (s seeing) Sent(_ context.Context, id string) (name string, ok bool, err error) {
	err = s.life.Do(func() error {
		name, ok = "named-"+id, s.times(id) > 0
		return nil
	})
	return name, ok, err
}

// A desk is a table on which invitations are due at midday.
type desk struct {
	*testing.T
	post
	table  table.Table
	config *surveys.Config
	ring   *keyring.Ring
	due    []heed.RowRef
	unsure int
}

// invitations is how many are due.
const invitations = 3

func newDesk(t *testing.T) *desk {
	t.Helper()
	var err error
	d := &desk{T: t, table: newMemory()}
	if d.config, err = surveys.Load([]byte(nearlyAll)); err != nil {
		t.Fatal(err)
	}
	if d.ring, err = keyring.Make(rand.NewChaCha8([32]byte{1}), midday.AddDate(-1, 0, 0)); err != nil {
		t.Fatal(err)
	}
	decider := decide.Handler{Config: d.config, Ring: d.keys, Store: d.store(), Now: func() time.Time { return midday }, Log: slog.New(slog.DiscardHandler)}
	for n := range invitations {
		touchpoint := &heed.Touchpoint{
			Source: "zendesk", Kind: "ticket.solved", Object: fmt.Sprint("ticket:", n), At: midday,
			Customer: heed.Customer{Email: fmt.Sprintf("c%d@example.com", n)},
		}
		if err := decider.Touchpoint(t.Context(), touchpoint); err != nil {
			t.Fatal(err)
		}
	}
	for ref, err := range d.store().DueBy(t.Context(), midday) {
		if err != nil {
			t.Fatal(err)
		}
		d.due = append(d.due, ref)
	}
	if len(d.due) != invitations {
		t.Fatalf("%d invitations are due, want %d", len(d.due), invitations)
	}
	return d
}

func (d *desk) keys(context.Context) (*keyring.Ring, error) { return d.ring, nil }
func (d *desk) store() records.Store                        { return records.Store{Table: d.table} }

// sender is a process that lives that life.
func (d *desk) sender(at time.Time, life *tabletest.Life, sees bool) *send.Handler {
	h := &send.Handler{
		Config: d.config, Ring: d.keys, Store: records.Store{Table: life.Table(d.table)}, Mail: blind{&d.post, life},
		Letter: send.Letter{Base: "https://heed.example", From: "surveys@heed.example"},
		Now:    func() time.Time { return at }, Log: slog.New(slog.DiscardHandler),
	}
	if sees {
		h.Mail = seeing{blind{&d.post, life}}
	}
	return h
}

// long is a life without a mishap.
func long() *tabletest.Life { return &tabletest.Life{N: 1 << 30} }

func (d *desk) row(ref heed.RowRef) *heed.Row {
	d.Helper()
	row, err := d.store().Row(d.Context(), ref)
	if err != nil {
		d.Fatal(err)
	}
	return row
}
