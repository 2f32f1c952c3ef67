package plan

import (
	"time"

	"heed/shared/heed"
)

// How far out of order a history may be. Systems note a touchpoint a little
// late, and that hardly matters; but one that is shuffled has its touchpoints
// decided with the ledgers of other days, and its plan would be wrong without
// looking so.
const (
	worstLate = 7 * 24 * time.Hour // none may stand later than this after a later one
	late      = 24 * time.Hour     // few may stand later than this
	fewLate   = 100                // one in so many
)

// An order watches that touchpoints come as they happened.
type order struct {
	latest time.Time
	late   uint64
}

// take looks at the next touchpoint.
func (o *order) take(at time.Time) error {
	if at.After(o.latest) {
		o.latest = at
		return nil
	}
	switch behind := o.latest.Sub(at); {
	case behind > worstLate:
		return heed.Errorf(heed.Invalid, "the history is not in order: a touchpoint of %s stands after one of %s; %s",
			at.Format(time.DateOnly), o.latest.Format(time.DateOnly), howToSort)
	case behind > late:
		o.late++
	}
	return nil
}

// judge looks at all, n of them.
func (o *order) judge(n uint64) error {
	if o.late*fewLate <= n {
		return nil
	}
	return heed.Errorf(heed.Invalid, "the history is not in order: %d of %d touchpoints stand more than a day after a later one; %s", o.late, n, howToSort)
}

const howToSort = `sort the history by at, the oldest first, as with
  jq -sc 'sort_by(.decision.decided_at // .at)[]' history.jsonl > sorted.jsonl
For CSV see docs/plan.md`
