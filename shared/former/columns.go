package former

import (
	"bufio"
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"heed/shared/bound"
	"heed/shared/heed"
	"heed/shared/sampling"
)

// The names of columns, as plain writes them. Those of Heed's own come first;
// the others are the fields of Delighted's API, which tools that copy it to
// CSV keep.
var (
	emailNames = []string{"email", "person_email", "email_address"}
	askedNames = []string{
		"asked_at", "last_asked_at",
		"last_sent_at", "last_responded_at", // people: whoever answered was asked by then
		"sent_at", "survey_sent_at", "responded_at",
	}
	// In a list of answers created_at is when the answer came; in a list of
	// people it is when somebody became known, and says nothing of asking.
	answerNames     = []string{"score"}
	answeredName    = "created_at"
	suppressedNames = map[string]sampling.Suppression{
		"unsubscribed_at": sampling.Unsubscribed, "unsubscribed": sampling.Unsubscribed,
		"bounced_at": sampling.AddressBounced, "bounced": sampling.AddressBounced,
		"complained_at": sampling.ReportedSpam, "complained": sampling.ReportedSpam,
	}
)

// columns is where a file has what.
type columns struct {
	email      int
	asked      []column
	suppressed []column
}

// A column is a place in a row, what it is called, and why whoever has a time
// there is never asked.
type column struct {
	at   int
	name string
	why  sampling.Suppression
}

// understand finds the columns of a header, and names those that are not read.
func understand(header []string) (c columns, unread []string, err error) {
	c.email = -1
	answers := slices.ContainsFunc(header, func(name string) bool { return slices.Contains(answerNames, plain(name)) })
	for i, name := range header {
		p := plain(name)
		switch why := suppressedNames[p]; {
		case c.email < 0 && slices.Contains(emailNames, p):
			c.email = i
		case why != 0:
			c.suppressed = append(c.suppressed, column{i, p, why})
		case slices.Contains(askedNames, p), answers && p == answeredName:
			c.asked = append(c.asked, column{i, p, 0})
		default:
			unread = append(unread, heed.Clip(strings.TrimSpace(name), 60))
		}
	}
	switch {
	case c.email < 0:
		err = wanted("names no column of addresses")
	case len(c.asked)+len(c.suppressed) == 0:
		err = wanted("says neither who was asked when nor who must not be")
	}
	return c, unread, err
}

// wanted is the error of a header. It repeats nothing of it: where there is no
// header, the first line holds a customer.
func wanted(what string) error {
	return heed.Errorf(heed.Invalid, "the first line %s; it has to name email and at least one of asked_at, unsubscribed_at, bounced_at, complained_at, or be that of a Delighted export (person_email, last_sent_at, ...)", what)
}

// plain is a column's name in small letters, with one underscore between its
// words. What comes before a dot (people.last_sent_at) is where it was found.
func plain(name string) string {
	if i := strings.LastIndexByte(name, '.'); i >= 0 {
		name = name[i+1:]
	}
	return strings.Join(strings.FieldsFunc(strings.ToLower(name), func(r rune) bool {
		return r == ' ' || r == '_' || r == '-' || r == '\t' || r == '\u00a0'
	}), "_")
}

// Bounds of a file: what is looked at to find its delimiter, and a row.
const (
	maxHeader = 64 << 10
	maxRow    = 1 << 20
)

// begin skips the byte order mark and finds what stands between columns: that
// of comma, semicolon and tab which makes most of the header understood.
func begin(r *bufio.Reader) (rune, error) {
	head, err := r.Peek(maxHeader)
	if err != nil && !errors.Is(err, io.EOF) && !errors.Is(err, bound.ErrTooLong) {
		return 0, fmt.Errorf("read the file: %w", err)
	}
	if bytes.HasPrefix(head, []byte("\xff\xfe")) || bytes.HasPrefix(head, []byte("\xfe\xff")) || bytes.IndexByte(head, 0) >= 0 {
		return 0, heed.Errorf(heed.Invalid, "the file is no CSV in UTF-8; save it as \"CSV UTF-8\"")
	}
	const mark = "\ufeff"
	if bytes.HasPrefix(head, []byte(mark)) {
		head = head[len(mark):]
		_, _ = r.Discard(len(mark)) // was peeked at
	}
	best, most := ',', 0
	for _, delimiter := range ",;\t" {
		if n := known(head, delimiter); n > most {
			best, most = delimiter, n
		}
	}
	return best, nil
}

// known counts the names in the first line that mean something.
func known(head []byte, delimiter rune) int {
	c := csv.NewReader(bytes.NewReader(head))
	c.Comma = delimiter
	names, _ := c.Read() // what cannot be read names nothing
	n := 0
	for _, name := range names {
		p := plain(name)
		if suppressedNames[p] != 0 || slices.Contains(emailNames, p) || slices.Contains(askedNames, p) {
			n++
		}
	}
	return n
}
