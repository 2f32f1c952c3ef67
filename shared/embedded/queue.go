package embedded

import (
	"context"
	"fmt"
	"sync"
	"time"

	"go.etcd.io/bbolt"

	"heed/shared/queue"
	"heed/shared/wiring"
)

// Outside is what a queue needs of the world. Its time is real time, whatever
// the laptop's clock says.
type Outside struct {
	Now   func() time.Time
	After func(d time.Duration, do func()) // calls do after d, on its own goroutine
	// Trouble hears of what no caller hears: a worker that panicked, a file
	// that can't be read or written.
	Trouble func(error)
}

// A Queue is the laptop's place of one SQS queue and its dead-letter queue.
// Messages lie in the file; memory holds their numbers.
type Queue struct {
	row          wiring.Queue
	out          Outside
	file         *File
	bucket, died []byte // names
	seen         *seen  // nil on a queue without order

	mu   sync.Mutex
	came sync.Cond // a group became ready, or a run is ending
	line line
	idle int // workers that wait for a batch
	dead int
	rest []chan struct{} // closed when nothing is left
}

var _ queue.Putter = (*Queue)(nil)

// Queue returns the queue of a wiring row, the same each time, in the world
// that the first caller named. Whatever was not deleted when the file was last closed, or its process killed, is ready
// to be handed out, and how often it was failed is remembered.
func (f *File) Queue(row wiring.Queue, out Outside) (*Queue, error) {
	f.mu.Lock()
	q := f.queues[row.Name]
	f.mu.Unlock()
	if q != nil {
		return q, nil
	}
	q = &Queue{row: row, out: out, file: f, bucket: []byte("queue/" + row.Name), died: []byte("dead/" + row.Name)}
	q.came.L = &q.mu
	if row.FIFO {
		q.line.groups, q.seen = map[string]*group{}, newSeen()
	}
	if err := q.load(); err != nil {
		return nil, fmt.Errorf("queue %s: %w", row.Name, err)
	}
	f.mu.Lock()
	defer f.mu.Unlock()
	if first := f.queues[row.Name]; first != nil {
		return first, nil
	}
	f.queues[row.Name] = q
	return q, nil
}

// load makes the buckets and stands in line what lies in them.
func (q *Queue) load() error {
	ctx := context.Background()
	err := q.file.write(ctx, func(tx *draft) error {
		tx.create(q.bucket)
		tx.create(q.died)
		return nil
	}, nil)
	if err != nil {
		return err
	}
	return q.file.read(ctx, func(tx *bbolt.Tx) error {
		q.dead = tx.Bucket(q.died).Inspect().KeyN
		return tx.Bucket(q.bucket).ForEach(q.recall)
	})
}

// recall stands one message in line.
func (q *Queue) recall(k, v []byte) error {
	l, err := decodeLetter(v)
	if err != nil {
		return err
	}
	q.line.add(l.group, place{keyNumber(k), l.attempts})
	if q.seen != nil && l.key != "" {
		q.seen.remember(digestOf(l.key), l.put)
	}
	return nil
}

// A Depth is how many messages a queue holds.
type Depth struct {
	Waiting int `json:"waiting"` // for a worker, or for the end of a back-off
	Working int `json:"working"`
	Dead    int `json:"dead"`
}

// Depth returns how many messages the queue holds.
func (q *Queue) Depth() Depth {
	q.mu.Lock()
	defer q.mu.Unlock()
	return Depth{Waiting: q.line.kept - q.line.working, Working: q.line.working, Dead: q.dead}
}

// Idle returns when every message is worked or dead, or with the error of ctx.
// Those that wait for the end of a back-off are neither; those that a worker has
// put off are not waited for.
func (q *Queue) Idle(ctx context.Context) error {
	q.mu.Lock()
	if q.line.idle() {
		q.mu.Unlock()
		return nil
	}
	rest := make(chan struct{})
	q.rest = append(q.rest, rest)
	q.mu.Unlock()
	select {
	case <-rest:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}
