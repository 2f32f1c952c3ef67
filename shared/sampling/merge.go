package sampling

import (
	"slices"

	"heed/shared/heed"
)

// MostTaken is how many other identities one customer can become one with, by
// way of others too. Somebody who changed addresses that often is rarer than a
// sender who takes many for one.
const MostTaken = 16

// MergeID is the mark that a scope bears in its list of decided touchpoints
// for a former identity that it took over: like a touchpoint, it counts once.
func MergeID(former heed.Hash) heed.TouchpointID {
	sum := heed.Fingerprint("merge/v1", string(former[:]))
	return heed.TouchpointID(sum[:8])
}

// Take takes over what is remembered of a former identity, and remembers that
// it did. Its decided touchpoints are the caller's to keep.
//
// The ledgers are added. That is not exact: two identities that were drawn
// apart could both have been asked. Their chances of being free multiply, and
// the sum says too little. So until the last charge that was taken over
// expires, and on until those made by then have, rows are marked with their
// doubt. A quiet period is kept as it is,
// and a hush so that nobody takes it back. That an address bounced is not taken
// over: it may be why there is another.
func (s *Scope) Take(id heed.Hash, former *Scope) {
	for _, c := range former.Ledger {
		s.Charge(c.Expires, c.Pi)
		s.MergedUntil = max(s.MergedUntil, c.Expires)
	}
	s.MergedUntil = max(s.MergedUntil, former.MergedUntil)
	for _, c := range former.Counts {
		s.count(c.Day, c.N)
	}
	s.QuietUntil = max(s.QuietUntil, former.QuietUntil)
	s.Hushed = max(s.Hushed, former.Hushed, former.Imposed.Until)
	s.Overlapped = max(s.Overlapped, former.Imposed.Until, former.Overlapped)
	s.Suppress(former.Suppressed.Follows())
	s.Less = s.Less || former.Less
	for _, account := range former.Asked {
		s.askedBy(account)
	}
	s.askedBy(former.Imposed.Account)
	s.Last = max(s.Last, former.Last)
	s.Taken += 1 + min(former.Taken, ^uint8(0)-1-s.Taken)
	s.Decided = append(s.Decided, Decided{MergeID(id), s.Last})
}

// count adds touchpoints of a day.
func (s *Scope) count(day heed.Day, n uint16) {
	i, found := slices.BinarySearchFunc(s.Counts, day, func(c Count, d heed.Day) int { return int(c.Day - d) })
	if !found {
		s.Counts = slices.Insert(s.Counts, i, Count{Day: day})
	}
	s.Counts[i].N += min(n, ^uint16(0)-s.Counts[i].N)
}
