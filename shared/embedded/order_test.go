package embedded

import (
	"context"
	"fmt"
	"math/rand/v2"
	"sync"
	"testing"
	"time"

	"heed/shared/queue"
)

// A clerk checks that each group's messages come in order, none skipped, and
// by one batch at a time; now and then it fails one.
type clerk struct {
	t  *testing.T
	mu sync.Mutex
	in map[string]bool // groups being worked
	at map[string]int  // the next message of a group
	up int             // batches at once, at most
}

func (c *clerk) Work(_ context.Context, batch []queue.Message) (failed []queue.Failure) {
	groups := c.enter(batch)
	spoiled := map[string]bool{}
	for _, m := range batch {
		c.mu.Lock()
		want := fmt.Sprint(c.at[m.Group])
		switch {
		case spoiled[m.Group]:
			failed = append(failed, queue.Failure{ID: m.ID})
		case string(m.Body) != want:
			c.t.Errorf("group %s: message %s came, want %s", m.Group, m.Body, want)
		case rand.IntN(50) == 0:
			spoiled[m.Group] = true
			failed = append(failed, queue.Failure{ID: m.ID})
		default:
			c.at[m.Group]++
		}
		c.mu.Unlock()
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	for g := range groups {
		delete(c.in, g)
	}
	return failed
}

func (c *clerk) enter(batch []queue.Message) map[string]bool {
	c.mu.Lock()
	defer c.mu.Unlock()
	groups := map[string]bool{}
	for _, m := range batch {
		if c.in[m.Group] && !groups[m.Group] {
			c.t.Errorf("group %s is worked on twice at a time", m.Group)
		}
		groups[m.Group], c.in[m.Group] = true, true
	}
	c.up = max(c.up, len(c.in))
	return groups
}

func TestGroupsKeepTheirOrder(t *testing.T) {
	f := open(t, t.TempDir()+"/heed.db")
	row := ordered
	row.Attempts = 100
	out := outside(t)
	out.After = func(_ time.Duration, do func()) { go do() }
	q, err := f.Queue(row, out)
	if err != nil {
		t.Fatal(err)
	}
	c := &clerk{t: t, in: map[string]bool{}, at: map[string]int{}}
	q.run(t, c, 8)
	const groups, each = 20, 60
	var wg sync.WaitGroup
	for g := range groups {
		wg.Go(func() {
			for i := range each {
				m := queue.Message{Group: fmt.Sprint("g", g), Key: fmt.Sprint(g, "/", i), Body: fmt.Append(nil, i)}
				if err := q.Put(t.Context(), m); err != nil {
					t.Error(err)
				}
			}
		})
	}
	wg.Wait()
	q.mustIdle(t)
	for g := range groups {
		if got := c.at[fmt.Sprint("g", g)]; got != each {
			t.Errorf("group %d: %d messages worked, want %d", g, got, each)
		}
	}
	if c.up < 2 {
		t.Error("no two groups were worked at once")
	}
}
