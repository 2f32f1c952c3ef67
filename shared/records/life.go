package records

import "heed/shared/heed"

// life packs what changes of a row after its decision.
func (p *packer) life(r *heed.Row) {
	flags := byte(0)
	if r.Invitation != nil {
		flags |= hasInvitation
	}
	if r.Response != nil {
		flags |= hasResponse
	}
	if r.Mailed() != r.Customer {
		flags |= hasMailed
	}
	p.byte(flags)
	if i := r.Invitation; i != nil {
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
	}
	if a := r.Response; a != nil {
		p.uint(uint64(a.Score))
		p.byte(byte(a.Channel))
		p.time(a.At)
		p.raw(a.Edit[:])
		p.string(a.Comment)
	}
}

func (u *unpacker) life(r *heed.Row) {
	flags := u.byte()
	if flags&hasInvitation != 0 {
		i := &heed.Invitation{To: u.string(), Name: u.string(), Locale: u.string()}
		i.Claimed, i.Sent, i.MessageID = u.time(), u.time(), u.string()
		i.Delivered, i.Failed = u.time(), u.time()
		i.Fate = heed.Fate(u.byte())
		if flags&hasMailed != 0 {
			i.Mailed = u.hash()
		}
		r.Invitation = i
	}
	if flags&hasResponse != 0 {
		a := &heed.Response{Score: int(u.uint()), Channel: heed.Channel(u.byte()), At: u.time()}
		copy(a.Edit[:], u.raw(len(a.Edit)))
		a.Comment = u.string()
		r.Response = a
	}
}
