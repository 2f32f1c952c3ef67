package embedded

import (
	"os"
	"path/filepath"
	"testing"

	"heed/shared/table"
)

// A journal whose file was deleted says nothing to the next one.
func TestJournalOfAnotherFile(t *testing.T) {
	path := filepath.Join(t.TempDir(), "heed.db")
	f, err := Open(path)
	if err != nil {
		t.Fatal(err)
	}
	key := table.Key{PK: "day#2026-01-01#0", SK: []byte{1}}
	if err := f.Table().PutIfAbsent(t.Context(), table.Item{Key: key}); err != nil {
		t.Fatal(err)
	}
	left, err := os.ReadFile(path + "-journal")
	if err != nil || len(left) == 0 {
		t.Fatal("no journal", err)
	}
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
	if err := os.Remove(path); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path+"-journal", left, 0o600); err != nil {
		t.Fatal(err)
	}
	if f, err = Open(path); err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if _, err := f.Table().Get(t.Context(), key); err != table.ErrNotFound {
		t.Errorf("an item of the deleted file is back: %v", err)
	}
}

// A file that lost its transaction keeps its journal, and with it all that was
// acknowledged.
func TestCloseKeepsTheJournalOfABrokenFile(t *testing.T) {
	path := filepath.Join(t.TempDir(), "heed.db")
	f, err := Open(path)
	if err != nil {
		t.Fatal(err)
	}
	key := table.Key{PK: "day#2026-01-01#0", SK: []byte{1}}
	if err := f.Table().PutIfAbsent(t.Context(), table.Item{Key: key}); err != nil {
		t.Fatal(err)
	}
	_ = f.tx.Rollback()
	f.tx = nil
	if err := f.Close(); err == nil {
		t.Error("closing a broken file is no error")
	}
	if f, err = Open(path); err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if _, err := f.Table().Get(t.Context(), key); err != nil {
		t.Errorf("what was acknowledged is gone: %v", err)
	}
}
