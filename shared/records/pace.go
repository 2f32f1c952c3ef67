package records

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"slices"

	"heed/shared/heed"
	"heed/shared/table"
)

// Paces returns each program's pace in PPB: what its rates are multiplied by,
// so that its budget lasts. A program that is not in it runs at its full rate.
func (s Store) Paces(ctx context.Context) (map[string]uint32, error) {
	paces, _, err := s.paces(ctx)
	return paces, err
}

// PutPaces sets the paces. Those that are so already cost no write.
func (s Store) PutPaces(ctx context.Context, paces map[string]uint32) error {
	return again(ctx, func() error {
		old, version, err := s.paces(ctx)
		if err != nil || maps.Equal(old, paces) {
			return err
		}
		var p packer
		p.byte(controlFormat)
		p.uint(uint64(len(paces)))
		for _, program := range slices.Sorted(maps.Keys(paces)) {
			p.string(program)
			p.fixed32(paces[program])
		}
		return s.put(ctx, table.Item{Key: control(table.PacePK), Data: p.b}, version)
	})
}

func (s Store) paces(ctx context.Context) (map[string]uint32, uint64, error) {
	item, err := s.Table.Get(ctx, control(table.PacePK))
	if errors.Is(err, table.ErrNotFound) {
		return nil, 0, nil
	}
	if err != nil {
		return nil, 0, fmt.Errorf("read paces: %w", err)
	}
	paces := map[string]uint32{}
	u := unpacker{b: item.Data}
	u.version(controlFormat)
	for range u.count(5) {
		program := u.string()
		paces[program] = u.fixed32()
	}
	return paces, item.Version, u.done()
}

// Held is what pacing held back on one day, in PPB of an invitation: what the
// day would have been expected to take at full rate, beyond what it was. It is
// of so many of the day's touchpoints, and of so much of what they were expected
// to take: the rest has not been accounted for.
type Held struct {
	Day         heed.Day
	Touchpoints uint64
	Seen, Held  uint64
}

const heldFormat = 2

var heldKey = table.Key{PK: table.PacePK, SK: []byte("held")}

// HeldBack returns what pacing held back lately, by program, in order of days,
// and the version to give to PutHeldBack. It is no more than a forecast's memory:
// what can't be read is taken for nothing, so that pacing goes on.
func (s Store) HeldBack(ctx context.Context) (map[string][]Held, uint64, error) {
	item, err := s.Table.Get(ctx, heldKey)
	if errors.Is(err, table.ErrNotFound) {
		return map[string][]Held{}, 0, nil
	}
	if err != nil {
		return nil, 0, fmt.Errorf("read what was held back: %w", err)
	}
	held := map[string][]Held{}
	u := unpacker{b: item.Data}
	u.version(heldFormat)
	for range u.count(2) {
		program := u.string()
		for range u.count(4) {
			held[program] = append(held[program], Held{heed.Day(u.uint()), u.uint(), u.uint(), u.uint()})
		}
	}
	if u.done() != nil {
		held = map[string][]Held{}
	}
	return held, item.Version, nil
}

// PutHeldBack replaces what was held back. table.ErrConflict if somebody else
// has: what was read is not true any more.
func (s Store) PutHeldBack(ctx context.Context, held map[string][]Held, version uint64) error {
	var p packer
	p.byte(heldFormat)
	p.uint(uint64(len(held)))
	for _, program := range slices.Sorted(maps.Keys(held)) {
		p.string(program)
		p.uint(uint64(len(held[program])))
		for _, h := range held[program] {
			p.uint(uint64(h.Day))
			p.uint(h.Touchpoints)
			p.uint(h.Seen)
			p.uint(h.Held)
		}
	}
	return s.put(ctx, table.Item{Key: heldKey, Data: p.b}, version)
}
