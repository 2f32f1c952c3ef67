package embedded

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"heed/shared/heed"
	"heed/shared/queue"
	"heed/shared/wiring"
)

var (
	ordered = wiring.Queue{Name: "ordered", FIFO: true, Batch: 10, Attempts: 3}
	plain   = wiring.Queue{Name: "plain", Batch: 10, Attempts: 3}
)

// outside is the real world, or that of the synctest bubble the test is in.
func outside(t testing.TB) Outside {
	return Outside{
		Now:     time.Now,
		After:   func(d time.Duration, do func()) { time.AfterFunc(d, do) },
		Trouble: func(err error) { t.Log("trouble:", err) },
	}
}

func (f *File) mustQueue(t testing.TB, row wiring.Queue) *Queue {
	t.Helper()
	q, err := f.Queue(row, outside(t))
	if err != nil {
		t.Fatal(err)
	}
	return q
}

func opened(t *testing.T, row wiring.Queue) *Queue {
	t.Helper()
	return open(t, t.TempDir()+"/heed.db").mustQueue(t, row)
}

// message makes "a1" the message 1 of group a.
func message(s string) queue.Message {
	return queue.Message{Group: s[:1], Body: []byte(s)}
}

func (q *Queue) mustPut(t testing.TB, messages ...string) {
	t.Helper()
	for _, s := range messages {
		if err := q.Put(t.Context(), message(s)); err != nil {
			t.Fatal(err)
		}
	}
}

// A crew works batches by a function and writes down what it was handed.
type crew struct {
	work func(batch []queue.Message) []queue.Failure

	mu      sync.Mutex
	batches []string // bodies, joined by spaces
	at      []time.Time
}

func (c *crew) Work(_ context.Context, batch []queue.Message) []queue.Failure {
	var bodies []string
	for _, m := range batch {
		bodies = append(bodies, string(m.Body))
	}
	c.mu.Lock()
	c.batches = append(c.batches, strings.Join(bodies, " "))
	c.at = append(c.at, time.Now())
	c.mu.Unlock()
	if c.work == nil {
		return nil
	}
	return c.work(batch)
}

func (c *crew) saw() string {
	c.mu.Lock()
	defer c.mu.Unlock()
	return strings.Join(c.batches, "|")
}

// run runs the queue until the test ends.
func (q *Queue) run(t *testing.T, w queue.Worker, parallel int) {
	ctx, stop := context.WithCancel(context.Background())
	done := make(chan struct{})
	go func() { q.Run(ctx, w, parallel); close(done) }()
	t.Cleanup(func() { stop(); <-done })
}

func (q *Queue) mustIdle(t *testing.T) {
	t.Helper()
	ctx, stop := context.WithTimeout(t.Context(), time.Hour)
	defer stop()
	if err := q.Idle(ctx); err != nil {
		t.Fatalf("not idle: %v, holds %+v", err, q.Depth())
	}
}

// failing fails the messages with these bodies, and what of their groups is
// behind them in the batch.
func failing(bodies ...string) func([]queue.Message) []queue.Failure {
	return func(batch []queue.Message) (failed []queue.Failure) {
		groups := map[string]bool{}
		for _, m := range batch {
			if slices.Contains(bodies, string(m.Body)) || groups[m.Group] && m.Group != "" {
				groups[m.Group] = true
				failed = append(failed, queue.Failure{ID: m.ID})
			}
		}
		return failed
	}
}

func TestOneWorkerGetsTheWholeGroup(t *testing.T) {
	q := opened(t, ordered)
	q.mustPut(t, "a1", "a2", "b1", "a3")
	c := &crew{}
	q.run(t, c, 1)
	q.mustIdle(t)
	if got := c.saw(); got != "a1 a2 a3 b1" {
		t.Errorf("handed out %q", got)
	}
}

func TestBatchesAreNoLargerThanTheRowSays(t *testing.T) {
	for _, row := range []wiring.Queue{ordered, plain} {
		q := opened(t, row)
		for i := range 25 {
			q.mustPut(t, fmt.Sprintf("a%02d", i))
		}
		c := &crew{}
		q.run(t, c, 1)
		q.mustIdle(t)
		if len(c.batches) != 3 || strings.Count(c.batches[0], " ") != 9 {
			t.Errorf("%s: 25 messages in batches %q", row.Name, c.batches)
		}
	}
}

