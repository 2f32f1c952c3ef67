package dynamo_test

import (
	"errors"
	"testing"

	"heed/shared/cloud/dynamo"
	"heed/shared/table"
)

// TestLostAnswer: a put whose answer is lost is tried again by the SDK, and
// must know its own work when it meets it.
func TestLostAnswer(t *testing.T) {
	t.Run("PutIfAbsent", func(t *testing.T) {
		tab, direct, w := open(t)
		w.harm.Store(&harm{action: "PutItem", lose: true})
		if err := tab.PutIfAbsent(t.Context(), item("mine")); err != nil {
			t.Errorf("%v, want success", err)
		}
		holds(t, direct, 1, "mine")
		triedTwice(t, w)
	})
	t.Run("PutIfVersion", func(t *testing.T) {
		tab, direct, w := open(t)
		must(t, direct.PutIfAbsent(t.Context(), item("old")))
		w.harm.Store(&harm{action: "PutItem", lose: true})
		if err := tab.PutIfVersion(t.Context(), item("mine"), 1); err != nil {
			t.Errorf("%v, want success", err)
		}
		holds(t, direct, 2, "mine")
		triedTwice(t, w)
	})
	t.Run("Delete", func(t *testing.T) {
		tab, direct, w := open(t)
		must(t, direct.PutIfAbsent(t.Context(), item("old")))
		w.harm.Store(&harm{action: "DeleteItem", lose: true})
		if err := tab.Delete(t.Context(), item("").Key, 1); err != nil {
			t.Errorf("%v, want success", err)
		}
		if _, err := direct.Get(t.Context(), item("").Key); !errors.Is(err, table.ErrNotFound) {
			t.Errorf("get: %v, want ErrNotFound", err)
		}
		triedTwice(t, w)
	})
	t.Run("Query", func(t *testing.T) {
		tab, direct, w := open(t)
		must(t, direct.PutIfAbsent(t.Context(), item("old")))
		w.harm.Store(&harm{action: "Query", lose: true})
		if page, err := tab.Query(t.Context(), table.Query{PK: "a"}); err != nil || len(page.Items) != 1 {
			t.Errorf("%d items, %v; want 1", len(page.Items), err)
		}
	})
}

// TestNotMyWork: what looks like one's own work is not, unless an answer was
// lost and the bytes are the same.
func TestNotMyWork(t *testing.T) {
	for _, c := range []struct {
		name   string
		harm   harm
		theirs string // what somebody else writes meanwhile
	}{
		{"no harm, same bytes", harm{}, "mine"},
		{"throttled, same bytes", harm{status: 400, code: "ThrottlingException"}, "mine"},
		{"answered 500, other bytes", harm{status: 500, code: "InternalServerError"}, "theirs"},
	} {
		t.Run(c.name, func(t *testing.T) {
			tab, direct, w := open(t)
			must(t, direct.PutIfAbsent(t.Context(), item("old")))
			meanwhile := func() {
				if err := direct.PutIfVersion(t.Context(), item(c.theirs), 1); err != nil {
					t.Error(err)
				}
			}
			if c.harm.status == 0 {
				meanwhile()
			} else {
				c.harm.action, c.harm.also = "PutItem", meanwhile
				w.harm.Store(&c.harm)
			}
			if err := tab.PutIfVersion(t.Context(), item("mine"), 1); !errors.Is(err, table.ErrConflict) {
				t.Errorf("%v, want ErrConflict", err)
			}
			holds(t, direct, 2, c.theirs)
		})
	}
}

// TestOvertaken: an answer is lost, and the item changes again before the
// second try. Success can't be told from failure any more, and the caller who
// reads again sees.
func TestOvertaken(t *testing.T) {
	tab, direct, w := open(t)
	must(t, direct.PutIfAbsent(t.Context(), item("old")))
	w.harm.Store(&harm{action: "PutItem", lose: true, also: func() {
		if err := direct.PutIfVersion(t.Context(), item("theirs"), 2); err != nil {
			t.Error(err)
		}
	}})
	if err := tab.PutIfVersion(t.Context(), item("mine"), 1); !errors.Is(err, table.ErrConflict) {
		t.Errorf("%v, want ErrConflict", err)
	}
	holds(t, direct, 3, "theirs")
}

func holds(t *testing.T, tab *dynamo.Table, version uint64, data string) {
	t.Helper()
	got, err := tab.Get(t.Context(), item("").Key)
	if err != nil || got.Version != version || string(got.Data) != data {
		t.Errorf("the table holds version %d, %q, %v; want %d, %q", got.Version, got.Data, err, version, data)
	}
}

func triedTwice(t *testing.T, w *wire) {
	t.Helper()
	if n := w.tries.Load(); n != 2 {
		t.Errorf("%d requests, want 2", n)
	}
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}
