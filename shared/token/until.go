package token

import (
	"crypto/hmac"
	"encoding/binary"
	"math"
	"strings"
	"time"

	"heed/shared/heed"
	"heed/shared/keyring"
)

// UntilLength is the length of a token that serves for a while only, in
// characters: the same as any other, with the minute since 1970 (4 bytes) in
// which it ends before the MAC.
const UntilLength = 55

const minuteSize = 4

// ErrOver is the error for what MakeUntil wrote, and whose time is over.
var ErrOver = heed.Errorf(heed.Gone, "the time of this link is over")

// MakeUntil returns the token for a row and a purpose that serves until then,
// or a minute longer at most.
func MakeUntil(key keyring.Key, purpose Purpose, row heed.RowRef, until time.Time) string {
	minute := (until.Unix() + 59) / 60
	if minute < 0 || minute > math.MaxUint32 {
		panic("token: a time outside 1970 to 10136")
	}
	b := binary.BigEndian.AppendUint32(body(key, purpose, row), uint32(minute))
	return encoding.EncodeToString(append(b, sign(key, b)...))
}

// ReadUntil returns the row that the token names. The error is ErrOver if its
// time is over, with the row all the same, and ErrForged whatever else is wrong
// with it.
func ReadUntil(ring *keyring.Ring, purpose Purpose, s string, now time.Time) (heed.RowRef, error) {
	const signed = bodySize + minuteSize
	if len(s) != UntilLength {
		return heed.RowRef{}, ErrForged
	}
	s = strings.ToLower(s)
	b, err := encoding.DecodeString(s)
	if err != nil || len(b) != signed+macSize || b[0] != version<<4|byte(purpose) || encoding.EncodeToString(b) != s {
		return heed.RowRef{}, ErrForged
	}
	key, ok := ring.TokenKey(b[1])
	if !ok || !hmac.Equal(b[signed:], sign(key, b[:signed])) {
		return heed.RowRef{}, ErrForged
	}
	row := heed.RowRef{Day: heed.Day(binary.BigEndian.Uint16(b[2:])), ID: heed.RowID(b[4:bodySize])}
	if now.Unix() >= int64(binary.BigEndian.Uint32(b[bodySize:]))*60 {
		return row, ErrOver
	}
	return row, nil
}
