// Package history is what happened to customers, as a file of it says: one
// touchpoint after another, as JSON lines or as CSV. It reads what other
// systems write, what Heed's own export writes, and what it writes itself.
//
// A file is a stream here: it may be larger than memory, and is read once.
// What would have been decided about it is package plan's.
package history

import (
	"encoding/hex"
	"fmt"
	"strings"
	"time"

	"heed/shared/heed"
)

// A Line is one touchpoint of a history, and what it says of the customer
// beside it.
type Line struct {
	heed.Touchpoint // its customer has an ID or an Email, or else there is a Person

	Person heed.Hash   // stands for the customer in Heed's own export; zero elsewhere
	Barred heed.Reason // why nobody could ask the customer; 0 if the history doesn't say so
}

// AddressAssumed reports whether the history neither has an address nor says
// that there is none. Exports hold hashes, so that is usual.
func (l *Line) AddressAssumed() bool { return l.Customer.Email == "" && l.Barred == 0 }

// An Error is what is wrong with one line, and what to do about it.
type Error struct {
	Line int // from 1
	Why  string
}

func (e *Error) Error() string { return fmt.Sprintf("line %d: %s", e.Line, e.Why) }

// LongestLine is how many bytes a line may have.
const LongestLine = 1 << 20

// check completes the line and says what it lacks, "" for nothing.
func (l *Line) check(at string) (why string) {
	if l.At, why = moment(at); why != "" {
		return why
	}
	if l.Occurrence == "" {
		l.Occurrence = "1" // as a webhook that does not say
	}
	switch c := l.Customer; {
	case l.Source == "":
		return "source is missing; write the name that the source has in surveys.yaml"
	case l.Kind == "":
		return "kind is missing; write what happened, such as ticket.solved"
	case l.Object == "":
		return "object is missing; write what it happened to, such as ticket:42"
	case c.ID == "" && c.Email == "" && l.Person.IsZero():
		return "customer is missing; write its id, its email, or both"
	case c.Email != "" && !strings.Contains(c.Email, "@"):
		return "customer.email is no address; leave it out if there is none"
	}
	return ""
}

// moments are the ways that a time may be written; without a zone it is UTC.
var moments = []string{time.RFC3339, time.DateTime, "2006-01-02T15:04:05", "2006-01-02 15:04", time.DateOnly}

// The years that a history may speak of.
const firstYear, lastYear = 2000, 2100

func moment(s string) (t time.Time, why string) {
	if s == "" {
		return t, "at is missing; write when it happened, as 2026-05-01T09:30:00Z"
	}
	for _, form := range moments {
		t, err := time.Parse(form, s)
		if err != nil {
			continue
		}
		if t = t.UTC(); t.Year() < firstYear || t.Year() >= lastYear {
			return t, fmt.Sprintf("at lies outside of %d to %d", firstYear, lastYear)
		}
		return t, ""
	}
	return t, "at is no time; write it as 2026-05-01T09:30:00Z"
}

// person reads what stands for a customer in an export.
func person(s string) (h heed.Hash, why string) {
	b, err := hex.DecodeString(s)
	if err != nil || len(b) != len(h) {
		return h, "the customer's hash is not 32 hexadecimal digits; give an id or an email instead"
	}
	return heed.Hash(b), ""
}
