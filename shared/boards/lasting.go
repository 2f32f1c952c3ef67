package boards

import (
	"math"
	"strconv"
)

// units are those that people write durations in, from the longest.
var units = []struct {
	seconds float64
	name    string
}{{86400, "d"}, {3600, "h"}, {60, "min"}, {1, "s"}}

// Lasting writes a duration in seconds as people do, with the two units that
// tell most of it: "2 d 3 h", "4 h 12 min", "35 min", "4 min 30 s". From ten days,
// and from ten minutes to an hour, one is enough.
func Lasting(seconds float64) string {
	finest := 1.0
	for _, from := range [][2]float64{{600, 60}, {86400, 3600}, {864000, 86400}} {
		if seconds >= from[0] {
			finest = from[1]
		}
	}
	if 3600 <= seconds && seconds < 86400 {
		finest = 60
	}
	left := finest * math.Round(seconds/finest)
	text := ""
	for _, u := range units {
		n := math.Floor(left / u.seconds)
		if n == 0 {
			continue
		}
		if left -= n * u.seconds; text != "" {
			text += "\u00a0" // so that no line ends within
		}
		text += strconv.FormatFloat(n, 'f', 0, 64) + "\u00a0" + u.name
	}
	if text == "" {
		return "0\u00a0s"
	}
	return text
}

// lengths are how far apart marks may be on an axis of durations, in seconds.
var lengths = []float64{
	1, 2, 5, 10, 20, 30, 60, 120, 300, 600, 1200, 1800, 3600, 7200, 4 * 3600, 6 * 3600, 12 * 3600,
	86400, 2 * 86400, 5 * 86400, 10 * 86400, 20 * 86400, 50 * 86400, 100 * 86400, 200 * 86400, 500 * 86400,
}

// marksApart is how many pixels marks are apart at least.
const marksApart = 30

// axisOfLengths begins at nothing, so that what looks twice as long is.
func axisOfLengths(months []MonthData, end int) axis {
	high := 0.0
	for i := range months {
		if months[i].Shown {
			high = max(high, months[i].High)
		}
	}
	a := axis{end: end, write: func(x float64) string {
		if x == 0 {
			return "0"
		}
		return Lasting(x)
	}}
	most := float64(end-axisTop)/marksApart + 0.5
	for _, a.step = range lengths {
		if a.to = a.step * max(1, math.Ceil(high/a.step)); a.to/a.step < most {
			break
		}
	}
	return a
}
