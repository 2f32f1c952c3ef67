package records

import (
	"testing"
	"time"

	"heed/shared/cells"
	"heed/shared/heed"
	"heed/shared/table"
)

// touchedBy is a cell of n touchpoints.
func touchedBy(n uint64) *cells.Cell {
	return &cells.Cell{Classes: map[cells.Class]*cells.Sums{{Kind: "ticket.solved"}: {Population: cells.Population{N: n}}}}
}

// restated makes a day's cell be of n touchpoints.
func restated(t *testing.T, s Store, now time.Time, n uint64) error {
	t.Helper()
	r := s.Restate(now)
	all := map[cells.Key]*cells.Cell{{Program: "support", Day: 20778}: touchedBy(n)}
	if err := r.Days(t.Context(), "support", 20778, 20778, all); err != nil {
		return err
	}
	return r.Months(t.Context(), "support")
}

// A writer that is held up before it removes what it replaced, while others
// write the same cell as it was and as it made it, takes nothing from them.
func TestHeldUpWriterTakesNoParts(t *testing.T) {
	defer func(was int) { largest = was }(largest)
	largest = 8
	s, _ := open(t)
	was := func() table.Item {
		t.Helper()
		item, err := s.Table.Get(t.Context(), ofDay.key(cells.Key{Program: "support", Day: 20778}))
		if err != nil {
			t.Fatal(err)
		}
		return item
	}
	now := noon
	var replaced []table.Item
	for _, n := range []uint64{1, 2, 1, 2, 1} {
		now = now.Add(time.Hour)
		if err := restated(t, s, now, n); err != nil {
			t.Fatal(err)
		}
		for _, item := range replaced {
			if err := s.removeParts(t.Context(), item); err != nil {
				t.Fatal(err)
			}
		}
		holds(t, s, n)
		replaced = append(replaced, was())
	}
}

// A cell that can't be read, of a day or of a month, is written anew when its
// day changes, and the month is then summed from its days.
func TestUnreadableCellsHeal(t *testing.T) {
	defer func(was int) { largest = was }(largest)
	largest = 8
	day, month := ofDay.key(cells.Key{Program: "support", Day: 20778}), ofMonth.key(cells.Key{Program: "support", Day: 20758})
	for name, damage := range map[string]func(s Store, item table.Item) error{
		"parts gone": func(s Store, item table.Item) error { return s.removeParts(t.Context(), item) },
		"no cell": func(s Store, item table.Item) error {
			item.Data = []byte{9, 9}
			return s.put(t.Context(), item, item.Version)
		},
	} {
		for _, keys := range [][]table.Key{{day}, {month}, {day, month}} {
			s, _ := open(t)
			if err := restated(t, s, noon, 1); err != nil {
				t.Fatal(err)
			}
			for _, key := range keys {
				item, err := s.Table.Get(t.Context(), key)
				if err == nil {
					err = damage(s, item)
				}
				if err != nil {
					t.Fatal(err)
				}
			}
			if err := restated(t, s, noon.Add(time.Hour), 3); err != nil {
				t.Errorf("%s: %v", name, err)
			}
			holds(t, s, 3)
		}
	}
}

// holds checks the cells of day and month.
func holds(t *testing.T, s Store, n uint64) {
	t.Helper()
	month := heed.MonthOf(20778)
	first, last := month.First, month.Last
	for _, days := range [][2]heed.Day{{20778, 20778}, {first, last}} {
		got, err := s.Span(t.Context(), "support", "", days[0], days[1])
		if err != nil || cells.Merge(got[""]).Population().N != n {
			t.Errorf("from %s: %v, %v, want %d touchpoints", days[0], got[""], err, n)
		}
	}
}

// A closed month that can't be read is read from its days, whether or not
// anything changes it.
func TestUnreadableMonthIsReadFromItsDays(t *testing.T) {
	s, _ := open(t)
	if err := restated(t, s, noon, 3); err != nil {
		t.Fatal(err)
	}
	item, err := s.Table.Get(t.Context(), ofMonth.key(cells.Key{Program: "support", Day: 20758}))
	if err != nil {
		t.Fatal(err)
	}
	item.Data = []byte{9, 9}
	if err := s.put(t.Context(), item, item.Version); err != nil {
		t.Fatal(err)
	}
	holds(t, s, 3)
	if err := s.Restate(noon.Add(time.Hour)).Months(t.Context(), "support"); err != nil {
		t.Errorf("restated: %v", err)
	}
	holds(t, s, 3)
}
