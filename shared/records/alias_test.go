package records_test

import (
	"encoding/binary"
	"errors"
	"math/rand/v2"
	"path/filepath"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"heed/shared/embedded"
	"heed/shared/heed"
	"heed/shared/keyring"
	"heed/shared/queue"
	"heed/shared/records"
	"heed/shared/table"
	"heed/shared/table/tabletest"
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
	if a, err := store.Alias(t.Context(), ring, key, now); err != nil || !cmp.Equal(a, &records.Alias{}) {
		t.Fatalf("one that is not there: %+v, error %v", a, err)
	}
	want := &records.Alias{Touchpoint: touchpoint, Fetched: now, Gone: true}
	for version := range uint64(2) {
		want.Version, want.Alone = version, version == 1
		if err := store.PutAlias(t.Context(), ring, key, want, now.Add(time.Hour), now.Add(time.Minute)); err != nil {
			t.Fatal(err)
		}
		want.Version, want.Sealed = want.Version+1, want.Version+1
		if got, err := store.Alias(t.Context(), ring, key, now); err != nil || !cmp.Equal(want, got) {
			t.Errorf("error %v: %s", err, cmp.Diff(want, got))
		}
	}
	want.Version = 1
	if err := store.PutAlias(t.Context(), ring, key, want, now, now); !errors.Is(err, table.ErrConflict) {
		t.Errorf("over somebody faster: %v", err)
	}
	other, _ := keyring.Make(rand.NewChaCha8([32]byte{2}), now)
	got, err := store.Alias(t.Context(), other, key, now)
	if err != nil || !got.Fetched.IsZero() || got.Touchpoint.Customer.Email != "" || got.Version != 2 || !got.Alone {
		t.Errorf("one that does not open: %+v, error %v", got, err)
	}
	if records.CustomerAlias(ring, "desk", "7") == records.CustomerAlias(ring, "chat", "7") || records.CustomerAlias(ring, "desk", "7") == key {
		t.Error("two have one alias")
	}
}

// What names a customer goes before what knows them again, and a crash between
// the two leaves an alias of which the source has not answered.
func TestAliasesOutliveNames(t *testing.T) {
	file, err := embedded.Open(filepath.Join(t.TempDir(), "heed.db"))
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close() //nolint:errcheck // nothing is kept
	now := time.Date(2026, 11, 20, 12, 0, 0, 0, time.UTC)
	ring, _ := keyring.Make(rand.NewChaCha8([32]byte{1}), now)
	store, key := records.Store{Table: file.Table()}, records.CustomerAlias(ring, "desk", "7")
	a := &records.Alias{Who: ring.Address("ann@example.com"), Before: []heed.Hash{{1}, {2}}, Fetched: now}
	a.Touchpoint.Customer = heed.Customer{ID: "7", Email: "ann@example.com", Name: "Ann"}
	put := func(store records.Store) error {
		return store.PutAlias(t.Context(), ring, key, a, now.AddDate(1, 0, 0), now.Add(30*24*time.Hour))
	}
	read := func(at time.Time, known, sealed bool) {
		t.Helper()
		got, err := store.Alias(t.Context(), ring, key, at)
		want := *a
		if !known {
			want.Touchpoint, want.Fetched = heed.Touchpoint{}, time.Time{}
		}
		want.Version, want.Sealed = got.Version, got.Sealed
		if err != nil || !cmp.Equal(&want, got) || sealed != (got.Sealed > 0) {
			t.Errorf("error %v: %s", err, cmp.Diff(&want, got))
		}
	}
	life := tabletest.Life{N: 1, Mishap: tabletest.DiesAfter}
	if err := put(records.Store{Table: life.Table(file.Table())}); err == nil {
		t.Fatal("it did not die")
	}
	read(now, false, false)
	a.Version = 1
	if err := put(store); err != nil {
		t.Fatal(err)
	}
	read(now, true, true)
	read(now.Add(30*24*time.Hour-time.Second), true, true)
	read(now.Add(30*24*time.Hour), false, true) // whether or not the table has dropped it
	a.Version, a.Sealed = 2, 1
	life = tabletest.Life{N: 1, Mishap: tabletest.DiesAfter}
	_ = put(records.Store{Table: life.Table(file.Table())})
	read(now, false, true) // what is sealed is of before
}

// An alias of the first format is read as it is: all of it is sealed.
func TestAliasesOfTheFirstFormat(t *testing.T) {
	file, err := embedded.Open(filepath.Join(t.TempDir(), "heed.db"))
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close() //nolint:errcheck // nothing is kept
	now := time.Date(2026, 11, 20, 12, 0, 0, 0, time.UTC)
	ring, _ := keyring.Make(rand.NewChaCha8([32]byte{1}), now)
	store, key := records.Store{Table: file.Table()}, records.CustomerAlias(ring, "desk", "7")
	c := heed.Customer{ID: "7", Email: "ann@example.com", Former: []heed.Former{{ID: "7"}, {Email: "old@example.com"}}}
	text, err := queue.Parcel{Touchpoint: &heed.Touchpoint{Customer: c}}.Pack()
	if err != nil {
		t.Fatal(err)
	}
	pk := table.AliasPrefix + "desk#" + ring.Alias("desk", "customer", "7").String()
	sealed, err := ring.Seal(pk, text)
	if err != nil {
		t.Fatal(err)
	}
	data := binary.AppendUvarint([]byte{1, 0}, uint64(now.UnixMilli()))
	data = append(binary.AppendUvarint(data, uint64(len(sealed))), sealed...)
	if err := file.Table().PutIfAbsent(t.Context(), table.Item{Key: table.Key{PK: pk, SK: []byte("0")}, Data: data, Expires: now.AddDate(1, 0, 0)}); err != nil {
		t.Fatal(err)
	}
	before := []heed.Hash{ring.Person("desk", heed.Customer{ID: "7"}), ring.Address("old@example.com")}
	a, err := store.Alias(t.Context(), ring, key, now)
	if err != nil || a.Touchpoint.Customer.Email != c.Email || a.Who != ring.Address(c.Email) || !cmp.Equal(a.Before, before) || !a.Fetched.Equal(now) {
		t.Errorf("%+v, error %v", a, err)
	}
	if err := store.PutAlias(t.Context(), ring, key, a, now.AddDate(1, 0, 0), now.Add(time.Hour)); err != nil {
		t.Fatal(err)
	}
	if b, err := store.Alias(t.Context(), ring, key, now.Add(2*time.Hour)); err != nil || b.Touchpoint.Customer.Email != "" || b.Who != a.Who || !cmp.Equal(b.Before, before) {
		t.Errorf("written anew it is %+v, error %v", b, err)
	}
}
