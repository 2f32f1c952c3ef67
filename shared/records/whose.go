package records

import (
	"context"
	"errors"
	"fmt"

	"heed/shared/heed"
	"heed/shared/surveys"
	"heed/shared/table"
)

// Rescoped keeps whose peace is kept, and returns until which day decisions of
// before a change of it may still keep somebody quiet; 0 if it was never another.
// reach is how many days a decision can keep quiet, by the configuration of now;
// the longest that was ever told counts, and is returned.
func (s Store) Rescoped(ctx context.Context, kind surveys.Scope, reach, today heed.Day) (until, longest heed.Day, err error) {
	err = again(ctx, func() error {
		was, version, err := s.whose(ctx)
		if err != nil {
			return err
		}
		is := was
		is.reach = max(was.reach, reach)
		if version == 0 || was.kind != kind {
			is.kind, is.since = kind, today
		}
		if version == 0 {
			is.since = 0 // a new table, of which nothing came before
		}
		if until = 0; is.since > 0 {
			until = is.since + is.reach
		}
		longest = is.reach
		if is == was {
			return nil
		}
		var p packer
		p.byte(controlFormat)
		p.string(string(is.kind))
		p.uint(uint64(is.since))
		p.uint(uint64(is.reach))
		return s.put(ctx, table.Item{Key: control(table.ScopePK), Data: p.b}, version)
	})
	return until, longest, err
}

// whose is the kind of scope that decisions are made in, and since when.
type whose struct {
	kind  surveys.Scope
	since heed.Day // 0 if from the beginning
	reach heed.Day // a number of days
}

func (s Store) whose(ctx context.Context) (w whose, version uint64, err error) {
	item, err := s.Table.Get(ctx, control(table.ScopePK))
	if errors.Is(err, table.ErrNotFound) {
		return whose{}, 0, nil
	}
	if err != nil {
		return whose{}, 0, fmt.Errorf("read whose peace is kept: %w", err)
	}
	u := unpacker{b: item.Data}
	u.version(controlFormat)
	w.kind = surveys.Scope(u.string())
	w.since, w.reach = heed.Day(u.uint()), heed.Day(u.uint())
	return w, item.Version, u.done()
}
