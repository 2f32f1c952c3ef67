package plan

import (
	"slices"

	"heed/shared/heed"
	"heed/shared/sampling"
)

// A tally is a scope, and what it was expected to bear.
type tally struct {
	sampling.Scope
	pi    uint64 // sum of chances, PPB
	asked bool   // by this one draw
}

// forget drops what the next decision does not need. Touchpoints of the last
// day or two stay, so that one that comes twice is known again.
func (t *tally) forget() {
	t.Pending = nil
	t.Decided = slices.DeleteFunc(t.Decided, func(d sampling.Decided) bool { return d.Day < t.Last-1 })
}

// own is the customer's own scope, of which an account's touchpoint needs to
// know only what hushes it.
func (r *run) own(m *met, t *tally) *sampling.Scope {
	if m.scope == m.customer {
		t.Imposed = r.hushed[m.customer]
		return &t.Scope
	}
	own := sampling.Scope{Imposed: r.hushed[m.customer]}
	if alone := r.tallies[m.customer]; alone != nil {
		own.QuietUntil = alone.QuietUntil
	}
	return &own
}

// hush is what an invitation of an account does to its customer.
func (r *run) hush(row *heed.Row) {
	if row.Reason != heed.Asked || row.Scope == row.Customer {
		return
	}
	r.hushed[row.Customer] = sampling.Hush{Until: row.Expires, Account: row.Scope}
}
