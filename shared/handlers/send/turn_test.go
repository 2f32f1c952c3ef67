package send_test

import (
	"context"
	"errors"
	"testing"
	"time"

	"heed/shared/heed"
	"heed/shared/sampling"
)

// A link serves whoever asked for it just now: it goes before all that has
// waited for longer, however much that is.
func TestLinksGoFirst(t *testing.T) {
	t.Parallel()
	for name, kind := range map[string]heed.FurtherKind{"export": heed.ExportLink, "forget": heed.ForgetLink} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			o := open(t)
			for i := range 12 {
				o.invite(noon.Add(time.Duration(i-200) * time.Minute))
			}
			ref := o.invite(noon.Add(-50*day), mailed(50*day), wants(kind, time.Minute))
			if due, err := o.all.FirstDue(t.Context()); err != nil || !due.Equal(noon.Add(-time.Minute)) {
				t.Errorf("what is first is due at %v, error %v", due, err)
			}
			turns := 0
			o.Pace = func(context.Context) error {
				if turns++; turns > 3 {
					return errors.New("no time is left")
				}
				return nil
			}
			o.must(o.Tick(t.Context()))
			row, err := o.all.Row(t.Context(), ref)
			o.must(err)
			if f := row.Invitation.Last(kind); f.Sent.IsZero() || len(o.ses.Sent()) != 3 {
				t.Errorf("of %d mails none is the link: %+v", len(o.ses.Sent()), f)
			}
		})
	}
}

// Whoever unsubscribes while their mail waits for its turn gets none.
func TestUnsubscribedWhileWaiting(t *testing.T) {
	t.Parallel()
	o := open(t)
	o.waiting(1)
	o.Pace = func(ctx context.Context) error {
		return o.all.Suppress(ctx, heed.Hash{7}, sampling.Unsubscribed)
	}
	o.tick(t.Context(), "cancelled")
	if n := len(o.ses.Sent()); n != 0 {
		t.Errorf("%d mails went", n)
	}
}
