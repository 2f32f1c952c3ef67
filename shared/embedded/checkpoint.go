package embedded

import (
	"context"
	"encoding/binary"
	"errors"
	"fmt"

	"go.etcd.io/bbolt"
)

// The size in bytes at which bbolt commits is half its own file's, within these
// bounds: the more pages there are, the more changes must come together for
// each page to be written for several of them. A small tree must not grow large
// within one transaction, where its leaves are not split; and Open has to redo
// what is in the journal.
const (
	leastJournal = 4 << 20
	mostJournal  = 32 << 20
)

// full reports whether it is time for bbolt to commit. Only the writer asks.
func (f *File) full() bool {
	return f.journal.size >= min(max(f.tx.Size()/2, leastJournal), mostJournal)
}

// generationKey is where bbolt keeps the journal's generation.
var generationKey = []byte("journal")

// begin begins bbolt's transaction with what the journal says.
func (f *File) begin() error {
	tx, err := f.db.Begin(true)
	if err != nil {
		return fmt.Errorf("begin a transaction: %w", err)
	}
	f.journal.generation = 0
	if v := tx.Bucket(settingsBucket).Get(generationKey); len(v) == 8 {
		f.journal.generation = binary.BigEndian.Uint64(v)
	}
	err = f.journal.replay(func(changes []byte) error { return redo(tx, changes) })
	if err == nil {
		// bbolt remembers the buckets it has opened, and readers, of which
		// there are several at a time, may make it remember nothing.
		err = tx.ForEach(func([]byte, *bbolt.Bucket) error { return nil })
	}
	if err != nil {
		return errors.Join(err, tx.Rollback())
	}
	f.tx = tx
	return nil
}

// rewind undoes what the journal does not say. If it fails there is no
// transaction any more, and nothing can be read or written.
func (f *File) rewind() error {
	if f.tx != nil {
		_ = f.tx.Rollback() // a commit that failed has done so
		f.tx = nil
	}
	return f.begin()
}

// checkpoint has bbolt commit what only the journal holds, and begins a new
// generation of it. If it fails, rewind.
func (f *File) checkpoint() error {
	next := binary.BigEndian.AppendUint64(nil, f.journal.generation+1)
	if err := f.tx.Bucket(settingsBucket).Put(generationKey, next); err != nil {
		return fmt.Errorf("begin a journal: %w", err)
	}
	if err := f.tx.Commit(); err != nil {
		return fmt.Errorf("commit a transaction: %w", err)
	}
	f.tx = nil
	return f.begin()
}

// shut commits what only the journal holds, empties it, and lets go of both
// files.
func (f *File) shut() error {
	f.gate.Lock()
	defer f.gate.Unlock()
	err := f.empty()
	if f.tx != nil {
		_ = f.tx.Rollback() // a commit that failed has done so
		f.tx = nil
	}
	return errors.Join(err, f.journal.file.Close(), f.db.Close())
}

// empty has bbolt commit what only the journal holds, and empties it. Where
// there is no transaction any more the journal stays: the next Open needs it.
func (f *File) empty() error {
	if f.tx == nil {
		return errUnwritten
	}
	if f.journal.size > 0 {
		if err := f.checkpoint(); err != nil {
			return err
		}
	}
	return f.journal.file.Truncate(0)
}

// read runs fn on what has been written, which may be on its way to the disk.
// What fn keeps of the file's bytes it must copy. No write goes on until fn
// returns.
func (f *File) read(ctx context.Context, fn func(tx *bbolt.Tx) error) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	f.gate.RLock()
	defer f.gate.RUnlock()
	if f.tx == nil {
		return errClosed
	}
	return fn(f.tx)
}
