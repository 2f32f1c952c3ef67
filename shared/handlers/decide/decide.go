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

	"heed/shared/handlers/book"
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
	Vendors Vendors // asked who a customer is; nil: nobody is asked
	Topics  Topics  // finds issues; nil: there are none
	Observe bool    // decide and record, but invite nobody
	Now     func() time.Time
	Log     *slog.Logger

	mu       sync.Mutex
	kept     bool              // the text of Config is in the table, and whose peace it keeps
	rescoped heed.Day          // before this day, somebody may be quiet of whom another kind of scope knows
	reach    heed.Day          // how many days a decision could ever keep quiet
	paces    map[string]uint32 // of the programs with a budget
	read     time.Time         // when paces were
	book     book.Book         // what vendors were asked in vain
}

// Work decides a batch: groups side by side, each group in order. After a
// failure the rest of its group fails too, so that it stays in order. What waits
// for a vendor holds up nobody in its batch: the rest is tried for itself, as each
// attempt of the queue counts for all of a group and none of them is to be wasted.
// What is put for its group later is handed over with it, and not before.
func (h *Handler) Work(ctx context.Context, batch []queue.Message) (failed []queue.Failure) {
	var mu sync.Mutex
	var wg sync.WaitGroup
	work := func(group []queue.Message) {
		rest := h.group(ctx, group)
		mu.Lock()
		defer mu.Unlock()
		failed = append(failed, rest...)
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

// group decides messages in order, and returns those that wait and those from
// the first on that failed.
func (h *Handler) group(ctx context.Context, group []queue.Message) (failed []queue.Failure) {
	for i, m := range group {
		err := h.message(ctx, m)
		if err == nil {
			continue
		}
		if later, ok := h.postponed(m, err); ok {
			failed = append(failed, later)
			continue
		}
		h.Log.Warn("message not worked", "messageId", m.ID, "cause", err.Error())
		for _, m := range group[i:] {
			failed = append(failed, queue.Failure{ID: m.ID})
		}
		break
	}
	return failed
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
	who, err := h.resolve(ctx, parcel.Touchpoint, m.Attempt >= attempts)
	if err != nil {
		return err
	}
	return h.decide(ctx, parcel.Touchpoint, who)
}
