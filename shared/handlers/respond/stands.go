package respond

import (
	"heed/shared/handlers/window"
	"heed/shared/heed"
	"heed/shared/token"
)

// A standing is how a survey stands for a visit.
type standing int

const (
	open      standing = iota // nothing came of this visit yet
	again                     // it gave an answer that nobody vouches for
	contrary                  // it gave several: only words can tell
	given                     // it gave the answer
	elsewhere                 // the answer came from elsewhere
	closed                    // no answer counts any more
)

// stands tells how the survey stands for a visit, which is theirs beyond doubt
// if sure.
func (v *visit) stands(visit [8]byte, sure bool) standing {
	r := v.row
	late := window.Closed(v.Config, r, v.now)
	switch {
	case r.Response != nil && !(sure && visit == r.Response.Edit):
		return elsewhere
	case late:
		return closed
	case r.Response != nil:
		return given
	}
	switch i := suspect(r, visit); {
	case i < 0:
		return open
	case r.Suspects[i].Evidence&heed.Contrary != 0:
		return contrary
	}
	return again
}

// sheets are what each standing shows.
var sheets = map[standing]token.Sheet{open: token.Asking, again: token.Again, contrary: token.Thanking, given: token.Thanking}
