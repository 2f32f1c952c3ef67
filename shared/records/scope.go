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

// scopeFormat 1 knows nothing of who hushed a customer, nor of former ones. In 2
// there is one hush, whoever's it is, which nobody takes back here any more. In 3 the
// pending rows have no facts, in 4 no terms of their own, in 5 nothing of
// what came before and after.
const (
	scopeFormat = factsFormat
	pageFormat  = 1
)

// Sort keys of a scope's partition: the scope itself, its full pages, and those
// of former identities that it took over.
var (
	headSK   = []byte("0")
	pageSK   = []byte("1")
	formerSK = []byte("2")
)

func scopePK(kind surveys.Scope, id heed.Hash) string {
	prefix := table.CustomerPrefix
	if kind == surveys.Account {
		prefix = table.AccountPrefix
	}
	return prefix + base64.RawURLEncoding.EncodeToString(id[:])
}

// packScope is the scope without its key. Each charge takes five or six bytes,
// each decided touchpoint ten, each count two: with 30 active days, a full list
// of 30 decided touchpoints and three pending rows of 256 bytes of dimensions it
// stays within the 1,024 bytes of one write unit, which a test holds it to.
func packScope(s *sampling.Scope) []byte {
	p := packer{b: make([]byte, 0, 1024)}
	format := formatOf(scopeFormat, s.Pending...)
	if s.Less || len(s.Asked) > 0 {
		format = max(format, lifeFormat) // whoever knows nothing of these would drop them
	}
	p.byte(format)
	p.byte(byte(s.Suppressed))
	p.uint(uint64(s.QuietUntil))
	p.uint(uint64(s.Hushed))
	p.uint(uint64(s.Last))
	p.uint(uint64(s.Pages))
	p.identity(s)
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
	u.version(newestFormat)
	s := &sampling.Scope{Suppressed: sampling.Suppression(u.byte())}
	s.QuietUntil, s.Hushed = heed.Day(u.uint()), heed.Day(u.uint())
	s.Last, s.Pages = heed.Day(u.uint()), uint32(u.uint())
	u.identity(s)
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

// What is written of a customer's identity. Nearly all have none of it.
const (
	hasHushedBy = 1 << iota // in format 2
	hasFormer
	hasSuccessor
	hasImposed
	hasLess
	hasAsked
)

func (p *packer) identity(s *sampling.Scope) {
	flags := byte(0)
	if s.Imposed != (sampling.Hush{}) || s.Overlapped != 0 {
		flags |= hasImposed
	}
	if len(s.Merging) > 0 || s.MergedUntil != 0 || s.Taken != 0 {
		flags |= hasFormer
	}
	if !s.Successor.IsZero() {
		flags |= hasSuccessor
	}
	if s.Less {
		flags |= hasLess
	}
	if len(s.Asked) > 0 {
		flags |= hasAsked
	}
	p.byte(flags)
	if flags&hasFormer != 0 {
		p.uint(uint64(s.MergedUntil))
		p.byte(s.Taken)
		p.uint(uint64(len(s.Merging)))
		for _, id := range s.Merging {
			p.raw(id[:])
		}
	}
	if flags&hasSuccessor != 0 {
		p.raw(s.Successor[:])
	}
	if flags&hasImposed != 0 {
		p.uint(uint64(s.Imposed.Until))
		p.raw(s.Imposed.Account[:])
		p.raw(s.Imposed.By[:])
		p.uint(uint64(s.Overlapped))
	}
	if flags&hasAsked != 0 {
		p.uint(uint64(len(s.Asked)))
		for _, id := range s.Asked {
			p.raw(id[:])
		}
	}
}

func (u *unpacker) identity(s *sampling.Scope) {
	if u.format < 2 {
		return
	}
	flags := u.byte()
	if flags&hasHushedBy != 0 {
		u.raw(8)
	}
	if flags&hasFormer != 0 {
		s.MergedUntil = heed.Day(u.uint())
		if u.format > 2 {
			s.Taken = u.byte()
		}
		for range u.count(len(heed.Hash{})) {
			s.Merging = append(s.Merging, u.hash())
		}
	}
	if flags&hasSuccessor != 0 {
		s.Successor = u.hash()
	}
	if flags&hasImposed != 0 {
		s.Imposed = sampling.Hush{Until: heed.Day(u.uint()), Account: u.hash(), By: heed.TouchpointID(u.raw(8))}
		s.Overlapped = heed.Day(u.uint())
	}
	s.Less = flags&hasLess != 0
	if flags&hasAsked != 0 {
		for range u.count(len(heed.Hash{})) {
			s.Asked = append(s.Asked, u.hash())
		}
	}
}

func pageKey(pk string, number uint32) table.Key {
	return table.Key{PK: pk, SK: binary.BigEndian.AppendUint32(append([]byte(nil), pageSK...), number)}
}
