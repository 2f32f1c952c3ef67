package report

import (
	"cmp"
	"math"
	"strconv"

	"heed/shared/boards"
	"heed/shared/figures"
	"heed/shared/heed"
	"heed/shared/service"
)

// Numbers of service as people read them. They are rounded here, and nowhere
// before.

// A writer writes numbers of one kind, and what unit stands once behind them.
type writer struct {
	write func(float64) string
	unit  string
}

var (
	durations = writer{boards.Lasting, ""}
	shares    = writer{percentage, ""}
	ratios    = writer{grown, ""}
	apartBy   = writer{func(x float64) string { return signed(100*x, 0) }, " points"} // of shares
	plain     = writer{func(x float64) string { return decimal(x, 0) }, ""}
)

// text writes an estimate and its interval.
func (w writer) text(e *service.Estimate) (text, interval string) {
	return w.write(e.Value) + w.unit, w.write(e.Low) + " to " + w.write(e.High) + w.unit
}

// number is an estimate; what it is without one says why.
func number(e *service.Estimate, why string, n uint64, only bool, behind string, as writer) boards.NumberData {
	d := boards.NumberData{N: n, Behind: behind, IntervalOnly: only}
	if e == nil {
		d.Reason = cmp.Or(why, figures.TooFew)
		return d
	}
	d.Shown, d.At, d.Low, d.High = true, e.Value, e.Low, e.High
	d.Text, d.Interval = as.text(e)
	return d
}

// lasting is one of a time's numbers.
func lasting(t *service.Time, e *service.Estimate, behind string) boards.NumberData {
	return number(e, t.Reason, t.N, t.IntervalOnly, behind, durations)
}

// shareOf is a share, and of how many; behind are those that are in it.
func shareOf(s *service.Share, behind string) boards.NumberData {
	if !s.Shown {
		behind = "" // what is said then is of how many, and these are others
	}
	return number(s.Share, s.Reason, s.Of, s.IntervalOnly, behind, shares)
}

// score is a figure's, and the answers behind it.
func score(f *figures.Figure, behind string) boards.NumberData {
	d := boards.NumberData{Shown: f.Shown, Reason: f.Reason, N: f.N, IntervalOnly: f.IntervalOnly, Behind: ofQuery(behind, "counted", "yes")}
	if f.Shown {
		d.Text, d.Interval = f.Display()
		d.At, d.Low, d.High = *f.Score, *f.Low, *f.High
	}
	return d
}

// shift is a change as people read it, of ratios by how much per cent; nil where
// there is none.
func shift(c *service.Change, ratio bool) *boards.ChangeData {
	if !c.Shown || c.Change == nil {
		return nil
	}
	as := apartBy
	if ratio {
		as = ratios
	}
	d := &boards.ChangeData{Sure: c.Sure}
	d.Text, d.Interval = as.text(c.Change)
	return d
}

// percentage writes a share: 12%, and 0.4% where it is below one.
func percentage(x float64) string {
	if 0 < x && x < 0.01 {
		return decimal(100*x, 1) + "%"
	}
	return decimal(100*x, 0) + "%"
}

// grown writes a ratio by how much it is above or below 1: +12%, -8%.
func grown(x float64) string { return signed(100*(x-1), 0) + "%" }

// signed writes a number with its sign, 0 without.
func signed(x float64, decimals int) string {
	text := decimal(x, decimals)
	if x > 0 && text != decimal(0, decimals) {
		return "+" + text
	}
	return text
}

// decimal rounds halves away from 0, and never to -0.
func decimal(x float64, decimals int) string {
	tens := math.Pow10(decimals)
	return strconv.FormatFloat(math.Round(x*tens)/tens+0, 'f', decimals, 64)
}

// beyond writes differences of scores.
func beyond(ask heed.Ask) writer {
	decimals := 0
	if ask == heed.CES {
		decimals = 1
	}
	return writer{func(x float64) string { return signed(x, decimals) }, unitOf(ask)}
}
