// Package replies reads a mail that somebody sent to Heed: from whom and to
// whom, its two bodies, and whether a person wrote it. It knows no row and no
// program; what follows from a mail is package reply's affair (handlers).
//
// It reads MIME itself, in one pass over the raw bytes, and decodes nothing but
// the bodies that people read and the reports that machines write. A library
// was weighed: jhillyerd/enmime decodes every attachment in memory (a mail of
// 25 MB takes it 1 to 2 s and 48 MB, here 20 ms and 3 kB), takes seconds over thousands
// of nested or empty parts, and drops the text of parts that have no
// Content-Type, which many bounces are made of. Keeping that away from it takes
// a scanner that finds all parts, and that scanner is most of a reader: here an
// attachment is stepped over in the time it takes to find its end. The tests
// hold both to the same text wherever mails are as they should be.
//
//   - walk.go finds the parts, header.go reads what stands above them,
//     encoding.go and charset.go make text of them.
//   - trust.go knows which verdicts are SES's own.
//   - rules.go and subjects.go tell persons from machines; the table in
//     testdata says which case each rule was made for.
//   - report.go reads what machines say of mails of ours, and finds what may be
//     a token of ours where the address has none.
package replies

import (
	"slices"
	"strings"

	"heed/shared/heed"
)

// MaxBytes is the largest mail that is read, which is what SES takes in.
const MaxBytes = 40 << 20

// What is read of a mail at most. Deeper parts are stepped over, those beyond
// are not looked at, and a header that is longer ends the reading.
const (
	maxHeader = 256 << 10
	maxFields = 2000
	maxDepth  = 10
	maxParts  = 500
	maxDashes = 100_000   // lines that might delimit a part
	maxText   = 1 << 20   // of each body, decoded
	maxReport = 128 << 10 // of a report's part
)

// A Letter is what is read of a mail. Addresses are in lower case.
type Letter struct {
	From      string
	To        []string // whom it was sent to, plus-parts kept
	Subject   string
	MessageID string   // without brackets; "" if it has none
	Text      string   // the plain text, as far as there is one
	HTML      string   // the HTML, likewise
	Rejected  bool     // SES found a virus, or spam, or a sender that is not who it says
	Quiet     bool     // asks for no automatic answers
	Loops     []string // what passed it on already, by their own names
	Verdict   Verdict  // by the headers and the kinds of parts; see Judge
	Rule      string   // which rule says so; "" if none does
	Failed    []string // addresses that a mail of ours cannot be delivered to, for good
	Accused   []string // addresses that called a mail of ours spam, as far as a complaint names them
	Traces    []string // what may be a token of ours, in what it quotes or returns

	scored Verdict // the verdict where there is a score
}

// Read reads a raw mail. An error has code heed.Invalid: the mail is no mail,
// too much of one, or from nobody or from several. It takes time in proportion
// to the mail, and memory to its text alone.
func Read(raw []byte) (*Letter, error) {
	if len(raw) > MaxBytes {
		return nil, heed.Errorf(heed.Invalid, "a mail of more than %d bytes", MaxBytes)
	}
	head, at, ok := readHeader(raw, 0, maxHeader)
	if !ok {
		return nil, heed.Errorf(heed.Invalid, "a mail with too long a header")
	}
	from := head.addresses("from")
	if len(from) != 1 {
		return nil, heed.Errorf(heed.Invalid, "a mail from nobody, or from several")
	}
	w := &walk{raw: raw, at: at}
	w.part(head, 0)
	to := head.addresses("to", "cc", "delivered-to", "x-original-to", "x-forwarded-to", "envelope-to")
	if envelope := head.envelope(); envelope != "" && !slices.Contains(to, envelope) {
		to = append(to, envelope)
	}
	l := &Letter{
		From:      from[0],
		To:        to,
		Subject:   words(head.get("subject"), maxSubject),
		MessageID: strings.Trim(head.get("message-id"), "<> \t"),
		Text:      w.text.String(),
		HTML:      w.html.String(),
		Rejected:  rejected(head),
		Quiet:     head.get("x-auto-response-suppress") != "",
		Loops:     head.all("x-loop"),
	}
	l.report(head, w)
	l.judge(head, w)
	l.trace(head, w)
	return l, nil
}
