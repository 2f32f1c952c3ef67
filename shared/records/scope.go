package records

import (
	"encoding/base64"
	"encoding/binary"
	"fmt"

	"heed/shared/heed"
	"heed/shared/sampling"
	"heed/shared/surveys"
	"heed/shared/table"
)

const scopeFormat = 1

// Sort keys of a scope's partition: the scope itself, then its full pages.
var (
	headSK = []byte("0")
	pageSK = []byte("1")
)

func scopePK(kind surveys.Scope, id heed.Hash) string {
	prefix := table.CustomerPrefix
	if kind == surveys.Account {
		prefix = table.AccountPrefix
	}
	return prefix + base64.RawURLEncoding.EncodeToString(id[:])
}

// packScope is the scope without its key. Each charge takes five or six bytes,
// each decided touchpoint ten, each count two: with 30 active days, 32 decided
// touchpoints and a pending row of 256 bytes of dimensions it stays within the
// 1,024 bytes of one write unit, which a test holds it to.
func packScope(s *sampling.Scope) []byte {
	p := packer{b: make([]byte, 0, 1024)}
	p.byte(scopeFormat)
	p.byte(byte(s.Suppressed))
	p.uint(uint64(s.QuietUntil))
	p.uint(uint64(s.Hushed))
	p.uint(uint64(s.Last))
	p.uint(uint64(s.Pages))
	day := heed.Day(0)
	p.uint(uint64(len(s.Ledger)))
	for _, c := range s.Ledger {
		p.uint(uint64(c.Expires - day))
		p.fixed32(c.Pi)
		day = c.Expires
	}
	day = 0
	p.uint(uint64(len(s.Counts)))
	for _, c := range s.Counts {
		p.uint(uint64(c.Day - day))
		p.uint(uint64(c.N))
		day = c.Day
	}
	p.decided(s.Decided)
	p.pending(s.Pending)
	return p.b
}

func unpackScope(id heed.Hash, data []byte) (*sampling.Scope, error) {
	u := unpacker{b: data}
	u.version(scopeFormat)
	s := &sampling.Scope{Suppressed: sampling.Suppression(u.byte())}
	s.QuietUntil, s.Hushed = heed.Day(u.uint()), heed.Day(u.uint())
	s.Last, s.Pages = heed.Day(u.uint()), uint32(u.uint())
	day := heed.Day(0)
	for range u.count(5) {
		day += heed.Day(u.uint())
		s.Ledger = append(s.Ledger, sampling.Charge{Expires: day, Pi: u.fixed32()})
	}
	day = 0
	for range u.count(2) {
		day += heed.Day(u.uint())
		s.Counts = append(s.Counts, sampling.Count{Day: day, N: uint16(u.uint())})
	}
	s.Decided = u.decided()
	s.Pending = u.pending(id)
	if err := u.done(); err != nil {
		return nil, fmt.Errorf("scope: %w", err)
	}
	return s, nil
}

func pageKey(pk string, number uint32) table.Key {
	return table.Key{PK: pk, SK: binary.BigEndian.AppendUint32(append([]byte(nil), pageSK...), number)}
}
