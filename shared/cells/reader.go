package cells

// A reader takes a cell's bytes apart. After its first error it reads zeros,
// so that only the end has to be looked at.
type reader struct {
	format byte
	data   []byte
	err    error
}

func (r *reader) ok() bool { return r.err == nil }

// must makes everything an error unless held.
func (r *reader) must(held bool) {
	if !held && r.err == nil {
		r.err, r.data = errFormat, nil
	}
}

func (r *reader) byte() byte {
	r.must(len(r.data) > 0)
	if !r.ok() {
		return 0
	}
	b := r.data[0]
	r.data = r.data[1:]
	return b
}

func (r *reader) text(n uint64) string {
	r.must(n <= uint64(len(r.data)))
	if !r.ok() {
		return ""
	}
	s := string(r.data[:n])
	r.data = r.data[n:]
	return s
}

func (r *reader) count() uint64 {
	u := r.number()
	r.must(u.Hi == 0)
	return u.Lo
}

// below reads a count that must be below n, and 0 where it isn't.
func (r *reader) below(n uint64) uint64 {
	v := r.count()
	r.must(v < n)
	if !r.ok() {
		return 0
	}
	return v
}

// slots reads what is kept by slot; one reads what is in a slot, and reports
// whether that is anything.
func (r *reader) slots(one func(Slot) bool) {
	next := uint64(0)
	for i, n := uint64(0), r.count(); i < n && r.ok(); i++ {
		code := next + r.below(maxCode+1)
		r.must(code <= maxCode)
		r.must(one(slotOf(code)))
		next = code + 1
	}
}

func (r *reader) weights() Weights { return Weights{N: r.count(), W: r.number(), Q: r.number()} }

// number reads at most 128 bits, in the shortest spelling only.
func (r *reader) number() Uint128 {
	var u Uint128
	for shift := uint(0); ; shift += 7 {
		b := r.byte()
		part := uint64(b & 0x7f)
		r.must(shift < 126 || shift == 126 && b <= 3)
		r.must(shift == 0 || b != 0)
		u.Lo |= part << shift
		u.Hi |= part>>(64-shift) | part<<(shift-64) // a shift by 64 or more, or wrapped below 0, leaves 0
		if b < 0x80 || !r.ok() {
			return u
		}
	}
}
