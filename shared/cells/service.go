package cells

// Service is what was measured of touchpoints at which a ticket was solved
// (heed.Solved), each time one was.
type Service struct {
	Solved   uint64 // times
	Again    uint64 // of these, after the ticket had been opened again before (Facts.Reopens above 0)
	Reopened uint64 // of these, opened again afterwards (heed.After.Reopened)
	Once     uint64 // of these, neither: solved at the first attempt, as far as is known by now

	FirstReply Bins // seconds from Facts.Created to Facts.Replied
	Resolution Bins // seconds from Facts.Created to the touchpoint
	Handling   Bins // Facts.Handled, in seconds
}

// Bins are how many durations fall into each bin of a logarithmic sketch, by
// the bin's index (BinOf), and the exact sums of them. Durations below one
// second count as one; what was not measured is in none.
type Bins struct {
	N       map[int32]uint64
	Sum     uint64  // seconds
	Squares Uint128 // sum of seconds squared
}

// A Sequel is what followed on answers: those after which the customer left or
// bought again (heed.After), with their weights.
type Sequel struct{ Left, Bought Weights }

// Deeds counts what customers did (heed.Bought, heed.Left), each touchpoint once.
type Deeds struct {
	Joined  uint64            // scopes that were first heard of (heed.Row.First), whatever they did
	Left    uint64            // times somebody left
	Bought  uint64            // times somebody bought
	Again   uint64            // of these, not by somebody first heard of then
	Joining uint64            // sum of the days, since 1970, on which they joined
	Leaving uint64            // likewise left
	Amounts map[string]Amount // what was bought for, by currency
}

// An Amount is the sums of some amounts above 0, in minor units.
type Amount struct {
	N       uint64
	Sum     Uint128
	Squares Uint128
}

// Thirds is in how many comments a word stands, by the third of their score:
// low, middling and high (heed.Ask.Third).
type Thirds [3]uint64

// AllComments is where Cell.Words counts the comments themselves.
const AllComments = ""
