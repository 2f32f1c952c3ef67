package embedded

import (
	"context"
	"encoding/binary"
	"fmt"
	"time"
)

// A verdict is what becomes of a part: which of its messages are deleted,
// which are kept for another attempt, and which die.
//
// Only the first message of a group that failed is charged an attempt, and those
// that were tried and wait for something: the others were failed for order's
// sake, and must not die of their neighbour. (SQS would charge them all.)
type verdict struct {
	part
	done    []uint64
	kept    []place       // failed, in order
	charged []place       // of those, the ones with an attempt more than the file says
	dead    []uint64      // the numbers of those that die
	wait    time.Duration // before the group goes on
	put     bool          // off, as the worker said, so that nobody waits for it
}

// judge decides what becomes of a part. Where counts is false no attempt is
// charged.
func (q *Queue) judge(p part, failed map[uint64]time.Duration, counts bool) verdict {
	v := verdict{part: p}
	blamed := false
	for _, at := range p.places {
		after, bad := failed[at.number]
		if !bad {
			v.done = append(v.done, at.number)
			continue
		}
		if counts && (after > 0 || !blamed) {
			blamed = blamed || after == 0
			at.attempts++
			if at.attempts >= q.row.Attempts {
				v.dead = append(v.dead, at.number)
				continue
			}
			v.charged = append(v.charged, at)
			v.wait, v.put = max(v.wait, backOff(at.attempts, after)), v.put || after > 0
		}
		v.kept = append(v.kept, at)
	}
	return v
}

// settle writes down what became of a batch, in one transaction, and lets its
// groups go on. If it can't be written, all of the batch comes back.
func (q *Queue) settle(parts []part, failed map[uint64]time.Duration, counts bool) {
	verdicts := make([]verdict, len(parts))
	for i, p := range parts {
		verdicts[i] = q.judge(p, failed, counts)
	}
	now := q.out.Now().UnixMilli()
	err := q.file.write(context.Background(),
		func(tx *draft) error { return q.execute(tx, verdicts, now) },
		func() { q.goOn(verdicts) })
	if err != nil {
		q.trouble(fmt.Errorf("queue %s: settle a batch: %w", q.row.Name, err))
		q.again(parts)
	}
}

// execute carries out verdicts within a write.
func (q *Queue) execute(tx *draft, verdicts []verdict, now int64) error {
	for i := range verdicts {
		v := &verdicts[i]
		for _, n := range v.done {
			tx.remove(q.bucket, numberKey(n))
		}
		for _, n := range v.dead {
			q.bury(tx, n, now)
		}
		for _, at := range v.charged {
			key := numberKey(at.number)
			tx.put(q.bucket, key, charged(tx.Bucket(q.bucket).Get(key), at.attempts))
		}
	}
	return nil
}

// charged returns a message's value with that many attempts.
func charged(value []byte, attempts int) []byte {
	l, err := decodeLetter(value)
	if err != nil {
		panic(err)
	}
	l.attempts = attempts
	return l.encode()
}

// bury moves a message to the dead letters: when it died, then its value.
func (q *Queue) bury(tx *draft, number uint64, now int64) {
	key := numberKey(number)
	value := charged(tx.Bucket(q.bucket).Get(key), q.row.Attempts)
	tx.put(q.died, key, append(binary.BigEndian.AppendUint64(nil, uint64(now)), value...))
	tx.remove(q.bucket, key)
}

// goOn lets the groups of a settled batch go on: at once, or, where a message
// has failed, after its back-off.
func (q *Queue) goOn(verdicts []verdict) {
	q.mu.Lock()
	defer q.mu.Unlock()
	for i := range verdicts {
		v := &verdicts[i]
		q.line.back(v.part, v.kept)
		q.dead += len(v.dead)
		if v.wait > 0 {
			if v.put {
				q.line.postpone(v.group)
			}
			q.later(v.group, v.wait)
		} else {
			q.release(v.group)
		}
	}
	if q.line.idle() {
		for _, rest := range q.rest {
			close(rest)
		}
		q.rest = nil
	}
}

// again brings back a whole batch of which nothing was written down.
func (q *Queue) again(parts []part) {
	q.mu.Lock()
	defer q.mu.Unlock()
	for _, p := range parts {
		q.line.back(p, p.places)
		q.later(p.group, firstBack)
	}
}

// later releases a group after a while.
func (q *Queue) later(g *group, wait time.Duration) {
	q.out.After(wait, func() {
		q.mu.Lock()
		defer q.mu.Unlock()
		q.release(g)
	})
}

func (q *Queue) release(g *group) {
	if q.line.release(g) {
		q.came.Signal()
	}
}
