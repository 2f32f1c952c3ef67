// Package cells is the sums that scores are made from: for each program, day
// and dimension value, how many touchpoints there were and how their customers
// were asked, and which scores came back with which weight.
//
// All sums are integers, so cells merge and subtract exactly, in any order, and
// the same rows always make the same bytes. Nothing here divides, rounds or
// estimates (that is package figures), and nothing reads or writes the table.
package cells

import (
	"slices"

	"heed/shared/heed"
)

// A Reader takes a comment apart, in the language it was asked for in (BCP 47).
// Several goroutines may use one at once.
type Reader interface {
	Issues(comment, locale string) []string // of the taxonomy, in its order
	Words(comment, locale string) []string  // words, and pairs of neighbours, each once
}

// A Key says what a cell is of. Dim and Value are both "" for the whole program.
type Key struct {
	Program    string
	Dim, Value string
	Day        heed.Day // of the decision, in the program's zone
}

// A Class is the touchpoints that are thought to answer alike: one kind, one
// band of how busy their customers were.
type Class struct {
	Kind string // of the touchpoint
	Band uint8  // of heed.Decision.Band, 0 to 5
}

// A Cell is the sums of some rows: how they were asked and what they answered
// by class, and whatever else is counted of them. The zero Cell is of no rows.
type Cell struct {
	Classes map[Class]*Sums
	Reasons map[heed.Reason]uint64 // decisions
	Service Service                // of tickets that were solved
	After   map[Slot]Sequel        // of answers, by score and group
	Deeds   Deeds                  // only in cells of heed.EveryProgram
	Words   map[string]Thirds      // only in cells of the dimension Words, and AllComments
}

// Dimensions that no touchpoint has of itself.
const (
	// Answer is the channel that an answer came by. Its cells hold answered rows
	// alone, so they say nothing of who did not answer.
	Answer = "answer"

	// Mention is the issues that an answer's comment speaks of. Its cells, too,
	// hold answered rows alone.
	Mention = "mention"

	// Topic is agent, product and first issue in one, put together by TopicOf:
	// each row is in one cell of it. Only where surveys.yaml keeps agents or
	// issues.
	Topic = "topic"

	// Words holds one cell a day, under the value "", of what comments are made of
	// and of nothing else.
	Words = "words"
)

// Kept lists the dimensions that a program's cells can be of, the whole program
// ("") first.
var Kept = slices.Concat([]string{""}, heed.Dimensions, []string{Answer, Mention, Topic, Words})
