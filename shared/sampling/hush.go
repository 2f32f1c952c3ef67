package sampling

import (
	"time"

	"heed/shared/heed"
	"heed/shared/surveys"
)

// Heed takes into account what the customer's own scope says beside the
// ledger: a suppression, the wish to be asked less, and a quiet period that another scope imposed, or a
// former tool. Of such a one no ledger knows, so the touchpoint's chance is not
// known, and recorded as none. The account's own hush does not stop it: its
// ledger knows.
func (c *Case) Heed(customer *Scope) {
	c.Suppressed, c.Less = customer.Suppressed, customer.Less
	c.Overlap = customer.Overlapped
	if customer.Imposed.Account != c.Scope {
		c.Overlap = max(c.Overlap, customer.Imposed.Until)
	}
	if c.Kind == surveys.Account {
		c.Overlap = max(c.Overlap, customer.QuietUntil)
	}
	c.Elsewhere = max(customer.Hushed, c.Overlap) > c.day()
}

// Respect holds this one decision back by what a former identity says that is not
// taken over: what they said, and the quiet period of who asked them. It is to be
// called after Heed, and is a fact of the case alone.
func (c *Case) Respect(former *Scope) {
	c.Suppressed = c.Suppressed.Or(former.Suppressed.Follows())
	c.Less = c.Less || former.Less
	c.Overlap = max(c.Overlap, former.QuietUntil, former.Imposed.Until, former.Overlapped)
	c.Elsewhere = c.Elsewhere || max(former.Hushed, c.Overlap) > c.day()
}

// today is the UTC day of the decision. It never lies before that of the
// scope's last, whatever a clock says.
func (c *Case) today(s *Scope) heed.Day { return max(c.day(), s.Last) }

// day is the UTC day by the clock. What others imposed is held against this one:
// a later day that the scope has seen, before a clock went back, says nothing of
// whether their quiet periods are over.
func (c *Case) day() heed.Day { return heed.DayOf(c.Now, time.UTC) }

// Hush keeps the customer of an account's invitation quiet for as long as it
// keeps the account. It is to be written before the account's own scope: then
// nobody else can ask the customer, whatever happens in between. It reports
// whether the customer's scope was changed.
func (c *Case) Hush(customer *Scope, rows []heed.Row) bool {
	until, was := asked(rows), customer.Imposed
	if c.Kind != surveys.Account || until == 0 {
		return false
	}
	is := Hush{Until: until, Account: c.Scope, By: c.Touchpoint.ID()}
	switch {
	case was.Account != is.Account:
		customer.Overlapped = max(customer.Overlapped, was.Until)
	case was.Until > c.day(): // by a try at a decision, this one or another, that may yet stand
		is.Until = max(is.Until, was.Until)
		if was.By != is.By {
			is.By = heed.TouchpointID{}
		}
	}
	customer.impose(is)
	return is != was
}

// Unhush takes back what an earlier try at the decision hushed, where the one
// that stands asks nobody. It is to be written after the account's scope: until
// then the earlier try may still be the one that stands. It reports whether the
// customer's scope was changed.
func (c *Case) Unhush(customer *Scope, rows []heed.Row) bool {
	is := customer.Imposed
	if c.Kind != surveys.Account || asked(rows) > 0 || is.Account != c.Scope || is.By != c.Touchpoint.ID() {
		return false
	}
	customer.impose(Hush{})
	return true
}

// asked returns until which day a decision's invitation keeps its scope quiet,
// 0 if there is none.
func asked(rows []heed.Row) heed.Day {
	for i := range rows {
		if r := rows[i].Reason; r == heed.Asked || r == heed.Observed {
			return rows[i].Expires
		}
	}
	return 0
}
