package sheets

import (
	"cmp"
	"maps"
	"slices"

	"heed/shared/cells"
	"heed/shared/figures"
	"heed/shared/heed"
	"heed/shared/service"
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

// How much there is, so that the sheets of several programs can be read at once:
// the most frequent issues, of touchpoints and of comments; and crossed with
// issues the largest values, and of each the issues that are most of it.
const (
	mostNamed   = 40
	mostCrossed = 16
	mostIssues  = 5
)

// WhyOf makes the sheet of what customers come with and what they write.
func WhyOf(p *surveys.Program, from Spoken) *Why {
	s := ScoresOf(p, "issue", from.Now, from.Before)
	w := &Why{Head: s.Head, Whole: s.Whole, Phrases: []topics.Phrase{}}
	w.Issues, w.LeftOut = issues(s, func(f *Figure) service.Share { return service.ShareOf(f.Population, s.Whole.Figure.Population) })
	if words := from.Words; words != nil {
		all := words.Words[cells.AllComments]
		w.Comments = all[0] + all[1] + all[2]
		w.Phrases = topics.Phrases(p.Ask, words.Words, all)
	}
	mentions := from.Now
	mentions.Parts = from.Mentions
	said := ScoresOf(p, cells.Mention, mentions, Span{Period: from.Before.Period, Whole: from.Before.Whole})
	for i := range said.Parts {
		said.Parts[i].Change = nil // of the comments of before there are no parts here
	}
	w.Mentions, w.LeftOutMentions = issues(said, func(f *Figure) service.Share { return service.ShareOf(f.Answered, w.Comments) })
	w.Products, w.LeftOutProducts = cross(p, from, func(_, product, _ string) string { return product })
	w.Agents, w.LeftOutAgents = cross(p, from, func(agent, _, _ string) string { return agent })
	return w
}

// issues are the most frequent of a sheet's, and how many there are beyond these.
// What was measured of their tickets stands on the scores by issue.
func issues(s *Scores, share func(*Figure) service.Share) (list []Issue, leftOut int) {
	list = make([]Issue, len(s.Parts))
	for i, p := range s.Parts {
		list[i] = Issue{Part{Value: p.Value, Figure: p.Figure, Rest: p.Rest, Change: p.Change}, share(&p.Figure)}
	}
	byCount(list)
	most := min(len(list), mostNamed)
	return list[:most], s.LeftOut + len(list) - most
}

func byCount(list []Issue) {
	slices.SortStableFunc(list, func(a, b Issue) int { return cmp.Compare(b.Share.N, a.Share.N) })
}

// cross is the issues of each of the values that of picks, the largest first, and
// how many values there are beyond these.
func cross(p *surveys.Program, from Spoken, of func(agent, product, issue string) string) (list []Crossed, leftOut int) {
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
	whole := figures.SideOf(p, orEmpty(from.Now.Whole), from.Now.Settled)
	for value, byIssue := range here {
		list = append(list, crossed(value, whole, from.Now.Period, byIssue, everywhere))
	}
	slices.SortFunc(list, func(a, b Crossed) int { return cmp.Or(cmp.Compare(b.size(), a.size()), cmp.Compare(a.Value, b.Value)) })
	if leftOut = max(0, len(list)-mostCrossed); leftOut > 0 {
		list = list[:mostCrossed]
	}
	surely(list)
	return list, leftOut
}

func (c *Crossed) size() uint64 { return c.Issues[0].Share.Of }

// crossed is one value's issues, each beside the same issue elsewhere.
func crossed(value string, whole *figures.Side, now Period, here, everywhere map[string]*cells.Cell) Crossed {
	all, list := uint64(0), []Issue(nil)
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
		list[i].Share = service.ShareOf(list[i].Figure.Population, all)
	}
	byCount(list)
	c := Crossed{Value: value, Issues: list[:min(len(list), mostIssues)]}
	c.LeftOut = len(list) - len(c.Issues)
	return c
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
