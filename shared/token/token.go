// Package token makes and reads the 48 characters in a mail's links and
// reply address that name a row and prove that Heed wrote them.
//
// A token is lower-case base32 of 30 bytes: version and purpose (4 bits each),
// key id, day (2 bytes), row id (16), MAC (10). Nothing in it is secret but
// the MAC; it survives lower-casing and fits the 64 characters that an address
// may have before its @. Checking one reads nothing from anywhere.
package token

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base32"
	"encoding/binary"
	"math"
	"strings"

	"heed/shared/heed"
	"heed/shared/keyring"
)

// A Purpose is what a token lets its bearer do; one serves no other.
type Purpose byte

// The purposes. Their numbers stand in tokens: append, never renumber.
const (
	Answer Purpose = iota + 1
	Reply
	Unsubscribe
	Preferences
	Export
	Forget
)

// Length of a token, in characters.
const Length = 48

const (
	version  = 1
	bodySize = 20
	macSize  = 10
)

var encoding = base32.NewEncoding("abcdefghijklmnopqrstuvwxyz234567").WithPadding(base32.NoPadding)

// ErrForged is the error for whatever Make did not write.
var ErrForged = heed.Errorf(heed.NotFound, "this link is not one of ours")

// Make returns the token for a row and a purpose.
func Make(key keyring.Key, purpose Purpose, row heed.RowRef) string {
	b := body(key, purpose, row)
	return encoding.EncodeToString(append(b, sign(key, b)...))
}

// body is what a token says and its MAC is of.
func body(key keyring.Key, purpose Purpose, row heed.RowRef) []byte {
	if row.Day < 0 || row.Day > math.MaxUint16 {
		panic("token: a day outside 1970 to 2149")
	}
	b := make([]byte, 0, bodySize+minuteSize+macSize)
	b = append(b, version<<4|byte(purpose), key.ID)
	b = binary.BigEndian.AppendUint16(b, uint16(row.Day))
	return append(b, row.ID[:]...)
}

// Read returns the row that the token names. The error is ErrForged whatever
// is wrong with it, so that a forger learns nothing.
func Read(ring *keyring.Ring, purpose Purpose, s string) (heed.RowRef, error) {
	if len(s) != Length {
		return heed.RowRef{}, ErrForged
	}
	b, err := encoding.DecodeString(strings.ToLower(s))
	if err != nil || len(b) != bodySize+macSize || b[0] != version<<4|byte(purpose) {
		return heed.RowRef{}, ErrForged
	}
	key, ok := ring.TokenKey(b[1])
	if !ok || !hmac.Equal(b[bodySize:], sign(key, b[:bodySize])) {
		return heed.RowRef{}, ErrForged
	}
	return heed.RowRef{Day: heed.Day(binary.BigEndian.Uint16(b[2:])), ID: heed.RowID(b[4:bodySize])}, nil
}

func sign(key keyring.Key, body []byte) []byte {
	mac := hmac.New(sha256.New, key.Bytes)
	mac.Write(heed.AppendFields(nil, "token/v1", string(body)))
	return mac.Sum(nil)[:macSize]
}
