package embedded

import (
	"bufio"
	"bytes"
	"context"
	"fmt"
	"io"
	"maps"
	"math/rand/v2"
	"os"
	"os/exec"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"heed/shared/mail"
	"heed/shared/queue"
	"heed/shared/table"
)

// The kill test runs this test binary again as a child that puts, works and
// writes, and says on its output what has been acknowledged. It is killed at
// random moments, and what it said is compared to what the next one finds.
const childFile = "EMBEDDED_TEST_FILE"

func TestMain(m *testing.M) {
	if path := os.Getenv(childFile); path != "" {
		live(path, os.Getenv("EMBEDDED_TEST_LIFE"))
		return
	}
	os.Exit(m.Run())
}

// A diary is the child's output: one line an event, written at once.
type diary struct {
	mu sync.Mutex
	w  io.Writer
}

func (d *diary) say(event string, what any) {
	d.mu.Lock()
	defer d.mu.Unlock()
	fmt.Fprintln(d.w, event, what)
}

// live is the child: until it is killed it puts messages in 8 groups, works
// them, puts items and sends mails.
func live(path, life string) {
	f, err := Open(path)
	if err != nil {
		panic(err)
	}
	outside := Outside{Now: time.Now, After: func(d time.Duration, do func()) { time.AfterFunc(d/100, do) }}
	row := ordered
	row.Attempts = 1000
	q, err := f.Queue(row, outside)
	if err != nil {
		panic(err)
	}
	events, err := f.Queue(plain, outside)
	if err != nil {
		panic(err)
	}
	d := &diary{w: os.Stdout}
	d.say("opened", q.Depth().Waiting)
	for g := range 8 {
		go putting(d, q, fmt.Sprint("g", g), life)
		go writing(d, f.Table(), fmt.Sprint("w", g), life)
	}
	go sending(d, f.Mailbox(events, time.Now), life)
	q.Run(context.Background(), &witness{diary: d}, 4)
}

func putting(d *diary, q *Queue, group, life string) {
	for i := range 1 << 30 {
		body := fmt.Sprintf("%s/%s/%d", group, life, i)
		d.say("putting", body)
		err := q.Put(context.Background(), queue.Message{Group: group, Key: body, Body: []byte(body)})
		if err != nil {
			panic(err)
		}
		d.say("put", body)
	}
}

func writing(d *diary, t *Table, pk, life string) {
	for i := range 1 << 30 {
		item := table.Item{Key: table.Key{PK: pk, SK: fmt.Appendf(nil, "%s/%d", life, i)}, Data: make([]byte, 300)}
		item.Due = item.SK
		if err := t.PutIfAbsent(context.Background(), item); err != nil {
			panic(err)
		}
		d.say("wrote", pk+" "+string(item.SK))
	}
}

func sending(d *diary, m *Mailbox, life string) {
	for i := range 1 << 30 {
		id := fmt.Sprintf("mail-%s-%d", life, i)
		if _, err := m.Send(context.Background(), mail.Mail{ID: id, To: "a@example.com"}); err != nil {
			panic(err)
		}
		d.say("sent", id)
	}
}

// A witness says what it works and in which batch, and fails one message in
// twenty.
type witness struct {
	*diary
	batches atomic.Int64
}

func (w *witness) Work(_ context.Context, batch []queue.Message) (failed []queue.Failure) {
	n := w.batches.Add(1)
	spoiled := map[string]bool{}
	for _, m := range batch {
		if spoiled[m.Group] || rand.IntN(20) == 0 {
			spoiled[m.Group] = true
			failed = append(failed, queue.Failure{ID: m.ID})
			w.say("failed", fmt.Sprint(string(m.Body), " ", n))
			continue
		}
		w.say("worked", fmt.Sprint(string(m.Body), " ", n))
	}
	return failed
}

// A ledger is what all lives so far have said.
type ledger struct {
	put, wrote, sent []string
	putting          map[string]bool
	worked           map[string]batchID    // by body: where it was last worked
	last             map[string]batchID    // by group: the last batch it was worked in
	before           map[string]batchID    // the same, of the lives before
	same             map[string][2]batchID // by group: a batch that is another once more
}

// A batchID names a batch of a life.
type batchID struct {
	life int
	n    string
}

func TestKilledAtAnyMoment(t *testing.T) {
	lives := 12
	if testing.Short() {
		lives = 3
	}
	path := t.TempDir() + "/heed.db"
	l := &ledger{putting: map[string]bool{}, worked: map[string]batchID{}, last: map[string]batchID{}, same: map[string][2]batchID{}}
	for life := range lives {
		l.read(t, life, oneLife(t, path, life))
	}
	l.check(t, path)
	t.Logf("%d lives: %d put, %d worked, %d items, %d mails", lives, len(l.put), len(l.worked), len(l.wrote), len(l.sent))
}

