package heed

import "time"

// After is what followed on a touchpoint, as far as it bears on it: when that
// happened, zero where it did not. It is written by decide, when the later
// touchpoint comes, and never taken back.
type After struct {
	Reopened time.Time // its object was opened again, within ReopenedWithin
	Left     time.Time // its customer left, within FollowedFor; only where they were asked
	Bought   time.Time // its customer bought again, likewise
}

// How long what follows counts.
const (
	ReopenedWithin = 14 * 24 * time.Hour
	FollowedFor    = 180 * 24 * time.Hour
)

// EveryProgram is the program of cells that hold each touchpoint once, however
// many programs it fits: those of what customers do (Deed).
const EveryProgram = "*"

// A Deed is what a kind of touchpoint says that a customer did.
type Deed uint8

// The deeds.
const (
	Nothing  Deed = iota
	Solved        // they were helped: a ticket was solved
	Reopened      // they were not, after all
	Bought        // they bought, or renewed
	Left          // they are customers no more
)

// DeedOf returns what a kind says: ticket.solved, ticket.reopened, deal.won ...
// Sources that call it otherwise are mapped to these kinds in surveys.yaml.
func DeedOf(kind string) Deed {
	switch kind {
	case "ticket.solved":
		return Solved
	case "ticket.reopened":
		return Reopened
	case "deal.won", "subscription.started", "subscription.renewed", "order.paid":
		return Bought
	case "subscription.cancelled", "contact.churned":
		return Left
	}
	return Nothing
}
