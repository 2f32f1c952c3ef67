package sources

import (
	"strconv"
	"strings"
	"time"
)

// maxHandled is longer than people work on any one thing. What is more was not
// in seconds.
const maxHandled = 366 * 24 * time.Hour

// seconds is the value if it is how long people worked, in whole or broken
// seconds; 0 if not. What is left of a second is dropped.
func (t text) seconds() time.Duration {
	n, err := strconv.ParseFloat(t.plain(), 64)
	if err != nil || !(n >= 0 && n <= maxHandled.Seconds()) {
		return 0
	}
	return time.Duration(n) * time.Second
}

// clock is the value if it is how long people worked, in hours, minutes and
// perhaps seconds: 01:25, 01:25:30; 0 if not. A number alone does not say of
// what.
func (t text) clock() time.Duration {
	parts := strings.Split(t.plain(), ":")
	if len(parts) != 2 && len(parts) != 3 {
		return 0
	}
	var total time.Duration
	unit := time.Hour
	for i, part := range parts {
		n, err := strconv.ParseUint(part, 10, 16)
		if err != nil || i > 0 && n >= 60 {
			return 0
		}
		total, unit = total+time.Duration(n)*unit, unit/60
	}
	if total > maxHandled {
		return 0
	}
	return total
}