func TestWorkIsSharedAmongWaitingWorkers(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		q := opened(t, plain)
		var together sync.WaitGroup
		together.Add(4)
		c := &crew{work: func([]queue.Message) []queue.Failure { together.Done(); together.Wait(); return nil }}
		q.run(t, c, 4)
		synctest.Wait() // until all four wait
		if err := q.Put(t.Context(), message("a1"), message("b1"), message("c1"), message("d1")); err != nil {
			t.Fatal(err)
		}
		q.mustIdle(t)
		if len(c.batches) != 4 {
			t.Errorf("four messages for four workers came as %q", c.batches)
		}
	})
}

func TestAFailedMessageComesBackAndItsGroupWaits(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		q := opened(t, ordered)
		tries := 0
		c := &crew{}
		c.work = func(batch []queue.Message) []queue.Failure {
			if tries++; tries == 1 {
				return failing("a2")(batch)
			}
			return nil
		}
		q.mustPut(t, "a1", "a2", "a3")
		begun := time.Now()
		q.run(t, c, 1)
		synctest.Wait()
		q.mustPut(t, "a4", "b1")
		synctest.Wait()
		if got, want := q.Depth(), (Depth{Waiting: 3}); got != want {
			t.Errorf("during the back-off the queue holds %+v, want %+v", got, want)
		}
		q.mustIdle(t)
		if got := c.saw(); got != "a1 a2 a3|b1|a2 a3 a4" {
			t.Errorf("handed out %q", got)
		}
		if d := c.at[2].Sub(begun); d != time.Second {
			t.Errorf("the failed message came back after %v, want a second", d)
		}
	})
}

func TestBackOffDoubles(t *testing.T) {
	want := []time.Duration{1, 2, 4, 8, 16, 30, 30}
	for i, d := range want {
		if got := backOff(i+1, 0); got != d*time.Second {
			t.Errorf("after attempt %d: %v, want %ds", i+1, got, d)
		}
	}
}

// A worker that knows when a message may go better has it back then, sixty times
// sooner than in the cloud. Each message that was tried is charged its own
// attempt, the rest of its group may be done, and nothing of the group comes
// before the last of the whiles is over.
func TestAMessageComesBackWhenItsWorkerWantsIt(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		q := opened(t, ordered)
		var attempts []string
		c := &crew{}
		c.work = func(batch []queue.Message) (failed []queue.Failure) {
			for _, m := range batch {
				attempts = append(attempts, fmt.Sprint(string(m.Body), ":", m.Attempt))
				switch string(m.Body) {
				case "a1":
					failed = append(failed, queue.Failure{ID: m.ID, After: 5 * time.Minute})
				case "a3":
					failed = append(failed, queue.Failure{ID: m.ID, After: time.Hour})
				}
			}
			return failed
		}
		q.mustPut(t, "a1", "a2", "a3")
		begun := time.Now()
		q.run(t, c, 1)
		synctest.Wait()
		q.mustPut(t, "a4", "b1")
		q.mustIdle(t)
		if d := time.Since(begun); d > 0 {
			t.Errorf("idle after %v, though nothing was left but what its worker put off", d)
		}
		time.Sleep(time.Hour)
		synctest.Wait()
		if got := c.saw(); got != "a1 a2 a3|b1|a1 a3 a4|a1 a3" {
			t.Errorf("handed out %q", got)
		}
		if got := strings.Join(attempts, " "); got != "a1:1 a2:1 a3:1 b1:1 a1:2 a3:2 a4:1 a1:3 a3:3" {
			t.Errorf("attempts %s", got)
		}
		if d := c.at[2].Sub(begun); d != time.Minute {
			t.Errorf("came back after %v, want a minute for the hour", d)
		}
		if got, want := q.Depth(), (Depth{Dead: 2}); got != want {
			t.Errorf("holds %+v, want %+v", got, want)
		}
	})
}

