package boards

import "heed/shared/markup"

// A NumberData is an estimate with its interval and what it is of, as people read
// them: "4 h 12 min", "3 h 58 min to 4 h 30 min". A hyphen in them is a minus.
type NumberData struct {
	Shown          bool
	Reason         string // why it isn't
	Text, Interval string
	At, Low, High  float64 // the same, to be drawn
	IntervalOnly   bool    // of too few to stand without its interval
	N              uint64
	Behind         string // address of the touchpoints it is of, with a query
	Counted        bool   // it is N itself, which nothing is uncertain about; Interval says more of it
	Marked         bool   // it is to be looked at
}

// estimated writes a number over its interval and n; the interval alone where
// there are too few; or why there is neither.
func (p *board) estimated(d *NumberData) {
	switch {
	case d.Counted:
		p.Put(`<strong>`)
		p.number(count(d.N), d.Behind, all)
		p.Put(`</strong><span class="soft">`).Text(d.Interval).Put(`</span>`)
		return
	case !d.Shown:
		p.Put(`<span class="soft">`).Text(d.Reason)
		if d.N > 0 {
			p.Put(` · n `)
			p.number(count(d.N), d.Behind, all)
		}
		p.Put(`</span>`)
		return
	case d.IntervalOnly:
		p.number(minus(d.Interval), d.Behind, all)
		p.Put(`<span class="soft">few`)
	default:
		p.Put(`<strong`).When(d.Marked, ` class="marked"`).Put(`>`)
		p.number(minus(d.Text), d.Behind, all)
		p.Put(`</strong><span class="soft">`).Text(minus(d.Interval))
	}
	p.Put(` · n `).Text(count(d.N)).Put(`</span>`)
}

// shifted is a change, how sure that is in words, and its interval.
func (p *board) shifted(c *ChangeData) {
	if c == nil {
		p.Put(`<span class="soft">–</span>`)
		return
	}
	switch {
	case c.IntervalOnly:
		p.Text(minus(c.Interval)).Put(`<span class="soft">few`)
	case c.Sure:
		p.Put(`<strong>`).Text(minus(c.Text)).Put(`</strong><span class="soft">`).Text(minus(c.Interval))
	default:
		p.Text(minus(c.Text)).Put(`<span class="soft">`).Text(minus(c.Interval))
	}
	p.Put(` · `).Put(sureness(c)).Put(`</span>`)
}

func sureness(c *ChangeData) markup.Markup {
	if c.Sure {
		return `sure`
	}
	return `could be chance`
}

// A FindingData is something worth saying, of a value or of the whole.
type FindingData struct {
	Value, Says string
	Row         int // of the value in the table, from 0; none below that
}

// stand says what stands out in a program, and leads to where it stands.
func (p *board) stand(list []FindingData, program int) {
	if len(list) == 0 {
		return
	}
	p.Put(`<ul class="findings" aria-label="What stands out">`)
	for _, f := range list {
		p.Put(`<li>`)
		if f.Value != "" {
			p.Put(`<bdi>`).Text(f.Value).Put(`</bdi>: `)
		}
		p.Text(minus(f.Says))
		switch {
		case f.Row >= 0 && f.Value != "":
			p.Put(` <a href="#r`).Num(program).Put(`-`).Num(f.Row).Put(`">Its row</a>`)
		case f.Value == "":
			p.Put(` <a href="#t`).Num(program).Put(`">The numbers</a>`)
		}
		p.Put(`</li>`)
	}
	p.Put(`</ul>`)
}
