package records

import (
	"encoding/binary"
	"errors"
	"time"

	"heed/shared/heed"
)

// errDamaged is the cause of every failed unpacking: the bytes are not what a
// known version of Heed wrote.
var errDamaged = errors.New("damaged, or written by a newer Heed")

// Damaged reports whether that is why something could not be read.
func Damaged(err error) bool { return errors.Is(err, errDamaged) }

// packer appends values; unpacker reads them back in the same order. Integers
// are varints, strings carry their length.
type packer struct{ b []byte }

func (p *packer) byte(v byte)      { p.b = append(p.b, v) }
func (p *packer) uint(v uint64)    { p.b = binary.AppendUvarint(p.b, v) }
func (p *packer) int(v int64)      { p.b = binary.AppendVarint(p.b, v) }
func (p *packer) fixed32(v uint32) { p.b = binary.BigEndian.AppendUint32(p.b, v) }
func (p *packer) fixed64(v uint64) { p.b = binary.BigEndian.AppendUint64(p.b, v) }
func (p *packer) bool(v bool) {
	if v {
		p.byte(1)
	} else {
		p.byte(0)
	}
}

func (p *packer) raw(v []byte) { p.b = append(p.b, v...) }

func (p *packer) string(v string) {
	p.uint(uint64(len(v)))
	p.b = append(p.b, v...)
}

// time is in whole milliseconds; the zero time is 0.
func (p *packer) time(t time.Time) {
	if t.IsZero() {
		p.uint(0)
		return
	}
	p.uint(uint64(max(t.UnixMilli(), 1)))
}

// unpacker remembers the first failure; after it every value is zero.
type unpacker struct {
	b      []byte
	format byte // that version read
	err    error
}

func (u *unpacker) fail() { u.b, u.err = nil, errDamaged }

func (u *unpacker) raw(n int) []byte {
	if n < 0 || n > len(u.b) {
		u.fail()
		return make([]byte, min(max(n, 0), 64))
	}
	v := u.b[:n]
	u.b = u.b[n:]
	return v
}

func (u *unpacker) byte() byte      { return u.raw(1)[0] }
func (u *unpacker) fixed32() uint32 { return binary.BigEndian.Uint32(u.raw(4)) }
func (u *unpacker) fixed64() uint64 { return binary.BigEndian.Uint64(u.raw(8)) }

func (u *unpacker) uint() uint64 {
	v, n := binary.Uvarint(u.b)
	if n <= 0 {
		u.fail()
		return 0
	}
	u.b = u.b[n:]
	return v
}

func (u *unpacker) int() int64 {
	v, n := binary.Varint(u.b)
	if n <= 0 {
		u.fail()
		return 0
	}
	u.b = u.b[n:]
	return v
}

// count reads a number of things of which each takes at least size bytes.
func (u *unpacker) count(size int) int {
	n := u.uint()
	if n > uint64(len(u.b)/size) {
		u.fail()
		return 0
	}
	return int(n)
}

func (u *unpacker) string() string {
	n := u.count(1)
	return string(u.raw(n))
}

func (u *unpacker) time() time.Time {
	ms := u.uint()
	if ms == 0 {
		return time.Time{}
	}
	return time.UnixMilli(int64(ms)).UTC()
}

func (u *unpacker) hash() heed.Hash { return heed.Hash(u.raw(16)) }

// version reads the first byte and refuses what lies beyond newest.
func (u *unpacker) version(newest byte) {
	if u.format = u.byte(); u.format == 0 || u.format > newest {
		u.fail()
	}
}

// done returns the first failure, or errDamaged if bytes are left over.
func (u *unpacker) done() error {
	if u.err == nil && len(u.b) > 0 {
		return errDamaged
	}
	return u.err
}