func TestAMessageDiesAndItsGroupGoesOn(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		q := opened(t, ordered)
		c := &crew{work: failing("a1")}
		if err := q.Put(t.Context(), queue.Message{Group: "a", Key: "k", Body: []byte("a1")}); err != nil {
			t.Fatal(err)
		}
		q.mustPut(t, "a2", "a3")
		begun := time.Now()
		q.run(t, c, 1)
		q.mustIdle(t)
		if got := c.saw(); got != "a1 a2 a3|a1 a2 a3|a1 a2 a3|a2 a3" {
			t.Errorf("handed out %q", got)
		}
		letters, err := q.Dead(t.Context(), 10)
		if err != nil || len(letters) != 1 {
			t.Fatalf("dead letters %+v, %v", letters, err)
		}
		d := letters[0]
		if d.Group != "a" || d.Key != "k" || string(d.Body) != "a1" || d.Attempts != 3 || !d.Put.Equal(begun) || !d.Died.Equal(begun.Add(3*time.Second)) {
			t.Errorf("dead letter %+v", d)
		}
		if got, want := q.Depth(), (Depth{Dead: 1}); got != want {
			t.Errorf("holds %+v, want %+v", got, want)
		}
	})
}

func TestOnAPlainQueueOnlyTheFailedMessageWaits(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		q := opened(t, plain)
		c := &crew{work: failing("1", "3")}
		for _, body := range []string{"1", "2", "3"} {
			if err := q.Put(t.Context(), queue.Message{Body: []byte(body)}); err != nil {
				t.Fatal(err)
			}
		}
		q.run(t, c, 1)
		synctest.Wait()
		q.mustPut(t, "4")
		q.mustIdle(t)
		if !strings.HasPrefix(c.saw(), "1 2 3|4|") {
			t.Errorf("handed out %q", c.saw())
		}
		times := map[string]int{}
		for _, body := range strings.FieldsFunc(c.saw(), func(r rune) bool { return r == ' ' || r == '|' }) {
			times[body]++
		}
		if want := map[string]int{"1": 3, "2": 1, "3": 3, "4": 1}; !maps.Equal(times, want) {
			t.Errorf("handed out %v times, want %v", times, want)
		}
		if got, want := q.Depth(), (Depth{Dead: 2}); got != want {
			t.Errorf("holds %+v, want %+v", got, want)
		}
	})
}

func TestRedrive(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		q := opened(t, ordered)
		sick := true
		c := &crew{}
		c.work = func(batch []queue.Message) []queue.Failure {
			if sick {
				return failing("a1", "b1")(batch)
			}
			return nil
		}
		q.mustPut(t, "a1", "b1", "a2")
		q.run(t, c, 1)
		q.mustIdle(t)
		if n, err := q.Redrive(t.Context()); n != 2 || err != nil {
			t.Fatalf("redrove %d, %v", n, err)
		}
		q.mustIdle(t)
		if letters, _ := q.Dead(t.Context(), 10); len(letters) != 2 || letters[0].Attempts != 3 {
			t.Errorf("still sick, dead again after three attempts: %+v", letters)
		}
		sick = false
		if n, err := q.Redrive(t.Context()); n != 2 || err != nil {
			t.Fatalf("redrove %d, %v", n, err)
		}
		q.mustIdle(t)
		if got := q.Depth(); got != (Depth{}) {
			t.Errorf("holds %+v", got)
		}
		if n, err := q.Redrive(t.Context()); n != 0 || err != nil {
			t.Errorf("redrove %d of none, %v", n, err)
		}
	})
}

func TestRedriveOfMany(t *testing.T) {
	row := plain
	row.Attempts = 1
	q := opened(t, row)
	const many = 2*redriveAtOnce + 50
	for i := range many {
		q.mustPut(t, fmt.Sprintf("m%d", i))
	}
	ctx, stop := context.WithCancel(t.Context())
	go q.Run(ctx, &crew{work: func(batch []queue.Message) (all []queue.Failure) {
		for _, m := range batch {
			all = append(all, queue.Failure{ID: m.ID})
		}
		return all
	}}, 4)
	q.mustIdle(t)
	stop()
	if n, err := q.Redrive(t.Context()); n != many || err != nil {
		t.Errorf("redrove %d, %v", n, err)
	}
	if got, want := q.Depth(), (Depth{Waiting: many}); got != want {
		t.Errorf("holds %+v, want %+v", got, want)
	}
}

