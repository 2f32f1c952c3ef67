package embedded

import (
	"context"
	"encoding/binary"
	"fmt"
	"strconv"
	"time"

	"go.etcd.io/bbolt"
)

// A DeadLetter is a message that was failed too often.
type DeadLetter struct {
	ID       string    `json:"id"`
	Group    string    `json:"group"`
	Key      string    `json:"key"`
	Body     []byte    `json:"body"`
	Attempts int       `json:"attempts"`
	Put      time.Time `json:"put"`
	Died     time.Time `json:"died"`
}

// Dead returns the oldest dead letters of the queue, at most limit.
func (q *Queue) Dead(ctx context.Context, limit int) ([]DeadLetter, error) {
	var letters []DeadLetter
	err := q.file.read(ctx, func(tx *bbolt.Tx) error {
		c := tx.Bucket(q.died).Cursor()
		for k, v := c.First(); k != nil && len(letters) < limit; k, v = c.Next() {
			d, err := decodeDead(keyNumber(k), v)
			if err != nil {
				return err
			}
			letters = append(letters, d)
		}
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("queue %s: read the dead letters: %w", q.row.Name, err)
	}
	return letters, nil
}

func decodeDead(number uint64, v []byte) (DeadLetter, error) {
	if len(v) < 8 {
		return DeadLetter{}, fmt.Errorf("a dead letter: %w", errCorrupt)
	}
	l, err := decodeLetter(append([]byte(nil), v[8:]...))
	if err != nil {
		return DeadLetter{}, err
	}
	return DeadLetter{
		ID: strconv.FormatUint(number, 10), Group: l.group, Key: l.key, Body: l.body, Attempts: l.attempts,
		Put: l.putAt(), Died: time.UnixMilli(int64(binary.BigEndian.Uint64(v))).UTC(),
	}, nil
}

// redriveAtOnce is how many dead letters one transaction moves.
const redriveAtOnce = 100

// Redrive moves the dead letters back to the end of the queue, in the order
// in which they were put, with all attempts before them. It returns how many
// it has moved, even with an error.
func (q *Queue) Redrive(ctx context.Context) (n int, err error) {
	for {
		var moved []parcel
		err := q.file.write(ctx, func(tx *draft) error {
			var err error
			moved, err = q.revive(tx)
			return err
		}, func() {
			q.admit(moved)
			q.mu.Lock()
			defer q.mu.Unlock()
			q.dead -= len(moved)
		})
		if err != nil {
			return n, fmt.Errorf("queue %s: redrive: %w", q.row.Name, err)
		}
		if n += len(moved); len(moved) < redriveAtOnce {
			return n, nil
		}
	}
}

// revive moves the first dead letters back, within a write.
func (q *Queue) revive(tx *draft) ([]parcel, error) {
	died := tx.Bucket(q.died)
	var keys [][]byte
	var parcels []parcel
	c := died.Cursor()
	for k, v := c.First(); k != nil && len(keys) < redriveAtOnce; k, v = c.Next() {
		if len(v) < 8 {
			return nil, fmt.Errorf("a dead letter: %w", errCorrupt)
		}
		l, err := decodeLetter(v[8:])
		if err != nil {
			return nil, err
		}
		l.attempts = 0
		keys = append(keys, k)
		parcels = append(parcels, parcel{group: l.group, value: l.encode()})
	}
	for _, k := range keys {
		tx.remove(q.died, k)
	}
	return parcels, q.store(tx, parcels)
}
