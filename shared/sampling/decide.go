// Package sampling decides whom to ask. It is the heart of Heed: a decision is
// a pure function of the configuration, a key, a touchpoint, its scope's
// ledger and the time, all of which are recorded with it.
//
// Integers only: Go may fuse a multiplication and an addition on one machine
// and not on another, and a decision must be the same on all. Nothing here
// reads or writes; package handlers does, around it.
package sampling

import (
	"time"

	"heed/shared/heed"
	"heed/shared/surveys"
)

// A Case is a touchpoint before its decision, with all that the decision
// depends on but the scope.
type Case struct {
	Config     *surveys.Config
	Epoch      uint8  // id of the draw key
	Key        []byte // the draw key
	Touchpoint *heed.Touchpoint
	Paces      map[string]uint32 // of programs, in PPB; one that is not here runs at its full rate
	Customer   heed.Hash
	Mailed     heed.Hash     // of whom the address is, where the customer goes by another now; else zero
	Kind       surveys.Scope // whose ledger: the account's, or else the customer's
	Scope      heed.Hash     // the hash of that one
	Suppressed Suppression   // of the customer
	Less       bool          // the customer wants to be asked less
	Elsewhere  bool          // another scope, or a former tool, keeps the customer quiet
	Overlap    heed.Day      // other scopes' invitations kept, or keep, the customer quiet until this day
	Rescoped   heed.Day      // before this day ledgers don't know of all that was asked; 0 if they always did
	Reach      heed.Day      // how many days a decision could keep quiet at the most, if more than Config says
	Observe    bool          // decide and record, but invite nobody
	Now        time.Time
	Version    uint64 // of the scope's item, recorded
}

// least is the smallest chance that is drawn, in PPB. Below it a single answer
// would stand for more than ten thousand touchpoints.
const least = heed.PPB / 10_000

// Decide decides the case in every program it fits, in order of priority, and
// brings the scope up to date: each program charges the ledger before the next
// looks at it. It returns the rows to write, at least one.
func (c *Case) Decide(s *Scope) []heed.Row {
	today := c.today(s)
	c.Reach = max(c.Reach, Reach(c.Config))
	if max(s.Imposed.Until, s.Overlapped)+c.Reach <= c.day() {
		s.impose(Hush{}) // long enough ago
		s.Overlapped = 0
	}
	base, id := c.row(s, today), c.Touchpoint.ID()
	held := HeldOut(c.Key, c.Scope, c.Config.Holdout)
	var rows []heed.Row
	for i := range c.Config.Programs {
		if p := &c.Config.Programs[i]; p.When.Fits(c.Touchpoint) {
			base.ID = id.Row(p.Name)
			rows = append(rows, c.in(p, s, today, held, base))
		}
	}
	if rows == nil {
		base.ID = id.Row(heed.NoProgram)
		base.Program, base.Reason = heed.NoProgram, heed.NoMatch
		base.Dims = c.Touchpoint.Dims(c.Config.Dimensions, "")
		rows = []heed.Row{base}
	}
	s.advance(id, today)
	s.Pending = rows
	return rows
}

// row is what the case's rows have in common.
func (c *Case) row(s *Scope, today heed.Day) heed.Row {
	t := c.Touchpoint
	return heed.Row{
		RowRef: heed.RowRef{Day: heed.DayOf(c.Now, c.Config.Zone)},
		Source: t.Source, Kind: t.Kind, Object: t.Object, Occurrence: t.Occurrence, At: t.At, Facts: t.Facts,
		Customer: c.Customer, Scope: c.Scope, First: s.Last == 0,
		Decision: heed.Decision{
			Decided: c.Now, Config: c.Config.Version, Epoch: c.Epoch, Version: c.Version, Observe: c.Observe,
			N7: s.Recent(today, 7), N30: s.Recent(today, 30), N90: s.Recent(today, countedDays),
			Alpha: s.Available(today),
		},
	}
}

// in decides the case in one program. held: its scope is never asked.
func (c *Case) in(p *surveys.Program, s *Scope, today heed.Day, held bool, r heed.Row) heed.Row {
	r.Program, r.Ask = p.Name, p.Ask
	r.Dims = c.Touchpoint.Dims(c.Config.Dimensions, p.Stage)
	r.Alpha = s.Available(today)
	r.Stratum, r.Target = c.target(p)
	if r.Reason = c.ineligible(); r.Reason != 0 {
		return r
	}
	r.Doubt = c.doubt(s, today)
	pi := chance(p.Ceiling, &r.Decision)
	if pi < least {
		r.Reason = heed.Uncovered
		return r
	}
	r.Pi = uint32(uint64(pi) * uint64(heed.PPB-c.Config.Holdout) / heed.PPB)
	r.Draw, r.Limit = Draw(c.Key, p.Name, c.Touchpoint), Threshold(pi, r.Alpha)
	zone := c.Config.Clock(c.Touchpoint.Customer.Zone)
	r.Due = p.Hours.Next(c.Now.Add(p.Delay), zone)
	r.Expires = max(today+lapse, heed.DayOf(Latest(p, r.Due, zone), time.UTC)) + heed.Day(p.Quiet)
	if held {
		r.Reason = heed.Holdout
		return r // what is never asked charges nothing
	}
	s.Charge(r.Expires, pi)
	c.draw(p, s, today, &r)
	return r
}

// draw settles the rest: quiet, not drawn, or asked.
func (c *Case) draw(p *surveys.Program, s *Scope, today heed.Day, r *heed.Row) {
	switch {
	case s.QuietUntil > today:
		r.Reason = heed.Quiet
	case r.Draw >= r.Limit:
		r.Reason = heed.NotDrawn
	case c.Observe:
		r.Reason = heed.Observed
		s.QuietUntil = r.Expires
	default:
		r.Reason = heed.Asked
		s.QuietUntil = r.Expires
		r.Invitation = c.invitation(p)
	}
}

// invitation holds what the program's mails will need to know, and no more.
func (c *Case) invitation(p *surveys.Program) *heed.Invitation {
	t := c.Touchpoint
	i := &heed.Invitation{To: t.Customer.Email, Mailed: c.Mailed, Name: t.Customer.Name, Locale: t.Spoken(), Remind: p.Remind}
	if p.Names("agent") {
		i.Agent = t.Agent
	}
	if p.Names("product") {
		i.Product = t.Product
	}
	if p.Hours != (surveys.Hours{}) {
		i.Zone = t.Customer.Zone
	}
	return i
}

// ineligible names what keeps the customer from ever being drawn, 0 if nothing.
func (c *Case) ineligible() heed.Reason {
	switch {
	case c.Touchpoint.Customer.Email == "":
		return heed.Unresolved
	case c.Config.OwnDomain(c.Touchpoint.Customer.Email):
		return heed.OwnDomain
	case c.Config.Excluded(c.Touchpoint.Tags):
		return heed.ExcludedTag
	case c.Suppressed != 0:
		return heed.Suppressed
	case c.Elsewhere:
		return heed.Hushed
	}
	return 0
}
