package decide

import (
	"errors"
	"hash/fnv"
	"time"

	"heed/shared/outbound"
	"heed/shared/queue"
	"heed/shared/wiring"
)

// A waits is why a touchpoint can't be decided yet.
type waits struct{ cause error }

func (w *waits) Error() string { return w.cause.Error() }

func (w *waits) Unwrap() error { return w.cause }

// pauses are those after each attempt but the last: most troubles of a vendor
// pass in minutes, nearly all in hours, and a survey four hours late is still one.
var pauses = [...]time.Duration{
	time.Minute, 5 * time.Minute, 15 * time.Minute, 30 * time.Minute, time.Hour, time.Hour, time.Hour,
}

// attempts is how often a touchpoint is handed over at most.
var attempts = wiring.FindQueue(wiring.Touchpoints).Attempts

// after is how long a message waits: between half of its attempt's pause and all
// of it, each its own while, or a thousand that a vendor's limit turned away at
// once would come back at once, and most be turned away each time. It is no less
// than the vendor wants to be left alone, and an hour at most.
func (w *waits) after(m queue.Message) time.Duration {
	pause := pauses[min(max(m.Attempt, 1), len(pauses))-1]
	id := fnv.New32a()
	_, _ = id.Write([]byte(m.ID))
	after := pause/2 + pause/2*time.Duration(id.Sum32()%spread)/(spread-1)
	var later *outbound.Later
	if errors.As(w.cause, &later) {
		after = max(after, later.After)
	}
	return min(after, time.Hour)
}

// spread is how many whiles there are between half a pause and a whole one.
const spread = 1801

// postponed reports whether a message has failed only for now, and until when.
func (h *Handler) postponed(m queue.Message, err error) (queue.Failure, bool) {
	var w *waits
	if !errors.As(err, &w) {
		return queue.Failure{}, false
	}
	after := w.after(m)
	h.Log.Info("customer not known yet", "messageId", m.ID, "attempt", m.Attempt, "after", after.Round(time.Second).String(), "cause", w.Error())
	return queue.Failure{ID: m.ID, After: after}, true
}
