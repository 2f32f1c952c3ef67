package reply_test

import (
	"context"
	"errors"
	"strings"
	"testing"

	"heed/shared/keyring"
	"heed/shared/queue"
)

// What can't be read is left, but what may be there later is tried again.
func TestWhatIsLeft(t *testing.T) {
	t.Parallel()
	d := open(t)
	d.mail([]byte("no mail at all"))
	d.mail(nil)
	if failed := d.Work(t.Context(), []queue.Message{{ID: "1", Body: []byte(`{"Records":[{"s3":{"object":{"key":"inbound/gone"}}}]}`)}, {ID: "2", Body: []byte("x")}}); len(failed) != 1 || failed[0].ID != "2" {
		t.Errorf("failed: %v", failed)
	}
	d.must(nil)
	if failed := d.Work(t.Context(), []queue.Message{d.keep("inbound/AMAZON_SES_SETUP_NOTIFICATION", []byte("x"))}); len(failed) > 0 {
		t.Error("SES's own note failed")
	}
	d.is("")
}

// The log says why a mail led to nothing, and which one could not be read.
func TestLeftIsLogged(t *testing.T) {
	t.Parallel()
	d := open(t)
	d.mail(d.letter("9", "Message-ID: <1@example.com>"))
	d.mail(d.letter("9", "Message-ID: <1@example.com>"))
	if s := d.log.String(); !strings.Contains(s, `object=inbound/1 why="known already`) || strings.Contains(s, "inbound/0") {
		t.Errorf("the log says %s", s)
	}
	row, err := d.all.Row(t.Context(), d.ref)
	d.must(err)
	d.must(d.all.Forget(t.Context(), row, d.now))
	d.mail(d.letter("3"))
	if s := d.log.String(); !strings.Contains(s, `object=inbound/2 why="its customer is forgotten"`) {
		t.Errorf("the log says %s", s)
	}
}

// One mail at which the reader stumbles fails alone.
func TestPanicFailsOneMail(t *testing.T) {
	t.Parallel()
	d := open(t)
	ring := d.Ring
	bad, good := d.keep("inbound/bad", d.letter("8")), d.keep("inbound/good", d.letter("9"))
	reads := 0
	d.Ring = func(ctx context.Context) (*keyring.Ring, error) {
		if reads++; reads == 1 {
			panic("8 by ann@example.com")
		}
		return ring(ctx)
	}
	if failed := d.Work(t.Context(), []queue.Message{bad, good}); len(failed) != 1 || failed[0].ID != bad.ID {
		t.Errorf("failed: %v", failed)
	}
	d.is(`9 by reply ""`)
	if s := d.log.String(); !strings.Contains(s, "level=ERROR") || strings.Contains(s, "@example.com") {
		t.Errorf("the log says %s", s)
	}
	d.Ring = func(context.Context) (*keyring.Ring, error) { return nil, errors.New("out of reach") }
	d.Work(t.Context(), []queue.Message{bad})
	if s := d.log.String(); !strings.Contains(s, `cause="object inbound/bad: read the keys: out of reach"`) {
		t.Errorf("the log says %s", s)
	}
}
