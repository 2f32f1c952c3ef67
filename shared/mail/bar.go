package mail

import (
	"html/template"
	"math"

	"heed/shared/figures"
	"heed/shared/heed"
)

// A bar is a score's interval on its scale, drawn with the cells of a table:
// mail programs leave pictures out, drop SVG, and turn colours round by night,
// but all of them show a table with coloured cells. Its numbers stand beside it
// as text, and it holds none.
type bar struct {
	Low, High string // the scale's ends
	Pieces    []piece
}

// A piece is a cell as wide as that percentage of the bar.
type piece struct {
	Width int
	Look  template.HTMLAttr
}

// Colours of a bar: the ground's own beside the interval; for it a grey that is
// seen on both grounds; and for the score an edge in the interval.
const (
	outside template.HTMLAttr = `class="ground" bgcolor="#f5f3ee" style="padding:0; font-size:1px; line-height:14px;"`
	within  template.HTMLAttr = `bgcolor="#83888f" style="padding:0; font-size:1px; line-height:14px; background-color:#83888f;"`
	marked  template.HTMLAttr = `class="ink" bgcolor="#83888f" style="padding:0; font-size:1px; line-height:14px; background-color:#83888f; color:#1b1c1e; border-left:5px solid;"`
)

var ends = map[heed.Ask]struct {
	from, to  float64
	low, high string
}{heed.NPS: {-100, 100, "−100", "100"}, heed.CSAT: {0, 100, "0%", "100%"}, heed.CES: {1, 7, "1", "7"}}

// drawn is the bar of a figure that is shown.
func drawn(f *figures.Figure) *bar {
	end := ends[f.Ask]
	at := func(x float64) int {
		return int(math.Round(100 * math.Min(math.Max((x-end.from)/(end.to-end.from), 0), 1)))
	}
	low, high := min(at(*f.Low), 98), max(at(*f.High), 2)
	high = max(high, low+2)
	b := &bar{Low: end.low, High: end.high}
	b.add(low, outside)
	if f.IntervalOnly {
		b.add(high-low, within)
	} else {
		score := min(max(at(*f.Score), low+1), high-1)
		b.add(score-low, within)
		b.add(high-score, marked)
	}
	b.add(100-high, outside)
	return b
}

func (b *bar) add(width int, look template.HTMLAttr) {
	if width > 0 {
		b.Pieces = append(b.Pieces, piece{width, look})
	}
}
