package send_test

import (
	"context"
	"fmt"
	"log/slog"
	"testing"
	"time"

	"heed/shared/handlers/delivery"
	"heed/shared/heed"
	"heed/shared/mail"
	"heed/shared/queue"
	"heed/shared/table/tabletest"
)

// Whichever operation of a sender goes wrong, and however: where the mail
// service can be asked, every invitation goes once, and its row says so.
func TestMishapsBeforeAWitness(t *testing.T) {
	t.Parallel()
	mishaps(t, true, func(d *desk, ref heed.RowRef) {
		row := d.row(ref)
		if d.times(row.MailID()) != 1 || row.Invitation.State() != "sent" || row.Invitation.MessageID != "named-"+row.MailID() {
			d.Errorf("mailed %d times, and recorded as %+v", d.times(row.MailID()), row.Invitation)
		}
	})
}

// Where it can't be asked, none goes twice. The one that was in hand may be
// left unsure, whether it went or not; word of it settles that.
func TestMishapsBeforeSES(t *testing.T) {
	t.Parallel()
	mishaps(t, false, func(d *desk, ref heed.RowRef) {
		row := d.row(ref)
		switch n, state := d.times(row.MailID()), row.Invitation.State(); {
		case n == 1 && state == "sent":
		case n == 0 && state == "unsure":
			d.unsure++
		case n == 1 && state == "unsure":
			d.unsure++
			d.hear(row)
			if state := d.row(ref).Invitation.State(); state != "delivered" {
				d.Errorf("it is %s after word of its delivery", state)
			}
		default:
			d.Errorf("mailed %d times and %s", n, state)
		}
		if d.unsure > 1 {
			d.Errorf("%d are unsure", d.unsure)
		}
	})
}

// mishaps tries every mishap at every operation of a first sender. Others
// follow it, as long as there is anything to wait for; then each row is checked.
func mishaps(t *testing.T, sees bool, check func(*desk, heed.RowRef)) {
	for _, mishap := range tabletest.Mishaps {
		t.Run(string(mishap), func(t *testing.T) {
			t.Parallel()
			n, met := 0, true
			for met {
				n++
				t.Run(fmt.Sprint("operation ", n), func(t *testing.T) {
					d, life := newDesk(t), &tabletest.Life{N: n, Mishap: mishap}
					_ = d.sender(midday, life, sees).Tick(t.Context())
					met = life.Met()
					for _, after := range []time.Duration{3 * time.Minute, 6 * time.Minute, 70 * time.Minute, 73 * time.Minute} {
						if err := d.sender(midday.Add(after), long(), sees).Tick(t.Context()); err != nil {
							t.Error(err)
						}
					}
					for _, ref := range d.due {
						check(d, ref)
					}
				})
			}
			if n < 7*invitations {
				t.Errorf("a tick has only %d operations", n-1)
			}
		})
	}
}

// hear records what SES says of a mail that was delivered.
func (d *desk) hear(row *heed.Row) {
	d.Helper()
	event := fmt.Sprintf(`{"eventType":"Delivery","mail":{"timestamp":"2026-11-20T12:00:01Z","messageId":"m","tags":{"heed-row":[%q]}},"delivery":{"timestamp":"2026-11-20T12:00:02Z"}}`, row.MailID())
	h := delivery.Handler{Store: d.store(), Now: func() time.Time { return midday.Add(2 * time.Hour) }, Log: slog.New(slog.DiscardHandler)}
	if failed := h.Work(d.Context(), []queue.Message{{ID: "1", Body: []byte(event)}}); len(failed) > 0 {
		d.Error("the event was not recorded")
	}
}

// A sender that is so slow that its lease runs out meets another: whenever
// that comes, before a mail is claimed or while it is handed over, none goes
// twice. Nor does it if the other dies over it.
func TestTwoSenders(t *testing.T) {
	t.Parallel()
	for moment := range 2 * invitations {
		d := newDesk(t)
		d.meet(moment, long())
		for _, ref := range d.due {
			row := d.row(ref)
			if got := d.times(row.MailID()); got != 1 || row.Invitation.State() != "sent" {
				t.Errorf("met at moment %d, it went %d times and is %s", moment, got, row.Invitation.State())
			}
		}
		for n := 1; ; n++ {
			d, life := newDesk(t), &tabletest.Life{N: n, Mishap: tabletest.DiesAfter}
			d.meet(moment, life)
			if !life.Met() {
				break
			}
			for _, ref := range d.due {
				row := d.row(ref)
				if got := d.times(row.MailID()); got > 1 || got == 0 && row.Invitation.State() != "claimed" {
					t.Errorf("met at moment %d by one that died at operation %d, it went %d times and is %s", moment, n, got, row.Invitation.State())
				}
			}
		}
	}
}

// meet is a slow sender that meets another at that moment: twice for each mail
// there is one.
func (d *desk) meet(moment int, life *tabletest.Life) {
	d.Helper()
	other := func(ctx context.Context) error {
		if moment--; moment == -1 {
			_ = d.sender(midday.Add(3*time.Minute), life, false).Tick(ctx)
		}
		return nil
	}
	slow := d.sender(midday, long(), false)
	slow.Pace = other
	slow.Mail = slowly{blind{&d.post, long()}, other}
	if err := slow.Tick(d.Context()); err != nil {
		d.Error(err)
	}
}

// slowly has something else happen while a mail is handed over.
type slowly struct {
	blind
	meanwhile func(context.Context) error
}

func (s slowly) Send(ctx context.Context, m mail.Mail) (string, error) {
	if err := s.meanwhile(ctx); err != nil {
		return "", err
	}
	return s.blind.Send(ctx, m)
}
