package embedded

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"sync"
	"testing"
	"time"

	"go.etcd.io/bbolt"

	"heed/shared/heed"
)

func setting(tx *bbolt.Tx, key string) string {
	return string(tx.Bucket(settingsBucket).Get([]byte(key)))
}

func set(tx *draft, key, value string) { tx.put(settingsBucket, []byte(key), []byte(value)) }

func (f *File) mustRead(t *testing.T, key string) (value string) {
	t.Helper()
	if err := f.read(t.Context(), func(tx *bbolt.Tx) error { value = setting(tx, key); return nil }); err != nil {
		t.Fatal(err)
	}
	return value
}

// held makes the next writes share one transaction: it lets the writer wait
// within a transaction until release.
func held(f *File) (release func()) {
	begun, end := make(chan struct{}), make(chan struct{})
	go func() {
		_ = f.write(context.Background(), func(*draft) error {
			close(begun)
			<-end
			return nil
		}, nil)
	}()
	<-begun
	return func() { close(end) }
}

// together runs writes in one transaction, in their order, and returns their
// errors.
func together(t *testing.T, f *File, runs ...func(*draft) error) []error {
	t.Helper()
	release := held(f)
	errs := make([]error, len(runs))
	var wg sync.WaitGroup
	for i, run := range runs {
		wg.Go(func() { errs[i] = f.write(t.Context(), run, nil) })
		for f.queued() < i+1 {
			time.Sleep(time.Millisecond)
		}
	}
	release()
	wg.Wait()
	return errs
}

func (f *File) queued() int {
	f.mu.Lock()
	defer f.mu.Unlock()
	return len(f.waiting)
}

func TestWritersShareATransaction(t *testing.T) {
	f := open(t, t.TempDir()+"/heed.db")
	var ids []int
	run := func(tx *draft) error {
		ids = append(ids, tx.ID())
		set(tx, fmt.Sprint("k", len(ids)), "v")
		return nil
	}
	together(t, f, run, run, run)
	if len(ids) != 3 || ids[0] != ids[2] {
		t.Errorf("three waiting writes ran in transactions %v, want one", ids)
	}
	if f.mustRead(t, "k1") != "v" || f.mustRead(t, "k3") != "v" {
		t.Error("what was written is not there")
	}
}

func TestAnErrorCostsOnlyItself(t *testing.T) {
	f := open(t, t.TempDir()+"/heed.db")
	refusal := errors.New("no")
	errs := together(t, f,
		func(tx *draft) error { set(tx, "a", "1"); return nil },
		func(*draft) error { return refusal },
		func(tx *draft) error { set(tx, "b", setting(tx.Tx, "a")); return nil },
	)
	if errs[0] != nil || !errors.Is(errs[1], refusal) || errs[2] != nil {
		t.Errorf("errors %v, want one refusal", errs)
	}
	if f.mustRead(t, "b") != "1" {
		t.Error("a write does not see the one before it in its transaction")
	}
}

func TestAPanicCostsOnlyItself(t *testing.T) {
	f := open(t, t.TempDir()+"/heed.db")
	runs := 0
	errs := together(t, f,
		func(tx *draft) error { runs++; set(tx, "a", "1"); return nil },
		func(tx *draft) error { set(tx, "half", "done"); panic("oh") },
		func(tx *draft) error { set(tx, "b", "1"); return nil },
		func(tx *draft) error { tx.put(settingsBucket, nil, nil); return nil },
	)
	if errs[0] != nil || errs[2] != nil {
		t.Errorf("the others got %v and %v", errs[0], errs[2])
	}
	for _, err := range []error{errs[1], errs[3]} {
		if !errors.Is(err, errPanicked) {
			t.Errorf("who panicked got %v", err)
		}
	}
	if runs != 3 {
		t.Errorf("the first ran %d times, want 3: two panics came after it", runs)
	}
	if f.mustRead(t, "a") != "1" || f.mustRead(t, "b") != "1" || f.mustRead(t, "half") != "" {
		t.Error("the transaction holds something else than what the others wrote")
	}
}

func TestThenComesInOrderAndBeforeTheAnswer(t *testing.T) {
	f := open(t, t.TempDir()+"/heed.db")
	var ran, then []int
	var wg sync.WaitGroup
	for i := range 200 {
		wg.Go(func() {
			told := false
			err := f.write(t.Context(), func(tx *draft) error {
				ran = append(ran, i)
				set(tx, "k", fmt.Sprint(i))
				return nil
			}, func() { then = append(then, i); told = true })
			if err != nil || !told {
				t.Errorf("write %d: %v, told %v", i, err, told)
			}
		})
	}
	wg.Wait()
	if fmt.Sprint(ran) != fmt.Sprint(then) {
		t.Error("the order after the commits is not that of the writes")
	}
}

func TestRefusedWritesCommitNothing(t *testing.T) {
	f := open(t, t.TempDir()+"/heed.db")
	size := func() (size int64) {
		_ = f.read(t.Context(), func(*bbolt.Tx) error { size = f.journal.size; return nil })
		return size
	}
	before := size()
	_ = f.write(t.Context(), func(*draft) error { return errors.New("no") }, nil)
	if size() != before {
		t.Error("the journal grew although nobody wrote")
	}
}

func TestCloseAnswersWhoCame(t *testing.T) {
	f, err := Open(t.TempDir() + "/heed.db")
	if err != nil {
		t.Fatal(err)
	}
	release := held(f)
	answer := make(chan error)
	go func() {
		answer <- f.write(t.Context(), func(tx *draft) error { set(tx, "k", "v"); return nil }, nil)
	}()
	for f.queued() < 1 {
		time.Sleep(time.Millisecond)
	}
	closed := make(chan error)
	go func() { closed <- f.Close() }()
	release()
	if err := <-answer; err != nil {
		t.Errorf("who came before the close got %v", err)
	}
	if err := <-closed; err != nil {
		t.Error(err)
	}
	nothing := func(*draft) error { return nil }
	for _, err := range []error{f.write(t.Context(), nothing, nil), f.read(t.Context(), func(*bbolt.Tx) error { return nil })} {
		if heed.CodeOf(err) != heed.Unavailable {
			t.Errorf("after the close: %v", err)
		}
	}
}

func TestEachCommitIsFsynced(t *testing.T) {
	if f := open(t, t.TempDir()+"/heed.db"); f.db.NoSync || f.db.NoGrowSync {
		t.Error("the file does not fsync its commits")
	}
}

func TestSecondHeedIsTold(t *testing.T) {
	path := t.TempDir() + "/heed.db"
	open(t, path)
	begun := time.Now()
	_, err := Open(path)
	if heed.CodeOf(err) != heed.Unavailable || !strings.Contains(heed.MessageOf(err), "another Heed is running") {
		t.Errorf("opening a file that is open: %v", err)
	}
	if d := time.Since(begun); d > time.Second {
		t.Errorf("it took %v to say so", d)
	}
}

func TestLaterFormatIsRefused(t *testing.T) {
	path := t.TempDir() + "/heed.db"
	f, err := Open(path)
	if err != nil {
		t.Fatal(err)
	}
	_ = f.write(t.Context(), func(tx *draft) error { set(tx, "format", "\x02"); return nil }, nil)
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
	for range 2 { // the refusal lets go of the file
		if _, err := Open(path); heed.CodeOf(err) != heed.Unsupported {
			t.Errorf("opening a later format: %v", err)
		}
	}
}
