package heed

import (
	"encoding/hex"
	"math/bits"
	"time"
)

// A Tally is what came to one source's door on one day, or in a part of it: so
// many deliveries, and what became of them; and what its vendor was asked in
// vain. Tallies of one source and day add up. They are for the operator's eye
// alone: whoever counts may die with what it has not handed on.
type Tally struct {
	ID          TallyID            `json:"id"`
	Source      string             `json:"source"`
	Day         Day                `json:"day"`
	Deliveries  uint64             `json:"deliveries"`            // all that were posted, the rejected ones included
	Touchpoints uint64             `json:"touchpoints,omitempty"` // that they made; one delivery may make many, or none
	Idle        uint64             `json:"idle,omitempty"`        // deliveries that were understood and of no interest
	Kept        uint64             `json:"kept,omitempty"`        // deliveries of which not all was understood
	Rejected    [Rejections]uint64 `json:"rejected"`
	Delays      [DelaySpans]uint64 `json:"delays"`              // touchpoints, by how long after they had happened they came: see DelaySpan
	Delivered   time.Time          `json:"delivered"`           // when the last delivery came
	Happened    time.Time          `json:"happened"`            // when the newest touchpoint happened, by the source's clock; zero if there is none
	Vain        [Troubles]uint64   `json:"vain,omitzero"`       // times that a touchpoint had to wait, or was decided all the same, since its vendor did not say whom it happened to
	Unresolved  uint64             `json:"unresolved,omitzero"` // touchpoints that were decided without their customer for that
	Last        Trouble            `json:"last,omitzero"`       // why, the last time
	Troubled    time.Time          `json:"troubled,omitzero"`   // when that was; zero for never
}

// A TallyID is random: whoever adds tallies up knows by it which are in.
type TallyID [8]byte

// MarshalText writes the id in hexadecimal.
func (id TallyID) MarshalText() ([]byte, error) { return hex.AppendEncode(nil, id[:]), nil }

// UnmarshalText reads what MarshalText wrote.
func (id *TallyID) UnmarshalText(text []byte) error {
	b, err := hex.DecodeString(string(text))
	if err != nil || len(b) != len(id) {
		return Errorf(Invalid, "a tally's id is 16 hexadecimal digits")
	}
	*id = TallyID(b)
	return nil
}

// A Rejection is why a delivery was not taken. Their numbers are stored: a new
// one goes to the end.
type Rejection uint8

// The rejections.
const (
	RejectedUnsigned Rejection = iota // there is no signature, or none that can be read
	RejectedForged                    // no secret fits
	RejectedStale                     // its time is too far from ours
	RejectedType                      // neither JSON, XML nor a form
	RejectedSize                      // larger than a delivery may be
	RejectedBody                      // it broke off
	RejectedSecret                    // no secret is set here, or it can't be read
	RejectedTrouble                   // it could not be stored, or something else was wrong with us
	Rejections       = 8
)

var rejections = [Rejections]string{"unsigned", "forged", "stale", "content_type", "too_large", "unreadable", "no_secret", "trouble"}

// String is the rejection as the API names it.
func (r Rejection) String() string { return rejections[r] }

// A Trouble is why a vendor could not be asked whom something happened to. Their
// numbers are stored: a new one goes to the end.
type Trouble uint8

// The troubles.
const (
	TroubleSilent  Trouble = iota // it does not answer, or only with an error of its own
	TroubleBusy                   // it has been asked too often
	TroubleLocked                 // there is no credential, or none that opens what is asked for
	TroubleStrange                // nobody is there, or not its API as Heed knows it
	Troubles       = 4
)

var troubles = [Troubles]string{"not_answering", "busy", "locked_out", "strange"}

// String is the trouble as the API names it.
func (t Trouble) String() string { return troubles[t] }

// InVain counts a touchpoint whose vendor could not be asked, and that either
// waits or is decided unresolved.
func (t *Tally) InVain(why Trouble, unresolved bool, at time.Time) {
	t.Vain[why]++
	if unresolved {
		t.Unresolved++
	}
	t.Last, t.Troubled = why, at
}

// AllRejected is how many deliveries were rejected.
func (t *Tally) AllRejected() (n uint64) {
	for _, r := range t.Rejected {
		n += r
	}
	return n
}

// AllVain is how many times a vendor was asked in vain.
func (t *Tally) AllVain() (n uint64) {
	for _, v := range t.Vain {
		n += v
	}
	return n
}

// DelaySpans is how many spans delays are counted in. The first is below a
// second, each further one ends at twice the time of the one before, and the
// last, from about six days on, has no end.
const DelaySpans = 21

// delaySpan is the span of a delay. Where the source's clock is ahead of ours
// there is none.
func delaySpan(d time.Duration) int {
	return min(bits.Len64(uint64(max(d, 0)/time.Second)), DelaySpans-1)
}

// DelaySpan is from when on and until when delays belong to a span; until is 0
// for the last, which has no end.
func DelaySpan(i int) (from, until time.Duration) {
	if i > 0 {
		from = time.Second << (i - 1)
	}
	if i < DelaySpans-1 {
		until = time.Second << i
	}
	return from, until
}

// Median is the span in which half of the delays are reached, -1 if there are
// no delays.
func (t *Tally) Median() int {
	var all, below uint64
	for _, n := range t.Delays {
		all += n
	}
	for i, n := range t.Delays {
		if below += n; n > 0 && 2*below >= all {
			return i
		}
	}
	return -1
}

// Came counts a touchpoint that came at a time.
func (t *Tally) Came(touchpoint *Touchpoint, at time.Time) {
	t.Touchpoints++
	t.Delays[delaySpan(at.Sub(touchpoint.At))]++
	t.Happened = later(t.Happened, touchpoint.At)
}

// Add counts what another tally has counted; ID, source and day stay.
func (t *Tally) Add(other *Tally) {
	t.Deliveries += other.Deliveries
	t.Touchpoints += other.Touchpoints
	t.Idle += other.Idle
	t.Kept += other.Kept
	for i, n := range other.Rejected {
		t.Rejected[i] += n
	}
	for i, n := range other.Delays {
		t.Delays[i] += n
	}
	for i, n := range other.Vain {
		t.Vain[i] += n
	}
	t.Unresolved += other.Unresolved
	if other.Troubled.After(t.Troubled) {
		t.Last, t.Troubled = other.Last, other.Troubled
	}
	t.Delivered = later(t.Delivered, other.Delivered)
	t.Happened = later(t.Happened, other.Happened)
}

func later(a, b time.Time) time.Time {
	if b.After(a) {
		return b
	}
	return a
}
