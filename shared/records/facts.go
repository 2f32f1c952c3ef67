package records

import (
	"time"

	"heed/shared/heed"
)

// factsFormat is the format of rows and of scopes since which they have facts.
const factsFormat = 4

// What of facts is written.
const (
	hasCreated = 1 << iota
	hasReplied
	hasReopens
	hasAmount
)

// facts packs what was measured of a touchpoint; its times in milliseconds
// before it happened.
func (p *packer) facts(f *heed.Facts, at time.Time) {
	flags := byte(0)
	for i, has := range [...]bool{!f.Created.IsZero(), !f.Replied.IsZero(), f.Reopens != 0, f.Currency != ""} {
		if has {
			flags |= 1 << i
		}
	}
	p.byte(flags)
	if flags&hasCreated != 0 {
		p.int(at.Sub(f.Created).Milliseconds())
	}
	if flags&hasReplied != 0 {
		p.int(at.Sub(f.Replied).Milliseconds())
	}
	if flags&hasReopens != 0 {
		p.uint(uint64(f.Reopens))
	}
	if flags&hasAmount != 0 {
		p.int(f.Amount)
		p.string(f.Currency)
	}
}

func (u *unpacker) facts(f *heed.Facts, at time.Time) {
	if u.format < factsFormat {
		return
	}
	flags := u.byte()
	if flags&hasCreated != 0 {
		f.Created = at.Add(-time.Duration(u.int()) * time.Millisecond)
	}
	if flags&hasReplied != 0 {
		f.Replied = at.Add(-time.Duration(u.int()) * time.Millisecond)
	}
	if flags&hasReopens != 0 {
		f.Reopens = uint16(u.uint())
	}
	if flags&hasAmount != 0 {
		f.Amount, f.Currency = u.int(), u.string()
	}
}
