package figures

import (
	"fmt"
	"math"
	"strconv"
)

// Display writes the score and its interval as people read them: "-38" and
// "-59 to -11", "54%" and "40% to 67%", "4.4" and "3.9 to 4.8". This is the one
// place where they are rounded. Of a figure that is not shown the score is the
// reason, and the interval "".
func (f *Figure) Display() (score, interval string) {
	if !f.Shown {
		return f.Reason, ""
	}
	m := measures[f.Ask]
	return m.write(*f.Score), m.write(*f.Low) + " to " + m.write(*f.High)
}

// InWords writes a score with its interval and n, as sentences hold it: "61% (54%
// to 68%), of 120 answers"; of few answers the interval alone.
func (f *Figure) InWords() string {
	score, interval := f.Display()
	switch {
	case !f.Shown:
		return "a score of too few answers to show"
	case f.IntervalOnly:
		return fmt.Sprintf("%s, of %d answers", interval, f.N)
	}
	return fmt.Sprintf("%s (%s), of %d answers", score, interval, f.N)
}

func (m *measure) write(x float64) string {
	return strconv.FormatFloat(round(x, m.decimals), 'f', m.decimals, 64) + m.unit
}

// round rounds halves away from 0, and never to -0.
func round(x float64, decimals int) float64 {
	tens := math.Pow10(decimals)
	if r := math.Round(x * tens); r != 0 {
		return r / tens
	}
	return 0
}