func TestAPanickingWorkerFailsItsBatch(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		q := opened(t, ordered)
		var troubles int
		q.out.Trouble = func(error) { troubles++ }
		tries := 0
		c := &crew{work: func([]queue.Message) []queue.Failure {
			if tries++; tries == 1 {
				panic("oh")
			}
			return nil
		}}
		q.mustPut(t, "a1", "a2")
		q.run(t, c, 1)
		q.mustIdle(t)
		if got := c.saw(); got != "a1 a2|a1 a2" || troubles != 1 {
			t.Errorf("handed out %q, %d troubles told", got, troubles)
		}
	})
}

func TestWhatFailsAtTheEndIsNotCharged(t *testing.T) {
	path := t.TempDir() + "/heed.db"
	f, err := Open(path)
	if err != nil {
		t.Fatal(err)
	}
	q := f.mustQueue(t, ordered)
	q.mustPut(t, "a1", "a2")
	for range ordered.Attempts + 1 {
		ctx, stop := context.WithCancel(t.Context())
		q.Run(ctx, &crew{work: func(batch []queue.Message) []queue.Failure { stop(); return failing("a1")(batch) }}, 2)
		if got, want := q.Depth(), (Depth{Waiting: 2}); got != want {
			t.Fatalf("holds %+v, want %+v", got, want)
		}
	}
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
}

func TestARestartRemembersMessagesAndAttempts(t *testing.T) {
	path := t.TempDir() + "/heed.db"
	life := func(work func(q *Queue)) {
		f, err := Open(path)
		if err != nil {
			t.Fatal(err)
		}
		work(f.mustQueue(t, ordered))
		if err := f.Close(); err != nil {
			t.Fatal(err)
		}
	}
	once := func(q *Queue) {
		c := &crew{work: failing("a1")}
		ctx, stop := context.WithCancel(t.Context())
		done := make(chan struct{})
		go func() { q.Run(ctx, c, 1); close(done) }()
		for c.saw() == "" || q.Depth().Working > 0 {
			time.Sleep(time.Millisecond)
		}
		stop()
		<-done
	}
	life(func(q *Queue) { q.mustPut(t, "a1", "a2"); once(q) })
	life(once)
	life(func(q *Queue) {
		if got, want := q.Depth(), (Depth{Waiting: 2}); got != want {
			t.Errorf("after two attempts the queue holds %+v, want %+v", got, want)
		}
		once(q)
	})
	life(func(q *Queue) {
		if got := q.Depth(); got.Dead != 1 {
			t.Errorf("after three attempts the queue holds %+v, want one dead", got)
		}
		for _, body := range q.drained(t) {
			if string(body) == "a1" {
				t.Error("the dead message is still on the queue")
			}
		}
		q.mustPut(t, "a3")
		letters, err := q.Dead(t.Context(), 9)
		if err != nil || len(letters) != 1 || letters[0].ID != "1" {
			t.Errorf("dead letters %+v, %v", letters, err)
		}
		if n, err := q.Redrive(t.Context()); n != 1 || err != nil {
			t.Errorf("redrove %d, %v", n, err)
		}
	})
	life(once)
	life(func(q *Queue) {
		if got, want := q.Depth(), (Depth{Waiting: 1}); got != want {
			t.Errorf("a redriven message failed once, and the queue holds %+v, want %+v", got, want)
		}
	})
}

func TestOneKeyIsOneMessage(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		path := t.TempDir() + "/heed.db"
		f, err := Open(path)
		if err != nil {
			t.Fatal(err)
		}
		q := f.mustQueue(t, ordered)
		put := func(want int, keys ...string) {
			t.Helper()
			var messages []queue.Message
			for _, k := range keys {
				messages = append(messages, queue.Message{Group: "a", Key: k, Body: []byte("x")})
			}
			if err := q.Put(t.Context(), messages...); err != nil {
				t.Fatal(err)
			}
			if got := q.Depth().Waiting; got != want {
				t.Errorf("after putting %q the queue holds %d, want %d", keys, got, want)
			}
		}
		put(2, "k", "k", "l")
		put(4, "", "")
		put(4, "l")
		time.Sleep(seenFor - time.Millisecond)
		put(4, "k")
		if err := f.Close(); err != nil {
			t.Fatal(err)
		}
		f = open(t, path)
		q = f.mustQueue(t, ordered)
		put(4, "k")
		time.Sleep(time.Millisecond)
		put(5, "k")
		time.Sleep(3 * seenFor)
		put(6, "k", "k")
	})
}

