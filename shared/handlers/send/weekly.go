package send

import (
	"context"
	"slices"
	"time"

	"heed/shared/heed"
)

// digestHour is when the digest goes on a Monday, by the team's clock.
const digestHour = 7

// digested is when the digest of a week is due: on the Monday after it.
func digested(week heed.Period, zone *time.Location) time.Time {
	y, m, d := (week.Last + 1).Start(time.UTC).Date()
	return time.Date(y, m, d, digestHour, 0, 0, 0, zone)
}

// weekly puts the notice of last week's digest once it is due. One that is more
// than NoticeServes late is not made any more.
func (h *Handler) weekly(ctx context.Context, now time.Time, known []*heed.Notice) ([]*heed.Notice, error) {
	week := heed.WeekOf(heed.DayOf(now, h.Config.Zone)).Before()
	due := digested(week, h.Config.Zone)
	if len(h.Config.Notify.Digest) == 0 || h.Sheets == nil || now.Before(due) || now.Sub(due) > heed.NoticeServes {
		return nil, nil
	}
	n := &heed.Notice{Kind: heed.Digest, Of: week.String(), Found: now}
	if slices.ContainsFunc(known, func(k *heed.Notice) bool { return k.Name() == n.Name() }) {
		return nil, nil
	}
	n.Address(h.Config.Notify.Digest)
	return h.first(ctx, n)
}
