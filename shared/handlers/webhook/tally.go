package webhook

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"slices"
	"time"

	"heed/shared/heed"
	"heed/shared/queue"
)

// due takes out what was counted of a source if it is due. Where somebody
// flushes, a burst need not see to it itself.
func (h *Handler) due(source string, came uint64) ([]heed.Tally, bool) {
	if h.Every > 0 {
		return h.book.Due(source, 0, h.Real(), h.Every)
	}
	return h.book.Due(source, came, h.Real(), time.Minute)
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
			h.book.Add(one)
		}
		return nil
	}
	for i := range counted {
		h.book.Add(&counted[i])
	}
	if len(messages) == 0 {
		h.book.Add(one)
		h.Log.Warn("counts not stored", "source", one.Source, "cause", err.Error())
		return nil
	}
	trouble := heed.Tally{Source: one.Source, Day: one.Day, Deliveries: 1, Delivered: one.Delivered}
	trouble.Rejected[heed.RejectedTrouble]++
	h.book.Add(&trouble)
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
	for _, source := range h.book.Sources() {
		counted, _ := h.due(source, 0)
		messages, err := packed(nil, counted)
		if err == nil && len(messages) > 0 {
			err = h.Queue.Put(ctx, messages...)
		}
		if err != nil {
			all = errors.Join(all, fmt.Errorf("put what came from %s: %w", source, err))
			for i := range counted {
				h.book.Add(&counted[i])
			}
		}
	}
	return all
}
