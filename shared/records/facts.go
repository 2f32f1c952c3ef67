package records

import (
	"time"

	"heed/shared/heed"
)

// factsFormat is the format of rows and of scopes since which they have facts.
const factsFormat = 4

// What of facts is written, and of what came before and after.
const (
	hasCreated = 1 << iota
	hasReplied
	hasReopens
	hasAmount
	hasHandled // since afterFormat, as the rest
	isFirst
	hasAfter
)

// facts packs what was measured of a touchpoint, its times in milliseconds
// before it happened; and what is known of those before and after it.
func (p *packer) facts(r *heed.Row) {
	f, flags := &r.Facts, byte(0)
	for i, has := range [...]bool{
		!f.Created.IsZero(), !f.Replied.IsZero(), f.Reopens != 0, f.Currency != "", handled(f), r.First, r.After != heed.After{},
	} {
		if has {
			flags |= 1 << i
		}
	}
	p.byte(flags)
	if flags&hasCreated != 0 {
		p.int(r.At.Sub(f.Created).Milliseconds())
	}
	if flags&hasReplied != 0 {
		p.int(r.At.Sub(f.Replied).Milliseconds())
	}
	if flags&hasReopens != 0 {
		p.uint(uint64(f.Reopens))
	}
	if flags&hasAmount != 0 {
		p.int(f.Amount)
		p.string(f.Currency)
	}
	if flags&hasHandled != 0 {
		p.uint(uint64(f.Handled / time.Second))
	}
	if flags&hasAfter != 0 {
		p.after(&r.After)
	}
}

func (u *unpacker) facts(r *heed.Row) {
	if u.format < factsFormat {
		return
	}
	f, flags := &r.Facts, u.byte()
	if flags&hasCreated != 0 {
		f.Created = r.At.Add(-time.Duration(u.int()) * time.Millisecond)
	}
	if flags&hasReplied != 0 {
		f.Replied = r.At.Add(-time.Duration(u.int()) * time.Millisecond)
	}
	if flags&hasReopens != 0 {
		f.Reopens = uint16(u.uint())
	}
	if flags&hasAmount != 0 {
		f.Amount, f.Currency = u.int(), u.string()
	}
	if flags&hasHandled != 0 {
		f.Handled = time.Duration(u.uint()) * time.Second
	}
	r.First = flags&isFirst != 0
	if flags&hasAfter != 0 {
		u.after(&r.After)
	}
}

// handled reports whether there is a handling time to write, which is in whole
// seconds.
func handled(f *heed.Facts) bool { return f.Handled >= time.Second }
