package records_test

import (
	"errors"
	"math/rand/v2"
	"path/filepath"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"heed/shared/embedded"
	"heed/shared/heed"
	"heed/shared/keyring"
	"heed/shared/records"
	"heed/shared/table"
)

func TestAliasesComeBack(t *testing.T) {
	file, err := embedded.Open(filepath.Join(t.TempDir(), "heed.db"))
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close() //nolint:errcheck // nothing is kept
	now := time.Date(2026, 11, 20, 12, 0, 0, 0, time.UTC)
	ring, _ := keyring.Make(rand.NewChaCha8([32]byte{1}), now)
	store := records.Store{Table: file.Table()}
	touchpoint := heed.Touchpoint{
		Source: "desk", Kind: "ticket.solved", Object: "ticket:1", Occurrence: "1", At: now, Tags: []string{"a"},
		Customer: heed.Customer{ID: "7", Email: "ann@example.com", Former: []heed.Former{{ID: "7"}, {Email: "old@example.com"}}},
		Facts:    heed.Facts{Reopens: 2},
	}
	key := records.TouchpointAlias(ring, &touchpoint)
	if a, err := store.Alias(t.Context(), ring, key); err != nil || !cmp.Equal(a, &records.Alias{}) {
		t.Fatalf("one that is not there: %+v, error %v", a, err)
	}
	want := &records.Alias{Touchpoint: touchpoint, Fetched: now, Gone: true}
	for version := range uint64(2) {
		want.Version, want.Alone = version, version == 1
		if err := store.PutAlias(t.Context(), ring, key, want, now.Add(time.Hour)); err != nil {
			t.Fatal(err)
		}
		want.Version++
		if got, err := store.Alias(t.Context(), ring, key); err != nil || !cmp.Equal(want, got) {
			t.Errorf("error %v: %s", err, cmp.Diff(want, got))
		}
	}
	want.Version = 1
	if err := store.PutAlias(t.Context(), ring, key, want, now); !errors.Is(err, table.ErrConflict) {
		t.Errorf("over somebody faster: %v", err)
	}
	other, _ := keyring.Make(rand.NewChaCha8([32]byte{2}), now)
	got, err := store.Alias(t.Context(), other, key)
	if err != nil || !got.Fetched.IsZero() || got.Touchpoint.Customer.Email != "" || got.Version != 2 || !got.Alone {
		t.Errorf("one that does not open: %+v, error %v", got, err)
	}
	if records.CustomerAlias(ring, "desk", "7") == records.CustomerAlias(ring, "chat", "7") || records.CustomerAlias(ring, "desk", "7") == key {
		t.Error("two have one alias")
	}
}
