package report

import (
	"context"
	"io"
	"net/http"
	"net/url"
	"slices"
	"time"

	"heed/shared/boards"
	"heed/shared/cells"
	"heed/shared/sheets"
	"heed/shared/surveys"
)

// A spokenOf is what customers come with and what they write, as the page's JSON
// has it: of each program the sheet. Programs whose sheet isn't made are not in
// it.
type spokenOf struct {
	RolledUp time.Time     `json:"rolled_up"`
	From     string        `json:"from"`
	To       string        `json:"to"`
	Programs []*sheets.Why `json:"programs"`
}

// How many lines of each kind a page has, of all programs: more would not be read,
// nor be loaded fast. The JSON has as many as the sheets.
const (
	mostIssues  = 16
	mostPhrases = 20
	mostCrossed = 20
	leastLines  = 3 // of each program
)

// whyPage shows what the customers of each program, or of one, come with and what
// they write when they are not content.
func (h *Handler) whyPage(r *http.Request) (screen, error) {
	q, ctx := r.URL.Query(), r.Context()
	name, p, err := h.chosen(q)
	if err != nil {
		return screen{}, err
	}
	programs, err := h.programs(q.Get("program"))
	if err != nil {
		return screen{}, err
	}
	kept := slices.Contains(h.Config.Dimensions, "issue")
	d := &boards.WhyData{NoIssues: len(h.Config.Issues) == 0, NoDimension: len(h.Config.Issues) > 0 && !kept}
	if d.Frame, err = h.frame(ctx, boards.WhyPath, p); err != nil {
		return screen{}, err
	}
	d.Frame.Periods = h.choices(q, name, "program")
	v := &spokenOf{RolledUp: d.AsOf, From: p.first.String(), To: p.last.String(), Programs: []*sheets.Why{}}
	for i := range programs {
		one, s, err := h.spoken(ctx, &programs[i], name)
		if err != nil {
			return screen{}, err
		}
		if s != nil {
			v.Programs = append(v.Programs, s)
			h.spokenLines(&one, s, len(programs), q)
		}
		d.Programs = append(d.Programs, one)
	}
	return screen{v, func(w io.Writer) error { return boards.Why(w, d) }}, nil
}

// spoken reads a program's sheet; nil if there is none.
func (h *Handler) spoken(ctx context.Context, program *surveys.Program, name string) (boards.SpokenData, *sheets.Why, error) {
	d, s := boards.SpokenData{Name: program.Name, Stage: program.Stage, Ask: program.Ask}, &sheets.Why{}
	made, err := h.sheetOf(ctx, program.Name, sheets.NamedWhy, name, s)
	if !made || err != nil {
		d.NotMade = notMade
		return d, nil, err
	}
	return d, s, nil
}

// spokenLines fills in the lines of a page that so many programs share.
func (h *Handler) spokenLines(d *boards.SpokenData, s *sheets.Why, programs int, q url.Values) {
	d.Score, d.Comments = countedOf(&s.Whole.Figure.Figure), s.Comments
	d.Score.Behind = wayTo(s.Program, s.From, s.To, "", "")
	few := max(leastLines, mostIssues/programs)
	d.Issues, d.Mentions = issuesData(s, s.Issues, "issue", few), issuesData(s, s.Mentions, cells.Mention, few)
	for _, one := range s.Phrases[:min(len(s.Phrases), max(leastLines, mostPhrases/programs))] {
		rough := min(one.Comments, s.Comments-one.Comments) < 30
		d.Phrases = append(d.Phrases, boards.PhraseData{Phrase: one.Phrase, Comments: one.Comments, Low: one.Low, Effect: pointsData(&one.Effect, rough)})
	}
	few = max(leastLines, mostCrossed/programs)
	d.Products, d.Agents = crossedData(s, s.Products, few), crossedData(s, s.Agents, few)
	d.LeftOut = s.LeftOut + s.LeftOutMentions + len(s.Issues) - len(d.Issues) + len(s.Mentions) - len(d.Mentions) + len(s.Phrases) - len(d.Phrases) +
		s.LeftOutProducts + len(s.Products) - len(d.Products) + s.LeftOutAgents + len(s.Agents) - len(d.Agents)
	if programs > 1 {
		d.All = "?" + kept(q, []string{"period"}, "program", s.Program).Encode()
	}
}

// issuesData are the most frequent issues, with the way to the touchpoints of each
// by a dimension, "" where none leads there.
func issuesData(s *sheets.Why, list []sheets.Issue, by string, most int) []boards.IssueData {
	var out []boards.IssueData
	for i := range list[:min(len(list), most)] {
		one := &list[i]
		d := boards.IssueData{
			Name: one.Value, Count: one.Share.N, Share: shareData(&one.Share),
			Score: countedOf(&one.Figure.Figure), Effect: effectData(one.Rest),
		}
		if one.Rest != nil {
			d.Apart = apart(one.Rest)
		}
		if by != "" {
			d.Score.Behind = wayTo(s.Program, s.From, s.To, by, one.Value)
		}
		out = append(out, d)
	}
	return out
}

// crossedData are the largest products or agents, in at most so many lines.
func crossedData(s *sheets.Why, list []sheets.Crossed, lines int) []boards.CrossedData {
	var out []boards.CrossedData
	for i := range list {
		one := &list[i]
		if lines -= min(len(one.Issues), mostOfOne); lines < 0 {
			break
		}
		issues := issuesData(s, one.Issues, "", mostOfOne)
		out = append(out, boards.CrossedData{
			Value: one.Value, Of: one.Issues[0].Share.Of, Issues: issues, LeftOut: one.LeftOut + len(one.Issues) - len(issues),
		})
	}
	return out
}

// mostOfOne is how many issues of one product or agent there are on the page.
const mostOfOne = 4
