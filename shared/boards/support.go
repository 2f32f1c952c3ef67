package boards

import (
	"io"

	"heed/shared/heed"
	"heed/shared/markup"
)

// SupportData is how tickets were dealt with in a period.
type SupportData struct {
	Frame
	By       string
	Fresh    bool // tickets of it may still be opened again
	Programs []SupportProgram
}

// SupportProgram is a program that has tickets.
type SupportProgram struct {
	Name, Stage string
	Ask         heed.Ask
	Before      string // the period that changes are from, in words
	Findings    []FindingData
	Measures    []MeasureRow
	Score       Measure // of the same touchpoints
	Change      *ChangeData
	Others      uint64 // touchpoints among them that are no solved tickets
	Months      []SupportMonth
	Parts       []SupportPart // by SupportData.By
	LeftOut     int           // smaller values than those
	AllParts    string        // path of a page with more of them; "" if there is none
}

// MeasureRow is one measure of all tickets.
type MeasureRow struct {
	Name, Of string // "Resolution", "median"
	NumberData
	Change    *ChangeData // nil if there is nothing to compare with
	Unchanged string      // why there is no change
}

// Support shows how tickets were dealt with, and beside it what their customers
// said: the one is never seen without the other.
func Support(w io.Writer, d *SupportData) error {
	p := &board{}
	p.begin(&d.Frame, "Support")
	if len(d.Programs) == 0 {
		p.Put(`<p class="empty">No tickets were solved in these days, of any program.</p>`)
	}
	for i := range d.Programs {
		p.support(&d.Programs[i], d.By, i)
	}
	if len(d.Programs) > 0 {
		p.supported(d)
	}
	p.end()
	return p.To(w)
}

func (p *board) support(d *SupportProgram, by string, i int) {
	p.entitled(d.Name, d.Stage, d.Ask, i)
	p.stand(d.Findings, i)
	p.Put(`<table class="figs measures" id="t`).Num(i).Put(`"><caption class="away">How tickets were dealt with</caption><thead><tr><th scope="col">Measure</th><th scope="col">Number and 95% interval</th><th scope="col">Change</th></tr></thead><tbody>`)
	for k := range d.Measures {
		m := &d.Measures[k]
		p.Put(`<tr><th scope="row">`).Text(m.Name).Put(`<span class="soft">`).Text(m.Of).Put(`</span></th><td>`)
		p.estimated(&m.NumberData)
		p.Put(`</td><td>`)
		if m.Change == nil && m.Unchanged != "" {
			p.Put(`<span class="soft">`).Text(m.Unchanged).Put(`</span>`)
		} else {
			p.shifted(m.Change)
		}
		p.Put(`</td></tr>`)
	}
	p.Put(`</tbody></table><div class="score"><h3>What their customers said</h3>`)
	p.headline(d.Ask, &d.Score)
	p.Put(`<p class="soft">Of `)
	p.number(count(d.Score.Answered), d.Score.Behind, answered)
	p.Put(` answers</p>`)
	if c := d.Change; c != nil {
		p.Put(`<p class="change figs">Changed by `)
		p.shifted(c)
		p.Put(`</p>`)
	}
	p.When(d.Others > 0, `<p class="soft">Touchpoints that are no solved tickets are among these.</p>`)
	p.Put(`</div>`)
	if d.Before != "" {
		p.Put(`<p class="soft since">Changes are since `).Text(d.Before).Put(`.</p>`)
	}
	p.monthly(d, i)
	if by != "" && len(d.Parts) > 0 {
		p.supportParts(d, by, i)
	}
	p.Put(`</article>`)
}

// entitled opens a program's article with its name.
func (p *board) entitled(name, stage string, ask heed.Ask, i int) {
	p.Put(`<article class="program" aria-labelledby="p`).Num(i).Put(`"><div class="what"><h2 id="p`).Num(i).Put(`"><bdi>`).Text(name)
	p.Put(`</bdi></h2><p class="ask">`).Text(scales[ask].name)
	if stage != "" {
		p.Put(` · <bdi>`).Text(stage).Put(`</bdi>`)
	}
	p.Put(`</p></div>`)
}

// supported says what the words above mean.
func (p *board) supported(d *SupportData) {
	p.Put(`<footer class="soft">`)
	p.older()
	p.Put(`<p>Times are of all tickets solved, asked about or not; scores of those whose customers answered. Intervals hold the truth 95 times of 100. A median stands from 6 tickets, a 90th percentile from 36; of fewer than 5 nothing is shown, and of fewer than 30 the interval alone, marked few.</p>`)
	p.Put(`<p>Changes of times are of their medians, new to old; those of shares in percentage points. What could be chance: the 95% interval of the change holds none as well.</p>`)
	p.Put(`<p>First contact: solved, not opened again before, and not within 14 days after. Opened again: within 14 days of being solved.`)
	p.When(d.Fresh, ` Tickets solved less than 14 days ago can still be opened again, so both look better here than they will.`)
	p.Put(`</p><p>What is pointed out went together; that one caused the other is not said. Fewer tickets are called good only where customers are more content and don’t come back more often.</p></footer>`)
}

// sideways begins a table that is wider than a phone: it moves sideways by itself, by
// keyboard too, and the names of its rows stay.
func (p *board) sideways(name markup.Markup, i int) {
	p.Put(`<div class="sideways" role="region" tabindex="0" aria-labelledby="`).Put(name).Num(i).Put(`">`)
}
