package ses_test

import (
	"bytes"
	"context"
	"errors"
	"log/slog"
	"strings"
	"testing"
	"time"
)

// waits is how long n mails wait for one another.
func waits(t *testing.T, pace func(context.Context) error, n int) time.Duration {
	t.Helper()
	began := time.Now()
	for range n {
		if err := pace(t.Context()); err != nil {
			t.Fatal(err)
		}
	}
	return time.Since(began)
}

func TestPaceIsTheAccounts(t *testing.T) {
	s, sender := start(t)
	now := time.Date(2026, 11, 21, 12, 0, 0, 0, time.UTC)
	pace := sender.Pace(func() time.Time { return now }, slog.New(slog.DiscardHandler))
	s.SetRate(20)
	if took := waits(t, pace, 11); took < 500*time.Millisecond {
		t.Errorf("eleven mails at 20 a second waited only %v", took)
	}
	s.SetRate(1000) // unknown until it is asked for again
	now = now.Add(10*time.Minute - time.Second)
	if took := waits(t, pace, 5); took < 200*time.Millisecond || s.Asked() != 1 {
		t.Errorf("five mails waited only %v; asked %d times", took, s.Asked())
	}
	now = now.Add(time.Second)
	if took := waits(t, pace, 20); took > 3*time.Second || s.Asked() != 2 {
		t.Errorf("twenty mails at 1000 a second waited %v; asked %d times", took, s.Asked())
	}
}

// An account whose rate is not told sends one mail a second, as any may.
func TestPaceThatIsNotTold(t *testing.T) {
	s, sender := start(t)
	s.SetRate(0)
	var log bytes.Buffer
	pace := sender.Pace(time.Now, slog.New(slog.NewTextHandler(&log, nil)))
	if took := waits(t, pace, 2); took < 900*time.Millisecond || took > 8*time.Second {
		t.Errorf("two mails waited %v", took)
	}
	if s.Asked() != 1 || !strings.Contains(log.String(), "AccessDeniedException") {
		t.Errorf("asked %d times, logged: %s", s.Asked(), &log)
	}
}

func TestPaceEndsWithTheTick(t *testing.T) {
	s, sender := start(t)
	s.SetRate(0.1)
	pace := sender.Pace(time.Now, slog.New(slog.DiscardHandler))
	waits(t, pace, 1)
	ctx, stop := context.WithCancel(t.Context())
	time.AfterFunc(100*time.Millisecond, stop)
	if err := pace(ctx); !errors.Is(err, context.Canceled) {
		t.Errorf("error %v", err)
	}
}
