package heed

import "time"

// An Invitation is the mailed survey of a decision that said ask. Zero times
// are things that have not happened.
type Invitation struct {
	To        string // address; only whoever is asked is known by it
	Mailed    Hash   // of whom that address is, where the customer goes by another now; else zero
	Name      string
	Locale    string
	Agent     string        // who helped; only where the program's words name them
	Product   string        // likewise
	Zone      string        // the customer's time zone, as IANA names it; "" if it isn't known
	NotBefore time.Time     // sending was held up, and goes on then
	Remind    time.Duration // how long after Sent a reminder goes; 0 for none
	Claimed   time.Time     // a sender took it in hand
	Sent      time.Time     // the mail service accepted it
	MessageID string        // as the mail service named it
	Delivered time.Time
	Failed    time.Time // bounced, complained, lapsed, cancelled or unsure, by Fate
	Fate      Fate
	Further   []Further // the mails that belong to it
}

// Mailed returns the hash of who is mailed: the customer's, or of who they were
// at the address that the touchpoint came with. What becomes of a mail says
// something of that address alone.
func (r *Row) Mailed() Hash {
	if i := r.Invitation; i != nil && !i.Mailed.IsZero() {
		return i.Mailed
	}
	return r.Customer
}

// Fate is how an invitation ended other than by delivery.
type Fate uint8

// The fates. Their numbers are stored: append, never renumber.
const (
	NoFate     Fate = iota
	Bounced         // came back for good
	Complained      // reported as spam
	Lapsed          // not sent in time: see LapsesAfter
	Cancelled       // not wanted any more before it went: the customer unsubscribed, the ticket was opened again
	Unsure          // handed to the mail service, outcome never learned; not sent again
	Refused         // the mail service would not take it
)

var fateNames = [...]string{"", "bounced", "complained", "lapsed", "cancelled", "unsure", "refused"}

// String is the fate as the API writes it.
func (f Fate) String() string {
	if int(f) < len(fateNames) {
		return fateNames[f]
	}
	return "unknown"
}

// State names how far the invitation has come, in one word.
func (i *Invitation) State() string {
	switch {
	case i.Fate != NoFate:
		return i.Fate.String()
	case !i.Delivered.IsZero():
		return "delivered"
	case !i.Sent.IsZero():
		return "sent"
	case !i.Claimed.IsZero():
		return "claimed"
	}
	return "waiting"
}

// Arrived records that the mail went, which any word of it and any answer to
// it proves, if nobody knew: not even a fate that says otherwise stands.
func (i *Invitation) Arrived(at time.Time, messageID string) {
	if !i.Sent.IsZero() {
		return
	}
	i.Sent, i.MessageID = at, messageID
	if i.Fate == Unsure || i.Fate == Lapsed {
		i.Fate, i.Failed = NoFate, time.Time{}
	}
}

// Open reports whether the invitation still waits to be sent or for word of
// its outcome.
func (i *Invitation) Open() bool { return i.Fate == NoFate && i.Sent.IsZero() }
