package boards

import (
	"math"
	"strconv"

	"heed/shared/heed"
	"heed/shared/markup"
)

// The picture of months, in pixels: where its axis ends at the top and, unless it
// is a smaller one, at the bottom, and how far below that the names of months and
// the years are written and it ends. Across it is as wide as there is room.
const (
	axisTop, axisEnd = 8, 168
	monthAt, yearAt  = 22, 38
	pictureEnd       = 44
)

// months is a program's score month by month, drawn, and as a table of the same
// numbers.
func (p *board) months(d *ProgramData, i int) {
	if !anyShown(d.Months) {
		return
	}
	p.Put(`<div class="over"><h3 id="m`).Num(i).Put(`">Month by month</h3>`)
	p.overTime(d, i)
	p.Put(`<p class="key soft"><span class="settled">settled</span><span class="open">provisional: answers can still come</span><span class="only">too few for one number: interval alone</span></p>`)
	p.Put(`<details><summary>The same as numbers</summary><table class="months"><caption class="away">Score by month</caption><thead><tr><th scope="col">Month</th><th scope="col">95% interval</th><th scope="col">Score</th><th scope="col">Answers</th><th scope="col">Standing</th></tr></thead><tbody>`)
	for k := range d.Months {
		m := &d.Months[k]
		p.Put(`<tr><th scope="row">`)
		p.number(m.Name, m.Behind, all)
		p.Put(`</th>`)
		p.verdict(&m.Measure)
		p.Put(`<td>`)
		p.number(answers(&m.Measure), m.Behind, answered)
		p.Put(`</td><td>`)
		if m.Settled {
			p.Put(`settled`)
		} else {
			p.Put(`provisional`)
		}
		p.Put(`</td></tr>`)
	}
	p.Put(`</tbody></table></details></div>`)
}

func anyShown(months []MonthData) bool {
	for i := range months {
		if months[i].Shown {
			return true
		}
	}
	return false
}

// overTime draws the months.
func (p *board) overTime(d *ProgramData, i int) {
	says := "Score of " + d.Name + " in each of " + strconv.Itoa(len(d.Months)) + " months"
	p.series("m"+strconv.Itoa(i)+"t", says, axisOf(scales[d.Ask], d.Months), d.Months)
}

// few is how many names have room beneath a picture on a phone.
const few = 6

// series draws what came one after the other: each interval a bar, dashed while
// answers can still come, each score a dot, hollow likewise, and a gap where there
// are too few.
func (p *board) series(id, says string, a axis, list []MonthData) {
	p.Put(`<svg class="time" role="img" aria-labelledby="`).Text(id).Put(`" width="100%" height="`).Num(a.end + pictureEnd)
	p.Put(`"><title id="`).Text(id).Put(`">`).Text(says).Put(`, with 95% intervals; the numbers are in the table below</title>`)
	for _, at := range a.ticks() {
		y := a.y(at)
		p.Put(`<line class="rule`).When(at == 0 && a.from < 0, ` zero`).Put(`" x1="0" x2="100%" y1="`).Put(y).Put(`" y2="`).Put(y).Put(`"/><text class="last" x="-8" y="`).Put(y).Put(`" dy="4">`).Text(minus(a.write(at))).Put(`</text>`)
	}
	for k := range list {
		m, x := &list[k], share(100*(float64(k)+0.5)/float64(len(list)))
		if m.Shown {
			p.Put(`<line class="bar`).When(!m.Settled, ` dashed`).Put(`" x1="`).Put(x).Put(`" x2="`).Put(x).Put(`" y1="`).Put(a.y(m.High)).Put(`" y2="`).Put(a.y(m.Low)).Put(`"/>`)
		}
		if m.Shown && !m.IntervalOnly {
			p.Put(`<circle class="dot`).When(!m.Settled, ` open`).Put(`" cx="`).Put(x).Put(`" cy="`).Put(a.y(m.At)).Put(`" r="5"/>`)
		}
		p.Put(`<text class="mid`).When(len(list) > few && (len(list)-1-k)%2 == 1, ` other`).Put(`" x="`).Put(x).Put(`" y="`).Num(a.end + monthAt).Put(`">`).Text(m.Short).Put(`</text>`)
		if m.Year != 0 {
			p.Put(`<text class="mid" x="`).Put(x).Put(`" y="`).Num(a.end + yearAt).Put(`">`).Num(m.Year).Put(`</text>`)
		}
	}
	p.Put(`</svg>`)
}

// An axis is the part of a scale that the months are drawn on, down to end.
type axis struct {
	from, to, step float64
	end            int
	write          func(x float64) string
}

// steps are how far apart marks may be, on any scale.
var steps = []float64{0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50}

// axisOf is as short as holds all intervals, with four marks or five at most, and
// never so short that chance looks like a mountain: a tenth of the scale.
func axisOf(s scale, months []MonthData) axis {
	low, high := math.Inf(1), math.Inf(-1)
	for i := range months {
		if m := &months[i]; m.Shown {
			low, high = min(low, m.Low), max(high, m.High)
		}
	}
	low, high = max(s.from, low), min(s.to, high)
	if least := (s.to - s.from) / 10; high-low < least {
		low = max(s.from, min((low+high-least)/2, s.to-least))
		high = low + least
	}
	a := axis{end: axisEnd}
	for _, a.step = range steps {
		a.from, a.to = a.step*math.Floor(low/a.step), a.step*math.Ceil(high/a.step)
		if (a.to-a.from)/a.step < 4.5 {
			break
		}
	}
	a.from, a.to = max(s.from, a.from), min(s.to, a.to)
	a.write = func(x float64) string { return s.write(x, a.step) }
	return a
}

// ticks are the marks.
func (a axis) ticks() []float64 {
	var list []float64
	for i := math.Ceil(a.from/a.step - 1e-9); i*a.step <= a.to+1e-9; i++ {
		list = append(list, i*a.step+0) // and never -0
	}
	return list
}

// y is where a score is drawn.
func (a axis) y(x float64) markup.Markup {
	part := (min(a.to, max(a.from, x)) - a.from) / (a.to - a.from)
	return markup.Markup(strconv.FormatFloat(float64(a.end)-part*float64(a.end-axisTop), 'f', 1, 64))
}

// write is a mark, of marks that are a step apart.
func (s scale) write(x, step float64) string {
	decimals := 0
	if step < 1 {
		decimals = 1
	}
	text := strconv.FormatFloat(x, 'f', decimals, 64)
	if s.name == scales[heed.CSAT].name {
		text += "%"
	}
	return text
}
