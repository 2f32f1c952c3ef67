package records

import (
	"context"
	"errors"
	"fmt"
	"time"

	"heed/shared/heed"
	"heed/shared/table"
)

const controlFormat = 1

func control(pk string) table.Key { return table.Key{PK: pk, SK: []byte("0")} }

// homeKey is where the table is told its own name.
var homeKey = table.Key{PK: table.PausePK, SK: []byte("home")}

// Paused reports whether nothing may be sent: the operator has said so, or the
// table bears another name than it was last told, as one does that was
// restored from a backup. Then what it says is due may long have gone.
func (s Store) Paused(ctx context.Context, name string) (bool, error) {
	_, err := s.Table.Get(ctx, control(table.PausePK))
	if err == nil {
		return true, nil
	}
	if !errors.Is(err, table.ErrNotFound) {
		return false, fmt.Errorf("read pause: %w", err)
	}
	home, _, err := s.home(ctx)
	return home != "" && home != name, err
}

func (s Store) home(ctx context.Context) (string, uint64, error) {
	item, err := s.Table.Get(ctx, homeKey)
	if err != nil && !errors.Is(err, table.ErrNotFound) {
		return "", 0, fmt.Errorf("read the table's name: %w", err)
	}
	return string(item.Data), item.Version, nil
}

// PutHome tells a table its name, unless it was told one before.
func (s Store) PutHome(ctx context.Context, name string) error {
	home, version, err := s.home(ctx)
	if err != nil || home != "" {
		return err
	}
	return s.put(ctx, table.Item{Key: homeKey, Data: []byte(name)}, version)
}

// Pause stops sending until Resume. Doing either twice changes nothing.
func (s Store) Pause(ctx context.Context) error {
	err := s.Table.PutIfAbsent(ctx, table.Item{Key: control(table.PausePK), Data: []byte{controlFormat}})
	if err != nil && !errors.Is(err, table.ErrConflict) {
		return fmt.Errorf("write pause: %w", err)
	}
	return nil
}

// Resume lets sending go on, from the table of that name.
func (s Store) Resume(ctx context.Context, name string) error {
	err := again(ctx, func() error {
		home, version, err := s.home(ctx)
		if err != nil || home == name {
			return err
		}
		return s.put(ctx, table.Item{Key: homeKey, Data: []byte(name)}, version)
	})
	if err != nil {
		return err
	}
	if err := s.Table.Delete(ctx, control(table.PausePK), 0); err != nil {
		return fmt.Errorf("remove pause: %w", err)
	}
	return nil
}

// RolledUp returns the start of the last roll-up that finished; zero if none
// did yet.
func (s Store) RolledUp(ctx context.Context) (time.Time, error) {
	at, _, err := s.instant(ctx, table.RollupPK)
	return at, err
}

// PutRolledUp records that a roll-up that began at start has finished.
func (s Store) PutRolledUp(ctx context.Context, start time.Time) error {
	return again(ctx, func() error {
		at, version, err := s.instant(ctx, table.RollupPK)
		if err != nil || !start.After(at) {
			return err
		}
		return s.putInstant(ctx, table.RollupPK, start, version)
	})
}

// auditedKey is where the last day is kept whose draws were audited.
var auditedKey = table.Key{PK: table.RollupPK, SK: []byte("audited")}

// Audited returns the last day whose draws were audited, 0 if none was, and the
// version to give to PutAudited.
func (s Store) Audited(ctx context.Context) (heed.Day, uint64, error) {
	item, err := s.Table.Get(ctx, auditedKey)
	if errors.Is(err, table.ErrNotFound) {
		return 0, 0, nil
	}
	if err != nil {
		return 0, 0, fmt.Errorf("read the last audit: %w", err)
	}
	u := unpacker{b: item.Data}
	u.version(controlFormat)
	day := heed.Day(u.uint())
	return day, item.Version, u.done()
}

// PutAudited records that the draws of a day were audited. That somebody else
// has recorded it meanwhile is no error.
func (s Store) PutAudited(ctx context.Context, day heed.Day, version uint64) error {
	var p packer
	p.byte(controlFormat)
	p.uint(uint64(day))
	err := s.put(ctx, table.Item{Key: auditedKey, Data: p.b}, version)
	if err != nil && !errors.Is(err, table.ErrConflict) {
		return fmt.Errorf("write the last audit: %w", err)
	}
	return nil
}

func (s Store) instant(ctx context.Context, pk string) (time.Time, uint64, error) {
	item, err := s.Table.Get(ctx, control(pk))
	if errors.Is(err, table.ErrNotFound) {
		return time.Time{}, 0, nil
	}
	if err != nil {
		return time.Time{}, 0, err
	}
	u := unpacker{b: item.Data}
	u.version(controlFormat)
	at := u.time()
	return at, item.Version, u.done()
}

func (s Store) putInstant(ctx context.Context, pk string, at time.Time, version uint64) error {
	var p packer
	p.byte(controlFormat)
	p.time(at)
	return s.put(ctx, table.Item{Key: control(pk), Data: p.b}, version)
}
