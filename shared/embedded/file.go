package embedded

import (
	"crypto/rand"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"sync"
	"time"

	"go.etcd.io/bbolt"
	berrors "go.etcd.io/bbolt/errors"

	"heed/shared/heed"
)

// A File is one bbolt file, its journal, and the one goroutine that writes to
// them.
//
// Writers that come while a batch goes to the disk are run together in the
// next one, which starts as soon as the last is there: no writer waits for
// others to come, and all share one fsync. It is the journal that is fsynced.
// bbolt's transaction stays open meanwhile and is read from; it is committed
// when the journal is full or the file is closed. When a process was killed,
// the next one does again what the journal says.
type File struct {
	db      *bbolt.DB
	journal *journal
	record  []byte // of the batch in hand

	// The gate is closed while the writer changes tx, which is nil once the file
	// is closed, or if it cannot be used.
	gate sync.RWMutex
	tx   *bbolt.Tx

	mu      sync.Mutex
	came    sync.Cond // a write is waiting, or the file is closing
	waiting []*write
	closing bool
	done    chan struct{} // the writer has ended
	spare   sync.Pool     // of *write

	queues map[string]*Queue
}

// The buckets that are always there. Each queue has two more.
var (
	settingsBucket = []byte("settings")
	itemsBucket    = []byte("items")
	dueBucket      = []byte("due")
	answeredBucket = []byte("answered")
	mailsBucket    = []byte("mails")
	mailIDsBucket  = []byte("mail-ids")
	objectsBucket  = []byte("objects")
)

// format is the version of what the buckets hold.
const format = 1

var formatKey = []byte("format")

// lockWait is how long Open waits for another process to let go of the file.
const lockWait = 500 * time.Millisecond

// Open opens the file, and makes it if it is not there. An error with code
// unavailable says that another Heed has it open.
func Open(path string) (*File, error) {
	db, err := bbolt.Open(path, 0o600, &bbolt.Options{
		Timeout: lockWait,
		// The list of free pages is not written at each commit but found
		// again at the next Open, which then reads the whole file.
		NoFreelistSync: true,
		FreelistType:   bbolt.FreelistMapType,
		// Address space, not memory: growing the map has much of an open
		// transaction copied.
		InitialMmapSize: 1 << 30,
		NoStatistics:    true,
	})
	if errors.Is(err, berrors.ErrTimeout) {
		return nil, heed.Errorf(heed.Unavailable, "another Heed is running with %s: stop it first", path).Because(err)
	}
	if err != nil {
		return nil, fmt.Errorf("open %s: %w", path, err)
	}
	if err := errors.Join(db.Update(prepare), syncFolder(filepath.Dir(path))); err != nil {
		return nil, errors.Join(fmt.Errorf("open %s: %w", path, err), db.Close())
	}
	j, err := openJournal(path + "-journal")
	if err != nil {
		return nil, errors.Join(err, db.Close())
	}
	f := &File{db: db, journal: j, done: make(chan struct{}), queues: map[string]*Queue{}}
	f.came.L = &f.mu
	if err := f.begin(); err != nil {
		return nil, errors.Join(fmt.Errorf("open %s: %w", path, err), j.file.Close(), db.Close())
	}
	go f.writer()
	return f, nil
}

// syncFolder makes sure that a file that was just made is found again.
func syncFolder(path string) error {
	folder, err := os.Open(path)
	if err != nil {
		return err
	}
	return errors.Join(folder.Sync(), folder.Close())
}

// prepare makes the buckets, and refuses a file that a later Heed has written.
func prepare(tx *bbolt.Tx) error {
	for _, name := range [][]byte{settingsBucket, itemsBucket, dueBucket, answeredBucket, mailsBucket, mailIDsBucket, objectsBucket} {
		if _, err := tx.CreateBucketIfNotExists(name); err != nil {
			return fmt.Errorf("make bucket %s: %w", name, err)
		}
	}
	settings := tx.Bucket(settingsBucket)
	switch v := settings.Get(formatKey); {
	case v == nil:
		// The generation is any number, so that a journal left by a file that
		// was deleted is not taken for this one's.
		var generation [8]byte
		rand.Read(generation[:]) // never fails
		return errors.Join(settings.Put(generationKey, generation[:]), settings.Put(formatKey, []byte{format}))
	case len(v) != 1 || v[0] != format:
		return heed.Errorf(heed.Unsupported, "the file was written by another version of Heed (format %x, this one reads %d)", v, format)
	}
	return nil
}

// Close waits for the writes that have come, and closes the file. Whoever
// writes or reads after it gets an error.
func (f *File) Close() error {
	f.mu.Lock()
	again := f.closing
	f.closing = true
	f.came.Signal()
	f.mu.Unlock()
	<-f.done
	if again {
		return nil
	}
	if err := f.shut(); err != nil {
		return fmt.Errorf("close the file: %w", err)
	}
	return nil
}
