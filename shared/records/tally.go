package records

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"time"

	"heed/shared/heed"
	"heed/shared/table"
)

// A source's tallies of one day add up in one item, which remembers the last of
// them: a message that comes again counts once. What can't be read counts as
// nothing: these numbers hold nothing else up.
const (
	tallyFormat = 1
	tallyIDs    = 16                  // remembered
	tallyDays   = 35 * 24 * time.Hour // kept
)

func tallyKey(source string, day heed.Day) table.Key {
	return table.Key{PK: table.TallyPrefix + source, SK: dayKey(day)}
}

// PutTally adds a tally to those of its source and day.
func (s Store) PutTally(ctx context.Context, t *heed.Tally) error {
	key := tallyKey(t.Source, t.Day)
	return again(ctx, func() error {
		item, err := s.Table.Get(ctx, key)
		if err != nil && !errors.Is(err, table.ErrNotFound) {
			return fmt.Errorf("read tally: %w", err)
		}
		sum, ids, err := tallyOf(t.Source, item)
		if err != nil {
			sum, ids = heed.Tally{Source: t.Source, Day: t.Day}, nil
		}
		if slices.Contains(ids, t.ID) {
			return nil
		}
		sum.Add(t)
		ids = append(ids, t.ID)
		return s.put(ctx, tallyItem(&sum, ids[max(len(ids)-tallyIDs, 0):]), item.Version)
	})
}

// Tallies returns what came to a source's door, by day, both days included;
// days without anything are left out.
func (s Store) Tallies(ctx context.Context, source string, first, last heed.Day) ([]heed.Tally, error) {
	var out []heed.Tally
	q := table.Query{PK: table.TallyPrefix + source, From: dayKey(first), Before: dayKey(last + 1)}
	for item, err := range s.all(ctx, q) {
		if err != nil {
			return nil, fmt.Errorf("read tallies: %w", err)
		}
		if t, _, err := tallyOf(source, item); err == nil {
			out = append(out, t)
		}
	}
	return out, nil
}

func tallyItem(t *heed.Tally, ids []heed.TallyID) table.Item {
	p := packer{}
	p.byte(tallyFormat)
	p.uint(uint64(len(ids)))
	for _, id := range ids {
		p.raw(id[:])
	}
	for _, n := range [...]uint64{t.Deliveries, t.Touchpoints, t.Idle, t.Kept} {
		p.uint(n)
	}
	p.time(t.Delivered)
	p.time(t.Happened)
	p.counts(t.Rejected[:])
	p.counts(t.Delays[:])
	p.counts(t.Vain[:])
	p.uint(t.Unresolved)
	p.byte(byte(t.Last))
	p.time(t.Troubled)
	return table.Item{
		Key: tallyKey(t.Source, t.Day), Data: p.b,
		Expires: t.Day.Start(time.UTC).Add(tallyDays),
	}
}

func tallyOf(source string, item table.Item) (heed.Tally, []heed.TallyID, error) {
	day, err := dayOf(item.SK)
	if err != nil {
		return heed.Tally{}, nil, err
	}
	t := heed.Tally{Source: source, Day: day}
	u := unpacker{b: item.Data}
	u.version(tallyFormat)
	ids := make([]heed.TallyID, u.count(len(heed.TallyID{})))
	for i := range ids {
		ids[i] = heed.TallyID(u.raw(len(heed.TallyID{})))
	}
	for _, n := range [...]*uint64{&t.Deliveries, &t.Touchpoints, &t.Idle, &t.Kept} {
		*n = u.uint()
	}
	t.Delivered, t.Happened = u.time(), u.time()
	u.counts(t.Rejected[:])
	u.counts(t.Delays[:])
	u.counts(t.Vain[:])
	t.Unresolved, t.Last, t.Troubled = u.uint(), heed.Trouble(u.byte()), u.time()
	if t.Last >= heed.Troubles {
		u.fail()
	}
	return t, ids, u.done()
}

// counts are written with how many there are: a later Heed may know more.
func (p *packer) counts(list []uint64) {
	p.uint(uint64(len(list)))
	for _, n := range list {
		p.uint(n)
	}
}

func (u *unpacker) counts(into []uint64) {
	n := u.count(1)
	if n > len(into) {
		u.fail()
		return
	}
	for i := range n {
		into[i] = u.uint()
	}
}
