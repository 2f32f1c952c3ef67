// Package plan says what a configuration would do, before a mail is sent: it
// decides a history of touchpoints as Heed would, with ledgers in memory, and
// sums up the chances. A chance depends on what happened to a customer and on
// the surveys, never on who was drawn, so the expected mails, the burden and
// the precision of the scores are known from a history alone.
//
// No file, no table and no clock is known here; the decisions are package
// sampling's own. What cannot be known from a history, how many answer and how
// far they differ, is assumed, and named in every plan.
package plan

import (
	"iter"
	"time"

	"heed/shared/heed"
	"heed/shared/history"
	"heed/shared/keyring"
	"heed/shared/surveys"
)

// A Plan is what each of several variants of a configuration would do with one
// history. Their programs, dimensions and values stand in the same order.
type Plan struct {
	From        string        `json:"from"` // first day, 2006-01-02, in the surveys' zone
	To          string        `json:"to"`   // last day
	Days        int           `json:"days"`
	Touchpoints uint64        `json:"touchpoints"`
	Scope       surveys.Scope `json:"scope"`  // what burdens are counted for
	Scopes      int           `json:"scopes"` // customers, or accounts, that there are
	Holdout     float64       `json:"holdout"`

	// What of the history was not quite as it should be.
	Again     uint64 `json:"again"`      // touchpoints that came twice within a day or two, counted once
	Backward  uint64 `json:"backward"`   // touchpoints that stand after those of a later day
	DaysBack  int    `json:"days_back"`  // by how many days, at most
	NoAddress uint64 `json:"no_address"` // touchpoints whose customer is taken to have an address
	NoAccount uint64 `json:"no_account"` // with scope account: touchpoints whose customer counts as one of its own

	Assumed  Assumption `json:"assumed"`
	Paced    bool       `json:"paced"` // a program has a budget, which is kept day by day
	Variants []Outcome  `json:"variants"`
}

// A Variant is surveys.yaml with other rates, and what it is called.
type Variant struct {
	Name   string
	Config *surveys.Config
}

// perBatch is how many touchpoints go from hand to hand at once.
const perBatch = 256

// Of reads the history to its end, once, and decides it in every variant, each
// on its own goroutine. It keeps the ledgers and the sums, and no touchpoint.
// Variants differ in their programs' rates alone. The ring makes the hashes
// and the draws; which one it is hardly matters to a plan.
func Of(lines iter.Seq2[*history.Line, error], ring *keyring.Ring, variants []Variant, assumed Assumption) (*Plan, error) {
	p := &Plan{Scope: variants[0].Config.Scope, Assumed: assumed}
	runs := make([]*run, len(variants))
	for i, v := range variants {
		runs[i] = newRun(v.Config, ring.CurrentDraw())
		go runs[i].work()
	}
	in := intake{plan: p, ring: ring, zone: variants[0].Config.Zone}
	err := in.read(lines, runs)
	for _, r := range runs {
		close(r.batches)
	}
	for _, r := range runs {
		<-r.done
	}
	switch {
	case err != nil:
		return nil, err
	case p.Touchpoints == 0:
		return nil, heed.Errorf(heed.Invalid, "the history has no touchpoints")
	}
	if err := in.order.judge(p.Touchpoints); err != nil {
		return nil, err
	}
	p.sumUp(in.first, in.last, runs, variants)
	return p, nil
}

// sumUp makes the outcomes of what was summed.
func (p *Plan) sumUp(first, last heed.Day, runs []*run, variants []Variant) {
	p.From, p.To, p.Days = first.String(), last.String(), int(last-first)+1
	p.Again, p.Scopes = runs[0].again, len(runs[0].tallies)
	p.Touchpoints -= p.Again
	p.Holdout = share(uint64(variants[0].Config.Holdout))
	for i, v := range variants {
		p.Paced = p.Paced || runs[i].paced()
		p.Variants = append(p.Variants, runs[i].outcome(v.Name, first, p.Days, p.Assumed))
	}
}

// An intake reads lines and hands them to every run, in order.
type intake struct {
	plan        *Plan
	ring        *keyring.Ring
	zone        *time.Location
	first, last heed.Day
	order       order
}

// A met is a touchpoint and whom it happened to. All runs read it; none
// changes it.
type met struct {
	*history.Line
	customer, scope heed.Hash
}

func (in *intake) read(lines iter.Seq2[*history.Line, error], runs []*run) error {
	var batch []met
	flush := func() {
		for _, r := range runs {
			r.batches <- batch
		}
		batch = nil
	}
	for l, err := range lines {
		if err != nil {
			return err
		}
		if err := in.order.take(l.At); err != nil {
			return err
		}
		if batch == nil {
			batch = make([]met, 0, perBatch)
		}
		if batch = append(batch, in.meet(l)); len(batch) == perBatch {
			flush()
		}
	}
	flush()
	return nil
}

// meet notes what a plan says of the history itself, and finds whose ledger
// the touchpoint is of.
func (in *intake) meet(l *history.Line) met {
	p, day := in.plan, heed.DayOf(l.At, in.zone)
	if p.Touchpoints == 0 {
		in.first, in.last = day, day
	}
	p.Touchpoints++
	in.first = min(in.first, day)
	if day < in.last {
		p.Backward++
		p.DaysBack = max(p.DaysBack, int(in.last-day))
	}
	in.last = max(in.last, day)
	m := met{Line: l, customer: l.Person}
	if m.customer.IsZero() {
		m.customer = in.ring.Person(l.Source, l.Customer)
	}
	if l.AddressAssumed() {
		p.NoAddress++
	}
	m.scope = m.customer
	if p.Scope == surveys.Account {
		if l.Customer.Account == "" {
			p.NoAccount++
		} else {
			m.scope = in.ring.Account(l.Source, l.Customer.Account)
		}
	}
	return m
}
