package embedded

import (
	"context"
	"fmt"
	"sync"
	"time"
	"unicode/utf8"

	"go.etcd.io/bbolt"

	"heed/shared/heed"
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

// maxBody is the size of an SQS message.
const maxBody = 1 << 20

// Queue returns the queue of a wiring row, the same each time. Whatever was
// not deleted when the file was last closed, or its process killed, is ready
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
	err := q.file.write(ctx, func(tx *bbolt.Tx) error {
		_, err := tx.CreateBucketIfNotExists(q.bucket)
		if err == nil {
			_, err = tx.CreateBucketIfNotExists(q.died)
		}
		return err
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

// Put implements queue.Putter: all messages are on the disk when it returns
// nil, in one transaction. On a queue with order, a message whose key was put
// in the last five minutes is dropped.
func (q *Queue) Put(ctx context.Context, messages ...queue.Message) error {
	for i := range messages {
		if err := q.check(&messages[i]); err != nil {
			return fmt.Errorf("put on %s: %w", q.row.Name, err)
		}
	}
	put := q.putAll
	if q.seen != nil {
		put = q.putUnseen
	}
	if err := put(ctx, messages, q.out.Now().UnixMilli()); err != nil {
		return fmt.Errorf("put on %s: %w", q.row.Name, err)
	}
	return nil
}

// check refuses what SQS would.
func (q *Queue) check(m *queue.Message) error {
	switch {
	case len(m.Body) == 0:
		return heed.Errorf(heed.Invalid, "a message has a body")
	case len(m.Body) > maxBody:
		return heed.Errorf(heed.TooLarge, "a message has at most %d bytes", maxBody)
	case !utf8.Valid(m.Body):
		return heed.Errorf(heed.Invalid, "a message is UTF-8")
	case q.row.FIFO && m.Group == "":
		return heed.Errorf(heed.Invalid, "a message on a queue with order has a group")
	}
	return nil
}

// A parcel is a message that is about to be put.
type parcel struct {
	number uint64
	group  string
	value  []byte
}

func pack(m *queue.Message, now int64) parcel {
	l := letter{put: now, group: m.Group, key: m.Key, body: m.Body}
	return parcel{group: m.Group, value: l.encode()}
}

func (q *Queue) putAll(ctx context.Context, messages []queue.Message, now int64) error {
	if len(messages) == 0 {
		return nil
	}
	parcels := make([]parcel, len(messages))
	for i := range messages {
		parcels[i] = pack(&messages[i], now)
	}
	return q.file.write(ctx,
		func(tx *bbolt.Tx) error { return q.store(tx, parcels) },
		func() { q.admit(parcels) })
}

// store puts parcels in the file, within a write; admit, after its commit,
// lets them be handed out.
func (q *Queue) store(tx *bbolt.Tx, parcels []parcel) error {
	box := tx.Bucket(q.bucket)
	box.FillPercent = 0.9 // numbers rise: no page gets anything in between
	for i := range parcels {
		n, err := box.NextSequence()
		if err != nil {
			panic(err)
		}
		parcels[i].number = n
		put(box, numberKey(n), parcels[i].value)
	}
	return nil
}

func (q *Queue) admit(parcels []parcel) {
	q.mu.Lock()
	defer q.mu.Unlock()
	for _, p := range parcels {
		group := p.group
		if !q.row.FIFO {
			group = ""
		}
		if q.line.add(group, place{number: p.number}) {
			q.came.Signal()
		}
	}
}

// putUnseen puts the messages whose keys are new. Of two callers with one key
// the second waits until the first's message is on the disk, and puts its own
// if it can't be.
func (q *Queue) putUnseen(ctx context.Context, messages []queue.Message, now int64) error {
	for len(messages) > 0 {
		own, others := q.sort(messages, now)
		err := q.putAll(ctx, own, now)
		for i := range own {
			if own[i].Key != "" {
				q.seen.land(digestOf(own[i].Key), now, err == nil)
			}
		}
		if err != nil {
			return err
		}
		messages = messages[:0:0]
		for _, o := range others {
			<-o.flight.done
			if !o.flight.saved {
				messages = append(messages, o.message)
			}
		}
	}
	return nil
}

// An echo is a message whose key another is just putting.
type echo struct {
	message queue.Message
	flight  *flight
}

// sort claims the keys of messages, and drops those that were put already.
func (q *Queue) sort(messages []queue.Message, now int64) (own []queue.Message, others []echo) {
	for _, m := range messages {
		if m.Key == "" {
			own = append(own, m)
			continue
		}
		switch mine, other := q.seen.claim(digestOf(m.Key), now); {
		case mine:
			own = append(own, m)
		case other != nil:
			others = append(others, echo{m, other})
		}
	}
	return own, others
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
// Those that wait for the end of a back-off are neither.
func (q *Queue) Idle(ctx context.Context) error {
	q.mu.Lock()
	if q.line.kept == 0 {
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
