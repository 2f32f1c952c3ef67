package former

import (
	"net/mail"
	"slices"
	"strconv"
	"strings"
	"time"

	"heed/shared/sampling"
)

// maxAddress is how long an address is at most (RFC 5321, errata 1690).
const maxAddress = 254

// Address reads a mail address, of a form such as a@b or A <a@b>. One that
// needs quotation marks around its first part is refused, as by the sources:
// no touchpoint has it.
func Address(text string) (string, bool) {
	if len(text) > 2*maxAddress {
		return "", false
	}
	a, err := mail.ParseAddress(strings.TrimSpace(text))
	if err != nil || len(a.Address) > maxAddress {
		return "", false
	}
	if again, err := mail.ParseAddress(a.Address); err != nil || again.Address != a.Address {
		return "", false
	}
	return a.Address, true
}

// read fills in what a row says beside the address, and tells what of it is
// not understood. A suppression is one in whatever form its day is written: who
// was once to be left alone is not asked because a spreadsheet saved the file
// again. Of several reasons never to ask somebody, that they
// unsubscribed counts before all others, and then the first column's; of
// several times of asking the last counts.
func (c *columns) read(p *Person, fields []string) (why string) {
	for _, column := range c.suppressed {
		said, ok := sign(fields[column.at])
		if !ok {
			why = column.name + notSign
		}
		if said && (p.Suppressed == 0 || column.why == sampling.Unsubscribed) {
			p.Suppressed = column.why
		}
	}
	for _, column := range c.asked {
		t, ok := Time(fields[column.at])
		if !ok {
			why = column.name + notTime
		}
		if t.After(p.Asked) {
			p.Asked = t
		}
	}
	return why
}

const (
	notSign = " is neither a time nor yes or no; it is taken for a yes"
	notTime = " is no time from 2000 on, written as 2006-01-02, 2006-01-02 15:04:05 UTC, 2006-01-02T15:04:05Z or in Unix seconds"
)

// What exports write where there is nothing to write, and where only whether
// counts.
var (
	blanks = []string{"-", "null", "nil", "none", "n/a", "never"}
	yes    = []string{"yes", "true", "1", "y"}
	no     = []string{"no", "false", "0", "n"}
)

func blank(s string) string {
	if s = strings.TrimSpace(s); slices.Contains(blanks, strings.ToLower(s)) {
		return ""
	}
	return s
}

// sign reads whether something happened: when it did, or yes or no. What is
// neither blank nor a clear no says that it did; ok is false if it is odd.
func sign(s string) (said, ok bool) {
	switch s := strings.ToLower(blank(s)); {
	case slices.Contains(yes, s):
		return true, true
	case slices.Contains(no, s):
		return false, true
	}
	t, ok := Time(s)
	return !t.IsZero() || !ok, ok
}

var layouts = []string{
	time.RFC3339, time.DateOnly, time.DateTime,
	"2006-01-02 15:04:05 UTC", "2006-01-02 15:04:05 -0700", "2006-01-02 15:04:05Z07:00", "2006-01-02T15:04:05", "2006-01-02 15:04",
}

// Before First there was no tool to be asked by; after Last nobody was asked
// yet. A time outside is one of another kind, such as milliseconds.
var (
	First = time.Date(2000, 1, 1, 0, 0, 0, 0, time.UTC)
	Last  = time.Date(2100, 1, 1, 0, 0, 0, 0, time.UTC)
)

// Time reads a point in time, in UTC where it names no zone; a date is its
// beginning. Nothing written is the zero time.
func Time(s string) (t time.Time, ok bool) {
	if s = blank(s); s == "" {
		return time.Time{}, true
	}
	digits := strings.TrimSuffix(s, ".0") // as spreadsheets and data frames write whole numbers
	if n, err := strconv.ParseInt(digits, 10, 64); err == nil {
		return within(time.Unix(n, 0).UTC())
	}
	for _, layout := range layouts {
		if t, err := time.Parse(layout, s); err == nil {
			return within(t.UTC())
		}
	}
	return time.Time{}, false
}

func within(t time.Time) (time.Time, bool) {
	if t.Before(First) || !t.Before(Last) {
		return time.Time{}, false
	}
	return t, true
}
