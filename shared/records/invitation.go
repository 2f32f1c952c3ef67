package records

import (
	"time"

	"heed/shared/heed"
)

// invitation packs what of the flags begins with it.
func (p *packer) invitation(i *heed.Invitation, flags byte) {
	p.string(i.To)
	p.string(i.Name)
	p.string(i.Locale)
	p.time(i.Claimed)
	p.time(i.Sent)
	p.string(i.MessageID)
	p.time(i.Delivered)
	p.time(i.Failed)
	p.byte(byte(i.Fate))
	if flags&hasMailed != 0 {
		p.raw(i.Mailed[:])
	}
	if flags&hasTerms != 0 {
		p.string(i.Agent)
		p.string(i.Product)
		p.string(i.Zone)
		p.time(i.NotBefore)
		p.uint(uint64(i.Remind / time.Second))
	}
	if flags&hasFurther != 0 {
		p.further(i.Further)
	}
}

func (u *unpacker) invitation(flags byte) *heed.Invitation {
	i := &heed.Invitation{To: u.string(), Name: u.string(), Locale: u.string()}
	i.Claimed, i.Sent, i.MessageID = u.time(), u.time(), u.string()
	i.Delivered, i.Failed = u.time(), u.time()
	i.Fate = heed.Fate(u.byte())
	if flags&hasMailed != 0 {
		i.Mailed = u.hash()
	}
	if flags&hasTerms != 0 {
		i.Agent, i.Product, i.Zone = u.string(), u.string(), u.string()
		i.NotBefore = u.time()
		i.Remind = time.Duration(u.uint()) * time.Second
	}
	if flags&hasFurther != 0 {
		i.Further = u.further()
	}
	return i
}

func (p *packer) further(list []heed.Further) {
	p.uint(uint64(len(list)))
	for i := range list {
		f := &list[i]
		p.byte(byte(f.Kind))
		p.byte(f.Round)
		p.time(f.Due)
		p.time(f.Claimed)
		p.time(f.Sent)
		p.string(f.MessageID)
		p.time(f.Failed)
		p.byte(byte(f.Fate))
	}
}

func (u *unpacker) further() (list []heed.Further) {
	for range u.count(8) {
		f := heed.Further{FurtherName: heed.FurtherName{Kind: heed.FurtherKind(u.byte()), Round: u.byte()}}
		f.Due, f.Claimed, f.Sent, f.MessageID = u.time(), u.time(), u.time(), u.string()
		f.Failed, f.Fate = u.time(), heed.Fate(u.byte())
		list = append(list, f)
	}
	return list
}
