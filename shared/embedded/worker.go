package embedded

import (
	"bytes"
	"context"
	"fmt"
	"strconv"
	"sync"
	"time"

	"go.etcd.io/bbolt"

	"heed/shared/queue"
)

// A failed message comes back after firstBack, then twice as long each time,
// at most lastBack. SQS would wait for the visibility timeout, too long for
// somebody who looks on.
const (
	firstBack = time.Second
	lastBack  = 30 * time.Second
)

// hurry is how much sooner a message comes back than its worker asked: an hour
// of waiting for a vendor is a minute for somebody who looks on. Back-offs run on
// real time, wherever the laptop's own clock stands.
const hurry = 60

// backOff is how long a message waits that failed so often, or whose worker
// wants it back after that while.
func backOff(attempts int, after time.Duration) time.Duration {
	if after > 0 {
		return max(after/hurry, firstBack)
	}
	return min(firstBack<<min(max(attempts, 1)-1, 10), lastBack)
}

// Run hands batches to w, as many at a time as parallel says, until ctx ends
// and the batches in hand are done. What is failed then is not counted against
// its message. End it before the file is closed.
//
// A batch holds as many groups as leave something for every waiting worker.
func (q *Queue) Run(ctx context.Context, w queue.Worker, parallel int) {
	stop := context.AfterFunc(ctx, func() {
		q.mu.Lock()
		defer q.mu.Unlock()
		q.came.Broadcast()
	})
	defer stop()
	var wg sync.WaitGroup
	for range parallel {
		wg.Go(func() {
			for parts := q.take(ctx); parts != nil; parts = q.take(ctx) {
				q.work(ctx, w, parts)
			}
		})
	}
	wg.Wait()
}

// take waits for a batch. It returns nil when ctx has ended.
func (q *Queue) take(ctx context.Context) []part {
	q.mu.Lock()
	defer q.mu.Unlock()
	q.idle++
	defer func() { q.idle-- }()
	for ctx.Err() == nil {
		if q.line.ready > 0 {
			share := (q.line.ready + q.idle - 1) / q.idle
			return q.line.take(share, q.row.Batch)
		}
		q.came.Wait()
	}
	return nil
}

// work has one batch worked through and settles what became of it.
func (q *Queue) work(ctx context.Context, w queue.Worker, parts []part) {
	batch, err := q.open(parts)
	if err != nil {
		q.trouble(fmt.Errorf("queue %s: read a batch: %w", q.row.Name, err))
		q.again(parts)
		return
	}
	failed := q.attempt(ctx, w, batch)
	q.settle(parts, failed, ctx.Err() == nil)
}

// open reads a batch's messages.
func (q *Queue) open(parts []part) ([]queue.Message, error) {
	var batch []queue.Message
	err := q.file.read(context.Background(), func(tx *bbolt.Tx) error {
		box := tx.Bucket(q.bucket)
		for _, part := range parts {
			for _, p := range part.places {
				l, err := decodeLetter(bytes.Clone(box.Get(numberKey(p.number))))
				if err != nil {
					return err
				}
				batch = append(batch, l.message(p.number))
			}
		}
		return nil
	})
	return batch, err
}

// attempt calls the worker, and returns what failed and after what while it is
// wanted back. If it panics, all of the batch has failed.
func (q *Queue) attempt(ctx context.Context, w queue.Worker, batch []queue.Message) (failed map[uint64]time.Duration) {
	failed = map[uint64]time.Duration{}
	defer func() {
		if p := recover(); p != nil {
			q.trouble(fmt.Errorf("queue %s: the worker panicked: %v", q.row.Name, p))
			for _, m := range batch {
				fail(failed, queue.Failure{ID: m.ID})
			}
		}
	}()
	for _, f := range w.Work(ctx, batch) {
		fail(failed, f)
	}
	return failed
}

func fail(failed map[uint64]time.Duration, f queue.Failure) {
	if n, err := strconv.ParseUint(f.ID, 10, 64); err == nil {
		failed[n] = f.After
	}
}

func (q *Queue) trouble(err error) {
	if q.out.Trouble != nil {
		q.out.Trouble(err)
	}
}
