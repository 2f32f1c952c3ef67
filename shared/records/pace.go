package records

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"slices"

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
