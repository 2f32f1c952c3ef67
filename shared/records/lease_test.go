package records

import (
	"testing"
	"time"

	"heed/shared/table"
)

// A hold is kept with the lease, whoever takes and leaves that, until somebody
// says that it is over; without one the lease is written as it always was.
func TestHold(t *testing.T) {
	t.Parallel()
	s, _ := open(t)
	now := time.Date(2026, 11, 20, 12, 0, 0, 0, time.UTC)
	take := func(at time.Time) (Hold, bool) {
		t.Helper()
		hold, free, err := s.Lease(t.Context(), "a", at, at.Add(time.Minute))
		if err != nil {
			t.Fatal(err)
		}
		return hold, free
	}
	leave := func(at time.Time, hold Hold) {
		t.Helper()
		if err := s.Release(t.Context(), "a", at, hold); err != nil {
			t.Fatal(err)
		}
	}
	format := func() byte {
		t.Helper()
		item, err := s.Table.Get(t.Context(), table.Key{PK: table.LeasePK, SK: []byte("0")})
		if err != nil {
			t.Fatal(err)
		}
		return item.Data[0]
	}
	if hold, free := take(now); !free || hold != (Hold{}) || format() != 1 {
		t.Errorf("at first it is free: %v, with %v, in format %d", free, hold, format())
	}
	want := Hold{Until: now.Add(5 * time.Minute), Times: 3}
	leave(now, want)
	if _, free := take(now.Add(4 * time.Minute)); free || format() != 2 {
		t.Errorf("it is free during a hold, in format %d", format())
	}
	for range 2 {
		if hold, free := take(now.Add(5 * time.Minute)); !free || hold != want {
			t.Errorf("after the hold it is free: %v, with %v, want %v", free, hold, want)
		}
		if err := s.Evict(t.Context(), now.Add(5*time.Minute)); err != nil {
			t.Fatal(err)
		}
	}
	take(now.Add(6 * time.Minute))
	leave(now.Add(6*time.Minute), Hold{})
	if hold, free := take(now.Add(7 * time.Minute)); !free || hold != (Hold{}) || format() != 1 {
		t.Errorf("when it is over it is free: %v, with %v, in format %d", free, hold, format())
	}
}

// What somebody left whose clock was a day ahead stops nobody.
func TestLeaseOfAWrongClock(t *testing.T) {
	t.Parallel()
	now := time.Date(2026, 11, 20, 12, 0, 0, 0, time.UTC)
	for _, hold := range []Hold{{}, {Until: now.Add(24*time.Hour + time.Minute), Times: 1}} {
		s, _ := open(t)
		ahead := now.Add(24 * time.Hour)
		if _, free, err := s.Lease(t.Context(), "ahead", ahead, ahead.Add(2*time.Minute)); !free || err != nil {
			t.Fatalf("at first it is free: %v, error %v", free, err)
		}
		if hold != (Hold{}) {
			if err := s.Release(t.Context(), "ahead", ahead, hold); err != nil {
				t.Fatal(err)
			}
		}
		if _, free, err := s.Lease(t.Context(), "right", now, now.Add(2*time.Minute)); !free || err != nil {
			t.Errorf("with hold %v it is free: %v, error %v", hold, free, err)
		}
		if _, free, err := s.Lease(t.Context(), "another", now.Add(time.Second), now.Add(3*time.Minute)); free || err != nil {
			t.Errorf("a lease of now is free: %v, error %v", free, err)
		}
	}
}
