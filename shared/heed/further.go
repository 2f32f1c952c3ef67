package heed

import (
	"slices"
	"time"
)

// A Further is a mail that belongs to an invitation. It has a name in its row,
// goes at most once, charges no ledger, and its answer is the invitation's.
type Further struct {
	FurtherName
	Due       time.Time // it may go from then on
	Claimed   time.Time // a sender took it in hand
	Sent      time.Time // the mail service accepted it
	MessageID string    // as the mail service named it
	Failed    time.Time // by Fate
	Fate      Fate
}

// A FurtherName names one of an invitation's further mails; the zero one is the
// invitation itself.
type FurtherName struct {
	Kind  FurtherKind
	Round uint8 // 1 for the first of its kind; only the links are ever asked for again
}

// FurtherKind is what a further mail is for.
type FurtherKind uint8

// The further mails. Their numbers are stored: append, never renumber.
const (
	Reminder     FurtherKind = iota + 1 // the same question, once more
	QuestionBack                        // to a reply of which the score was not clear
	ExportLink                          // the way to what is stored, for an hour
	ForgetLink                          // the way to have it deleted, for an hour
)

var furtherNames = [...]string{"", "reminder", "question_back", "export_link", "forget_link"}

// String is the kind as the API writes it.
func (k FurtherKind) String() string {
	if int(k) < len(furtherNames) {
		return furtherNames[k]
	}
	return "unknown"
}

// Open reports whether the mail still waits to be sent or for word of its
// outcome.
func (f *Further) Open() bool { return f.Fate == NoFate && f.Sent.IsZero() }

// Find returns the invitation's further mail of that name, nil if there is none.
func (i *Invitation) Find(name FurtherName) *Further {
	for k := range i.Further {
		if i.Further[k].FurtherName == name {
			return &i.Further[k]
		}
	}
	return nil
}

// Last returns the invitation's latest further mail of a kind, nil if there is
// none.
func (i *Invitation) Last(kind FurtherKind) *Further {
	for k := len(i.Further) - 1; k >= 0; k-- {
		if i.Further[k].Kind == kind {
			return &i.Further[k]
		}
	}
	return nil
}

// Next returns which mail of the row is to be looked after next, and when it is
// due.
func (r *Row) Next() (name FurtherName, due time.Time, ok bool) {
	for n, at := range r.Waiting {
		if !ok || at.Before(due) {
			name, due, ok = n, at, true
		}
	}
	return name, due, ok
}

// Waiting yields the row's mails that are to be looked after, and when each is
// due: those that wait to be sent, or of which nothing was heard since they were
// claimed. A reminder waits as soon as the invitation is sent, and no longer
// than until something came back: see Heard.
func (r *Row) Waiting(yield func(FurtherName, time.Time) bool) {
	i := r.Invitation
	if i == nil || i.Open() && !yield(FurtherName{}, later(r.Due, i.NotBefore)) {
		return
	}
	if at, waits := r.remind(); waits && !yield(FurtherName{Reminder, 1}, at) {
		return
	}
	for k := range i.Further {
		f := &i.Further[k]
		if f.Open() && (f.Kind != Reminder || !f.Claimed.IsZero()) && !yield(f.FurtherName, f.Due) {
			return
		}
	}
}

// Heard reports whether something came back that whoever was invited may have
// sent: an answer, a suspect, or a reply without a score. Nobody is reminded
// then.
func (r *Row) Heard() bool {
	replied := func(n Note) bool { return n.Kind == Unscored || n.Kind == Farewell }
	return r.Response != nil || len(r.Suspects) > 0 || slices.ContainsFunc(r.Notes, replied)
}

// remind returns when the row's reminder is due, if one waits that nobody has
// taken in hand.
func (r *Row) remind() (at time.Time, waits bool) {
	i := r.Invitation
	if i.Remind == 0 || i.Sent.IsZero() || i.Fate != NoFate || r.Heard() {
		return time.Time{}, false
	}
	at = later(i.Sent.Add(i.Remind), i.NotBefore)
	if f := i.Last(Reminder); f != nil {
		return later(at, f.Due), f.Open() && f.Claimed.IsZero()
	}
	return at, true
}
