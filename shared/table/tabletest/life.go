package tabletest

import (
	"context"
	"errors"
	"sync"

	"heed/shared/table"
)

// A Mishap is how one operation of a process goes wrong.
type Mishap string

// The mishaps.
const (
	DiesBefore  Mishap = "dies before"  // the process ends: the operation is not done, nor is any later one
	DiesAfter   Mishap = "dies after"   // the operation is done, nobody hears of it, and no later one is done
	FailsBefore Mishap = "fails before" // the operation is not done; later ones are
	FailsAfter  Mishap = "fails after"  // it is done, and what is heard is an error; later ones are done
)

// Mishaps lists them.
var Mishaps = []Mishap{DiesBefore, DiesAfter, FailsBefore, FailsAfter}

// ErrMishap is what a process hears of a mishap.
var ErrMishap = errors.New("a mishap")

// A Life is that of a process whose Nth operation goes wrong. Everything the
// process does to the outside world goes through Do or Table.
type Life struct {
	N int // 1 is the first
	Mishap

	mu   sync.Mutex
	done int
}

// Met reports whether the mishap has happened.
func (l *Life) Met() bool {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.done >= l.N
}

// Do is one operation.
func (l *Life) Do(operation func() error) error {
	l.mu.Lock()
	l.done++
	now, over := l.done == l.N, l.done > l.N && (l.Mishap == DiesBefore || l.Mishap == DiesAfter)
	l.mu.Unlock()
	if over || now && (l.Mishap == DiesBefore || l.Mishap == FailsBefore) {
		return ErrMishap
	}
	err := operation()
	if now {
		return ErrMishap
	}
	return err
}

// Table returns the table as the process sees it.
func (l *Life) Table(t table.Table) table.Table { return living{l, t} }

type living struct {
	*Life
	table table.Table
}

func (l living) Get(ctx context.Context, key table.Key) (item table.Item, err error) {
	err = l.Do(func() error { item, err = l.table.Get(ctx, key); return err })
	return item, err
}

func (l living) PutIfAbsent(ctx context.Context, item table.Item) error {
	return l.Do(func() error { return l.table.PutIfAbsent(ctx, item) })
}

func (l living) PutIfVersion(ctx context.Context, item table.Item, version uint64) error {
	return l.Do(func() error { return l.table.PutIfVersion(ctx, item, version) })
}

func (l living) Delete(ctx context.Context, key table.Key, version uint64) error {
	return l.Do(func() error { return l.table.Delete(ctx, key, version) })
}

func (l living) Query(ctx context.Context, q table.Query) (page table.Page, err error) {
	err = l.Do(func() error { page, err = l.table.Query(ctx, q); return err })
	return page, err
}
