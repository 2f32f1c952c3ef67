// Package sheets is what pages show: the finished numbers of one program and
// one period, put together from cells by figures, service and their like. The
// roll-up makes sheets and the table keeps them, so that a page costs as little
// after ten years as on the first day; the same JSON is what the API answers.
//
// Nothing here reads a table or a clock, and nothing here estimates: it says
// what stands on which sheet.
package sheets

import (
	"heed/shared/cells"
	"heed/shared/figures"
	"heed/shared/heed"
	"heed/shared/loyalty"
	"heed/shared/service"
	"heed/shared/topics"
)

// A Head says what a sheet is of.
type Head struct {
	Program string   `json:"program"`
	Ask     heed.Ask `json:"ask"`
	Stage   string   `json:"stage,omitempty"`
	Period  string   `json:"period"` // 2026-10, 2026-Q4, 2026, or days: the last 30 until today
	From    string   `json:"from"`   // first day, 2006-01-02
	To      string   `json:"to"`     // last day
	Before  string   `json:"before"` // the period that changes are from, first and last day: 2026-09-01/2026-09-30
	Settled bool     `json:"settled"`
	Final   bool     `json:"final"` // no ticket can be opened again in time to count: first contact resolution and reopened stay
}

// A Scores is the scores and the support measures of a program, and of each
// value of one dimension.
type Scores struct {
	Head
	By       string            `json:"by,omitempty"` // dimension; "" for the program alone
	Whole    Part              `json:"whole"`
	Parts    []Part            `json:"parts,omitempty"`    // by value, in order; the largest Most
	LeftOut  int               `json:"left_out,omitempty"` // values beyond these
	Months   []Point           `json:"months,omitempty"`   // only where By is "": the last 13 until To
	Reasons  []Reason          `json:"reasons,omitempty"`  // likewise
	Rates    *figures.Rates    `json:"response_by_class,omitempty"`
	Audit    *Audit            `json:"audit,omitempty"`
	Findings []service.Finding `json:"findings,omitempty"` // of the whole, or where By is not "" of parts
}

// What sheets are called: those of scores by their dimension, too.
const (
	NamedScores   = "scores/"
	NamedJourneys = "journeys"
	NamedAgents   = "agents"
	NamedWhy      = "why"
	NamedLoyalty  = "loyalty"
)

// Most is how many values of a dimension a sheet holds.
const Most = 120

// A Part is the program, or one value of a dimension.
type Part struct {
	Value   string              `json:"value,omitempty"`
	Figure  Figure              `json:"figure"`
	Rest    *figures.Difference `json:"rest,omitempty"`   // the score less the rest's
	Change  *figures.Difference `json:"change,omitempty"` // the score less that of the period before
	Place   *figures.Place      `json:"place,omitempty"`
	Service *service.Measures   `json:"service,omitempty"` // where there are tickets
	Changes *service.Changes    `json:"service_change,omitempty"`
}

// A Point is one month, or what of it lies in the table by now.
type Point struct {
	Month   string            `json:"month"` // 2026-10
	Figure  figures.Figure    `json:"figure"`
	Service *service.Measures `json:"service,omitempty"`
}

// A Reason is how many decisions were made for a reason.
type Reason struct {
	Reason heed.Reason `json:"reason"`
	Count  uint64      `json:"count"`
}

// Audit compares how many the draw chose with how many it should have chosen, by
// the chances that were recorded.
type Audit struct {
	Drawn          uint64  `json:"drawn"`
	Expected       float64 `json:"expected"`
	StandardErrors float64 `json:"standard_errors"` // that Drawn is off by
	Alarm          bool    `json:"alarm"`           // more than chance makes likely
}

// AuditOf makes the audit of a cell.
func AuditOf(c *cells.Cell) *Audit {
	p := c.Population()
	z, alarm := p.Audit()
	return &Audit{p.Drawn, p.Expected.Float() / heed.PPB, z, alarm}
}

// An Agents is a program's agents.
type Agents struct {
	Head
	Whole   Part                  `json:"whole"`
	Agents  []service.Performance `json:"agents"` // by agent, in order; the Most with the most tickets
	Parts   []Part                `json:"parts"`  // the same agents'
	LeftOut int                   `json:"left_out,omitempty"`
}

// A Why is what customers come with and what they write.
type Why struct {
	Head
	Whole    Part            `json:"whole"`
	Issues   []Issue         `json:"issues"`             // of touchpoints, by number; the largest
	LeftOut  int             `json:"left_out,omitempty"` // issues beyond these
	Mentions []Issue         `json:"mentions"`           // of comments, by number
	Comments uint64          `json:"comments"`           // all that were written
	Phrases  []topics.Phrase `json:"phrases"`            // that set low scores apart, surest first
	Products []Crossed       `json:"products,omitempty"` // the largest
	Agents   []Crossed       `json:"agents,omitempty"`   // likewise

	LeftOutMentions int `json:"left_out_mentions,omitempty"`
	LeftOutProducts int `json:"left_out_products,omitempty"`
	LeftOutAgents   int `json:"left_out_agents,omitempty"`
}

// An Issue is one of surveys.yaml's taxonomy, with what it does to the score:
// Rest is the score of touchpoints, or answers, with it less the others'.
type Issue struct {
	Part
	Share service.Share `json:"share"` // of all touchpoints, or of all comments, as they came
}

// A Crossed is a product's or an agent's issues, of each touchpoint the first.
// Share is of those that have one, and Rest is against the same issue elsewhere.
type Crossed struct {
	Value   string  `json:"value"`
	Issues  []Issue `json:"issues"`             // by number; the largest
	LeftOut int     `json:"left_out,omitempty"` // beyond these
}

// A Loyalty is what customers say beside what they do. From and To are the days
// of what they said; what they did is told since they were first heard of.
type Loyalty struct {
	From     string            `json:"from"`
	To       string            `json:"to"`
	Cohorts  []loyalty.Cohort  `json:"cohorts"` // oldest first
	All      loyalty.Cohort    `json:"all"`
	Said     []loyalty.Said    `json:"said"` // by program that asks NPS, and stage
	Findings []service.Finding `json:"findings,omitempty"`
}
