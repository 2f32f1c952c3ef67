package cells

import "heed/shared/heed"

// A section is what a cell's bytes hold beside its classes. Those of nothing are
// left out.
type section interface {
	empty() bool
	append(data []byte) []byte
	read(r *reader)
}

// The maps of a cell, as sections.
type (
	reasons map[heed.Reason]uint64
	sequels map[Slot]Sequel
	words   map[string]Thirds
)

// sections lists them in the order they are stored in. Append, never reorder.
func (c *Cell) sections() [5]section {
	return [...]section{(*reasons)(&c.Reasons), &c.Service, (*sequels)(&c.After), &c.Deeds, (*words)(&c.Words)}
}

// appendRest writes which sections there are, a bit each, and then these.
func (c *Cell) appendRest(data []byte) []byte {
	at := len(data)
	data = append(data, 0)
	for i, s := range c.sections() {
		if !s.empty() {
			data[at] |= 1 << i
			data = s.append(data)
		}
	}
	return data
}

func (c *Cell) readRest(r *reader) {
	there := r.byte()
	for i, s := range c.sections() {
		if there&(1<<i) != 0 && r.ok() {
			s.read(r)
			r.must(!s.empty())
		}
		there &^= 1 << i
	}
	r.must(there == 0)
}

func (m *reasons) empty() bool { return hollow(*m) }

func (m *reasons) append(data []byte) []byte {
	list := held(*m)
	data = appendCount(data, uint64(len(list)))
	for _, reason := range list {
		data = appendCount(append(data, byte(reason)), (*m)[reason])
	}
	return data
}

func (m *reasons) read(r *reader) {
	var last heed.Reason
	for i, n := uint64(0), r.count(); i < n && r.ok(); i++ {
		reason, count := heed.Reason(r.byte()), r.count()
		r.must((i == 0 || last < reason) && count > 0)
		put((*map[heed.Reason]uint64)(m), reason, count)
		last = reason
	}
}

func (m *sequels) empty() bool { return hollow(*m) }

func (m *sequels) append(data []byte) []byte {
	list := slotsOf(*m)
	data = appendCount(data, uint64(len(list)))
	next := uint64(0)
	for _, slot := range list {
		s := (*m)[slot]
		data = appendCount(data, slot.code()-next)
		data = appendWeights(appendWeights(data, s.Left), s.Bought)
		next = slot.code() + 1
	}
	return data
}

func (m *sequels) read(r *reader) {
	r.slots(func(slot Slot) bool {
		s := Sequel{r.weights(), r.weights()}
		put((*map[Slot]Sequel)(m), slot, s)
		return s != Sequel{}
	})
}

func (m *words) empty() bool { return hollow(*m) }

// append writes each word as how much of its start the one before has, and what
// comes after that.
func (m *words) append(data []byte) []byte {
	list := held(*m)
	data = appendCount(data, uint64(len(list)))
	last := ""
	for _, word := range list {
		same := common(last, word)
		data = appendCount(appendCount(data, uint64(same)), uint64(len(word)-same))
		data = append(data, word[same:]...)
		for _, n := range (*m)[word] {
			data = appendCount(data, n)
		}
		last = word
	}
	return data
}

func (m *words) read(r *reader) {
	last := ""
	for i, n := uint64(0), r.count(); i < n && r.ok(); i++ {
		same := r.below(uint64(len(last)) + 1)
		word := last[:same] + r.text(r.count())
		t := Thirds{r.count(), r.count(), r.count()}
		r.must((i == 0 || last < word) && common(last, word) == int(same) && len(word) <= maxWord && t != Thirds{})
		put((*map[string]Thirds)(m), word, t)
		last = word
	}
}

// common is how many bytes two words begin with alike.
func common(a, b string) int {
	n := 0
	for n < len(a) && n < len(b) && a[n] == b[n] {
		n++
	}
	return n
}
