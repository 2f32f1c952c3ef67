package figures

import (
	"time"

	"heed/shared/heed"
	"heed/shared/sampling"
	"heed/shared/surveys"
)

// Settled reports whether the figures of a day can no longer change by an
// answer: the last touchpoint of the day was decided when the day ended in
// zone, its invitation was due after the program's delay and in its hours, sent
// at the latest when it would have lapsed, and answered at the latest when its
// window closed.
// A figure of several days is settled when the last of them is.
func Settled(day heed.Day, p *surveys.Program, zone *time.Location, now time.Time) bool {
	last := (day + 1).Start(zone).Add(sampling.Waits(p) + p.Window)
	return !now.Before(last)
}
