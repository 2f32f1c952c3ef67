package embedded

import (
	"crypto/sha256"
	"sync"
	"time"
)

// seenFor is how long a key names the same message, as on an SQS FIFO queue.
const seenFor = 5 * time.Minute

// seen knows which keys were put in the last minutes. It lives in memory; what
// was put before a restart and is still on the queue is told to it again.
type seen struct {
	mu     sync.Mutex
	fresh  map[digest]int64 // when put, in milliseconds since 1970
	old    map[digest]int64 // what fresh was before the last turn
	turned int64
	flying map[digest]*flight
}

// A digest stands for a key, so that the maps hold no pointers.
type digest [16]byte

func digestOf(key string) digest {
	sum := sha256.Sum256([]byte(key))
	return digest(sum[:16])
}

// A flight is a message on its way to the disk.
type flight struct {
	done  chan struct{}
	saved bool // to be read after done
}

func newSeen() *seen {
	return &seen{fresh: map[digest]int64{}, flying: map[digest]*flight{}}
}

// claim says whose a key is: the caller's, who must land it (mine), that of
// another who is just putting it (other), or of a message put within the last
// minutes (neither).
func (s *seen) claim(d digest, now int64) (mine bool, other *flight) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.turn(now)
	if f := s.flying[d]; f != nil {
		return false, f
	}
	for _, m := range []map[digest]int64{s.fresh, s.old} {
		if at, ok := m[d]; ok && now-at < seenFor.Milliseconds() {
			return false, nil
		}
	}
	s.flying[d] = &flight{done: make(chan struct{})}
	return true, nil
}

// land ends a claim: the message is on the disk, or it is not.
func (s *seen) land(d digest, now int64, saved bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	f := s.flying[d]
	delete(s.flying, d)
	if saved {
		s.fresh[d] = now
	}
	f.saved = saved
	close(f.done)
}

// remember takes in a message that was put before this process began.
func (s *seen) remember(d digest, at int64) { s.fresh[d] = at }

// turn drops what is too old to matter.
func (s *seen) turn(now int64) {
	if now-s.turned >= seenFor.Milliseconds() {
		s.old, s.fresh, s.turned = s.fresh, map[digest]int64{}, now
	}
}
