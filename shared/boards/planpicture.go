package boards

import (
	"math"
	"strconv"
)

// days draws the mails over time as bars, and has their table folded beneath.
func (p *planned) days(d *PlanDays, variants []string) {
	most := 0.0
	for _, mails := range d.Mails {
		for _, m := range mails {
			most = max(most, m)
		}
	}
	most = above(most)
	p.Put(`<figure><figcaption>Expected mails a day, by `).Text(d.Unit).Put(`</figcaption>`)
	p.Put(`<svg class="days" aria-hidden="true" focusable="false" width="100%" height="190">`)
	p.Put(`<line class="grid" x1="0" x2="100%" y1="20" y2="20"/><line class="grid" x1="0" x2="100%" y1="95" y2="95"/><line class="axis" x1="0" x2="100%" y1="170" y2="170"/>`)
	for i := range d.Labels {
		p.stretch(d, i, most)
	}
	p.Put(`<text class="scale" x="0" y="14">`).Text(short(most)).Put(` mail`).When(short(most) != "1", "s").Put(` a day</text>`)
	p.Put(`<text class="scale" x="0" y="90">`).Text(short(most / 2)).Put(`</text>`)
	p.Put(`<text class="first" x="0" y="187">`).Text(d.Labels[0]).Put(`</text>`)
	if last := len(d.Labels) - 1; last > 0 {
		p.Put(`<text class="last" x="100%" y="187">`).Text(d.Labels[last]).Put(`</text>`)
	}
	p.Put(`</svg><details><summary>The same as a table</summary><table class="side"><thead><tr><th scope="col">`).Text(sentence(d.Unit)).Put(`</th>`)
	p.names(variants)
	p.Put(`</tr></thead><tbody>`)
	for i, label := range d.Labels {
		p.Put(`<tr><th scope="row">`).Text(label).Put(`</th>`)
		p.cells(d.Cells[i])
		p.Put(`</tr>`)
	}
	p.Put(`</tbody></table></details></figure>`)
}

// stretch draws the bars of one stretch of time, side by side.
func (p *planned) stretch(d *PlanDays, i int, most float64) {
	const left = 10 // of 100, for the scale
	wide := (100.0 - left) / float64(len(d.Labels))
	bar := wide * 0.8 / float64(len(d.Mails))
	for v, mails := range d.Mails {
		if most <= 0 || mails[i] <= 0 {
			continue
		}
		// 150 pixels are the highest; whole numbers are enough for a screen.
		high := max(1, int(150*mails[i]/most+0.5))
		x := left + float64(i)*wide + wide*0.1 + float64(v)*bar
		p.Put(`<rect class="v`).Num(v % 3).Put(`" x="`).Put(share(x)).Put(`" y="`).Num(170 - high)
		p.Put(`" width="`).Put(share(bar * 0.82)).Put(`" height="`).Num(high).Put(`"/>`)
	}
}

// short writes a number of mails in about two digits.
func short(x float64) string {
	if x >= 10 {
		return count(uint64(x + 0.5))
	}
	return strconv.FormatFloat(x, 'g', 2, 64)
}

// above is the next number that a scale may well end at, so that its half can
// be written in two digits too.
func above(x float64) float64 {
	if !(x > 0) {
		return 0
	}
	tens := math.Pow10(int(math.Floor(math.Log10(x))))
	for _, step := range []float64{1, 1.2, 1.6, 2, 3, 4, 5, 6, 8} {
		if x <= step*tens {
			return step * tens
		}
	}
	return 10 * tens
}

// by is the table of a dimension's values: how wide the interval of each
// value's score would be, as a picture and as numbers.
func (p *planned) by(t *PlanTable, variants []string) {
	p.Put(`<table class="parts byvalue"><caption>`).Text(sentence(t.Cell)).Put(`, by `).Text(t.By).Put(`</caption><thead><tr><th scope="col">`)
	p.Text(sentence(t.By)).Put(`</th>`)
	if t.Widths != "" {
		p.Put(`<th scope="col" class="pic" aria-hidden="true"><span class="ends"><span>`).Text(t.LeastText).Put(`</span><span>`).Text(t.MostText).Put(`</span></span></th>`)
	}
	p.Put(`<th scope="col" class="rate">`).Text(sentence(t.Count)).Put(`</th>`)
	p.names(variants)
	p.Put(`</tr></thead><tbody>`)
	for i := range t.Lines {
		p.line(t, &t.Lines[i])
	}
	p.Put(`</tbody></table>`)
	if t.Others != "" {
		p.Put(`<p class="soft others">`).Text(t.Others).Put(`</p>`)
	}
}

func (p *planned) line(t *PlanTable, l *PlanLine) {
	p.Put(`<tr><th scope="row"><bdi>`).Text(l.Value).Put(`</bdi></th>`)
	if t.Widths != "" {
		p.Put(`<td class="pic"><svg class="widths" aria-hidden="true" focusable="false" width="100%" height="36"><line class="axis" x1="0" x2="100%" y1="18" y2="18"/>`)
		for v, x := range l.Widths {
			if x >= 0 && t.Most > t.Least { // a lane for each variant: equal ones must not hide each other
				at := 100 * (x - t.Least) / (t.Most - t.Least)
				p.Put(`<circle class="v`).Num(v % 3).Put(`" cx="`).Put(share(max(0, min(100, at)))).Put(`" cy="`).Num(6 + v%3*12).Put(`" r="4"/>`)
			}
		}
		p.Put(`</svg></td>`)
	}
	p.Put(`<td class="rate">`).Text(l.Count).Put(`</td>`)
	p.cells(l.Cells)
	p.Put(`</tr>`)
}
