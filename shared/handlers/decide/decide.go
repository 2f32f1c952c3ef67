// Package decide works through the touchpoints queue: it decides once for
// each touchpoint and program, and writes the rows. How it decides is package
// sampling's; here is the order of the writes that lets any of them be
// repeated, late, or the last before a crash.
package decide

import (
	"context"
	"log/slog"
	"sync"
	"time"

	"heed/shared/heed"
	"heed/shared/keyring"
	"heed/shared/queue"
	"heed/shared/records"
	"heed/shared/surveys"
)

// A Handler decides.
type Handler struct {
	Config  *surveys.Config
	Ring    func(context.Context) (*keyring.Ring, error)
	Store   records.Store
	Observe bool // decide and record, but invite nobody
	Now     func() time.Time
	Log     *slog.Logger

	mu       sync.Mutex
	kept     bool              // the text of Config is in the table, and whose peace it keeps
	rescoped heed.Day          // before this day, somebody may be quiet of whom another kind of scope knows
	reach    heed.Day          // how many days a decision could ever keep quiet
	paces    map[string]uint32 // of the programs with a budget
	read     time.Time         // when paces were
}

// Work decides a batch: groups side by side, each group in order. After a
// failure the rest of its group fails too, so that it stays in order.
func (h *Handler) Work(ctx context.Context, batch []queue.Message) (failed []queue.Failure) {
	var mu sync.Mutex
	var wg sync.WaitGroup
	work := func(group []queue.Message) {
		rest := h.group(ctx, group)
		mu.Lock()
		defer mu.Unlock()
		for _, m := range rest {
			failed = append(failed, queue.Failure{ID: m.ID})
		}
	}
	all := groups(batch)
	for i, group := range all {
		if i == len(all)-1 {
			work(group) // no goroutine of its own for the last, which is often the only one
			break
		}
		wg.Go(func() { work(group) })
	}
	wg.Wait()
	return failed
}

// group decides messages in order, and returns those from the first that
// failed on.
func (h *Handler) group(ctx context.Context, group []queue.Message) (failed []queue.Message) {
	for i, m := range group {
		if err := h.message(ctx, m); err != nil {
			h.Log.Warn("message not worked", "messageId", m.ID, "cause", err.Error())
			return group[i:]
		}
	}
	return nil
}

// groups splits a batch by group, keeping order within each.
func groups(batch []queue.Message) [][]queue.Message {
	var out [][]queue.Message
	place := map[string]int{}
	for _, m := range batch {
		i, ok := place[m.Group]
		if !ok {
			i = len(out)
			place[m.Group] = i
			out = append(out, nil)
		}
		out[i] = append(out[i], m)
	}
	return out
}

func (h *Handler) message(ctx context.Context, m queue.Message) error {
	parcel, err := queue.Unpack(m.Body)
	if err != nil {
		return err
	}
	switch {
	case parcel.Kept != nil:
		return h.Store.PutKept(ctx, *parcel.Kept)
	case parcel.Tally != nil:
		return h.Store.PutTally(ctx, parcel.Tally)
	}
	return h.Touchpoint(ctx, parcel.Touchpoint)
}
