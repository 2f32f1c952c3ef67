package heed

import "time"

// Forget takes out of a row whatever names its customer or repeats what they
// said. What was decided stays, and why: the chance, the dimensions, what was
// measured, and when what followed, of which nothing names anybody. So the sums of its day are the same but for the answer. Mails that
// wait don't go any more.
func (r *Row) Forget(now time.Time) {
	if r.Scope == r.Customer {
		r.Scope = Hash{}
	}
	r.Customer, r.Object, r.Occurrence = Hash{}, "", ""
	r.Response, r.Suspects, r.Notes = nil, nil, nil
	if r.Invitation != nil {
		r.Invitation.forget(now)
	}
}

// Forgotten reports whether Forget has been at the row: nobody is its customer,
// nothing is answered by it any more.
func (r *Row) Forgotten() bool { return r.Customer.IsZero() }

// forget keeps of an invitation when it went and what became of it, and the
// language in which to say so.
func (i *Invitation) forget(now time.Time) {
	cancel(&i.Fate, &i.Failed, i.Open(), now)
	for k := range i.Further {
		f := &i.Further[k]
		cancel(&f.Fate, &f.Failed, f.Open(), now)
		f.MessageID = ""
	}
	i.To, i.Mailed, i.Name, i.Agent, i.Product, i.Zone, i.MessageID = "", Hash{}, "", "", "", "", ""
	i.NotBefore, i.Remind = time.Time{}, 0
}

func cancel(fate *Fate, failed *time.Time, open bool, now time.Time) {
	if open {
		*fate, *failed = Cancelled, now
	}
}
