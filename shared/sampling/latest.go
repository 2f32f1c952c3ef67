package sampling

import (
	"time"

	"heed/shared/heed"
	"heed/shared/surveys"
)

// lapse is how many days after being due an invitation may still be sent where
// there are no hours.
const lapse = heed.Day(heed.LapsesAfter / (24 * time.Hour))

// Grace is how long after the hours a mail may still go that would else never
// go: it was due in them, and too many before it, or the mail service, held it up.
const Grace = time.Hour

// Latest is the last moment at which an invitation may go that was due then,
// which is what its ledger counts the quiet days from: two days later, or, where
// the program has hours, the grace into the first that are open by then. So a
// sender that is held up for two days finds a time for each mail, and a weekend
// behind a bad Friday drops none.
func Latest(p *surveys.Program, due time.Time, zone *time.Location) time.Time {
	last := due.Add(heed.LapsesAfter)
	if p.Hours == (surveys.Hours{}) {
		return last
	}
	return p.Hours.Next(last, zone).Add(Grace)
}

// Waits is how long after its decision an invitation may still be sent, at most.
func Waits(p *surveys.Program) time.Duration {
	longest := p.Delay + heed.LapsesAfter
	if p.Hours != (surveys.Hours{}) {
		longest += 2*p.Hours.Longest() + Grace
	}
	return longest
}

// days rounds up to whole days.
func days(d time.Duration) heed.Day {
	const day = 24 * time.Hour
	return heed.Day((d + day - 1) / day)
}

// Last is the last moment at which the row's invitation may go. Its program may
// have other hours by now than its ledger was told of: they may hold it up no
// longer than the ledger knows, and make it lapse no sooner than after two days.
func Last(p *surveys.Program, r *heed.Row, zone *time.Location) time.Time {
	sure := r.Due.Add(heed.LapsesAfter)
	told := (r.Expires - heed.Day(p.Quiet) + 1).Start(time.UTC).Add(-time.Millisecond)
	last := Latest(p, r.Due, zone)
	if told.Before(last) {
		last = told
	}
	if last.Before(sure) {
		return sure
	}
	return last
}
