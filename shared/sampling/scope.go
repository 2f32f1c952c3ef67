package sampling

import (
	"slices"

	"heed/shared/heed"
)

// A Scope is what must be remembered of one customer, or one account, to keep
// its peace and to know each touchpoint's chance exactly. Days are UTC.
type Scope struct {
	Ledger     []Charge    // by day of expiry
	Counts     []Count     // touchpoints of the last 90 days, by day
	Decided    []Decided   // touchpoints decided since the last full page, in order
	Pages      uint32      // full pages before those
	QuietUntil heed.Day    // no invitation is due before this day
	Last       heed.Day    // of the last decision: time does not go back
	Suppressed Suppression // why the customer is never asked; 0 if nothing keeps them
	Less       bool        // the customer wants to be asked less
	Pending    []heed.Row  // rows decided last, that may not be written yet

	// Of a customer, whom something else than this ledger keeps quiet.
	Hushed     heed.Day    // a former tool's invitation, or a former identity's, keeps them quiet until this day
	Imposed    Hush        // what an account imposed last
	Overlapped heed.Day    // until when an account other than that did, before
	Asked      []heed.Hash // accounts that asked them before that one did: their rows are this customer's

	// Of a customer who was known as somebody else.
	Merging     []heed.Hash // former identities that are still to be taken over
	Taken       uint8       // how many others were taken over, and by those
	MergedUntil heed.Day    // charges that were taken over expire before this day
	Successor   heed.Hash   // who goes on in this one's stead; then nothing is decided here
}

// A Hush is the quiet period that an account's decision imposes on the customer
// whom it asks. Until it matters to nobody's chance it is kept, also when over.
type Hush struct {
	Until   heed.Day
	Account heed.Hash
	By      heed.TouchpointID // whose decision it was; zero where two of the account's imposed it, and neither takes it back
}

// A Charge is the sum of the chances, in PPB, of decisions whose quiet period
// ends before the day Expires, had they asked.
type Charge struct {
	Expires heed.Day
	Pi      uint32
}

// A Count is how many touchpoints a day had.
type Count struct {
	Day heed.Day
	N   uint16
}

// Decided is a touchpoint that has its decision, and the day its rows are
// found under, give or take the one that a time zone moves it.
type Decided struct {
	ID  heed.TouchpointID
	Day heed.Day
}

// Suppression is why somebody is never asked again.
type Suppression uint8

// The suppressions. Their numbers are stored: append, never renumber.
const (
	Unsubscribed Suppression = iota + 1
	AddressBounced
	ReportedSpam
)

// Suppress notes why the scope's customer is never asked, and reports whether it
// changed.
func (s *Scope) Suppress(why Suppression) bool {
	before := s.Suppressed
	s.Suppressed = before.Or(why)
	return s.Suppressed != before
}

// Or returns which of two suppressions stands: the first, but what follows a
// customer to another address says more than that an address bounced.
func (s Suppression) Or(next Suppression) Suppression {
	if next == 0 || s.Follows() != 0 {
		return s
	}
	return next
}

// Follows returns what of a suppression holds for whoever goes on in the
// customer's stead: what they said, and not what became of an address.
func (s Suppression) Follows() Suppression {
	if s == AddressBounced {
		return 0
	}
	return s
}

// PageSize is how many decided touchpoints a scope holds before they are
// moved to a page of their own. It is as many as leave the scope within one
// write unit where three programs match, or two with strata.
const PageSize = 30

// countedDays is how long a touchpoint counts as recent.
const countedDays = 90

// Available returns alpha, the chance in PPB that no earlier invitation keeps
// the scope quiet on that day: one less the charges not yet expired. They add
// up, because two decisions whose quiet periods both run cannot both have
// asked. Merged scopes can carry more than one; then it is 0.
func (s *Scope) Available(today heed.Day) uint32 {
	sum := uint64(0)
	for _, c := range s.Ledger {
		if c.Expires > today {
			sum += uint64(c.Pi)
		}
	}
	return uint32(heed.PPB - min(sum, heed.PPB))
}

// Charge adds a decision's chance, whether or not it asked. A charge of merged
// scopes stops at one, which leaves no chance anyway.
func (s *Scope) Charge(expires heed.Day, pi uint32) {
	i, found := slices.BinarySearchFunc(s.Ledger, expires, func(c Charge, d heed.Day) int { return int(c.Expires - d) })
	if !found {
		s.Ledger = slices.Insert(s.Ledger, i, Charge{Expires: expires})
	}
	s.Ledger[i].Pi = uint32(min(uint64(s.Ledger[i].Pi)+uint64(pi), heed.PPB))
}

// Recent returns how many touchpoints the scope had in the last days days,
// today included.
func (s *Scope) Recent(today heed.Day, days int) uint16 {
	n := uint16(0)
	for _, c := range s.Counts {
		if c.Day > today-heed.Day(days) {
			n += min(c.N, ^uint16(0)-n)
		}
	}
	return n
}

// advance forgets what no longer matters today and counts one touchpoint.
// Today never lies before the day of the last decision, whatever a clock says,
// since what expired is gone from the ledger.
func (s *Scope) advance(id heed.TouchpointID, today heed.Day) {
	s.Ledger = slices.DeleteFunc(s.Ledger, func(c Charge) bool { return c.Expires <= today })
	s.Counts = slices.DeleteFunc(s.Counts, func(c Count) bool { return c.Day <= today-countedDays })
	s.count(today, 1)
	s.Decided = append(s.Decided, Decided{id, today})
	s.Last = today
}

// Knows reports whether the touchpoint is among those decided since the last
// full page.
func (s *Scope) Knows(id heed.TouchpointID) bool { return Among(s.Decided, id) }

// Among reports whether the touchpoint is in the list.
func Among(list []Decided, id heed.TouchpointID) bool {
	return slices.ContainsFunc(list, func(d Decided) bool { return d.ID == id })
}
