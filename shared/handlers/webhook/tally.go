package webhook

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"slices"
	"sync"
	"time"

	"heed/shared/heed"
	"heed/shared/queue"
)

// A book is what was counted and is not on the queue yet. It goes there at most
// once in a while for each source, however many deliveries are posted, forged
// ones included. Whatever is in it when the process ends is lost.
type book struct {
	mu    sync.Mutex
	pages map[page]*heed.Tally
	taken map[string]time.Time // when a source's pages were last taken out
}

type page struct {
	source string
	day    heed.Day
}

// add counts a tally.
func (b *book) add(t *heed.Tally) {
	b.mu.Lock()
	defer b.mu.Unlock()
	p := page{t.Source, t.Day}
	if b.pages == nil {
		b.pages = map[page]*heed.Tally{}
	}
	if b.pages[p] == nil {
		b.pages[p] = &heed.Tally{Source: t.Source, Day: t.Day}
	}
	b.pages[p].Add(t)
}

// take takes out the pages of a source, unless that was done less than every
// before. The first time is always.
func (b *book) take(source string, now time.Time, every time.Duration) (tallies []heed.Tally, due bool) {
	b.mu.Lock()
	defer b.mu.Unlock()
	if last, ok := b.taken[source]; ok && now.Sub(last).Abs() < every {
		return nil, false
	}
	if b.taken == nil {
		b.taken = map[string]time.Time{}
	}
	b.taken[source] = now
	for p, t := range b.pages {
		if p.source == source {
			tallies = append(tallies, *t)
			delete(b.pages, p)
		}
	}
	return tallies, true
}

// sources lists those that something was counted of.
func (b *book) sources() (names []string) {
	b.mu.Lock()
	defer b.mu.Unlock()
	for p := range b.pages {
		names = append(names, p.source)
	}
	slices.Sort(names)
	return slices.Compact(names)
}

func (h *Handler) every() time.Duration {
	if h.Every > 0 {
		return h.Every
	}
	return time.Minute
}

// put puts a delivery's messages on the queue and counts it. What was counted
// goes with them if its time has come, last, so that it is not there if they are
// not. That there is only a count, which can't be put, is nothing to the sender.
func (h *Handler) put(ctx context.Context, messages []queue.Message, one *heed.Tally) error {
	counted, due := h.book.take(one.Source, h.Real(), h.every())
	all, err := messages, error(nil)
	if due {
		all, err = packed(messages, with(counted, one))
	}
	if err == nil && len(all) > 0 {
		err = h.Queue.Put(ctx, all...)
	}
	if err == nil {
		if !due {
			h.book.add(one)
		}
		return nil
	}
	for i := range counted {
		h.book.add(&counted[i])
	}
	if len(messages) == 0 {
		h.book.add(one)
		h.Log.Warn("counts not stored", "source", one.Source, "cause", err.Error())
		return nil
	}
	trouble := heed.Tally{Source: one.Source, Day: one.Day, Deliveries: 1, Delivered: one.Delivered}
	trouble.Rejected[heed.RejectedTrouble]++
	h.book.add(&trouble)
	return heed.Errorf(heed.Unavailable, "the delivery could not be stored, send it again").Because(err)
}

// with is tallies of one source and another one of it.
func with(tallies []heed.Tally, one *heed.Tally) []heed.Tally {
	sum := slices.Clone(tallies)
	for i := range sum {
		if sum[i].Day == one.Day {
			sum[i].Add(one)
			return sum
		}
	}
	return append(sum, *one)
}

// packed is messages and tallies, which get their ids.
func packed(messages []queue.Message, tallies []heed.Tally) ([]queue.Message, error) {
	for i := range tallies {
		t := &tallies[i]
		rand.Read(t.ID[:]) // never fails
		body, err := queue.Parcel{Tally: t}.Pack()
		if err != nil {
			return nil, err
		}
		messages = append(messages, queue.Message{Group: "tally:" + t.Source, Key: fmt.Sprintf("%x", t.ID), Body: body})
	}
	return messages, nil
}

// Flush puts on the queue what was counted of the sources whose time has come.
// Deliveries do so by themselves; Flush is for where their counts are not to
// wait for the next of them.
func (h *Handler) Flush(ctx context.Context) error {
	var all error
	for _, source := range h.book.sources() {
		counted, _ := h.book.take(source, h.Real(), h.every())
		messages, err := packed(nil, counted)
		if err == nil && len(messages) > 0 {
			err = h.Queue.Put(ctx, messages...)
		}
		if err != nil {
			all = errors.Join(all, fmt.Errorf("put what came from %s: %w", source, err))
			for i := range counted {
				h.book.add(&counted[i])
			}
		}
	}
	return all
}
