package heed

import (
	"cmp"
	"encoding/hex"
	"slices"
	"strings"
	"time"
)

// A Touchpoint is one thing that happened to one customer. Source, Object,
// Kind and Occurrence name it: two deliveries with the same four are the same
// touchpoint, whatever else they say and whenever they arrive.
type Touchpoint struct {
	Source     string    // name of the source in surveys.yaml
	Kind       string    // ticket.solved, deal.won ...
	Object     string    // ticket:42, in the source's own ids
	Occurrence string    // tells "solved again after a reopen" from "solved"
	At         time.Time // when it happened, by the source's clock
	Customer   Customer
	Team       string
	Agent      string
	Product    string
	Channel    string // how the customer came: email, chat, web ...
	Locale     string // in which it was held, BCP 47; "" if it is the customer's
	Tags       []string
	Subject    string   // what it is about, in the customer's or an agent's words: only ever read for Issues, and kept nowhere
	Issues     []string // of surveys.yaml's taxonomy, those that it is about, in the taxonomy's order; decide fills them in
	Cohort     string   // quarter in which its scope was first heard of: 2026-Q4; decide fills it in
	Facts
}

// Facts are what a source measured. What it did not tell is zero.
type Facts struct {
	Created  time.Time     // when the ticket, deal or contact came to be
	Replied  time.Time     // when it was first answered
	Reopens  uint16        // how often the ticket had been opened again until then
	Handled  time.Duration // how long people worked on it, as the source measures that; whole seconds
	Amount   int64         // what the deal is worth, in minor units of Currency: cents
	Currency string        // ISO 4217; "" where there is no amount
}

// Customer is the person a touchpoint happened to, as the source knows them.
// ID or Email is set; everything else may be empty.
type Customer struct {
	ID      string // the source's own id
	Email   string
	Name    string
	Locale  string   // BCP 47
	Zone    string   // time zone, as IANA names it: Europe/Berlin
	Account string   // the source's id of the company
	Former  []Former // who they were known as before
}

// Former is who a customer was known as before: by an address, or else by the
// source's own id.
type Former struct{ ID, Email string }

// MaxFormer is how many former identities one touchpoint can tell of.
const MaxFormer = 4

// Spoken is the language to speak to the customer in, as far as is known: the
// touchpoint's, or else their own.
func (t *Touchpoint) Spoken() string { return cmp.Or(t.Locale, t.Customer.Locale) }

// A TouchpointID is the 8-byte fingerprint of what names a touchpoint.
type TouchpointID [8]byte

// ID returns the fingerprint of source, object, kind and occurrence. It does
// not depend on time or delivery, so a retry has the same one.
func (t *Touchpoint) ID() TouchpointID {
	sum := Fingerprint("touchpoint/v1", t.Source, t.Object, t.Kind, t.Occurrence)
	return TouchpointID(sum[:8])
}

// String writes the id as 16 hexadecimal digits, as the API shows it.
func (id TouchpointID) String() string { return hex.EncodeToString(id[:]) }

// ParseTouchpointID reads what String wrote.
func ParseTouchpointID(s string) (TouchpointID, error) {
	b, err := hex.DecodeString(s)
	if err != nil || len(b) != len(TouchpointID{}) {
		return TouchpointID{}, Errorf(Invalid, "a touchpoint id is 16 hexadecimal digits")
	}
	return TouchpointID(b), nil
}

// Row returns the id of the row that one program keeps of the touchpoint.
func (id TouchpointID) Row(program string) RowID {
	var row RowID
	copy(row[:8], id[:])
	sum := Fingerprint("program/v1", program)
	copy(row[8:], sum[:8])
	return row
}

// A Dim is one dimension of a touchpoint and its value: team=billing.
type Dim struct{ Name, Value string }

// Dimension names that a touchpoint can fill. Stage comes from the program,
// issue and cohort from what decide knows.
var Dimensions = []string{"stage", "team", "agent", "product", "tag", "source", "locale", "channel", "issue", "cohort"}

// maxValue bounds a dimension's value, in bytes; maxTags the tags that count,
// and maxIssues the issues.
const (
	maxValue  = 64
	maxTags   = 16
	maxIssues = 4
)

// Dims returns the touchpoint's values for the named dimensions, sorted and
// without doubles. Only dimensions that surveys.yaml names are ever kept.
func (t *Touchpoint) Dims(names []string, stage string) []Dim {
	dims := make([]Dim, 0, len(names)+min(len(t.Tags), maxTags))
	add := func(name, value string) {
		if value = Clip(value, maxValue); value != "" {
			dims = append(dims, Dim{name, value})
		}
	}
	for _, name := range names {
		switch name {
		case "tag":
			tags := slices.Clone(t.Tags)
			slices.Sort(tags)
			for _, tag := range tags[:min(len(tags), maxTags)] {
				add(name, tag)
			}
		case "issue":
			for _, issue := range t.Issues[:min(len(t.Issues), maxIssues)] {
				add(name, issue)
			}
		default:
			add(name, t.single(name, stage))
		}
	}
	slices.SortFunc(dims, func(a, b Dim) int {
		return cmp.Or(strings.Compare(a.Name, b.Name), strings.Compare(a.Value, b.Value))
	})
	return slices.Compact(dims)
}

// single is the value of a dimension that has one.
func (t *Touchpoint) single(name, stage string) string {
	switch name {
	case "stage":
		return stage
	case "team":
		return t.Team
	case "agent":
		return t.Agent
	case "product":
		return t.Product
	case "source":
		return t.Source
	case "locale":
		return t.Spoken()
	case "channel":
		return t.Channel
	case "cohort":
		return t.Cohort
	}
	return ""
}

// Clip cuts s to at most n bytes without splitting a character, and drops
// invalid UTF-8 and surrounding space.
func Clip(s string, n int) string {
	s = strings.TrimSpace(strings.ToValidUTF8(s, ""))
	if len(s) <= n {
		return s
	}
	for n > 0 && s[n]&0xC0 == 0x80 {
		n--
	}
	return strings.TrimSpace(s[:n])
}
