package records

import (
	"context"
	"iter"
	"slices"

	"heed/shared/heed"
	"heed/shared/table"
)

// DayBehind yields the rows decided on a day that come behind a row, in the
// order of shard and id; all of them behind the zero id. So whoever was
// stopped can go on.
func (s Store) DayBehind(ctx context.Context, day heed.Day, id heed.RowID) iter.Seq2[*heed.Row, error] {
	return func(yield func(*heed.Row, error) bool) {
		q := table.Query{Consistent: true}
		if id != (heed.RowID{}) {
			q.From = append(slices.Clone(id[:]), 0) // the least key behind it
		}
		for shard := id.Shard(); shard < Shards; shard++ {
			q.PK = dayPK(day, shard)
			for item, err := range s.all(ctx, q) {
				var row *heed.Row
				if err == nil {
					row, err = rowOf(item)
				}
				if !yield(row, err) || err != nil {
					return
				}
			}
			q.From = nil
		}
	}
}
