package heed

import (
	"encoding/hex"
	"strconv"
	"strings"
)

// MailID names an invitation to a mail service: its row's day and id, in
// characters that a message tag may have.
func (r RowRef) MailID() string { return strconv.Itoa(int(r.Day)) + "-" + r.ID.String() }

// ParseMailID reads what MailID wrote.
func ParseMailID(s string) (RowRef, error) {
	day, id, _ := strings.Cut(s, "-")
	d, err := strconv.ParseInt(day, 10, 32)
	b, err2 := hex.DecodeString(id)
	if err != nil || err2 != nil || len(b) != len(RowID{}) {
		return RowRef{}, Errorf(Invalid, "%q names no invitation", s)
	}
	return RowRef{Day: Day(d), ID: RowID(b)}, nil
}
