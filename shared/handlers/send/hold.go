package send

import (
	"errors"
	"math/rand/v2"
	"time"

	"heed/shared/mail"
	"heed/shared/records"
)

// A service that takes none of so many mails in a row, each a while after the
// one before, is left alone.
const (
	patience = 3
	aWhile   = time.Second
)

// How long a hold is: SES names no time itself, and advises to wait for up to
// ten minutes: https://docs.aws.amazon.com/ses/latest/dg/manage-sending-quotas-errors.html
const (
	firstHold   = time.Minute
	longestHold = 10 * time.Minute
)

// holds reports whether the service is left alone for now, and tells the
// operator.
func (r *round) holds(err error) bool {
	halted := errors.Is(err, mail.ErrHalted)
	if !halted && r.vain < patience {
		return false
	}
	now, pause := r.Now(), longestHold
	if !halted {
		pause = pauseAfter(r.hold, now)
	}
	r.hold = records.Hold{Until: now.Add(pause), Times: min(r.hold.Times, 99) + 1}
	length := pause.Round(time.Second).String()
	if halted {
		r.Log.Error("sending halted", "for", length, "cause", err.Error())
	} else {
		r.Log.Warn("sending held off", "for", length, "cause", err.Error())
	}
	return true
}

// pauseAfter is how long to pause after the last hold: twice as long each time,
// less up to a quarter, so that not all who are held off come back at once. A
// last one that is long over counts no more.
func pauseAfter(last records.Hold, now time.Time) time.Duration {
	times := last.Times
	if now.Sub(last.Until) > longestHold {
		times = 0
	}
	pause := min(firstHold<<min(times, 4), longestHold)
	return pause - rand.N(pause/4)
}
