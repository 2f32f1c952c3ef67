package heed

import (
	"encoding/hex"
	"strconv"
	"strings"
)

// MailID names an invitation to a mail service: its row's day and id, in
// characters that a message tag may have.
func (r RowRef) MailID() string { return strconv.Itoa(int(r.Day)) + "-" + r.ID.String() }

// letters stand for the kinds of further mails in their names.
const letters = " rqef"

// FurtherID names a further mail of an invitation to a mail service, or the
// invitation itself.
func (r RowRef) FurtherID(name FurtherName) string {
	if name == (FurtherName{}) {
		return r.MailID()
	}
	letter := "x" // a kind that only a newer Heed mails and reads
	if int(name.Kind) < len(letters) {
		letter = letters[name.Kind:][:1]
	}
	return r.MailID() + "-" + letter + strconv.Itoa(int(name.Round))
}

// ParseMailID reads what MailID and FurtherID wrote.
func ParseMailID(s string) (RowRef, FurtherName, error) {
	wrong := Errorf(Invalid, "%q names no mail", s)
	parts := strings.Split(s, "-")
	if len(parts) < 2 || len(parts) > 3 {
		return RowRef{}, FurtherName{}, wrong
	}
	d, err := strconv.ParseInt(parts[0], 10, 32)
	b, err2 := hex.DecodeString(parts[1])
	if err != nil || err2 != nil || len(b) != len(RowID{}) {
		return RowRef{}, FurtherName{}, wrong
	}
	ref := RowRef{Day: Day(d), ID: RowID(b)}
	if len(parts) == 2 {
		return ref, FurtherName{}, nil
	}
	kind := strings.Index(letters, parts[2][:min(1, len(parts[2]))])
	round, err := strconv.ParseUint(parts[2][min(1, len(parts[2])):], 10, 8)
	if kind < 1 || err != nil || round == 0 {
		return RowRef{}, FurtherName{}, wrong
	}
	return ref, FurtherName{FurtherKind(kind), uint8(round)}, nil
}
