package embedded

import (
	"context"
	"encoding/binary"
	"fmt"
	"sync"
	"time"

	"go.etcd.io/bbolt"

	"heed/shared/heed"
)

// A Clock is real time, moved ahead by as much as it was ever told to. It is
// the time of everything on the laptop but signatures and back-offs, and it
// never goes back, not even if the machine's clock does.
type Clock struct {
	file *File
	real func() time.Time

	mu    sync.Mutex
	ahead time.Duration
	last  time.Time
}

var aheadKey = []byte("ahead")

// farthest is how far ahead of real time the clock can be.
const farthest = 50 * 365 * 24 * time.Hour

// Clock returns the clock that runs on real time, as far ahead as it last was.
func (f *File) Clock(real func() time.Time) (*Clock, error) {
	c := &Clock{file: f, real: real}
	err := f.read(context.Background(), func(tx *bbolt.Tx) error {
		c.ahead = readAhead(tx)
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("read the clock: %w", err)
	}
	return c, nil
}

// Now returns the time on the clock.
func (c *Clock) Now() time.Time {
	c.mu.Lock()
	defer c.mu.Unlock()
	if now := c.real().Add(c.ahead); now.After(c.last) {
		c.last = now
	}
	return c.last
}

// Ahead returns how far the clock is ahead of real time.
func (c *Clock) Ahead() time.Duration {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.ahead
}

// Advance moves the clock ahead by d. When it returns, the move is on the disk.
func (c *Clock) Advance(ctx context.Context, d time.Duration) error {
	if d < 0 {
		return heed.Errorf(heed.Invalid, "the clock can't go back")
	}
	var ahead time.Duration
	err := c.file.write(ctx, func(tx *draft) error {
		ahead = readAhead(tx.Tx)
		if d > farthest-ahead {
			return heed.Errorf(heed.Invalid, "the clock can't be more than 50 years ahead")
		}
		ahead += d
		tx.put(settingsBucket, aheadKey, binary.BigEndian.AppendUint64(nil, uint64(ahead)))
		return nil
	}, func() {
		c.mu.Lock()
		defer c.mu.Unlock()
		c.ahead = ahead
	})
	if err != nil {
		return fmt.Errorf("advance the clock: %w", err)
	}
	return nil
}

// Begin sets the clock of a new file to any time, before anything is in its
// table. It is how a year can be lived that ends today.
func (c *Clock) Begin(ctx context.Context, at time.Time) error {
	var ahead time.Duration
	err := c.file.write(ctx, func(tx *draft) error {
		if k, _ := tx.Bucket(itemsBucket).Cursor().First(); k != nil {
			return heed.Errorf(heed.Conflict, "the clock of a file that is in use only goes forward")
		}
		ahead = at.Sub(c.real())
		tx.put(settingsBucket, aheadKey, binary.BigEndian.AppendUint64(nil, uint64(ahead)))
		return nil
	}, func() {
		c.mu.Lock()
		defer c.mu.Unlock()
		c.ahead, c.last = ahead, time.Time{}
	})
	if err != nil {
		return fmt.Errorf("begin the clock: %w", err)
	}
	return nil
}

func readAhead(tx *bbolt.Tx) time.Duration {
	if v := tx.Bucket(settingsBucket).Get(aheadKey); len(v) == 8 {
		return time.Duration(binary.BigEndian.Uint64(v))
	}
	return 0
}
