package boards

import "strconv"

// SupportPart is the tickets of one value of a dimension.
type SupportPart struct {
	Value, Behind                          string
	Tickets                                uint64
	Resolution, FirstReply, Once, Reopened NumberData
	Score                                  NumberData
	Volume, ResolutionChange, ScoreChange  *ChangeData
}

// SupportMonth is a month's; as MonthData its score.
type SupportMonth struct {
	MonthData
	Over                                   bool // all of its tickets are solved
	Tickets                                uint64
	Resolution, FirstReply, Once, Reopened NumberData
	Said                                   NumberData // its score
}

// supportParts is the table by a dimension's values. What tells most comes first,
// so that a phone has it without moving the table.
func (p *board) supportParts(d *SupportProgram, by string, i int) {
	p.sideways("c", i)
	p.Put(`<table class="figs parts"><caption id="c`).Num(i).Put(`">By `).Text(by).Put(`</caption><thead><tr><th scope="col">`).Text(sentence(by))
	p.Put(`</th><th scope="col">Resolution, median</th><th scope="col">Score</th><th scope="col">Opened again</th><th scope="col">First contact</th><th scope="col">First reply, median</th><th scope="col">Tickets a day, change</th></tr></thead><tbody>`)
	for k := range d.Parts {
		s := &d.Parts[k]
		p.Put(`<tr id="r`).Num(i).Put(`-`).Num(k).Put(`"><th scope="row"><bdi>`).Text(s.Value).Put(`</bdi><span class="soft">`)
		p.number(count(s.Tickets), s.Behind, solved)
		p.Put(` tickets</span></th>`)
		p.cell(&s.Resolution, s.ResolutionChange)
		p.cell(&s.Score, s.ScoreChange)
		for _, n := range []*NumberData{&s.Reopened, &s.Once, &s.FirstReply} {
			p.cell(n, nil)
		}
		p.Put(`<td>`)
		p.shifted(s.Volume)
		p.Put(`</td></tr>`)
	}
	p.Put(`</tbody></table></div>`)
	p.leftOut(d.LeftOut, d.AllParts)
}

// cell is a number, and under it how it changed if that is no chance.
func (p *board) cell(n *NumberData, c *ChangeData) {
	p.Put(`<td>`)
	p.estimated(n)
	if c != nil && c.Sure {
		p.Put(`<span class="moved">changed `)
		p.shifted(c)
		p.Put(`</span>`)
	}
	p.Put(`</td>`)
}

// leftOut says how many smaller values there are, and where.
func (p *board) leftOut(n int, path string) {
	if n == 0 {
		return
	}
	p.Put(`<p class="soft rest">And `).Text(count(uint64(n))).Put(` with fewer tickets`)
	if path != "" {
		p.Put(`: <a href="`).Text(path).Put(`">show more of them</a>`)
	}
	p.Put(`.</p>`)
}

// monthly is the months: the times, and below on the same months what customers
// said; and a table of the same numbers.
func (p *board) monthly(d *SupportProgram, i int) {
	resolution, reply, score := d.drawn()
	if !anyShown(resolution) && !anyShown(reply) {
		return
	}
	p.Put(`<div class="over"><h3 id="m`).Num(i).Put(`">Month by month</h3>`)
	picture := func(id, what string, a axis, of []MonthData) {
		if anyShown(of) {
			p.Put(`<p class="soft drawn">`).Text(what).Put(`</p>`)
			p.series(id+strconv.Itoa(i)+"t", what+" of "+d.Name+" in each of "+strconv.Itoa(len(of))+" months", a, of)
		}
	}
	picture("s", "Median time to resolution", axisOfLengths(resolution, axisEnd), resolution)
	picture("f", "Median time to the first reply", axisOfLengths(reply, smallEnd), reply)
	below := axisOf(scales[d.Ask], score)
	below.end = smallEnd
	picture("m", scales[d.Ask].name, below, score)
	p.Put(`<p class="key soft"><span class="settled">settled</span><span class="open">can still change</span><span class="only">too few for one number: interval alone</span></p>`)
	p.Put(`<details><summary>The same as numbers</summary>`)
	p.sideways("m", i)
	p.Put(`<table class="figs"><caption class="away">Tickets by month</caption><thead><tr><th scope="col">Month</th><th scope="col">Resolution, median</th><th scope="col">Score</th><th scope="col">First reply, median</th><th scope="col">Opened again</th><th scope="col">First contact</th></tr></thead><tbody>`)
	for k := range d.Months {
		m := &d.Months[k]
		p.Put(`<tr><th scope="row">`).Text(m.Name).Put(`<span class="soft">`)
		p.number(count(m.Tickets), m.Behind, solved)
		p.Put(` tickets`).When(!m.Over, `, not over`).Put(`</span></th>`)
		for _, n := range []*NumberData{&m.Resolution, &m.Said, &m.FirstReply, &m.Reopened, &m.Once} {
			p.cell(n, nil)
		}
		p.Put(`</tr>`)
	}
	p.Put(`</tbody></table></div></details></div>`)
}

// smallEnd is where the smaller pictures end.
const smallEnd = 104

// drawn is the three pictures' months.
func (d *SupportProgram) drawn() (resolution, reply, score []MonthData) {
	of := func(m *SupportMonth, n *NumberData) MonthData {
		return MonthData{Name: m.Name, Short: m.Short, Year: m.Year, Measure: Measure{
			Shown: n.Shown, IntervalOnly: n.IntervalOnly, At: n.At, Low: n.Low, High: n.High, Settled: m.Over,
		}}
	}
	for i := range d.Months {
		m := &d.Months[i]
		resolution, reply, score = append(resolution, of(m, &m.Resolution)), append(reply, of(m, &m.FirstReply)), append(score, m.MonthData)
	}
	return resolution, reply, score
}
