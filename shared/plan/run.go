package plan

import (
	"time"

	"heed/shared/heed"
	"heed/shared/keyring"
	"heed/shared/sampling"
	"heed/shared/surveys"
)

// A run decides the history in one variant.
type run struct {
	config  *surveys.Config
	kept    uint64 // share that is not held out, PPB
	key     keyring.Key
	batches chan []met
	done    chan struct{}

	tallies  map[heed.Hash]*tally
	hushed   map[heed.Hash]sampling.Hush // what an account's invitation imposed on a customer last
	again    uint64
	programs []*program // as in config, then what no program matches
	total    *program
	pacer    *pacer
}

// newRun leaves the holdout to the sums. Who is held out is never charged, so
// a ledger of theirs knows of chances that nobody has; what may be expected is
// what everybody else's ledgers say, times the share of those.
func newRun(c *surveys.Config, key keyring.Key) *run {
	all := *c
	all.Holdout = 0
	r := &run{
		config: &all, kept: uint64(heed.PPB - c.Holdout), key: key, batches: make(chan []met, 4), done: make(chan struct{}),
		tallies: map[heed.Hash]*tally{}, hushed: map[heed.Hash]sampling.Hush{},
		total: newProgram(), pacer: newPacer(c),
	}
	for range len(c.Programs) + 1 {
		r.programs = append(r.programs, newProgram())
	}
	return r
}

func (r *run) work() {
	defer close(r.done)
	for batch := range r.batches {
		for i := range batch {
			r.decide(&batch[i])
		}
	}
}

// standIn is the address of a customer of whom a history has none.
const standIn = "customer@history.invalid"

// decide decides one touchpoint as the function of that name would at the
// moment it happened.
func (r *run) decide(m *met) {
	t := r.tallies[m.scope]
	if t == nil {
		t = &tally{}
		r.tallies[m.scope] = t
	}
	if t.Knows(m.ID()) {
		r.again++
		return
	}
	touchpoint := m.Touchpoint
	if m.Customer.Email == "" {
		touchpoint.Customer.Email = standIn
	}
	c := sampling.Case{
		Config: r.config, Epoch: r.key.ID, Key: r.key.Bytes, Touchpoint: &touchpoint,
		Customer: m.customer, Kind: surveys.Customer, Scope: m.scope, Now: m.At.Truncate(time.Millisecond),
	}
	if m.scope != m.customer {
		c.Kind = surveys.Account
	}
	c.Heed(r.own(m, t))
	if m.Barred != 0 {
		c.Suppressed = sampling.Unsubscribed
	}
	c.Paces = r.pacer.at(c.Now)
	rows := c.Decide(&t.Scope)
	t.forget()
	r.count(m, &touchpoint, t, rows)
}

// count adds the rows of one touchpoint to the sums.
func (r *run) count(m *met, touchpoint *heed.Touchpoint, t *tally, rows []heed.Row) {
	first, reached := heed.Reason(0), false
	for i := range rows {
		row := &rows[i]
		if m.Barred != 0 && row.Reason == heed.Suppressed {
			row.Reason = m.Barred
		}
		if first == 0 {
			first = row.Reason
		}
		row.Pi = uint32(uint64(row.Pi) * r.kept / heed.PPB)
		reached = reached || row.Pi > 0
		t.pi += uint64(row.Pi)
		t.asked = t.asked || row.Reason == heed.Asked
		r.hush(row)
		r.programs[r.index(row.Program)].add(row)
		r.total.mails(row)
		r.pacer.spend(row, touchpoint)
	}
	r.total.n++
	if !reached {
		r.total.unreached[first]++
	}
}

// index is a program's place, or for what no program matches the one after
// the last.
func (r *run) index(name string) int {
	for i := range r.config.Programs {
		if r.config.Programs[i].Name == name {
			return i
		}
	}
	return len(r.config.Programs)
}

func (r *run) paced() bool { return len(r.pacer.budgets) > 0 }
