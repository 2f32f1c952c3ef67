package send_test

import (
	"log/slog"
	"strings"
	"testing"
	"time"

	"heed/shared/cloud/standin"
	"heed/shared/handlers/send"
)

// another is a second process at the same table and service.
func (o *office) another() *send.Handler {
	h := o.Handler
	h.Log = slog.New(slog.NewTextHandler(&o.log, nil))
	return &h
}

// attemptsUntil ticks in another process each quarter of a minute until then,
// and returns how many mails were tried.
func (o *office) attemptsUntil(end time.Time) int {
	o.Helper()
	before := o.ses.Attempts()
	for ; o.now.Before(end); o.now = o.now.Add(15 * time.Second) {
		o.must(o.another().Tick(o.Context()))
	}
	return o.ses.Attempts() - before
}

// A service that is throttling is left alone for up to a minute by whoever
// comes, then for up to two; a mail that it takes ends that.
func TestHeldOff(t *testing.T) {
	t.Parallel()
	o := open(t)
	o.waiting(5)
	o.ses.Set(standin.Throttle)
	o.tick(t.Context(), "waiting waiting waiting waiting waiting")
	o.now = noon.Add(15 * time.Second)
	if n := o.attemptsUntil(noon.Add(45 * time.Second)); n > 0 || !o.logged(stopped) {
		t.Errorf("%d mails were tried while it is held off", n)
	}
	if n := o.attemptsUntil(noon.Add(75 * time.Second)); n != 3 {
		t.Errorf("%d mails were tried after a minute, want 3", n)
	}
	if n := o.attemptsUntil(noon.Add(135 * time.Second)); n > 0 {
		t.Errorf("%d mails were tried in the second time", n)
	}
	o.ses.Set(standin.Accept)
	if n := o.attemptsUntil(noon.Add(4 * time.Minute)); n != 5 {
		t.Errorf("%d mails were tried when it was over, want all 5", n)
	}
	o.log.Reset()
	o.ses.Set(standin.Throttle)
	o.waiting(3)
	o.must(o.Tick(t.Context()))
	o.now = o.now.Add(15 * time.Second)
	if n := o.attemptsUntil(o.now.Add(time.Minute)); n != 3 {
		t.Errorf("%d mails were tried in the minute after a new beginning, want 3", n)
	}
	if o.logged("level=ERROR") {
		t.Errorf("logged: %s", &o.log)
	}
}

// One that takes no mail at all is tried again every ten minutes, with one mail,
// and the operator is told each time. Nothing is lost by it.
func TestHalted(t *testing.T) {
	t.Parallel()
	for _, mood := range []standin.Mood{standin.Exhaust, standin.Pause} {
		o := open(t)
		o.waiting(3)
		o.ses.Set(mood)
		if n := o.attemptsUntil(noon.Add(10 * time.Minute)); n != 1 {
			t.Errorf("%s: %d mails were tried in ten minutes", mood, n)
		}
		if n := o.attemptsUntil(noon.Add(30 * time.Minute)); n != 2 {
			t.Errorf("%s: %d mails were tried in the next twenty minutes", mood, n)
		}
		if told := strings.Count(o.log.String(), `level=ERROR msg="sending halted"`); told != 3 || strings.Count(o.log.String(), "ERROR") != 3 {
			t.Errorf("%s: told %d times: %s", mood, told, &o.log)
		}
		o.ses.Set(standin.Accept)
		o.tick(t.Context(), "sent sent sent")
	}
}

// A service of which nothing is heard is not handed one mail after another, of
// which each would be unsure.
func TestBrokenServiceIsLeftAlone(t *testing.T) {
	t.Parallel()
	o := open(t)
	o.waiting(10)
	o.ses.Set(standin.Break)
	o.must(o.Tick(t.Context()))
	if got := strings.Count(o.states(), "claimed"); got != 3 || !o.logged(stopped) {
		t.Errorf("%d mails are in doubt: %s", got, &o.log)
	}
}

// The hold is of the mail service: a lease that ends by itself, since its holder
// died, or is ended where no sender lives, leaves it.
func TestHoldOutlivesALease(t *testing.T) {
	t.Parallel()
	o := open(t)
	o.waiting(1)
	o.ses.Set(standin.Pause)
	o.must(o.Tick(t.Context()))
	o.must(o.all.Evict(t.Context(), o.now))
	o.now = noon.Add(5 * time.Minute)
	if _, free, err := o.all.Lease(t.Context(), "somebody", o.now, o.now.Add(time.Minute)); free || err != nil {
		t.Errorf("the lease is free during a hold: error %v", err)
	}
	if n := o.attemptsUntil(noon.Add(9 * time.Minute)); n > 0 {
		t.Errorf("%d mails were tried", n)
	}
}