// oneLife lets a child live for a moment and returns what it said.
func oneLife(t *testing.T, path string, life int) []byte {
	t.Helper()
	cmd := exec.Command(os.Args[0])
	cmd.Env = append(os.Environ(), childFile+"="+path, "EMBEDDED_TEST_LIFE="+strconv.Itoa(life))
	var out, errs bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &errs
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	time.Sleep(50*time.Millisecond + rand.N(300*time.Millisecond))
	if err := cmd.Process.Kill(); err != nil {
		t.Fatalf("the child died by itself: %v\n%s", err, errs.String())
	}
	_ = cmd.Wait() // it was killed
	if errs.Len() > 0 {
		t.Fatalf("the child says\n%s", errs.String())
	}
	return out.Bytes()
}

func (l *ledger) read(t *testing.T, life int, said []byte) {
	t.Helper()
	if i := bytes.LastIndexByte(said, '\n'); i >= 0 {
		said = said[:i+1] // the last line may have been cut short
	} else {
		said = nil
	}
	l.before = maps.Clone(l.last)
	for s := bufio.NewScanner(bytes.NewReader(said)); s.Scan(); {
		switch event, what, _ := strings.Cut(s.Text(), " "); event {
		case "putting":
			l.putting[what] = true
		case "put":
			l.put = append(l.put, what)
		case "wrote":
			l.wrote = append(l.wrote, what)
		case "sent":
			l.sent = append(l.sent, what)
		case "worked":
			l.work(t, life, what, true)
		case "failed":
			l.work(t, life, what, false)
		}
	}
}

// work notes that a message was worked, well or not. It may have been worked
// before, but then in the last batch that its group saw before the process was
// killed: any batch before that was settled, or the group would not have gone
// on. The batch that it came back in is that one once more, and whoever was in
// it may come back again.
func (l *ledger) work(t *testing.T, life int, what string, well bool) {
	t.Helper()
	body, n, _ := strings.Cut(what, " ")
	group, _, _ := strings.Cut(body, "/")
	if !l.putting[body] {
		t.Errorf("life %d: %s was worked and nobody put it", life, body)
	}
	batch := batchID{life, n}
	was, again := l.worked[body]
	if again {
		if was != l.before[group] {
			t.Errorf("life %d: %s was worked in %+v and came back; the last batch of its group was %+v", life, body, was, l.before[group])
		}
		l.same[group] = [2]batchID{batch, was}
	}
	if same := l.same[group]; same[0] == batch {
		batch = same[1]
	}
	if well {
		l.worked[body], l.last[group] = batch, batch
	}
}

// check opens the file a last time, works what is left, and looks for all that
// was acknowledged.
func (l *ledger) check(t *testing.T, path string) {
	f := open(t, path)
	q := f.mustQueue(t, ordered)
	left := map[string]bool{}
	q.run(t, &crew{work: func(batch []queue.Message) []queue.Failure {
		for _, m := range batch {
			left[string(m.Body)] = true
		}
		return nil
	}}, 1)
	q.mustIdle(t)
	for _, body := range l.put {
		if _, worked := l.worked[body]; !worked && !left[body] {
			t.Errorf("%s was put, and is neither worked nor there", body)
		}
	}
	tab := f.Table()
	for _, what := range l.wrote {
		pk, sk, _ := strings.Cut(what, " ")
		if _, err := tab.Get(t.Context(), table.Key{PK: pk, SK: []byte(sk)}); err != nil {
			t.Errorf("item %s was written: %v", what, err)
		}
	}
	l.checkMails(t, f)
}

// checkMails: every mail that was sent is there, and every mail that is there
// has its two events.
func (l *ledger) checkMails(t *testing.T, f *File) {
	events := f.mustQueue(t, plain)
	mailbox := f.Mailbox(events, time.Now)
	for _, id := range l.sent {
		if _, ok, err := mailbox.Sent(t.Context(), id); !ok || err != nil {
			t.Errorf("mail %s was sent: %v, %v", id, ok, err)
		}
	}
	list, err := mailbox.List(t.Context(), 1<<30)
	if err != nil {
		t.Fatal(err)
	}
	if got := events.Depth().Waiting; got != 2*len(list) {
		t.Errorf("%d events of %d mails", got, len(list))
	}
}
