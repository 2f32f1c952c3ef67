package rollup

import (
	"slices"

	"heed/shared/cells"
	"heed/shared/sheets"
)

// A maker makes the sheets of one name.
type maker struct {
	name string
	dims []string // whose cells it looks at
	make func(s *shelf, p sheets.Period) (any, error)
}

// makers lists those of a program. The program's own sheet comes first, so that
// it is there even where time runs out.
func (d *desk) makers() []maker {
	list := []maker{scores("")}
	for _, dim := range append(slices.Clone(d.Config.Dimensions), cells.Answer) {
		list = append(list, scores(dim))
	}
	if slices.Contains(d.Config.Dimensions, "agent") {
		list = append(list, maker{sheets.NamedAgents, []string{"", "agent", cells.Topic}, agents})
	}
	// Phrases need no issue to be named.
	return append(list, maker{sheets.NamedWhy, []string{"", "issue", cells.Mention, cells.Topic, cells.Words}, why})
}

func scores(dim string) maker {
	return maker{sheets.NamedScores + dim, slices.Compact([]string{"", dim}), func(s *shelf, p sheets.Period) (any, error) {
		sheet := sheets.ScoresOf(s.program, dim, s.span(dim, p), s.span(dim, p.Before()))
		if dim == "" {
			sheet.Months = sheets.PointsOf(s.program, s.until(p.Last))
		}
		return sheet, nil
	}}
}

func agents(s *shelf, p sheets.Period) (any, error) {
	return sheets.AgentsOf(s.program, s.span("agent", p), s.span("agent", p.Before()), s.of(cells.Topic, p)), nil
}

func why(s *shelf, p sheets.Period) (any, error) {
	return sheets.WhyOf(s.program, sheets.Spoken{
		Now: s.span("issue", p), Before: s.span("issue", p.Before()),
		Mentions: s.of(cells.Mention, p), Topics: s.of(cells.Topic, p), Words: s.of(cells.Words, p)[""],
	}), nil
}
