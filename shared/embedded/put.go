package embedded

import (
	"context"
	"fmt"
	"unicode/utf8"

	"heed/shared/heed"
	"heed/shared/queue"
)

// maxBody is the size of an SQS message.
const maxBody = 1 << 20

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
		func(tx *draft) error { return q.store(tx, parcels) },
		func() { q.admit(parcels) })
}

// store puts parcels in the file, within a write; admit, after its commit,
// lets them be handed out.
func (q *Queue) store(tx *draft, parcels []parcel) error {
	tx.Bucket(q.bucket).FillPercent = 0.9 // numbers rise: no page gets anything in between
	for i := range parcels {
		parcels[i].number = tx.number(q.bucket)
		tx.put(q.bucket, numberKey(parcels[i].number), parcels[i].value)
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
