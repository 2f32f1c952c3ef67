package records

import (
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"heed/shared/heed"
	"heed/shared/table"
)

// tally is one of three deliveries, one of them forged.
func tally(id byte, day heed.Day) *heed.Tally {
	t := &heed.Tally{ID: heed.TallyID{id}, Source: "zendesk", Day: day, Deliveries: 3, Touchpoints: 2, Idle: 1, Kept: 4, Delivered: noon, Happened: noon.Add(-time.Minute)}
	t.Rejected[heed.RejectedForged], t.Delays[6] = 1, 2
	t.InVain(heed.TroubleLocked, true, noon.Add(time.Minute))
	return t
}

func TestTalliesOfADayAddUpOnce(t *testing.T) {
	s, tab := open(t)
	var wg sync.WaitGroup
	for i := range 8 {
		wg.Go(func() {
			for range 2 {
				if err := s.PutTally(t.Context(), tally(byte(i+1), 20_600)); err != nil {
					t.Error(err)
				}
			}
		})
	}
	wg.Wait()
	for _, day := range []heed.Day{20_598, 20_607} {
		if err := s.PutTally(t.Context(), tally(9, day)); err != nil {
			t.Fatal(err)
		}
	}
	got, err := s.Tallies(t.Context(), "zendesk", 20_599, 20_607)
	if err != nil {
		t.Fatal(err)
	}
	sum, last := *tally(0, 20_600), *tally(0, 20_607)
	for range 7 {
		sum.Add(tally(0, 20_600))
	}
	if diff := cmp.Diff([]heed.Tally{sum, last}, got); diff != "" {
		t.Errorf("tallies (-want +got):\n%s", diff)
	}
	if got, err := s.Tallies(t.Context(), "zendes", 0, 30_000); err != nil || len(got) > 0 {
		t.Errorf("another source has %v, error %v", got, err)
	}
	item, err := tab.Get(t.Context(), tallyKey("zendesk", 20_600))
	if err != nil || item.Expires.Sub(heed.Day(20_600).Start(time.UTC)) != 35*24*time.Hour {
		t.Errorf("it goes at %v, error %v", item.Expires, err)
	}
}

// A busy source's item still costs one write unit, and remembers no more than it
// must.
func TestTallyFitsOneWriteUnit(t *testing.T) {
	s, tab := open(t)
	busy := tally(0, 20_600)
	for i := range busy.Rejected {
		busy.Rejected[i] = 1e9
	}
	for i := range busy.Vain {
		busy.Vain[i], busy.Unresolved = 1e9, 1e9
	}
	for i := range busy.Delays {
		busy.Delays[i] = 1e9
	}
	for i := range 100 {
		busy.ID = heed.TallyID{byte(i), 1}
		if err := s.PutTally(t.Context(), busy); err != nil {
			t.Fatal(err)
		}
	}
	item, err := tab.Get(t.Context(), tallyKey("zendesk", 20_600))
	if err != nil {
		t.Fatal(err)
	}
	sum, ids, err := tallyOf("zendesk", item)
	if err != nil || len(ids) != tallyIDs || ids[15] != busy.ID || sum.Rejected[3] != 100e9 {
		t.Errorf("%+v with %d ids, error %v", sum, len(ids), err)
	}
	if units := table.WriteUnits(&item, &item); units != 1 {
		t.Errorf("it costs %v units with %d bytes", units, len(item.Data))
	}
}

func TestADamagedTallyHoldsNothingUp(t *testing.T) {
	s, tab := open(t)
	key := tallyKey("zendesk", 20_600)
	for _, data := range [][]byte{nil, {0}, {tallyFormat + 1, 1}, {tallyFormat, 0, 1}, {tallyFormat, 0, 0, 0, 0, 0, 0, 0, 99}, {tallyFormat, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, heed.Troubles, 0}} {
		item, _ := tab.Get(t.Context(), key)
		if err := s.put(t.Context(), table.Item{Key: key, Data: data}, item.Version); err != nil {
			t.Fatal(err)
		}
		if got, err := s.Tallies(t.Context(), "zendesk", 20_600, 20_600); err != nil || len(got) > 0 {
			t.Errorf("%v is read as %v, error %v", data, got, err)
		}
		if err := s.PutTally(t.Context(), tally(1, 20_600)); err != nil {
			t.Errorf("%v: %v", data, err)
		}
		if got, err := s.Tallies(t.Context(), "zendesk", 20_600, 20_600); err != nil || len(got) != 1 || got[0].Deliveries != 3 {
			t.Errorf("after %v there are %v, error %v", data, got, err)
		}
	}
}
