package sampling

import (
	"heed/shared/heed"
	"heed/shared/surveys"
)

// HushID names the case as what hushes its customer.
func (c *Case) HushID() HushID {
	id := c.Touchpoint.ID()
	sum := heed.Fingerprint("hush/v1", string(id[:]), string(c.Scope[:]))
	return HushID(sum[:8])
}

// Hush keeps the customer of an account's invitation quiet for as long as it
// keeps the account. It is to be written before the account's own scope: then
// nobody else can ask the customer, whatever happens in between. It reports
// whether the customer's scope was changed.
func (c *Case) Hush(customer *Scope, rows []heed.Row) bool {
	until := asked(rows)
	if c.Kind != surveys.Account || until <= customer.Hushed {
		return false
	}
	customer.Hushed, customer.HushedBy = until, c.HushID()
	return true
}

// Unhush takes back what an earlier try at the decision hushed, where the one
// that stands asks nobody. It is to be written after the account's scope: until
// then the earlier try may still be the one that stands. It reports whether the
// customer's scope was changed.
func (c *Case) Unhush(customer *Scope, rows []heed.Row) bool {
	if c.Kind != surveys.Account || asked(rows) > 0 || customer.HushedBy != c.HushID() {
		return false
	}
	customer.Hushed, customer.HushedBy = 0, HushID{}
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
