package cells

import (
	"cmp"
	"errors"
	"slices"
	"strings"
)

// A cell's bytes are its format, one byte, then numbers, least significant
// seven bits first, the eighth saying that more follow (LEB128):
//
//	count of classes, then for each in ascending order
//	  length of kind, kind, band
//	  touchpoints, eligible, asked, sent, failed, answered, drawn, doubtful,
//	  left out, bounced, weight, expected, spread
//	  count of slots, then for each in ascending order
//	    score*64 + group, less that of the slot before and less one
//	    responses, W, Q
//	which of the following there are, one bit each, the lowest for the first
//	count of reasons, then for each in ascending order: its byte, decisions
//	Service: solved, again, reopened, once; of each of its Bins
//	  count of bins, then for each in ascending order
//	    index, less that of the bin before and less one; durations
//	  sum, squares
//	count of slots of After, then for each, as above: those left, those bought
//	Deeds: joined, left, bought, again, joining, leaving
//	  count of currencies, then for each in ascending order
//	    length, currency, amounts, sum, squares
//	count of words, then for each in ascending order
//	  how much it begins like the one before; length of the rest, the rest
//	  comments that are low, middling, high
//
// Sums that are all zero are left out, so a cell has one spelling only. Formats 1
// and 2, which are still read, end after the classes and lack bounced; 1 lacks
// drawn, doubtful, left out, expected and spread, too.
const (
	oldest = 1
	second = 2
	format = 3
)

// errFormat is all that can be said of bytes that MarshalBinary did not write.
var errFormat = errors.New("cells: not the bytes of a cell")

// MarshalBinary writes the cell. The same sums always make the same bytes.
func (c *Cell) MarshalBinary() ([]byte, error) {
	var classes []Class
	for class, s := range c.Classes {
		if !s.empty() {
			classes = append(classes, class)
		}
	}
	slices.SortFunc(classes, compareClasses)
	b := appendCount([]byte{format}, uint64(len(classes)))
	for _, class := range classes {
		b = appendCount(b, uint64(len(class.Kind)))
		b = append(append(b, class.Kind...), class.Band)
		b = appendSums(b, c.Classes[class])
	}
	return c.appendRest(b), nil
}

// UnmarshalBinary reads what MarshalBinary wrote, or once wrote, and nothing
// else: other spellings of the same sums, and bytes left over, are errors. On an error the
// cell is left as it was.
func (c *Cell) UnmarshalBinary(data []byte) error {
	if len(data) == 0 || data[0] < oldest || data[0] > format {
		return errFormat
	}
	r := &reader{format: data[0], data: data[1:]}
	var read Cell
	var last Class
	for i, n := uint64(0), r.count(); i < n && r.ok(); i++ {
		class := Class{Kind: r.text(r.count())}
		class.Band = r.byte()
		r.must(i == 0 || compareClasses(last, class) < 0)
		r.sums(read.class(class))
		last = class
	}
	if r.format == format {
		read.readRest(r)
	}
	r.must(len(r.data) == 0)
	if r.ok() {
		*c = read
	}
	return r.err
}

func compareClasses(a, b Class) int {
	return cmp.Or(strings.Compare(a.Kind, b.Kind), cmp.Compare(a.Band, b.Band))
}

// code is the place of a slot among all: 14 bits, scores before groups.
func (s Slot) code() uint64 { return uint64(s.Score)<<6 | uint64(s.Group) }

func slotOf(code uint64) Slot { return Slot{Score: uint8(code >> 6), Group: uint8(code & 63)} }

const maxCode = 255<<6 | 63

func appendSums(b []byte, s *Sums) []byte {
	for _, n := range s.counts() {
		b = appendCount(b, *n)
	}
	for _, n := range s.sums() {
		b = appendNumber(b, *n)
	}
	slots := slotsOf(s.Responses)
	b = appendCount(b, uint64(len(slots)))
	next := uint64(0)
	for _, slot := range slots {
		b = appendWeights(appendCount(b, slot.code()-next), s.Responses[slot])
		next = slot.code() + 1
	}
	return b
}

func (r *reader) sums(s *Sums) {
	counts, sums := s.counts(), s.sums()
	known, summed := len(counts), len(sums)
	switch r.format {
	case oldest:
		known, summed = 6, 1
	case second:
		known = 9
	}
	for _, n := range counts[:known] {
		*n = r.count()
	}
	for _, n := range sums[:summed] {
		*n = r.number()
	}
	r.slots(func(slot Slot) bool {
		w := r.weights()
		s.respond(slot, w)
		return w != Weights{}
	})
	r.must(!s.empty())
}

func appendWeights(b []byte, w Weights) []byte {
	return appendNumber(appendNumber(appendCount(b, w.N), w.W), w.Q)
}

func appendCount(b []byte, n uint64) []byte { return appendNumber(b, Uint128{Lo: n}) }

func appendNumber(b []byte, u Uint128) []byte {
	for u.Hi > 0 || u.Lo >= 0x80 {
		b = append(b, byte(u.Lo)|0x80)
		u = Uint128{u.Hi >> 7, u.Hi<<57 | u.Lo>>7}
	}
	return append(b, byte(u.Lo))
}
