package queue_test

import (
	"bytes"
	"errors"
	"log/slog"
	"strings"
	"testing"

	"heed/shared/queue"
)

func TestRescue(t *testing.T) {
	t.Parallel()
	const said = "what ann@example.com wrote"
	var list []string
	own := errors.New("own")
	for name, c := range map[string]struct {
		work   func() error
		err    error
		logged string
	}{
		"well":       {func() error { return nil }, nil, ""},
		"failed":     {func() error { return own }, own, ""},
		"the Go way": {func() error { return errors.New(list[len(said)]) }, queue.ErrPanicked, "index out of range"},
		"in words":   {func() error { panic(said) }, queue.ErrPanicked, `cause=string`},
	} {
		var log bytes.Buffer
		err := queue.Rescue(slog.New(slog.NewTextHandler(&log, nil)), "m1", c.work)
		if !errors.Is(err, c.err) || (c.logged == "") != (log.Len() == 0) || !strings.Contains(log.String(), c.logged) || strings.Contains(log.String(), said) {
			t.Errorf("%s: %v, logged %s", name, err, &log)
		}
		if c.logged != "" && (!strings.Contains(log.String(), "level=ERROR") || !strings.Contains(log.String(), "rescue_test.go") || !strings.Contains(log.String(), "messageId=m1")) {
			t.Errorf("%s: logged %s", name, &log)
		}
	}
}
