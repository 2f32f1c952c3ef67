package report

import (
	"net/url"
	"slices"
	"strconv"

	"heed/shared/cells"
	"heed/shared/heed"
	"heed/shared/surveys"
	"heed/shared/topics"
)

// A drill picks the touchpoints behind a number: those that entered it, and no
// others. A row is in a number if the cell that would be made of it alone is, so
// the two can't come apart.
type drill struct {
	period
	config  *surveys.Config
	reader  cells.Reader // nil unless comments must be read
	program string
	by      string
	value   string
	reason  string
	kind    string
	band    string
	third   string
	marks   map[string]bool // of those below, whether they must be so or must not
}

// marks are what a touchpoint can be, by its cell or by itself.
var marks = map[string]func(d *drill, r *heed.Row, c *cells.Cell) bool{
	"drawn":    func(_ *drill, _ *heed.Row, c *cells.Cell) bool { return c.Population().Drawn > 0 },
	"doubtful": func(_ *drill, _ *heed.Row, c *cells.Cell) bool { return c.Population().Doubtful > 0 },
	"answered": func(_ *drill, _ *heed.Row, c *cells.Cell) bool { return c.Population().Answered > 0 },
	"counted":  func(d *drill, r *heed.Row, c *cells.Cell) bool { return d.score(r, c) != heed.None },
	"solved":   func(_ *drill, _ *heed.Row, c *cells.Cell) bool { return c.Service.Solved > 0 },
	"replied":  func(_ *drill, _ *heed.Row, c *cells.Cell) bool { return len(c.Service.FirstReply.N) > 0 },
	"timed":    func(_ *drill, _ *heed.Row, c *cells.Cell) bool { return len(c.Service.Resolution.N) > 0 },
	"handled":  func(_ *drill, _ *heed.Row, c *cells.Cell) bool { return len(c.Service.Handling.N) > 0 },
	"once":     func(_ *drill, _ *heed.Row, c *cells.Cell) bool { return c.Service.Once > 0 },
	"reopened": func(_ *drill, _ *heed.Row, c *cells.Cell) bool { return c.Service.Reopened > 0 },
	"left":     func(_ *drill, r *heed.Row, _ *cells.Cell) bool { return !r.After.Left.IsZero() },
	"bought":   func(_ *drill, r *heed.Row, _ *cells.Cell) bool { return !r.After.Bought.IsZero() },
}

// thirds are the answers of each third of a question's scale, lowest first.
var thirds = []string{"low", "middle", "high"}

// drillTakes are the parameters that pick touchpoints.
var drillTakes = []string{
	"period", "from", "to", "program", "by", "value", "reason", "kind", "band", "third",
	"drawn", "doubtful", "answered", "counted", "solved", "replied", "timed", "handled", "once", "reopened", "left", "bought",
}

// drill reads which touchpoints are asked for.
func (h *Handler) drill(q url.Values) (*drill, error) {
	d := &drill{
		config: h.Config, program: q.Get("program"), by: q.Get("by"), value: q.Get("value"),
		reason: q.Get("reason"), kind: q.Get("kind"), band: q.Get("band"), third: q.Get("third"), marks: map[string]bool{},
	}
	var err error
	if d.period, err = h.period(q); err != nil {
		return nil, err
	}
	if d.by == cells.Mention {
		d.reader = topics.New(h.Config)
	} else if _, err := h.dimension(d.by); err != nil {
		return nil, err
	}
	switch band, err := strconv.Atoi(d.band); {
	case d.program != "" && d.program != heed.NoProgram && h.Config.Program(d.program) == nil:
		return nil, heed.Errorf(heed.Invalid, "no program of that name is in surveys.yaml")
	case d.by == "" && d.value != "":
		return nil, heed.Errorf(heed.Invalid, "value goes with by, the dimension that it is of")
	case d.reason != "" && new(heed.Reason).UnmarshalText([]byte(d.reason)) != nil:
		return nil, heed.Errorf(heed.Invalid, "reason is none of a decision")
	case d.band != "" && (err != nil || band < 0 || band > 5):
		return nil, heed.Errorf(heed.Invalid, "band is a number from 0 to 5")
	case d.third != "" && !slices.Contains(thirds, d.third):
		return nil, heed.Errorf(heed.Invalid, "third is low, middle or high")
	}
	for name := range marks {
		switch v := q.Get(name); v {
		case "":
		case "yes", "no":
			d.marks[name] = v == "yes"
		default:
			return nil, heed.Errorf(heed.Invalid, "%s is yes or no", name)
		}
	}
	return d, nil
}

// holds reports whether a row is of the number.
func (d *drill) holds(r *heed.Row) bool {
	if !fits(d.program, r.Program) || !fits(d.reason, r.Reason.String()) || !fits(d.kind, r.Kind) || !fits(d.band, strconv.Itoa(int(r.Band()))) {
		return false
	}
	if d.by != "" && d.reader == nil && d.by != cells.Answer && !slices.Contains(r.Dims, heed.Dim{Name: d.by, Value: d.value}) {
		return false // as most are not, and before any sums are made
	}
	key := cells.Key{Program: r.Program, Day: r.Day, Dim: d.by, Value: d.value}
	c := cells.Of(slices.Values([]*heed.Row{r}), d.reader)[key]
	if c == nil {
		return false
	}
	for name, want := range d.marks {
		if marks[name](d, r, c) != want {
			return false
		}
	}
	if d.third == "" {
		return true
	}
	score := d.score(r, c)
	return score != heed.None && thirds[d.config.Program(r.Program).Ask.Third(score)] == d.third
}

// score is the answer that enters the program's score, heed.None if none does.
func (d *drill) score(r *heed.Row, c *cells.Cell) int {
	program := d.config.Program(r.Program)
	for _, sums := range c.Classes {
		for slot := range sums.Responses {
			if program != nil && program.Ask.Holds(int(slot.Score)) {
				return int(slot.Score)
			}
		}
	}
	return heed.None
}