func TestAPlainQueueKeepsEveryMessage(t *testing.T) {
	q := opened(t, plain)
	for range 2 {
		if err := q.Put(t.Context(), queue.Message{Key: "k", Body: []byte("x")}); err != nil {
			t.Fatal(err)
		}
	}
	if got := q.Depth().Waiting; got != 2 {
		t.Errorf("holds %d, want 2", got)
	}
}

// Whoever puts a key that another is just putting is answered when that one
// is on the disk, or puts its own.
func TestOneKeyPutByManyAtOnce(t *testing.T) {
	q := opened(t, ordered)
	for round := range 50 {
		var wg sync.WaitGroup
		for range 8 {
			wg.Go(func() {
				m := queue.Message{Group: "a", Key: fmt.Sprint(round), Body: []byte("x")}
				if err := q.Put(t.Context(), m); err != nil {
					t.Error(err)
				}
				if got := q.Depth().Waiting; got < round+1 {
					t.Errorf("answered while the queue held %d, want %d", got, round+1)
				}
			})
		}
		wg.Wait()
	}
	if got := q.Depth().Waiting; got != 50 {
		t.Errorf("holds %d, want 50", got)
	}
}

func TestAKeyThatWasNotSavedIsNotSeen(t *testing.T) {
	q := opened(t, ordered)
	release := held(q.file)
	ctx, stop := context.WithCancel(t.Context())
	m := queue.Message{Group: "a", Key: "k", Body: []byte("x")}
	stop()
	if err := q.Put(ctx, m); !errors.Is(err, context.Canceled) {
		t.Errorf("put with an ended context: %v", err)
	}
	release()
	if err := q.Put(t.Context(), m); err != nil {
		t.Fatal(err)
	}
	if got := q.Depth().Waiting; got != 1 {
		t.Errorf("holds %d, want 1", got)
	}
}

func TestMessagesThatSQSWouldRefuse(t *testing.T) {
	for _, c := range []struct {
		name string
		m    queue.Message
		code heed.Code
	}{
		{"no body", queue.Message{Group: "a"}, heed.Invalid},
		{"no group", queue.Message{Body: []byte("x")}, heed.Invalid},
		{"not UTF-8", queue.Message{Group: "a", Body: []byte("\xff")}, heed.Invalid},
		{"too large", queue.Message{Group: "a", Body: make([]byte, maxBody+1)}, heed.TooLarge},
		{"as large as can be", queue.Message{Group: "a", Body: make([]byte, maxBody)}, ""},
	} {
		q := opened(t, ordered)
		if err := q.Put(t.Context(), message("b1"), c.m); heed.CodeOf(err) != c.code {
			t.Errorf("%s: %v", c.name, err)
		}
		if got := q.Depth().Waiting; c.code != "" && got != 0 {
			t.Errorf("%s: the queue holds %d of a put that was refused", c.name, got)
		}
	}
}

func TestIdleEndsWithItsContext(t *testing.T) {
	q := opened(t, plain)
	if err := q.Idle(t.Context()); err != nil {
		t.Errorf("an empty queue: %v", err)
	}
	q.mustPut(t, "a1")
	ctx, stop := context.WithCancel(t.Context())
	stop()
	if err := q.Idle(ctx); !errors.Is(err, context.Canceled) {
		t.Errorf("a queue that nobody works: %v", err)
	}
}

func TestOneQueueForEachRow(t *testing.T) {
	f := open(t, t.TempDir()+"/heed.db")
	if first := f.mustQueue(t, plain); f.mustQueue(t, plain) != first {
		t.Error("two queues of one row")
	}
	if f.mustQueue(t, plain) == f.mustQueue(t, ordered) {
		t.Error("one queue of two rows")
	}
}
