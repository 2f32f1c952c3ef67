package records_test

import (
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"heed/shared/embedded"
	"heed/shared/heed"
	"heed/shared/records"
	"heed/shared/table"
)

var noticed = time.Date(2026, 11, 20, 12, 0, 0, 0, time.UTC)

func emptyStore(t *testing.T) records.Store {
	t.Helper()
	file, err := embedded.Open(filepath.Join(t.TempDir(), "heed.db"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = file.Close() })
	return records.Store{Table: file.Table()}
}

func lowAnswer(of string, day heed.Day) *heed.Notice {
	n := &heed.Notice{
		Kind: heed.LowAnswer, Of: of, Day: day, Found: noticed, Row: heed.RowRef{Day: 20777, ID: heed.RowID{1, 2}}, Keyword: true,
		Source: "zendesk", Since: noticed.Add(-time.Hour), Sent: 200, Bounced: 31,
	}
	n.Address([]string{"a@acme.example", "b@acme.example", "A@ACME.example"})
	n.Copies[1].Claimed, n.Copies[1].Sent, n.Copies[1].MessageID = noticed, noticed, "m"
	n.Copies[0].Failed, n.Copies[0].Fate = noticed, heed.Unsure
	return n
}

// A notice comes back as it went, is put once, and is found among those of its
// day and later, or whenever where it is of no day.
func TestNotices(t *testing.T) {
	store := emptyStore(t)
	ctx := t.Context()
	today := heed.DayOf(noticed, time.UTC)
	for _, n := range []*heed.Notice{lowAnswer("a", today), lowAnswer("b", today-9), {Kind: heed.Digest, Of: "2026-W46", Found: noticed}} {
		for _, want := range []bool{true, false} {
			if first, err := store.PutNotice(ctx, n); first != want || err != nil {
				t.Errorf("%s: first %v, error %v", n.Name(), first, err)
			}
		}
		got, err := store.Notice(ctx, n.Kind, n.Of, n.Day)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(n, got); diff != "" {
			t.Error(diff)
		}
	}
	list, err := store.Notices(ctx, today-3)
	if err != nil || len(list) != 2 || list[0].Name() != "answer/a" || list[1].Name() != "digest/2026-W46" {
		t.Errorf("listed %v, error %v", list, err)
	}
	if none, err := store.Notice(ctx, heed.Silence, "zendesk/2026-11-20", 0); none != nil || err != nil {
		t.Errorf("one that is not there: %v, error %v", none, err)
	}
	if len(lowAnswer("a", today).Copies) != 2 {
		t.Error("an address in other letters is another")
	}
}

// A change is of what is there, and of nothing that is not.
func TestChangeNotice(t *testing.T) {
	store := emptyStore(t)
	n := lowAnswer("a", 20777)
	if err := store.ChangeNotice(t.Context(), n, func(*heed.Notice) error { t.Error("changed what is not there"); return nil }); err != nil {
		t.Error(err)
	}
	if _, err := store.PutNotice(t.Context(), n); err != nil {
		t.Fatal(err)
	}
	if err := store.ChangeNotice(t.Context(), n, func(is *heed.Notice) error { is.Copies[0].Fate = heed.Lapsed; return records.ErrUnchanged }); err != nil {
		t.Error(err)
	}
	if err := store.ChangeNotice(t.Context(), n, func(is *heed.Notice) error { is.Copies[1].Fate = heed.Refused; return nil }); err != nil {
		t.Error(err)
	}
	is, err := store.Notice(t.Context(), n.Kind, n.Of, n.Day)
	if err != nil || is.Copies[0].Fate != heed.Unsure || is.Copies[1].Fate != heed.Refused {
		t.Errorf("it is %+v, error %v", is, err)
	}
}

// A look is recorded; who lost to another leaves theirs.
func TestLooked(t *testing.T) {
	store := emptyStore(t)
	at, version, err := store.Looked(t.Context())
	if !at.IsZero() || version != 0 || err != nil {
		t.Errorf("looked at %v, version %d, error %v", at, version, err)
	}
	for i := range 2 {
		if err := store.PutLooked(t.Context(), noticed.Add(time.Duration(i)*time.Hour), version); err != nil {
			t.Error(err)
		}
	}
	if at, _, err := store.Looked(t.Context()); !at.Equal(noticed) || err != nil {
		t.Errorf("looked at %v, error %v", at, err)
	}
}

// A notice that can't be read hides none of the others.
func TestOneUnreadableNotice(t *testing.T) {
	store := emptyStore(t)
	for _, of := range []string{"a", "b", "c"} {
		if _, err := store.PutNotice(t.Context(), lowAnswer(of, 20777)); err != nil {
			t.Fatal(err)
		}
	}
	page, err := store.Table.Query(t.Context(), table.Query{PK: table.NoticePrefix})
	if err != nil || len(page.Items) != 3 {
		t.Fatal(len(page.Items), err)
	}
	broken := page.Items[1]
	broken.Data = []byte{99, 9}
	if err := store.Table.PutIfVersion(t.Context(), broken, broken.Version); err != nil {
		t.Fatal(err)
	}
	list, err := store.Notices(t.Context(), 0)
	if len(list) != 2 || list[0].Of != "a" || list[1].Of != "c" || !records.Damaged(err) || !strings.Contains(err.Error(), "answer/b") {
		t.Errorf("%d notices, error %v", len(list), err)
	}
}
