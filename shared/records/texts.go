package records

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"iter"
	"time"

	"heed/shared/heed"
	"heed/shared/table"
)

// PutConfig keeps the text of surveys.yaml under its version, so that what a
// decision was made from can always be read. Keeping it again changes nothing.
func (s Store) PutConfig(ctx context.Context, version heed.ConfigVersion, text []byte) error {
	pk := table.ConfigPrefix + version.String()
	if _, err := s.Table.Get(ctx, table.Key{PK: pk, SK: []byte{0}}); err == nil {
		return nil
	}
	parts := heed.Split(text)
	for i := len(parts) - 1; i >= 0; i-- { // the first part last: where it is, all are
		item := table.Item{Key: table.Key{PK: pk, SK: []byte{byte(i)}}, Data: parts[i]}
		if err := s.Table.PutIfAbsent(ctx, item); err != nil && !errors.Is(err, table.ErrConflict) {
			return fmt.Errorf("keep configuration: %w", err)
		}
	}
	return nil
}

// KeptFor is how long a kept delivery stays.
const KeptFor = 30 * 24 * time.Hour

func keptPK(at time.Time) string { return table.KeptPrefix + at.UTC().Format(time.DateOnly) }

// PutKept writes one part; writing it again changes nothing.
func (s Store) PutKept(ctx context.Context, p heed.KeptPart) error {
	item := table.Item{
		Key:     table.Key{PK: keptPK(p.At), SK: append(p.ID[:], byte(p.Part))},
		Data:    append([]byte{byte(p.Parts)}, p.Data...),
		Expires: p.At.Add(KeptFor).Truncate(time.Second),
	}
	if err := s.Table.PutIfAbsent(ctx, item); err != nil && !errors.Is(err, table.ErrConflict) {
		return fmt.Errorf("keep delivery: %w", err)
	}
	return nil
}

// Kept yields the deliveries kept and still whole, newest day first.
func (s Store) Kept(ctx context.Context, now time.Time) iter.Seq2[*heed.Kept, error] {
	return func(yield func(*heed.Kept, error) bool) {
		for day := now; now.Sub(day) <= KeptFor; day = day.AddDate(0, 0, -1) {
			if !s.keptOn(ctx, day, yield) {
				return
			}
		}
	}
}

func (s Store) keptOn(ctx context.Context, day time.Time, yield func(*heed.Kept, error) bool) bool {
	var id []byte
	var parts [][]byte
	for item, err := range s.all(ctx, table.Query{PK: keptPK(day)}) {
		if err != nil {
			yield(nil, fmt.Errorf("read kept deliveries: %w", err))
			return false
		}
		if len(item.SK) != 17 || len(item.Data) == 0 {
			continue
		}
		if !bytes.Equal(id, item.SK[:16]) {
			id, parts = item.SK[:16], nil
		}
		if int(item.SK[16]) != len(parts) {
			continue // an earlier part has not come yet
		}
		if parts = append(parts, item.Data[1:]); len(parts) < int(item.Data[0]) {
			continue
		}
		kept := &heed.Kept{ID: heed.KeptID(id)}
		if !yield(kept, kept.Join(parts)) {
			return false
		}
	}
	return true
}

// DropKept removes a kept delivery, all its parts.
func (s Store) DropKept(ctx context.Context, k *heed.Kept) error {
	q := table.Query{PK: keptPK(k.At), From: k.ID[:], Before: after(k.ID[:])}
	for item, err := range s.all(ctx, q) {
		if err == nil {
			err = s.Table.Delete(ctx, item.Key, 0)
		}
		if err != nil {
			return fmt.Errorf("drop kept delivery: %w", err)
		}
	}
	return nil
}
