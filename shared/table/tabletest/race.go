package tabletest

import (
	"errors"
	"sync"
	"time"

	"heed/shared/table"
)

func at(unix int64) time.Time { return time.Unix(unix, 0).UTC() }

// race lets 16 do the same at once and returns how many succeeded. Whoever
// does not must meet a conflict.
func (f *fixture) race(do func() error) int {
	f.Helper()
	var wg sync.WaitGroup
	errs := make([]error, 16)
	start := make(chan struct{})
	for i := range errs {
		wg.Go(func() {
			<-start
			errs[i] = do()
		})
	}
	close(start)
	wg.Wait()
	won := 0
	for _, err := range errs {
		switch {
		case err == nil:
			won++
		case !errors.Is(err, table.ErrConflict):
			f.Errorf("a loser meets %v, want ErrConflict", err)
		}
	}
	return won
}

// oneWins: all write the same bytes, so that an engine can't tell them apart
// by what is there.
func oneWins(f *fixture) {
	it := f.made(item("a", "1", "the same"))
	it.Due = []byte("t1")
	for range 25 {
		if won := f.race(f.change(it, it.Version)); won != 1 {
			f.Fatalf("%d won the race for version %d, want 1", won, it.Version+1)
		}
		it.Version++
		f.holds(it)
	}
	if won := f.race(f.remove(it.Key, it.Version)); won != 16 {
		f.Errorf("%d deleted what all wanted gone, want 16", won)
	}
}

func oneMakes(f *fixture) {
	for _, sk := range []string{"1", "2", "3", "4", "5"} {
		it := item("a", sk, "the same")
		if won := f.race(f.make(it)); won != 1 {
			f.Fatalf("%d made the same item, want 1", won)
		}
		it.Version = 1
		f.holds(it)
	}
}
