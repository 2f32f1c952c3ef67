package records

import (
	"context"
	"iter"
	"slices"

	"heed/shared/heed"
)

// DayBehind yields the rows decided on a day that come behind a row, in the
// order of shard and id; all of them behind the zero id. So whoever was
// stopped can go on.
func (s Store) DayBehind(ctx context.Context, day heed.Day, id heed.RowID) iter.Seq2[*heed.Row, error] {
	return func(yield func(*heed.Row, error) bool) {
		var from []byte
		if id != (heed.RowID{}) {
			from = append(slices.Clone(id[:]), 0) // the least key behind it
		}
		for shard := id.Shard(); shard < Shards; shard++ {
			for row, err := range s.shardFrom(ctx, day, shard, from) {
				if !yield(row, err) || err != nil {
					return
				}
			}
			from = nil
		}
	}
}
