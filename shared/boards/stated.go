package boards

import "heed/shared/markup"

// Stated is a number that is no score, as people read it: a share, a rate, an
// amount, a difference. A hyphen in it is a minus.
type Stated struct {
	Shown          bool
	Reason         string // why it isn't
	Text, Interval string // 12%, and 10% to 15%
	IntervalOnly   bool   // of too few to stand without its interval
	At, Low, High  float64
}

// stated writes the number with its interval below, the interval alone, or why
// there is neither.
func (p *board) stated(s *Stated) {
	switch {
	case !s.Shown:
		p.Put(`<span class="soft">`).Text(s.Reason).Put(`</span>`)
	case s.IntervalOnly:
		p.Text(minus(s.Interval))
	default:
		p.Put(`<strong>`).Text(minus(s.Text)).Put(`</strong> <span class="soft part">`).Text(minus(s.Interval)).Put(`</span>`)
	}
}

// judged writes a score likewise, with how many answers came.
func (p *board) judged(m *Measure) { p.judgedBy(m, m.Behind, counted) }

// judgedBy has it lead to the answers that it is of, those behind that which picks.
func (p *board) judgedBy(m *Measure, behind string, which markup.Markup) {
	switch {
	case !m.Shown:
		p.Put(`<span class="soft">`).Text(m.Reason).Put(`</span>`)
	case m.IntervalOnly:
		p.number(minus(m.Interval), behind, which)
	default:
		p.Put(`<strong>`)
		p.number(minus(m.Score), behind, which)
		p.Put(`</strong> <span class="soft part">`).Text(minus(m.Interval)).Put(`</span>`)
	}
	if !m.Withheld {
		p.Put(` <span class="soft part">`).Text(counts(m.Answered, "answer")).Put(`</span>`)
	}
}

// counts writes how many there are of a thing.
func counts(n uint64, thing string) string {
	if n != 1 {
		thing += "s"
	}
	return count(n) + " " + thing
}

// measure is the number as a score, to be drawn.
func (s *Stated) measure() *Measure {
	return &Measure{At: s.At, Low: s.Low, High: s.High, IntervalOnly: s.IntervalOnly, Settled: true}
}
