package sheets

import (
	"slices"

	"heed/shared/cells"
	"heed/shared/service"
	"heed/shared/surveys"
)

// AgentsOf makes the sheet of a program's agents, whose cells are the spans'
// parts; topics are those of cells.Topic, over the same days as now.
func AgentsOf(p *surveys.Program, now, before Span, topics map[string]*cells.Cell) *Agents {
	s := ScoresOf(p, "agent", now, before)
	a := &Agents{Head: s.Head, Whole: s.Whole, Parts: s.Parts, LeftOut: s.LeftOut, Agents: []service.Performance{}}
	for _, one := range service.Perform(p, topics, now.Parts) {
		if slices.ContainsFunc(a.Parts, func(part Part) bool { return part.Value == one.Value }) {
			a.Agents = append(a.Agents, one)
		}
	}
	return a
}
