package outbound

import (
	"sync"
	"time"
)

// A vendor is what a process remembers of one source's API.
type vendor struct {
	mu   sync.Mutex
	till time.Time // before this it is not asked
	last Later     // why not
	said time.Time // when an operator last heard of it

	keys sync.Mutex // held while a key is fetched, so that one does for all
	have *key
}

func (c *Client) vendor(source string) *vendor {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.vendors == nil {
		c.vendors = map[string]*vendor{}
	}
	if c.vendors[source] == nil {
		c.vendors[source] = &vendor{}
	}
	return c.vendors[source]
}

// waiting returns why the vendor is not to be asked yet, if so.
func (v *vendor) waiting(now time.Time) error {
	v.mu.Lock()
	defer v.mu.Unlock()
	left := v.till.Sub(now)
	if left <= 0 || left > atMost { // or the clock has gone back
		return nil
	}
	return &Later{Source: v.last.Source, Why: v.last.Why, After: left, Trouble: v.last.Trouble}
}

// wait leaves the vendor alone until then; a longer wait that was told stays.
func (v *vendor) wait(l *Later, till time.Time) {
	v.mu.Lock()
	defer v.mu.Unlock()
	if till.After(v.till) {
		v.till, v.last = till, *l
	}
}

// quiet is how long nothing is said of a vendor again: an alarm has gone off.
const quiet = 15 * time.Minute

// speak reports whether an operator may hear of the vendor again.
func (v *vendor) speak(now time.Time) bool {
	v.mu.Lock()
	defer v.mu.Unlock()
	if age := now.Sub(v.said); !v.said.IsZero() && 0 <= age && age < quiet {
		return false
	}
	v.said = now
	return true
}
