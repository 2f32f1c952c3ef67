package records

import "heed/shared/heed"

// lifeFormat is the format since which a life can hold further mails, suspects
// and notes. A life without them is written as before, which an older Heed
// reads.
const lifeFormat = 5

// What of a row's life has begun.
const (
	hasInvitation = 1 << iota
	hasResponse
	hasMailed
	hasTerms
	hasFurther
	hasSuspects
	hasNotes
	hasMore // of the response
)

// begun is what of the row's life has begun, as flags.
func begun(r *heed.Row) (flags byte) {
	for k, has := range [...]bool{
		r.Invitation != nil, r.Response != nil, r.Mailed() != r.Customer,
		r.Invitation != nil && hasOwnTerms(r.Invitation), r.Invitation != nil && len(r.Invitation.Further) > 0,
		len(r.Suspects) > 0, len(r.Notes) > 0,
		r.Response != nil && (r.Response.Quotable || r.Response.Mail != [8]byte{}),
	} {
		if has {
			flags |= 1 << k
		}
	}
	return flags
}

// formatOf is the format that these rows need to be written in.
func formatOf(usual byte, rows ...heed.Row) byte {
	for i := range rows {
		r := &rows[i]
		switch {
		case around(r):
			return afterFormat
		case begun(r) >= hasTerms:
			usual = lifeFormat
		}
	}
	return usual
}

func hasOwnTerms(i *heed.Invitation) bool {
	return i.Agent != "" || i.Product != "" || i.Zone != "" || i.Remind != 0 || !i.NotBefore.IsZero()
}

// life packs what changes of a row after its decision.
func (p *packer) life(r *heed.Row) {
	flags := begun(r)
	p.byte(flags)
	if flags&hasInvitation != 0 {
		p.invitation(r.Invitation, flags)
	}
	if a := r.Response; a != nil {
		p.response(a)
		if flags&hasMore != 0 {
			p.bool(a.Quotable)
			p.raw(a.Mail[:])
		}
	}
	if flags&hasSuspects != 0 {
		p.suspects(r.Suspects)
	}
	if flags&hasNotes != 0 {
		p.notes(r.Notes)
	}
}

func (u *unpacker) life(r *heed.Row) {
	flags := u.byte()
	if flags&hasInvitation != 0 {
		r.Invitation = u.invitation(flags)
	}
	if flags&hasResponse != 0 {
		r.Response = u.response()
		if flags&hasMore != 0 {
			r.Response.Quotable = u.byte() == 1
			copy(r.Response.Mail[:], u.raw(len(r.Response.Mail)))
		}
	}
	if flags&hasSuspects != 0 {
		r.Suspects = u.suspects()
	}
	if flags&hasNotes != 0 {
		r.Notes = u.notes()
	}
}

func (p *packer) response(a *heed.Response) {
	p.uint(uint64(a.Score))
	p.byte(byte(a.Channel))
	p.time(a.At)
	p.raw(a.Edit[:])
	p.string(a.Comment)
}

func (u *unpacker) response() *heed.Response {
	a := &heed.Response{Score: int(u.uint()), Channel: heed.Channel(u.byte()), At: u.time()}
	copy(a.Edit[:], u.raw(len(a.Edit)))
	a.Comment = u.string()
	return a
}

func (p *packer) suspects(list []heed.Response) {
	p.uint(uint64(len(list)))
	for i := range list {
		p.response(&list[i])
		p.bool(list[i].Quotable)
		p.raw(list[i].Mail[:])
		p.uint(uint64(list[i].Evidence))
	}
}

func (u *unpacker) suspects() (list []heed.Response) {
	for range u.count(21) {
		a := u.response()
		a.Quotable = u.byte() == 1
		copy(a.Mail[:], u.raw(len(a.Mail)))
		a.Evidence = heed.Evidence(u.uint())
		list = append(list, *a)
	}
	return list
}

func (p *packer) notes(list []heed.Note) {
	p.uint(uint64(len(list)))
	for i := range list {
		n := &list[i]
		p.byte(byte(n.Kind))
		p.time(n.At)
		p.int(int64(n.Score))
		p.string(n.Text)
		p.raw(n.Mail[:])
	}
}

func (u *unpacker) notes() (list []heed.Note) {
	for range u.count(12) {
		n := heed.Note{Kind: heed.NoteKind(u.byte()), At: u.time(), Score: int(u.int()), Text: u.string()}
		copy(n.Mail[:], u.raw(len(n.Mail)))
		list = append(list, n)
	}
	return list
}
