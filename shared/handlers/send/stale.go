package send

import (
	"context"
	"time"

	"heed/shared/handlers/window"
	"heed/shared/heed"
	"heed/shared/sampling"
	"heed/shared/surveys"
)

const (
	linksLapse = time.Hour      // after being due: whoever asked for one waits for it now
	leastTime  = 24 * time.Hour // that a reminder leaves to answer
)

// over deals with what has come between the mail's planning and now. It reports
// whether there is nothing more to do for it in this tick.
func (t *task) over(ctx context.Context) (bool, error) {
	now, last := t.Now(), t.last()
	if now.After(last) {
		return true, t.end(ctx, heed.Lapsed)
	}
	if unwanted(t.Config, t.row, t.name, now) {
		return true, t.end(ctx, heed.Cancelled)
	}
	return t.outside(ctx, now, last)
}

// declined ends a mail to somebody who is not to be mailed, and reports whether
// it did.
func (t *task) declined(ctx context.Context) (bool, error) {
	why, err := t.Store.Suppression(ctx, t.row.Mailed())
	if err != nil || !forbidden(t.row, t.name, why) {
		return false, err
	}
	return true, t.end(ctx, heed.Cancelled)
}

// last is the last moment at which the mail may go. That of an invitation
// counts from when it was first due, which its ledger knows, whatever held it
// up since.
func (t *task) last() time.Time {
	switch t.name.Kind {
	case invitation.Kind:
		if p := t.Config.Program(t.row.Program); p != nil {
			return sampling.Last(p, t.row, t.Config.Clock(t.row.Invitation.Zone))
		}
		return t.row.Due.Add(heed.LapsesAfter)
	case heed.ExportLink, heed.ForgetLink:
		return t.due.Add(linksLapse)
	}
	return t.due.Add(heed.LapsesAfter)
}

// unwanted reports whether the row itself says that the mail is not to go: it
// has its answer, or none would count any more.
func unwanted(config *surveys.Config, r *heed.Row, name heed.FurtherName, now time.Time) bool {
	i := r.Invitation
	switch name.Kind {
	case invitation.Kind:
		return config.Program(r.Program) == nil
	case heed.Reminder:
		return r.Heard() || i.Fate != heed.NoFate || window.Closed(config, r, now.Add(leastTime))
	case heed.QuestionBack:
		return r.Response != nil || window.Closed(config, r, now)
	}
	return false
}

// forbidden reports whether the customer is not to be mailed. A link they asked
// for themselves is, unless the address is none or took our mail for spam.
func forbidden(r *heed.Row, name heed.FurtherName, why sampling.Suppression) bool {
	if name.Kind != heed.ExportLink && name.Kind != heed.ForgetLink {
		return why != 0
	}
	bad := func(fate heed.Fate) bool { return fate == heed.Bounced || fate == heed.Complained }
	for k := range r.Invitation.Further {
		if bad(r.Invitation.Further[k].Fate) {
			return true
		}
	}
	return bad(r.Invitation.Fate) || why == sampling.AddressBounced || why == sampling.ReportedSpam
}
