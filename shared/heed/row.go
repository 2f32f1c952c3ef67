package heed

import (
	"encoding/hex"
	"slices"
	"time"
)

// A RowID is the 16-byte name of what one program decided about one
// touchpoint: eight bytes of the touchpoint's id, eight of the program's.
type RowID [16]byte

// Touchpoint returns the id of the row's touchpoint.
func (id RowID) Touchpoint() TouchpointID { return TouchpointID(id[:8]) }

// Shard is the row's place among the 16 partitions of its day.
func (id RowID) Shard() uint8 { return id[7] & 15 }

// String writes the id in hexadecimal.
func (id RowID) String() string { return hex.EncodeToString(id[:]) }

// A RowRef finds a row: the day it was decided, in its program's zone, and
// its id.
type RowRef struct {
	Day Day
	ID  RowID
}

// NoProgram is the program of a touchpoint that no program matches.
const NoProgram = "-"

// A Row is one touchpoint's whole life in one program. Everything above
// Invitation is written once, by decide; what follows changes.
type Row struct {
	RowRef
	Source     string
	Kind       string
	Object     string
	Occurrence string
	At         time.Time
	Dims       []Dim
	Facts
	Customer Hash // of the address, or of source and id where there is none
	Scope    Hash // whose ledger: equals Customer unless the scope is the account
	Decision
	Invitation *Invitation // nil unless asked
	Response   *Response   // nil until answered
	Suspects   []Response  // answers that a machine may have given: kept apart, not counted
	Notes      []Note      // what else came back
	First      bool        // no touchpoint of its scope was decided before
	After      After       // what followed
}

// A Decision is whether to ask, why, and all it was made from.
type Decision struct {
	Program string
	Ask     Ask
	Reason  Reason
	Decided time.Time
	Config  ConfigVersion
	Epoch   uint8  // id of the draw key
	N7      uint16 // touchpoints of this scope in the 7 days before
	N30     uint16
	N90     uint16
	Alpha   uint32 // chance that the scope was free to be asked, in PPB
	Pi      uint32 // chance that this touchpoint had of being asked, in PPB, holdout included
	Stratum string // of the program, whose rate was aimed at; "" where it has none
	Target  uint32 // chance aimed at, in PPB: the rate as paced, before the ledger and a busy customer lower it
	Doubt   Doubt  // why Pi is only near the true chance; 0 where it is exact
	Draw    uint64 // u: asked if below Threshold
	Limit   uint64 // T = floor(2^64 * pi / alpha), pi before holdout; 0 where nothing was drawn
	Expires Day    // the quiet period that asking imposes ends before this day (UTC)
	Version uint64 // of the scope's ledger before this decision
	Observe bool   // nobody could be asked: Heed only observed
	Due     time.Time
}

// Doubt is why a recorded chance is only near the true one.
type Doubt uint8

// The doubts. Their numbers are stored: append, never renumber.
const (
	Merged   Doubt = iota + 1 // two identities became one, and their ledgers were added
	Rescoped                  // surveys.yaml changed whose peace is kept: the new ledgers know nothing of before

	// Overlapping: the customer is of several scopes, accounts or their own, and
	// another one's invitation lately kept them out of this one's draws. That it
	// could have and did not is not written anywhere, so rows of such customers
	// of whom no other scope asked bear no doubt, though their chance is off, too.
	Overlapping
)

var doubtNames = [...]string{"", "merged", "rescoped", "overlapping"}

// String is the doubt as the API writes it, "" for none.
func (d Doubt) String() string {
	if int(d) < len(doubtNames) {
		return doubtNames[d]
	}
	return "unknown"
}

// Ask is the kind of question a program puts.
type Ask string

// The kinds of question.
const (
	NPS  Ask = "nps"  // 0 to 10, how likely to recommend
	CSAT Ask = "csat" // 1 to 5, how satisfied
	CES  Ask = "ces"  // 1 to 7, how easy
)

// Range returns the lowest and the highest score of the question.
func (a Ask) Range() (low, high int) {
	switch a {
	case NPS:
		return 0, 10
	case CSAT:
		return 1, 5
	case CES:
		return 1, 7
	}
	return 0, -1
}

