package boards

import (
	"math"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"heed/shared/heed"
	"heed/shared/markup"
)

// A scale is the axis that a question's score is drawn on.
type scale struct {
	name     string
	from, to float64
	marks    []mark
}

// A mark is a place on the axis that is written out.
type mark struct {
	at   float64
	text markup.Markup
}

// scales are the axes: NPS in points, CSAT the percentage that answered 4 or 5
// of 5, CES the mean.
var scales = map[heed.Ask]scale{
	heed.NPS:  {"NPS, −100 to 100", -100, 100, []mark{{-100, "−100"}, {0, "0"}, {100, "100"}}},
	heed.CSAT: {"CSAT, share of 4 and 5", 0, 100, []mark{{0, "0%"}, {50, "50%"}, {100, "100%"}}},
	heed.CES:  {"CES, mean of 1 to 7", 1, 7, []mark{{1, "1"}, {4, "4"}, {7, "7"}}},
}

// place is where x lies on the axis, from 0 to 100; what lies beyond its ends
// is at them.
func (s scale) place(x float64) float64 {
	if s.to == s.from || math.IsNaN(x) {
		return 0
	}
	return 100 * min(1, max(0, (x-s.from)/(s.to-s.from)))
}

// picture draws the interval as a bar and the score as a dot, which is hollow
// while answers can still come. It says nothing that isn't written beside it,
// so it is hidden from whoever listens.
func (p *board) picture(s scale, m *Measure, marked bool) {
	low, high := s.place(m.Low), s.place(m.High)
	p.Put(`<svg class="interval" aria-hidden="true" focusable="false" width="100%" height="`)
	if marked {
		p.Put(`44">`)
	} else {
		p.Put(`24">`)
	}
	p.Put(`<line class="axis" x1="0" x2="100%" y1="12" y2="12"/>`)
	for i, k := range s.marks {
		x := share(s.place(k.at))
		p.Put(`<line class="axis" x1="`).Put(x).Put(`" x2="`).Put(x).Put(`" y1="7" y2="17"/>`)
		if marked {
			p.Put(`<text class="`).Put([]markup.Markup{"first", "mid", "last"}[i]).Put(`" x="`).Put(x).Put(`" y="38">`).Put(k.text).Put(`</text>`)
		}
	}
	p.Put(`<line class="bar" x1="`).Put(share(low)).Put(`" x2="`).Put(share(high)).Put(`" y1="12" y2="12"/>`)
	if !m.IntervalOnly {
		p.Put(`<circle class="dot`).When(!m.Settled, ` open`).Put(`" cx="`).Put(share(s.place(m.At))).Put(`" cy="12" r="5"/>`)
	}
	p.Put(`</svg>`)
}

// share writes a number from 0 to 100 as SVG has it.
func share(x float64) markup.Markup { return markup.Markup(strconv.FormatFloat(x, 'f', 1, 64) + "%") }

// count writes a number with a comma at every third digit.
func count(n uint64) string {
	s := strconv.FormatUint(n, 10)
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return s
}

// answers writes how many answered, or a dash where that is not to be known.
func answers(m *Measure) string {
	if m.Withheld {
		return "–"
	}
	return count(m.Answered)
}

// rate writes a share as a percentage, or a dash where there is none.
func rate(x float64) string {
	if x < 0 || math.IsNaN(x) {
		return "–"
	}
	if 0 < x && x < 0.005 {
		return "<1%"
	}
	return strconv.FormatFloat(100*x, 'f', 0, 64) + "%"
}

// minus writes a number's hyphen as the minus it is.
func minus(s string) string { return strings.ReplaceAll(s, "-", "−") }

// sentence begins s with a capital letter.
func sentence(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(r)) + s[n:]
}
