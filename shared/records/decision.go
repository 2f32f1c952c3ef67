package records

import (
	"slices"
	"time"

	"heed/shared/heed"
)

// asks numbers the kinds of question as they are stored: append only.
var asks = []heed.Ask{"", heed.NPS, heed.CSAT, heed.CES}

// customer packs who the row is of, unless the scope says so already.
func (p *packer) customer(r *heed.Row) {
	p.bool(r.Customer != r.Scope)
	if r.Customer != r.Scope {
		p.raw(r.Customer[:])
	}
}

func (u *unpacker) customer(r *heed.Row) {
	r.Customer = r.Scope
	if u.byte() == 1 {
		r.Customer = u.hash()
	}
}

func (p *packer) touchpoint(r *heed.Row) {
	p.string(r.Source)
	p.string(r.Kind)
	p.string(r.Object)
	p.string(r.Occurrence)
	p.time(r.At)
	p.uint(uint64(len(r.Dims)))
	for _, d := range r.Dims {
		p.byte(byte(slices.Index(heed.Dimensions, d.Name)))
		p.string(d.Value)
	}
	p.facts(r)
}

func (u *unpacker) touchpoint(r *heed.Row) {
	r.Source, r.Kind, r.Object, r.Occurrence = u.string(), u.string(), u.string(), u.string()
	r.At = u.time()
	for range u.count(2) {
		name := int(u.byte())
		if name >= len(heed.Dimensions) {
			u.fail()
			return
		}
		r.Dims = append(r.Dims, heed.Dim{Name: heed.Dimensions[name], Value: u.string()})
	}
	u.facts(r)
}

// circumstances packs what the decisions of one touchpoint share.
func (p *packer) circumstances(d *heed.Decision) {
	p.time(d.Decided)
	p.raw(d.Config[:])
	p.byte(d.Epoch)
	p.uint(uint64(d.N7))
	p.uint(uint64(d.N30))
	p.uint(uint64(d.N90))
	p.uint(d.Version)
	p.bool(d.Observe)
}

func (u *unpacker) circumstances(d *heed.Decision) {
	d.Decided = u.time()
	copy(d.Config[:], u.raw(len(d.Config)))
	d.Epoch = u.byte()
	d.N7, d.N30, d.N90 = uint16(u.uint()), uint16(u.uint()), uint16(u.uint())
	d.Version = u.uint()
	d.Observe = u.byte() == 1
}

// verdict packs what is each program's own.
func (p *packer) verdict(d *heed.Decision) {
	p.string(d.Program)
	p.byte(byte(slices.Index(asks, d.Ask)))
	p.byte(byte(d.Reason))
	p.uint(uint64(d.Alpha))
	p.uint(uint64(d.Pi))
	p.aim(d)
	if d.Pi == 0 {
		return // nothing was drawn
	}
	p.fixed64(d.Draw)
	p.fixed64(d.Limit)
	p.uint(uint64(d.Expires))
	p.uint(uint64(d.Due.Sub(d.Decided) / time.Millisecond))
}

func (u *unpacker) verdict(d *heed.Decision) {
	d.Program = u.string()
	ask := int(u.byte())
	if ask >= len(asks) {
		u.fail()
		return
	}
	d.Ask, d.Reason = asks[ask], heed.Reason(u.byte())
	d.Alpha, d.Pi = uint32(u.uint()), uint32(u.uint())
	u.aim(d)
	if d.Pi == 0 {
		return
	}
	d.Draw, d.Limit = u.fixed64(), u.fixed64()
	d.Expires = heed.Day(u.uint())
	d.Due = d.Decided.Add(time.Duration(u.uint()) * time.Millisecond)
}

// What of an aim is written. Most rows have no stratum and no doubt.
const (
	hasStratum = 1 << iota
	hasTarget
	hasDoubt
)

// aim packs what the chance was made from besides the ledger.
func (p *packer) aim(d *heed.Decision) {
	flags := byte(0)
	if d.Stratum != "" {
		flags |= hasStratum
	}
	if d.Target != d.Pi {
		flags |= hasTarget
	}
	if d.Doubt != 0 {
		flags |= hasDoubt
	}
	p.byte(flags)
	if d.Stratum != "" {
		p.string(d.Stratum)
	}
	if d.Target != d.Pi {
		p.uint(uint64(d.Target))
	}
	if d.Doubt != 0 {
		p.byte(byte(d.Doubt))
	}
}

func (u *unpacker) aim(d *heed.Decision) {
	d.Target = d.Pi
	if u.format < 2 {
		return
	}
	flags := u.byte()
	if flags&hasStratum != 0 {
		d.Stratum = u.string()
	}
	if flags&hasTarget != 0 {
		d.Target = uint32(u.uint())
	}
	if flags&hasDoubt != 0 {
		d.Doubt = heed.Doubt(u.byte())
	}
}
