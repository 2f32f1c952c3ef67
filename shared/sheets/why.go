package sheets

import (
	"cmp"
	"maps"
	"slices"

	"heed/shared/cells"
	"heed/shared/figures"
	"heed/shared/heed"
	"heed/shared/surveys"
	"heed/shared/topics"
)

// Spoken is what a Why is made from.
type Spoken struct {
	Now, Before Span                   // by issue
	Mentions    map[string]*cells.Cell // by issue, of answers
	Topics      map[string]*cells.Cell // by cells.TopicOf
	Words       *cells.Cell            // of cells.Words; nil if nobody wrote
}

// How much is crossed with issues: the largest values, and of each the issues
// that are most of it.
const (
	mostCrossed = 40
	mostIssues  = 8
)

// WhyOf makes the sheet of what customers come with and what they write.
func WhyOf(p *surveys.Program, from Spoken) *Why {
	s := ScoresOf(p, "issue", from.Now, from.Before)
	w := &Why{Head: s.Head, Whole: s.Whole, Issues: issues(s.Parts, s.Whole.Figure.Population), Mentions: []Issue{}, Phrases: []topics.Phrase{}}
	if words := from.Words; words != nil {
		all := words.Words[cells.AllComments]
		w.Comments = all[0] + all[1] + all[2]
		w.Phrases = topics.Phrases(p.Ask, words.Words, all)
	}
	mentions := from.Now
	mentions.Parts = from.Mentions
	said := ScoresOf(p, cells.Mention, mentions, Span{Period: from.Before.Period, Whole: from.Before.Whole})
	for _, one := range said.Parts {
		one.Change = nil // of the comments of before there are no parts here
		w.Mentions = append(w.Mentions, Issue{Part: one, Share: share(one.Figure.Answered, w.Comments)})
	}
	byCount(w.Mentions, func(i *Issue) uint64 { return i.Figure.Answered })
	w.Products = cross(p, from, func(_, product, _ string) string { return product })
	w.Agents = cross(p, from, func(agent, _, _ string) string { return agent })
	return w
}

func share(n, of uint64) float64 {
	if of == 0 {
		return 0
	}
	return float64(n) / float64(of)
}

func issues(parts []Part, of uint64) []Issue {
	list := make([]Issue, len(parts))
	for i, p := range parts {
		list[i] = Issue{Part: p, Share: share(p.Figure.Population, of)}
	}
	byCount(list, func(i *Issue) uint64 { return i.Figure.Population })
	return list
}

func byCount(list []Issue, of func(*Issue) uint64) {
	slices.SortStableFunc(list, func(a, b Issue) int { return cmp.Compare(of(&b), of(&a)) })
}

// cross is the issues of each of the values that of picks, the largest first.
func cross(p *surveys.Program, from Spoken, of func(agent, product, issue string) string) []Crossed {
	here, everywhere := map[string]map[string]*cells.Cell{}, map[string]*cells.Cell{}
	for topic, cell := range from.Topics {
		agent, product, issue := cells.SplitTopic(topic)
		value := of(agent, product, issue)
		if value == "" || issue == "" {
			continue
		}
		if here[value] == nil {
			here[value] = map[string]*cells.Cell{}
		}
		here[value][issue] = cells.Merge(here[value][issue], cell)
		everywhere[issue] = cells.Merge(everywhere[issue], cell)
	}
	var list []Crossed
	for value, byIssue := range here {
		list = append(list, Crossed{value, crossed(p, from.Now, byIssue, everywhere)})
	}
	slices.SortFunc(list, func(a, b Crossed) int { return cmp.Or(cmp.Compare(b.size(), a.size()), cmp.Compare(a.Value, b.Value)) })
	list = list[:min(len(list), mostCrossed)]
	surely(list)
	return list
}

func (c *Crossed) size() (n uint64) {
	for i := range c.Issues {
		n += c.Issues[i].Figure.Population
	}
	return n
}

// crossed is one value's issues, each beside the same issue elsewhere.
func crossed(p *surveys.Program, now Span, here, everywhere map[string]*cells.Cell) (list []Issue) {
	all := uint64(0)
	whole := figures.SideOf(p, orEmpty(now.Whole), now.Settled)
	for _, issue := range slices.Sorted(maps.Keys(here)) {
		side := whole.Part(here[issue])
		elsewhere, err := cells.Subtract(everywhere[issue], here[issue])
		if err != nil {
			elsewhere = &cells.Cell{} // it is a part of it
		}
		rest := figures.Compare(whole.Part(elsewhere), side)
		part := Part{Value: issue, Figure: Figure{side.Figure.Over(now.First, now.Last, heed.Dim{Name: "issue", Value: issue})}, Rest: &rest}
		list = append(list, Issue{Part: part})
		all += part.Figure.Population
	}
	for i := range list {
		list[i].Share = share(list[i].Figure.Population, all)
	}
	byCount(list, func(i *Issue) uint64 { return i.Figure.Population })
	return list[:min(len(list), mostIssues)]
}

// surely says what each difference is worth among all of them.
func surely(list []Crossed) {
	var all []figures.Difference
	for _, c := range list {
		for _, i := range c.Issues {
			all = append(all, *i.Rest)
		}
	}
	figures.Discoveries(all)
	for _, c := range list {
		for i := range c.Issues {
			c.Issues[i].Rest, all = &all[0], all[1:]
		}
	}
}
