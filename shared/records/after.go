package records

import (
	"time"

	"heed/shared/heed"
)

// afterFormat is the format since which a row can say that it is its scope's
// first, what followed on it, and how long it was worked on. A row without these
// is written as before, which an older Heed reads.
const afterFormat = 6

// around reports whether a row says anything that only that format can.
func around(r *heed.Row) bool { return r.First || r.After != heed.After{} || handled(&r.Facts) }

// followed lists what can follow on a row, in the order of its flags.
func followed(a *heed.After) [3]*time.Time {
	return [...]*time.Time{&a.Reopened, &a.Left, &a.Bought}
}

func (p *packer) after(a *heed.After) {
	flags := byte(0)
	for k, at := range followed(a) {
		if !at.IsZero() {
			flags |= 1 << k
		}
	}
	p.byte(flags)
	for _, at := range followed(a) {
		if !at.IsZero() {
			p.time(*at)
		}
	}
}

func (u *unpacker) after(a *heed.After) {
	flags := u.byte()
	for k, at := range followed(a) {
		if flags&(1<<k) != 0 {
			*at = u.time()
		}
	}
}
