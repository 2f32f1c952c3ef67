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

// A book is what was counted and is not on the queue yet. It goes there once in
// a while for each source, and between, where nobody flushes it, each time the
// deliveries of that while have doubled: a burst is seen though nothing follows
// it, and of a million in a minute, forged ones included, the queue has twenty
// messages. Whatever is in it when the process ends is lost.
type book struct {
	mu    sync.Mutex
	pages map[page]*heed.Tally
	turns map[string]turn // by source
}

// A turn is the while that a source is in.
type turn struct {
	began time.Time
	came  uint64 // deliveries since
	next  uint64 // how many there are when its pages are due before the while is over
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

// take takes out the pages of a source if they are due, now that so many
// deliveries came: with the first of all, when a while is over, and when there
// are twice as many as the last time.
func (b *book) take(source string, came uint64, now time.Time, every time.Duration) (tallies []heed.Tally, due bool) {
	b.mu.Lock()
	defer b.mu.Unlock()
	t, ok := b.turns[source]
	if !ok || now.Sub(t.began).Abs() >= every {
		t = turn{began: now}
	}
	t.came += came
	if due = t.next == 0 || came > 0 && t.came >= t.next; due {
		t.next = 2 * max(t.came, 1)
	}
	if b.turns == nil {
		b.turns = map[string]turn{}
	}
	if b.turns[source] = t; !due {
		return nil, false
	}
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

// due takes out what was counted of a source if it is due. Where somebody
// flushes, a burst need not see to it itself.
func (h *Handler) due(source string, came uint64) ([]heed.Tally, bool) {
	if h.Every > 0 {
		return h.book.take(source, 0, h.Real(), h.Every)
	}
	return h.book.take(source, came, h.Real(), time.Minute)
}

// put puts a delivery's messages on the queue and counts it. What was counted
// goes with them if its time has come, last, so that it is not there if they are
// not. That there is only a count, which can't be put, is nothing to the sender.
func (h *Handler) put(ctx context.Context, messages []queue.Message, one *heed.Tally) error {
	counted, due := h.due(one.Source, one.Deliveries)
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
		counted, _ := h.due(source, 0)
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
