package records

import (
	"context"
	"errors"
	"fmt"
	"time"

	"heed/shared/heed"
	"heed/shared/table"
)

// Contents is what a program's sheets were made of, by sheet. It is put after
// the sheets that it speaks of, so whoever dies between makes these once more.
type Contents struct {
	Sheets  map[SheetID]Made
	version uint64
}

// A SheetID stands for a sheet's name and period.
type SheetID [8]byte

// SheetOf returns it.
func SheetOf(name, period string) SheetID {
	sum := heed.Fingerprint("sheet/v1", name, period)
	return SheetID(sum[:8])
}

// Made is when a sheet was made, of what, and of how many cells.
type Made struct {
	At    time.Time
	Of    [8]byte // a fingerprint of all that it depends on
	Cells uint64
}

var contentsSK = []byte{0} // before all sheets: their names hold no zero byte

// Contents reads what a program's sheets were made of. One that can't be read says
// of no sheet what it was made of, so that all are made once more.
func (s Store) Contents(ctx context.Context, program string) (*Contents, error) {
	c := &Contents{Sheets: map[SheetID]Made{}}
	item, err := s.Table.Get(ctx, table.Key{PK: table.SheetPrefix + program, SK: contentsSK})
	if errors.Is(err, table.ErrNotFound) {
		return c, nil
	}
	if err != nil {
		return nil, fmt.Errorf("read the contents of %s: %w", program, err)
	}
	c.version = item.Version
	u := unpacker{b: item.Data}
	u.version(controlFormat)
	for range u.count(18) {
		id := SheetID(u.raw(len(SheetID{})))
		m := Made{Of: [8]byte(u.raw(8)), At: u.time(), Cells: u.uint()}
		c.Sheets[id] = m
	}
	if u.done() != nil {
		clear(c.Sheets)
	}
	return c, nil
}

// PutContents writes them, if nobody else has since they were read:
// table.ErrConflict. Then what the sheets are of is looked at again next time.
// The same Contents may be put again after.
func (s Store) PutContents(ctx context.Context, program string, c *Contents) error {
	var p packer
	p.byte(controlFormat)
	p.uint(uint64(len(c.Sheets)))
	for id, m := range c.Sheets {
		p.raw(id[:])
		p.raw(m.Of[:])
		p.time(m.At)
		p.uint(m.Cells)
	}
	err := s.put(ctx, table.Item{Key: table.Key{PK: table.SheetPrefix + program, SK: contentsSK}, Data: p.b}, c.version)
	if err != nil && !errors.Is(err, table.ErrConflict) {
		return fmt.Errorf("write the contents of %s: %w", program, err)
	}
	if err == nil {
		c.version++
	}
	return err
}

// A Standing is how a month's cells stand: Closed if they are the sum of its
// days', and a number that rises with every change of any of them.
type Standing struct {
	Closed  bool
	Changed uint64
}

// Standings returns how a program's months stand, by their first days; months in
// which nothing ever happened are left out.
func (s Store) Standings(ctx context.Context, program string) (map[heed.Day]Standing, error) {
	states, err := s.states(ctx, program, firstDay, lastDay)
	if err != nil {
		return nil, err
	}
	out := map[heed.Day]Standing{}
	for first, st := range states {
		out[first] = Standing{st.closed, st.version}
	}
	return out, nil
}
