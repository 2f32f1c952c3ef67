// Package book is where a process counts for the operator, in memory, until it
// is time to hand on what it has counted.
package book

import (
	"slices"
	"sync"
	"time"

	"heed/shared/heed"
)

// A Book is what was counted and is not handed on yet. It goes once in
// a while for each source, and between, where nobody flushes it, each time what came
// in that while has doubled: a burst is seen though nothing follows it, and a
// million forgeries in a minute go in twenty tallies. Whatever is in it when the process ends is lost.
// The empty Book is ready; it must not be copied.
type Book struct {
	mu    sync.Mutex
	pages map[page]*heed.Tally
	turns map[string]turn // by source
}

// A turn is the while that a source is in.
type turn struct {
	began time.Time
	came  uint64 // since, deliveries or whatever is counted
	next  uint64 // how many there are when its pages are due before the while is over
}

type page struct {
	source string
	day    heed.Day
}

// Add counts a tally.
func (b *Book) Add(t *heed.Tally) {
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

// Due takes out the pages of a source if they are due, now that so many
// more came: with the first of all, when a while is over, and when there
// are twice as many as the last time.
func (b *Book) Due(source string, came uint64, now time.Time, every time.Duration) (tallies []heed.Tally, due bool) {
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

// Sources lists those that something was counted of.
func (b *Book) Sources() (names []string) {
	b.mu.Lock()
	defer b.mu.Unlock()
	for p := range b.pages {
		names = append(names, p.source)
	}
	slices.Sort(names)
	return slices.Compact(names)
}
