package sampling

import (
	"slices"

	"heed/shared/heed"
)

// Often is how often a customer lets themselves be asked: what they said, or
// that nothing more is sent to their address.
func (s *Scope) Often() heed.Often {
	switch {
	case s.Suppressed != 0:
		return heed.Never
	case s.Less:
		return heed.Less
	}
	return heed.AsUsual
}

// Choose takes the customer's choice, and reports whether it changed anything.
// It takes back an unsubscription, which was theirs as well, but neither that
// the address bounced nor that they called a mail spam: those stand.
func (s *Scope) Choose(often heed.Often) bool {
	suppressed, less := s.Suppressed, s.Less
	if often == heed.Never {
		return s.Suppress(Unsubscribed)
	}
	if s.Suppressed == Unsubscribed {
		s.Suppressed = 0
	}
	s.Less = often == heed.Less
	return s.Suppressed != suppressed || s.Less != less
}

// mostAsked bounds how many accounts a customer's scope remembers.
const mostAsked = 16

// impose puts a hush in place of the last one, whose account stays known.
func (s *Scope) impose(h Hush) {
	if h.Account != s.Imposed.Account {
		s.askedBy(s.Imposed.Account)
	}
	s.Imposed = h
}

// askedBy remembers an account, the latest ones.
func (s *Scope) askedBy(account heed.Hash) {
	if account.IsZero() || slices.Contains(s.Asked, account) {
		return
	}
	s.Asked = append(s.Asked, account)
	s.Asked = s.Asked[max(0, len(s.Asked)-mostAsked):]
}
