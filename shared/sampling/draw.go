package sampling

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/binary"
	"math/bits"

	"heed/shared/heed"
)

// Draw returns u, a number that is uniform on 64 bits to whoever lacks the
// key and always the same to whoever has it: the first eight bytes, big
// endian, of HMAC-SHA256 over the program and what names the touchpoint.
// Neither time nor delivery enters, so a retry cannot draw again.
func Draw(key []byte, program string, t *heed.Touchpoint) uint64 {
	return prf(key, "draw/v1", program, t.Source, t.Object, t.Kind, t.Occurrence)
}

// Threshold returns T = floor(2^64 * pi / alpha). Asking when u < T asks with
// chance pi overall, given chance alpha of being free to be asked. It wants
// pi < alpha, which the rate rule's ceiling grants.
func Threshold(pi, alpha uint32) uint64 {
	t, _ := bits.Div64(uint64(pi), 0, uint64(alpha))
	return t
}

// HeldOut reports whether the scope belongs to the share, in PPB, that the
// epoch never asks.
func HeldOut(key []byte, scope heed.Hash, share uint32) bool {
	if share == 0 {
		return false
	}
	return prf(key, "holdout/v1", string(scope[:])) < Threshold(share, heed.PPB)
}

func prf(key []byte, fields ...string) uint64 {
	mac := hmac.New(sha256.New, key)
	mac.Write(heed.AppendFields(make([]byte, 0, 256), fields...))
	var sum [sha256.Size]byte
	return binary.BigEndian.Uint64(mac.Sum(sum[:0]))
}
