package embedded

import (
	"context"
	"errors"
	"fmt"

	"heed/shared/heed"
)

var (
	errClosed    = heed.Errorf(heed.Unavailable, "the file is closed")
	errUnwritten = heed.Errorf(heed.Unavailable, "the file can't be written")
)

// errPanicked is what became of a write that panicked.
var errPanicked = errors.New("a write panicked")

// A write is one closure on its way through a shared transaction.
type write struct {
	run  func(tx *draft) error
	then func()
	err  error
	done chan struct{} // holds one
}

// write runs run in a batch that it shares with others, and returns when that
// is fsynced. An error of run is returned to this caller alone; an error of the
// disk to all. After it the file may or may not hold what was written, as with
// any database whose commit fails.
//
// The contract: run decides before it writes. An error it returns means that
// it has changed nothing. It may be run more than once, since a panic in one
// closure undoes the batch and the rest are run again without it; so outside
// the draft it sets and never adds. The draft's methods panic where bbolt
// refuses, so nothing is left half done.
//
// then, if not nil, is called after the fsync and before write returns, in the
// order of the closures within the batch and of the batches, never two at a
// time. It must not block.
func (f *File) write(ctx context.Context, run func(tx *draft) error, then func()) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	w, ok := f.spare.Get().(*write)
	if !ok {
		w = &write{done: make(chan struct{}, 1)}
	}
	w.run, w.then, w.err = run, then, nil
	if !f.submit(w) {
		return errClosed
	}
	<-w.done
	err := w.err
	w.run, w.then = nil, nil
	f.spare.Put(w)
	return err
}

// submit hands w to the writer. It reports whether the file is still open.
func (f *File) submit(w *write) bool {
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.closing {
		return false
	}
	f.waiting = append(f.waiting, w)
	f.came.Signal()
	return true
}

// writer commits what has come, until the file is closed and nothing waits.
func (f *File) writer() {
	defer close(f.done)
	var batch []*write
	for {
		f.mu.Lock()
		for len(f.waiting) == 0 && !f.closing {
			f.came.Wait()
		}
		batch, f.waiting = f.waiting, batch[:0]
		f.mu.Unlock()
		if len(batch) == 0 {
			return
		}
		f.commit(batch)
		clear(batch)
	}
}

// commit runs a batch in one transaction and tells every writer how it went.
func (f *File) commit(batch []*write) {
	err := f.transact(batch)
	for _, w := range batch {
		switch {
		case err != nil:
			w.err = errUnwritten.Because(err)
		case w.err == nil && w.then != nil:
			w.then()
		}
	}
	for _, w := range batch {
		w.done <- struct{}{}
	}
}

// transact runs a batch and brings what it changed to the disk. Readers see
// the changes while they are on their way there: whatever somebody writes for
// having seen them comes after them in the journal.
func (f *File) transact(batch []*write) error {
	changed, err := f.apply(batch)
	if err != nil || !changed {
		return err
	}
	return f.keep()
}

// apply runs a batch and writes what it changed to the journal, unsynced. It
// starts anew without whoever panicked.
func (f *File) apply(batch []*write) (changed bool, err error) {
	f.gate.Lock()
	defer f.gate.Unlock()
	for {
		if f.tx == nil {
			return false, errUnwritten
		}
		d := &draft{f.tx, append(f.record[:0], make([]byte, recordHead)...)}
		whole := runAll(d, batch)
		f.record = d.record
		switch {
		case whole && len(d.record) == recordHead:
			return false, nil
		case whole:
			if err := f.journal.append(f.record); err != nil {
				return true, f.commitInstead(err)
			}
			return true, nil
		}
		if err := f.rewind(); err != nil {
			return false, err
		}
	}
}

// keep brings the record to the disk: by the journal or, if that is full or
// can't be written, by bbolt.
func (f *File) keep() error {
	err := f.journal.sync()
	if err == nil && !f.full() {
		return nil
	}
	f.gate.Lock()
	defer f.gate.Unlock()
	return f.commitInstead(err)
}

// commitInstead has bbolt commit what the journal could not take, for the
// reason given; nil if it is only full. If bbolt can't either, nobody knows
// what is on the disk, and nothing more is read or written until the file is
// opened anew. The gate is locked.
func (f *File) commitInstead(reason error) error {
	failed := f.checkpoint()
	if failed == nil {
		return nil
	}
	if f.tx != nil {
		_ = f.tx.Rollback() // a commit that failed has done so
		f.tx = nil
	}
	if reason == nil {
		return nil // the journal has it
	}
	return errors.Join(reason, failed)
}

// runAll runs the closures that have not panicked. It reports whether it got
// to the end, and stops if one panics.
func runAll(d *draft, batch []*write) (whole bool) {
	for _, w := range batch {
		if errors.Is(w.err, errPanicked) {
			continue
		}
		w.err = contained(d, w.run)
		if errors.Is(w.err, errPanicked) {
			return false
		}
	}
	return true
}

// contained runs run and makes an error of a panic.
func contained(d *draft, run func(tx *draft) error) (err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("%w: %v", errPanicked, p)
		}
	}()
	return run(d)
}
