// Package service is the measures of support: how long customers wait, how long
// it takes to solve what they came with, and how often it is solved at once. It
// makes finished numbers of the sums of package cells, as package figures makes
// scores, and keeps the same rules of what may be shown.
//
// All tickets are measured, asked about or not, so nothing is weighted here. An
// interval says what chance might have made of as many tickets of the same kind.
package service

import "heed/shared/heed"

// Measures are those of a cell's solved tickets.
type Measures struct {
	Solved     uint64 `json:"solved"`      // times a ticket was solved
	FirstReply Time   `json:"first_reply"` // from its creation to the first reply
	Resolution Time   `json:"resolution"`  // from its creation to its being solved
	Handling   Time   `json:"handling"`    // work on it, as the source measures that
	Once       Share  `json:"first_contact_resolution"`
	Reopened   Share  `json:"reopened"`
}

// A Time is durations in seconds, unrounded, with 95% intervals; nil where
// nothing is shown, or too little for an interval: Median stands from 6
// durations, P90 from 36. Both come of a sketch and are off by at most 1%, which
// their intervals allow for.
type Time struct {
	N            uint64 `json:"n"` // durations known
	Shown        bool   `json:"shown"`
	Reason       string `json:"reason,omitempty"` // why not shown
	IntervalOnly bool   `json:"interval_only"`    // too few to stand without their interval

	Median *Estimate `json:"median"`
	P90    *Estimate `json:"p90"`
	Mean   *Estimate `json:"mean"`
}

// A Share is a part of Of, from 0 to 1, with its 95% interval.
type Share struct {
	N            uint64    `json:"n"`
	Of           uint64    `json:"of"`
	Shown        bool      `json:"shown"`
	Reason       string    `json:"reason,omitempty"`
	IntervalOnly bool      `json:"interval_only"`
	Share        *Estimate `json:"share"`
}

// An Estimate is a number with its 95% interval, unrounded.
type Estimate struct {
	Value float64 `json:"value"`
	Low   float64 `json:"low"`
	High  float64 `json:"high"`
}

// A Change is how a measure differs from another period's: of times the ratio of
// medians, of shares the difference, both new to old. P is the chance of one at
// least as large if there were none; Sure is whether the 95% interval leaves out
// that there is none.
type Change struct {
	Shown  bool      `json:"shown"`
	Reason string    `json:"reason,omitempty"`
	Change *Estimate `json:"change"`
	P      *float64  `json:"p"`
	Sure   bool      `json:"sure"`
}

// Changes are those of Measures. Volume is the ratio of touchpoints per day,
// Contact that of touchpoints for each that comes after 90 days without any: how
// often customers have to come back.
type Changes struct {
	Volume     Change `json:"volume"`
	Contact    Change `json:"contact"`
	FirstReply Change `json:"first_reply"`
	Resolution Change `json:"resolution"`
	Handling   Change `json:"handling"`
	Once       Change `json:"first_contact_resolution"`
	Reopened   Change `json:"reopened"`
}

// A Finding is something worth saying in words, and how sure it is.
type Finding struct {
	Kind  string   `json:"kind"`            // faster_and_worse, fewer_and_better ...
	Value string   `json:"value,omitempty"` // of the dimension
	Says  string   `json:"says"`            // a sentence or two, with numbers and intervals
	Ask   heed.Ask `json:"ask,omitempty"`
}

// Performance is how an agent does beside what anybody would with the same mix
// of tickets (docs/measures.md). Each number is of the answers, of the tickets or
// of the handling times known.
type Performance struct {
	Value        string    `json:"value"` // the agent
	Tickets      uint64    `json:"tickets"`
	Answers      uint64    `json:"answers"`
	Handled      uint64    `json:"handled"` // handling times
	Shown        bool      `json:"shown"`
	Reason       string    `json:"reason,omitempty"`
	IntervalOnly bool      `json:"interval_only"` // too few answers or tickets to be ranked
	Expected     *float64  `json:"expected"`      // score that the mix would give anybody, in the figure's units
	Satisfaction *Estimate `json:"satisfaction"`  // score beyond that, shrunk
	Once         *Estimate `json:"first_contact"` // share solved at once beyond what the mix would give
	Handling     *Estimate `json:"handling"`      // ratio of geometric mean handling time to what the mix would give
	Score        *Estimate `json:"score"`         // the performance score: 100 is what anybody would do; standard deviations times ten above or below
	Rank         int       `json:"rank,omitempty"`
	From         int       `json:"rank_from,omitempty"`
	To           int       `json:"rank_to,omitempty"`
	KeptOut      *KeptOut  `json:"kept_out,omitempty"`
}

// KeptOut is the share of an agent's tickets that somebody's hand kept from
// being drawn (an excluded tag, an address taken away), beside the others'.
type KeptOut struct {
	Share  Share     `json:"share"`
	Others Share     `json:"others"`
	More   *Estimate `json:"more"`  // difference of the shares
	Alarm  bool      `json:"alarm"` // more than chance makes likely among all agents
}
