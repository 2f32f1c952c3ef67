package outbound

import (
	"fmt"
	"math"
	"net/http"
	"strconv"
	"strings"
	"time"

	"heed/shared/heed"
)

// A Later is that a vendor can't be asked now.
type Later struct {
	Source  string
	Why     string        // in our words
	After   time.Duration // to be left alone for; 0 where only this one thing can't be had
	Trouble heed.Trouble
}

func (l *Later) Error() string {
	return fmt.Sprintf("the vendor of %s cannot be asked now: %s", l.Source, l.Why)
}

// Unwrap makes it heed.Unavailable.
func (l *Later) Unwrap() error { return heed.Errorf(heed.Unavailable, "try again later") }

// How long a source is left alone that does not say it.
const (
	downFor    = 30 * time.Second // as long as a batch of touchpoints may take
	busyFor    = time.Minute
	refusedFor = time.Minute
	atMost     = time.Hour // whatever it says
)

// retryAfter is how long the vendor wants to be left alone, in seconds or until
// a date (RFC 9110, section 10.2.3), from one second to an hour.
func (a *answer) retryAfter(now time.Time, usual time.Duration) time.Duration {
	text := strings.TrimSpace(a.header.Get("Retry-After"))
	wait := usual
	if seconds, err := strconv.ParseFloat(text, 64); err == nil && !math.IsNaN(seconds) {
		wait = time.Duration(min(max(math.Ceil(seconds), 0), atMost.Seconds())) * time.Second
	} else if at, err := http.ParseTime(text); err == nil {
		wait = at.Sub(now)
	}
	return min(max(wait, time.Second), atMost)
}
