package send

import (
	"context"
	"time"

	"heed/shared/heed"
	"heed/shared/sampling"
	"heed/shared/surveys"
)

// outside puts a mail off whose program's hours are over by the customer's
// clock, and reports whether it did. Only what nobody waits for keeps to hours.
//
// An invitation is due within them. Where it is held up beyond them it waits
// for the next ones, as far as they begin before its last moment: later it must
// not go, since its ledger counts the quiet days from then. If they don't, it
// goes within the grace or lapses.
func (t *task) outside(ctx context.Context, now, last time.Time) (bool, error) {
	program := t.Config.Program(t.row.Program)
	if program == nil || t.name != invitation && t.name.Kind != heed.Reminder {
		return false, nil
	}
	if t.name.Kind == heed.Reminder {
		last = now.Add(program.Hours.Longest() + sampling.Grace) // it is due when its hours begin
	}
	at, ok := opens(program.Hours, t.Config.Clock(t.row.Invitation.Zone), now, last)
	switch {
	case !ok:
		return true, t.end(ctx, heed.Lapsed)
	case at.Equal(now):
		return false, nil
	}
	return true, t.change(ctx, func(r *heed.Row, c *course) bool {
		waits := c.claimed.Equal(t.claimed)
		if waits {
			*c.claimed, r.Invitation.NotBefore = time.Time{}, at
		}
		return waits
	})
}

// opens returns when a mail may go that may not go after last: now, or when the
// hours begin; false if that is never.
func opens(h surveys.Hours, zone *time.Location, now, last time.Time) (at time.Time, ok bool) {
	at = h.Next(now, zone)
	switch {
	case at.Equal(now), !at.Add(sampling.Grace).After(last): // a sender that comes a little late still finds it
		return at, true
	case !h.Next(now.Add(-sampling.Grace), zone).After(now): // they were open in between
		return now, true
	}
	return at, false
}
