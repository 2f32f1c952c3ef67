package cells

import (
	"iter"

	"heed/shared/heed"
)

// Of makes the cells of rows: for each row's program and day one of the whole
// program, and one for each of the row's dimensions, Answer, Mention and Topic
// among them; those of Words; and under heed.EveryProgram those of what
// customers did. A nil reader makes none of comments.
//
// Each row must come once, and with Dims that hold no doubles; in any order, but
// all rows of one touchpoint in one call, since of these heed.EveryProgram has
// only one. A response outside its answer window is the caller's to take out
// before: Of counts what it is given. A response enters the score sums if its
// row was Asked with a known chance (Pi above 0) and its score fits a byte. Of
// touchpoints that no program matches (heed.NoProgram) no answer counts.
func Of(rows iter.Seq[*heed.Row], reader Reader) map[Key]*Cell {
	m := &making{reader: reader, cells: map[Key]*Cell{}, topics: map[topic]string{}, deeds: map[happening]deed{}}
	for row := range rows {
		m.take(row)
	}
	for what, d := range m.deeds {
		m.do(what.day, &d)
	}
	return m.cells
}

// A making is cells that more rows come to.
type making struct {
	reader Reader
	cells  map[Key]*Cell
	topics map[topic]string // as TopicOf writes them
	deeds  map[happening]deed
}

func (m *making) at(key Key) *Cell {
	c := m.cells[key]
	if c == nil {
		c = &Cell{}
		m.cells[key] = c
	}
	return c
}

func (m *making) take(row *heed.Row) {
	p := partOf(row)
	key := Key{Program: row.Program, Day: row.Day}
	m.at(key).add(&p)
	for _, dim := range row.Dims {
		key.Dim, key.Value = dim.Name, dim.Value
		m.at(key).add(&p)
	}
	if value := m.topic(row.Dims); value != "" {
		key.Dim, key.Value = Topic, value
		m.at(key).add(&p)
	}
	m.note(row)
	if p.population.Answered == 0 {
		return
	}
	key.Dim, key.Value = Answer, row.Response.Channel.String()
	m.at(key).add(&p)
	if m.reader != nil && row.Response.Comment != "" {
		m.read(row, &p)
	}
}

// A part is what one row adds to each of its cells.
type part struct {
	class      Class
	population Population
	reason     heed.Reason
	measured   measured
	slot       Slot
	weights    Weights // of no response: zero
	sequel     Sequel
}

func partOf(row *heed.Row) part {
	p := part{
		class: Class{row.Kind, row.Band()}, population: populationOf(row),
		reason: row.Reason, measured: measuredOf(row),
	}
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
	if !row.After.Left.IsZero() {
		p.sequel.Left = p.weights
	}
	if !row.After.Bought.IsZero() {
		p.sequel.Bought = p.weights
	}
	return p
}

func (c *Cell) add(p *part) {
	s := c.class(p.class)
	s.Population.add(&p.population)
	if c.Reasons == nil {
		c.Reasons = map[heed.Reason]uint64{}
	}
	c.Reasons[p.reason]++
	c.Service.count(&p.measured)
	if p.weights.N > 0 {
		s.respond(p.slot, p.weights)
	}
	if p.sequel != (Sequel{}) {
		put(&c.After, p.slot, c.After[p.slot].plus(p.sequel))
	}
}

// class returns the sums of a class, making them if there are none.
func (c *Cell) class(class Class) *Sums {
	s := c.Classes[class]
	if s == nil {
		s = &Sums{}
		put(&c.Classes, class, s)
	}
	return s
}
