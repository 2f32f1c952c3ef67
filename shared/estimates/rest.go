package estimates

import "slices"

// Without is the sample less a part of it, both made by OfCell; false if it is
// no part. The order of the sums stays the whole's, and with it that of floating
// sums.
func (s *Sample) Without(part *Sample) (*Sample, bool) {
	rest := &Sample{classes: slices.Clone(s.classes), sums: make([]sum, 0, len(s.sums))}
	numbers := make([]int, len(part.classes)) // of its classes in the whole
	for i := range part.classes {
		h, found := slices.BinarySearchFunc(s.classes, part.classes[i], byBand)
		if !found {
			return nil, false
		}
		numbers[i] = h
		rest.classes[h].touchpoints -= part.classes[i].touchpoints
	}
	next := 0
	for _, t := range part.sums {
		t.class = numbers[t.class]
		at, found := slices.BinarySearchFunc(s.sums[next:], t, bySlot)
		if !found {
			return nil, false
		}
		rest.sums = append(rest.sums, s.sums[next:next+at]...)
		left := s.sums[next+at]
		left.n, left.w, left.q = left.n-t.n, left.w-t.w, left.q-t.q
		if left.n < 0 || left.n > 0 && (left.w <= 0 || left.q <= 0) {
			return nil, false
		}
		if left.n > 0 {
			rest.add(left)
		}
		next += at + 1
	}
	rest.sums = append(rest.sums, s.sums[next:]...)
	return rest.addUp(), true
}