// Holds reports whether score is an answer to the question.
func (a Ask) Holds(score int) bool {
	low, high := a.Range()
	return low <= score && score <= high
}

// Third tells a low score (0) from a middling (1) and a high one (2): detractors,
// passives and promoters of NPS; 1 and 2, 3, 4 and 5 of CSAT; 1 to 3, 4, 5 to 7
// of CES.
func (a Ask) Third(score int) int {
	bounds := map[Ask][2]int{NPS: {7, 9}, CSAT: {3, 4}, CES: {4, 5}}[a]
	switch {
	case score < bounds[0]:
		return 0
	case score < bounds[1]:
		return 1
	}
	return 2
}

// A ConfigVersion is the start of the SHA-256 of the text of surveys.yaml.
type ConfigVersion [8]byte

// String writes the version in hexadecimal.
func (v ConfigVersion) String() string { return hex.EncodeToString(v[:]) }

// Band is the row's class by how busy its customer was: the touchpoints in
// the 90 days before, in six bands (0, 1-2, 3-5, 6-12, 13-29, 30 and more).
func (d *Decision) Band() uint8 {
	for i, top := range []uint16{0, 2, 5, 12, 29} {
		if d.N90 <= top {
			return uint8(i)
		}
	}
	return 5
}

// RolledUpFor is how long after its decision a row's day is rolled up anyway,
// whatever happens. It covers mails that are sent within two days; a longer
// delay costs its rows a mark for each day and minute of sending.
const RolledUpFor = 48 * time.Hour

// Late reports whether a change of the row, other than a response, comes after
// the time in which its day is rolled up anyway: then the day must be marked.
// It goes by the decision alone, since surveys.yaml may have another delay by
// now than when the mail became due.
func (r *Row) Late(now time.Time) bool { return now.Sub(r.Decided) > RolledUpFor }

// LeftOut reports whether surveys.yaml wants the touchpoint in no score: it is
// of the team's own, or bears a tag that is excluded.
func (d *Decision) LeftOut() bool { return d.Reason == OwnDomain || d.Reason == ExcludedTag }

// LapsesAfter is how long after it was due an invitation may still be sent, or
// longer where it keeps to hours: see sampling.Latest.
const LapsesAfter = 48 * time.Hour

// Group is the hashed group of the row's scope, 0 to 63.
func (r *Row) Group() uint8 { return r.Scope.Group() }

// Reason says why a touchpoint was asked or not.
type Reason uint8

// The reasons. Their numbers are stored: append, never renumber.
const (
	Asked       Reason = iota + 1 // drawn, and an invitation is due
	NotDrawn                      // the draw said no
	Quiet                         // the scope is in a quiet period that an earlier invitation imposed
	Holdout                       // the scope belongs to the share that is never asked
	Suppressed                    // unsubscribed, bounced or complained
	ExcludedTag                   // bears a tag that surveys.yaml excludes
	OwnDomain                     // an address of the team's own
	Unresolved                    // no address is known
	Uncovered                     // the chance fell below 1 in 10,000 and became 0
	NoMatch                       // no program matches
	Observed                      // drawn, but Heed only observes: no invitation is made
	Hushed                        // an account's invitation keeps its customer quiet, or the other way round, or a former tool's does: no chance is known
)

var reasonNames = [...]string{
	"", "asked", "not_drawn", "quiet", "holdout", "suppressed", "excluded_tag",
	"own_domain", "unresolved", "uncovered", "no_match", "observed", "hushed",
}

// String is the reason as the API writes it.
func (r Reason) String() string {
	if int(r) < len(reasonNames) {
		return reasonNames[r]
	}
	return "unknown"
}

// MarshalText writes the reason's name.
func (r Reason) MarshalText() ([]byte, error) { return []byte(r.String()), nil }

// UnmarshalText reads what MarshalText wrote.
func (r *Reason) UnmarshalText(text []byte) error {
	i := slices.Index(reasonNames[1:], string(text))
	if i < 0 {
		return Errorf(Invalid, "%q is no reason of a decision", text)
	}
	*r = Reason(i + 1)
	return nil
}
