package embedded

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"testing"

	"go.etcd.io/bbolt"
)

// must writes key and value among the settings.
func (f *File) must(t testing.TB, key, value string) {
	t.Helper()
	if err := f.write(t.Context(), func(tx *draft) error { set(tx, key, value); return nil }, nil); err != nil {
		t.Fatal(err)
	}
}

// crashed opens what a file and its journal would be if the process ended now,
// with the journal changed by spoil.
func crashed(t *testing.T, path string, spoil func(journal []byte) []byte) *File {
	t.Helper()
	again := t.TempDir() + "/heed.db"
	for _, end := range []string{"", "-journal"} {
		data, err := os.ReadFile(path + end)
		if err == nil && end != "" {
			data = spoil(data)
		}
		if err == nil {
			err = os.WriteFile(again+end, data, 0o600)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	return open(t, again)
}

func whole(journal []byte) []byte { return journal }

func TestJournalIsDoneAgain(t *testing.T) {
	path := t.TempDir() + "/heed.db"
	f := open(t, path)
	f.must(t, "a", "1")
	f.must(t, "b", "1")
	f.must(t, "a", "2")
	if err := f.write(t.Context(), func(tx *draft) error {
		tx.remove(settingsBucket, []byte("b"))
		tx.create([]byte("box"))
		tx.put([]byte("box"), []byte{1}, fmt.Append(nil, tx.number([]byte("box")), tx.number([]byte("box"))))
		return nil
	}, nil); err != nil {
		t.Fatal(err)
	}
	for range 2 { // the second time from what the first has made of it
		f = crashed(t, path, whole)
		path = f.db.Path()
		if a, b := f.mustRead(t, "a"), f.mustRead(t, "b"); a != "2" || b != "" {
			t.Errorf("a is %q and b is %q, want 2 and nothing", a, b)
		}
		if err := f.read(t.Context(), func(tx *bbolt.Tx) error {
			box := tx.Bucket([]byte("box"))
			if box == nil || box.Sequence() != 2 || string(box.Get([]byte{1})) != "1 2" {
				t.Error("the bucket made is not as it was")
			}
			return nil
		}); err != nil {
			t.Error(err)
		}
	}
}

// Wherever the last record was cut short or damaged, all before it is there
// and nothing of it.
func TestTornRecordIsNoRecord(t *testing.T) {
	path := t.TempDir() + "/heed.db"
	f := open(t, path)
	f.must(t, "a", "1")
	before := int(f.journal.size)
	f.must(t, "a", "2")
	f.must(t, "b", "2")
	after := int(f.journal.size)
	for at := before; at < after; at += 3 {
		for name, spoil := range map[string]func([]byte) []byte{
			"cut":     func(j []byte) []byte { return j[:at] },
			"zeroed":  func(j []byte) []byte { return append(bytes.Clone(j[:at]), make([]byte, len(j)-at)...) },
			"flipped": func(j []byte) []byte { j[at] ^= 0x10; return j },
		} {
			f := crashed(t, path, spoil)
			a, b := f.mustRead(t, "a"), f.mustRead(t, "b")
			second := a == "2" && b == "" // the damage is in the third record
			if !second && (a != "1" || b != "") {
				t.Errorf("%s at byte %d: a is %q and b is %q", name, at, a, b)
			}
			f.must(t, "a", "3")
			if got := crashed(t, f.db.Path(), whole).mustRead(t, "a"); got != "3" {
				t.Errorf("%s at byte %d: what was written after it is %q, want 3", name, at, got)
			}
		}
	}
}

// A journal that bbolt has overtaken says nothing any more, whatever stands in
// its file.
func TestOlderGenerationIsIgnored(t *testing.T) {
	path := t.TempDir() + "/heed.db"
	f := open(t, path)
	first := f.journal.generation
	big := string(make([]byte, leastJournal/8))
	for i := range 9 {
		f.must(t, "big", big)
		f.must(t, "a", fmt.Sprint(i))
	}
	if f.journal.generation != first+1 || f.journal.size == 0 || f.full() {
		t.Fatalf("generation %d of %d bytes, want the second, just begun", f.journal.generation, f.journal.size)
	}
	if got := crashed(t, path, whole).mustRead(t, "a"); got != "8" {
		t.Errorf("a is %q, want 8", got)
	}
	if got := crashed(t, path, func([]byte) []byte { return nil }).mustRead(t, "a"); got == "8" {
		t.Error("the journal is of no use")
	}
}

func TestJournalIsEmptyAfterClose(t *testing.T) {
	path := t.TempDir() + "/heed.db"
	f := open(t, path)
	f.must(t, "a", "1")
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
	if info, err := os.Stat(path + "-journal"); err != nil || info.Size() != 0 {
		t.Errorf("the journal has %d bytes, error %v", info.Size(), err)
	}
	if got := open(t, path).mustRead(t, "a"); got != "1" {
		t.Errorf("a is %q, want 1", got)
	}
}

// What the journal does not take, bbolt does.
func TestWithoutJournalBboltCommits(t *testing.T) {
	path := t.TempDir() + "/heed.db"
	f := open(t, path)
	f.must(t, "a", "1")
	sound := f.journal.file
	readOnly, err := os.Open(path + "-journal")
	if err != nil {
		t.Fatal(err)
	}
	f.journal.file = readOnly
	f.must(t, "a", "2")
	f.journal.file = sound
	_ = readOnly.Close()
	if got := crashed(t, path, func([]byte) []byte { return nil }).mustRead(t, "a"); got != "2" {
		t.Errorf("a is %q, want 2", got)
	}
}

func TestPanicLeavesEarlierBatches(t *testing.T) {
	f := open(t, t.TempDir()+"/heed.db")
	f.must(t, "a", "1")
	err := f.write(t.Context(), func(tx *draft) error { set(tx, "a", "2"); panic("oh") }, nil)
	if !errors.Is(err, errPanicked) {
		t.Errorf("who panicked got %v", err)
	}
	if got := f.mustRead(t, "a"); got != "1" {
		t.Errorf("a is %q, want 1", got)
	}
}

// Whatever a record's changes are, redo makes them or says why not.
func FuzzJournal(f *testing.F) {
	f.Add([]byte{putChange, 8, 's', 'e', 't', 't', 'i', 'n', 'g', 's', 1, 'a', 1, 'b'})
	f.Add([]byte{createChange, 1, 'q', numberChange, 1, 'q', 200, 1, removeChange, 1, 'q', 1, 'x'})
	f.Add([]byte{9, 1, 'q'})
	db, err := bbolt.Open(f.TempDir()+"/heed.db", 0o600, nil)
	if err != nil {
		f.Fatal(err)
	}
	f.Cleanup(func() { _ = db.Close() })
	f.Fuzz(func(t *testing.T, changes []byte) {
		tx, err := db.Begin(true)
		if err != nil {
			t.Fatal(err)
		}
		defer tx.Rollback() //nolint:errcheck // what it holds is of no use
		if err := prepare(tx); err != nil {
			t.Fatal(err)
		}
		_ = redo(tx, changes)
	})
}
