// Package heed holds the words of Heed: touchpoint, decision, invitation,
// response, and the errors that callers must tell apart.
//
// It is the ground floor: plain values and the rules that follow from them
// alone. It knows no AWS, no clock, no file and no configuration; whatever
// needs one of these lives on a higher floor and is handed these values.
package heed

import (
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"time"
)

// PPB is one: probabilities, rates and shares are integers in parts per
// billion, because a decision may hold no floating point.
const PPB = 1_000_000_000

// A Day is a civil date, in days since 1970-01-01. Which instant it begins
// depends on a time zone, so a Day is always made with one.
type Day int32

// DayOf returns the civil date of t in zone.
func DayOf(t time.Time, zone *time.Location) Day {
	y, m, d := t.In(zone).Date()
	return Day(time.Date(y, m, d, 0, 0, 0, 0, time.UTC).Unix() / 86400)
}

// ParseDay reads a date written as 2006-01-02.
func ParseDay(s string) (Day, error) {
	t, err := time.Parse(time.DateOnly, s)
	if err != nil {
		return 0, Errorf(Invalid, "%q is not a date written as YYYY-MM-DD", s)
	}
	return Day(t.Unix() / 86400), nil
}

// Start returns the first instant of the day in zone: midnight, or where the
// clocks skip that, the moment they go forward.
func (d Day) Start(zone *time.Location) time.Time {
	y, m, day := time.Unix(int64(d)*86400, 0).UTC().Date()
	start := time.Date(y, m, day, 0, 0, 0, 0, zone)
	if DayOf(start, zone) < d {
		_, start = start.ZoneBounds()
	}
	return start
}

// String writes the day as 2006-01-02.
func (d Day) String() string { return time.Unix(int64(d)*86400, 0).UTC().Format(time.DateOnly) }

// A Hash stands for a person or an account: the first 16 bytes of an
// HMAC-SHA256 under the identity key. It is all that is kept of whoever was
// not asked.
type Hash [16]byte

// IsZero reports whether the hash stands for nobody.
func (h Hash) IsZero() bool { return h == Hash{} }

// String writes the hash in hexadecimal.
func (h Hash) String() string { return hex.EncodeToString(h[:]) }

// Group is the hashed group, 0 to 63, in which the roll-up keeps sums: the
// clusters of the grouped variance.
func (h Hash) Group() uint8 { return h[15] & 63 }

// AppendFields appends each field preceded by its length as four bytes, big
// endian, so that no two lists of fields are written alike. Every MAC and
// fingerprint in Heed is over fields written so.
func AppendFields(b []byte, fields ...string) []byte {
	for _, f := range fields {
		b = binary.BigEndian.AppendUint32(b, uint32(len(f)))
		b = append(b, f...)
	}
	return b
}

// Fingerprint is the SHA-256 of the fields.
func Fingerprint(fields ...string) [sha256.Size]byte {
	var room [256]byte // for most lists of fields
	return sha256.Sum256(AppendFields(room[:0], fields...))
}
