package report

import (
	"fmt"
	"strconv"
	"strings"

	"heed/shared/boards"
	"heed/shared/figures"
	"heed/shared/loyalty"
	"heed/shared/service"
)

// shareData is a share of 0 to 1 as people read it: 12%, 1.3% and 0.12%.
func shareData(s *service.Share) boards.Stated {
	if !s.Shown {
		return boards.Stated{Reason: s.Reason}
	}
	return percentData(s.Share, s.IntervalOnly)
}

func percentData(e *service.Estimate, intervalOnly bool) boards.Stated {
	decimals := 0
	for least := 0.0995; decimals < 2 && e.Value < least; least /= 10 {
		decimals++
	}
	write := func(x float64) string { return strconv.FormatFloat(100*x, 'f', decimals, 64) + "%" }
	return boards.Stated{
		Shown: true, IntervalOnly: intervalOnly, Text: write(e.Value), Interval: write(e.Low) + " to " + write(e.High),
		At: 100 * e.Value, Low: 100 * e.Low, High: 100 * e.High,
	}
}

// churnData is a rate likewise.
func churnData(e *loyalty.Estimate) boards.Stated {
	if e == nil {
		return boards.Stated{Reason: figures.TooFew}
	}
	return percentData(&e.Estimate, e.IntervalOnly)
}

// effectData is a difference of scores.
func effectData(d *figures.Difference) boards.Stated {
	if d == nil || !d.Shown {
		return boards.Stated{Reason: figures.TooFew}
	}
	s := boards.Stated{Shown: true, IntervalOnly: d.IntervalOnly, At: *d.Difference, Low: *d.Low, High: *d.High}
	if s.Text, s.Interval = gap(d); !s.IntervalOnly {
		s.Interval = strings.TrimSuffix(s.Interval, unitOf(d.Ask)) // as the number before it says
	}
	return s
}

// pointsData is a difference of shares, in points.
func pointsData(e *service.Estimate, intervalOnly bool) boards.Stated {
	s := boards.Stated{
		Shown: true, IntervalOnly: intervalOnly, At: 100 * e.Value, Low: 100 * e.Low, High: 100 * e.High,
		Text: fmt.Sprintf("%+.0f points", 100*e.Value), Interval: fmt.Sprintf("%.0f to %.0f", 100*e.Low, 100*e.High),
	}
	if intervalOnly {
		s.Interval += " points"
	}
	return s
}

// countedOf is a figure as people read it, with the answers that its score is made
// of for all that came.
func countedOf(f *figures.Figure) boards.Measure {
	m := measure(f)
	m.Answered = f.N
	return m
}
