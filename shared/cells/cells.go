// Package cells is the sums that scores are made from: for each program, day
// and dimension value, how many touchpoints there were and how their customers
// were asked, and which scores came back with which weight.
//
// All sums are integers, so cells merge and subtract exactly, in any order, and
// the same rows always make the same bytes. Nothing here divides, rounds or
// estimates (that is package figures), and nothing reads or writes the table.
package cells

import (
	"iter"

	"heed/shared/heed"
)

// A Reader takes a comment apart, in the language it was asked for in (BCP 47).
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
	Words   map[string]Thirds      // only in cells of the dimension Words
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

	// Words holds one cell a day, under the value "", of what comments are made of.
	Words = "words"
)

// Of makes the cells of rows: for each row's program and day one of the whole
// program, and one for each of the row's dimensions, Answer among them.
//
// Each row must come once, and with Dims that hold no doubles. A response
// outside its answer window is the caller's to take out before: Of counts what
// it is given. A response enters the score sums if its row was Asked with a
// known chance (Pi above 0) and its score fits a byte. Touchpoints that no
// program matches (heed.NoProgram) are population only.
func Of(rows iter.Seq[*heed.Row]) map[Key]*Cell {
	all := map[Key]*Cell{}
	for row := range rows {
		p := partOf(row)
		key := Key{Program: row.Program, Day: row.Day}
		at(all, key).add(&p)
		for _, dim := range row.Dims {
			key.Dim, key.Value = dim.Name, dim.Value
			at(all, key).add(&p)
		}
		if p.population.Answered > 0 {
			key.Dim, key.Value = Answer, row.Response.Channel.String()
			at(all, key).add(&p)
		}
	}
	return all
}

func at(all map[Key]*Cell, key Key) *Cell {
	c := all[key]
	if c == nil {
		c = &Cell{}
		all[key] = c
	}
	return c
}

// A part is what one row adds to each of its cells.
type part struct {
	class      Class
	population Population
	slot       Slot
	weights    Weights // of no response: zero
}

func partOf(row *heed.Row) part {
	p := part{class: Class{row.Kind, row.Band()}, population: populationOf(row)}
	if row.Program == heed.NoProgram {
		p.class.Kind = "" // the kinds of a program are few; these are whatever a sender writes
	}
	r := row.Response
	if p.population.Answered == 0 || row.Pi == 0 || r.Score != int(uint8(r.Score)) {
		return p
	}
	w := Weight(row.Pi)
	p.slot = Slot{Score: uint8(r.Score), Group: row.Group()}
	p.weights = Weights{N: 1, W: Uint128{Lo: w}, Q: Mul64(w, w)}
	return p
}

func populationOf(row *heed.Row) Population {
	p := Population{N: 1}
	if row.Pi > 0 && !row.Observe {
		p.Eligible, p.Weight = 1, Uint128{Lo: Weight(row.Pi)}
	}
	if row.Program == heed.NoProgram {
		return p
	}
	p.LeftOut = one(row.LeftOut())
	p.Drawn = one(row.Reason == heed.Asked || row.Reason == heed.Observed)
	if chance := chanceOf(row); chance > 0 {
		p.Doubtful = one(row.Doubt != 0)
		p.Expected, p.Spread = Uint128{Lo: chance}, Mul64(chance, heed.PPB-chance)
	}
	if row.Reason != heed.Asked {
		return p
	}
	p.Asked = 1
	p.Answered = one(row.Response != nil)
	if i := row.Invitation; i != nil {
		p.Sent = one(!i.Sent.IsZero() || !i.Delivered.IsZero())
		p.Failed = one(i.Fate != heed.NoFate)
	}
	return p
}

// chanceOf returns the chance p in PPB with which the row could be drawn, 0
// where nothing was drawn for it or it was held out.
//
// That is the chance before the holdout, which is not stored, but what was
// compared with the draw is: T = floor(2^64 * p / alpha). As alpha is below
// 2^64, p is the one integer that is not below T * alpha / 2^64 and less than
// one above it, and rounding up gives it exactly.
func chanceOf(row *heed.Row) uint64 {
	if row.Pi == 0 || row.Reason == heed.Holdout {
		return 0
	}
	p := Mul64(row.Limit, uint64(row.Alpha))
	if p.Lo > 0 {
		p.Hi++
	}
	return min(p.Hi, heed.PPB)
}

func one(yes bool) uint64 {
	if yes {
		return 1
	}
	return 0
}

// Weight is 1/π in millionths, rounded, for π in parts per billion above 0:
// how many touchpoints one that was asked stands for.
func Weight(pi uint32) uint64 { return (1e15 + uint64(pi)/2) / uint64(pi) }

func (c *Cell) add(p *part) {
	s := c.class(p.class)
	s.Population.add(&p.population)
	if p.weights.N > 0 {
		s.respond(p.slot, p.weights)
	}
}

// class returns the sums of a class, making them if there are none.
func (c *Cell) class(class Class) *Sums {
	s := c.Classes[class]
	if s == nil {
		if c.Classes == nil {
			c.Classes = map[Class]*Sums{}
		}
		s = &Sums{}
		c.Classes[class] = s
	}
	return s
}
