package cells

import "heed/shared/heed"

// Service is what was measured of touchpoints at which a ticket was solved
// (heed.Solved), each time one was.
type Service struct {
	Solved   uint64 // times
	Again    uint64 // of these, after the ticket had been opened again before (Facts.Reopens above 0)
	Reopened uint64 // of these, opened again afterwards (heed.After.Reopened)
	Once     uint64 // of these, neither: solved at the first attempt, as far as is known by now

	FirstReply Bins // seconds from Facts.Created to Facts.Replied
	Resolution Bins // seconds from Facts.Created to the touchpoint
	Handling   Bins // Facts.Handled, in seconds
}

// measured is what one row adds to the Service of its cells.
type measured struct {
	solved, again, reopened bool
	seconds                 [3]uint64 // in the order of Service.bins; 0: not measured
	bins                    [3]int32
}

func measuredOf(row *heed.Row) (m measured) {
	if heed.DeedOf(row.Kind) != heed.Solved {
		return m
	}
	m.solved, m.again, m.reopened = true, row.Reopens > 0, !row.After.Reopened.IsZero()
	m.seconds = [3]uint64{span(row.Created, row.Replied), span(row.Created, row.At), 0}
	if row.Handled > 0 {
		m.seconds[2] = whole(row.Handled)
	}
	for i, s := range m.seconds {
		if s > 0 {
			m.bins[i] = BinOf(s)
		}
	}
	return m
}

func (s *Service) count(m *measured) {
	if !m.solved {
		return
	}
	s.Solved++
	s.Again += one(m.again)
	s.Reopened += one(m.reopened)
	s.Once += one(!m.again && !m.reopened)
	for i, b := range s.bins() {
		b.count(m.seconds[i], m.bins[i])
	}
}

// counts and bins list what there is in the order it is stored in.
func (s *Service) counts() [4]*uint64 {
	return [...]*uint64{&s.Solved, &s.Again, &s.Reopened, &s.Once}
}

func (s *Service) bins() [3]*Bins {
	return [...]*Bins{&s.FirstReply, &s.Resolution, &s.Handling}
}

func (s *Service) merge(o *Service) {
	mine, theirs := s.counts(), o.counts()
	addAll(mine[:], theirs[:])
	ours, others := s.bins(), o.bins()
	for i := range ours {
		ours[i].merge(others[i])
	}
}

// subtract reports whether nothing fell below 0.
func (s *Service) subtract(o *Service) bool {
	mine, theirs := s.counts(), o.counts()
	if !takeAll(mine[:], theirs[:]) {
		return false
	}
	ours, others := s.bins(), o.bins()
	for i := range ours {
		if !ours[i].subtract(others[i]) {
			return false
		}
	}
	return true
}

func (s *Service) empty() bool {
	for _, n := range s.counts() {
		if *n > 0 {
			return false
		}
	}
	for _, b := range s.bins() {
		if !b.empty() {
			return false
		}
	}
	return true
}

func (s *Service) append(data []byte) []byte {
	for _, n := range s.counts() {
		data = appendCount(data, *n)
	}
	for _, b := range s.bins() {
		data = b.append(data)
	}
	return data
}

func (s *Service) read(r *reader) {
	for _, n := range s.counts() {
		*n = r.count()
	}
	for _, b := range s.bins() {
		b.read(r)
	}
}
