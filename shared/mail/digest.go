package mail

import (
	"math"
	"strconv"
	"strings"
	"time"

	"heed/shared/figures"
	"heed/shared/heed"
	"heed/shared/service"
	"heed/shared/sheets"
	"heed/shared/surveys"
)

// A Digest is what the team reads of a week: each program's score of the last 30
// days with its interval, what changed, and what was asked and answered in that
// week. Comments stay on the pages.
type Digest struct {
	ID, To   string
	Week     heed.Period
	Programs []Scored
	Link     string // the dashboard
}

// A Scored is what a digest says of a program.
type Scored struct {
	Program         *surveys.Program
	Sheet           *sheets.Scores // of the last 30 days; nil if there is none yet
	Asked, Answered uint64         // touchpoints of the week: asked, and answered by now
}

// scored is a program as the templates say it.
type scored struct {
	Name, Asks string
	Number     bool   // Score is a number alone
	Score      string // the score; the interval where a score alone would say too much; or why there is neither
	Interval   string
	Bar        *bar
	Facts      []Fact
	Findings   []string
}

// asks is what each question is called.
var asks = map[heed.Ask]string{heed.NPS: "NPS", heed.CSAT: "CSAT", heed.CES: "Customer effort"}

// Digest writes a digest.
func (w *Writer) Digest(d Digest) (Mail, error) {
	week := days(d.Week)
	b := w.bulletin("What customers say: "+week, whyDigest, "Open the dashboard", d.Link)
	b.Title = "The week of " + week
	b.Before = []string{"Scores are of the 30 days until now, with the 95% interval that they lie in. A change that chance alone may make is called that."}
	if len(d.Programs) == 0 {
		b.Before = []string{"surveys.yaml has no program."}
	}
	for i := range d.Programs {
		b.Programs = append(b.Programs, d.Programs[i].said())
	}
	b.Preview = b.preview()
	return w.toTeam(d.ID, d.To, b, "digest")
}

// days writes a period's days: 16 to 22 November 2026.
func days(p heed.Period) string {
	first, last := p.First.Start(time.UTC), p.Last.Start(time.UTC)
	from := "2 January 2006"
	switch {
	case first.Year() == last.Year() && first.Month() == last.Month():
		from = "2"
	case first.Year() == last.Year():
		from = "2 January"
	}
	return first.Format(from) + " to " + last.Format("2 January 2006")
}

// preview is the programs' scores, for a list of mails.
func (b *bulletin) preview() string {
	var all []string
	for i := range b.Programs {
		all = append(all, b.Programs[i].Name+": "+b.Programs[i].Score)
	}
	return clip(strings.Join(all, ", "), 200)
}

func (s *Scored) said() scored {
	p := s.Program
	out := scored{Name: line(p.Name), Asks: asks[p.Ask]}
	if p.Stage != "" {
		out.Asks += " · " + line(p.Stage)
	}
	if s.Sheet == nil {
		out.Score = "No score yet"
		out.fact("Last week", asked(s.Asked, s.Answered))
		return out
	}
	part := &s.Sheet.Whole
	out.show(&part.Figure.Figure)
	if part.Figure.Shown {
		out.fact("Change", changed(p.Ask, part.Change))
	}
	out.fact("Last week", asked(s.Asked, s.Answered))
	out.fact("30 days", asked(part.Figure.Asked, part.Figure.Answered))
	if m := part.Service; m != nil {
		out.fact("First reply", took(&m.FirstReply))
		out.fact("Resolution", took(&m.Resolution))
	}
	for _, f := range s.Sheet.Findings {
		out.Findings = append(out.Findings, line(f.Says))
	}
	return out
}

func (s *scored) fact(name, value string) {
	if value != "" {
		s.Facts = append(s.Facts, Fact{name, value})
	}
}

// show says a score as the pages do.
func (s *scored) show(f *figures.Figure) {
	score, interval := f.Display()
	score, interval = minus(score), minus(interval)
	switch {
	case !f.Shown:
		s.Score = strings.ToUpper(score[:1]) + score[1:]
		return
	case f.IntervalOnly:
		s.Score, s.Interval = interval, "95% interval. Too few answers for one number. "
	default:
		s.Score, s.Interval, s.Number = score, "95% interval "+interval+". ", true
	}
	s.Interval += count(f.N, "answer") + ". "
	if f.Settled {
		s.Interval += "Settled."
	} else {
		s.Interval += "Provisional: answers can still come."
	}
	s.Bar = drawn(f)
}

// asked says how many of those asked have answered.
func asked(asked, answered uint64) string {
	if asked == 0 {
		return "nobody asked"
	}
	return number(answered) + " of " + number(asked) + " asked have answered (" + percent(float64(answered)/float64(asked)) + ")"
}

// units are what differences of scores are in, and to how many decimals.
var units = map[heed.Ask]struct {
	name     string
	decimals int
}{heed.NPS: {"points", 0}, heed.CSAT: {"percentage points", 0}, heed.CES: {"on the scale of 1 to 7", 1}}

// changed says how a score differs from that of the 30 days before.
func changed(ask heed.Ask, d *figures.Difference) string {
	if d == nil || !d.Shown {
		return "too few to say, against the 30 days before"
	}
	unit := units[ask]
	write := func(x float64) string { return minus(plus(x, unit.decimals)) }
	low, high := write(*d.Low), write(*d.High)
	sure := ", against the 30 days before: more than chance makes"
	if *d.Low <= 0 && 0 <= *d.High {
		sure = ", against the 30 days before: chance may make as much"
	}
	if d.IntervalOnly {
		return "between " + low + " and " + high + " " + unit.name + sure
	}
	return write(*d.Difference) + " (" + low + " to " + high + " " + unit.name + ")" + sure
}

// took says how long something takes.
func took(t *service.Time) string {
	switch {
	case t.N == 0:
		return ""
	case !t.Shown || t.Median == nil:
		return "too few to show"
	case t.IntervalOnly:
		return "median between " + lasts(t.Median.Low) + " and " + lasts(t.Median.High) + ", of " + number(t.N)
	}
	return "median " + lasts(t.Median.Value) + " (" + lasts(t.Median.Low) + " to " + lasts(t.Median.High) + "), of " + number(t.N)
}

// lasts writes seconds in the two largest units there are.
func lasts(seconds float64) string {
	m := int(math.Round(seconds / 60))
	switch {
	case m < 60:
		return strconv.Itoa(m) + " min"
	case m < 48*60:
		return strconv.Itoa(m/60) + " h " + strconv.Itoa(m%60) + " min"
	}
	h := (m + 30) / 60
	return strconv.Itoa(h/24) + " d " + strconv.Itoa(h%24) + " h"
}

func count(n uint64, of string) string {
	if n == 1 {
		return "1 " + of
	}
	return number(n) + " " + of + "s"
}

// number writes thousands apart, as the pages do.
func number(n uint64) string {
	s := strconv.FormatUint(n, 10)
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return s
}

func percent(share float64) string { return strconv.Itoa(int(math.Round(100*share))) + "%" }

// plus writes a number with its sign, and 0 without one.
func plus(x float64, decimals int) string {
	s := strconv.FormatFloat(math.Abs(x), 'f', decimals, 64)
	switch {
	case strings.Trim(s, "0.") == "":
		return s
	case x < 0:
		return "-" + s
	}
	return "+" + s
}

// minus makes minus signs of hyphens.
func minus(s string) string { return strings.ReplaceAll(s, "-", "−") }
