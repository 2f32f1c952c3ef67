package send

import (
	"time"

	"heed/shared/heed"
)

// A course is how far one mail of a row has come: it points into the row's
// invitation or one of its further mails.
type course struct {
	claimed, sent, failed *time.Time
	messageID             *string
	fate                  *heed.Fate
}

// courseOf returns the course of the row's mail of that name, nil if it has
// none. A reminder has one as soon as it is looked for: until then it is
// planned, and no more.
func courseOf(r *heed.Row, name heed.FurtherName, due time.Time) *course {
	i := r.Invitation
	if i == nil {
		return nil
	}
	if name == invitation {
		return &course{&i.Claimed, &i.Sent, &i.Failed, &i.MessageID, &i.Fate}
	}
	f := i.Find(name)
	if f == nil && name.Kind == heed.Reminder {
		i.Further = append(i.Further, heed.Further{FurtherName: name, Due: due})
		f = i.Find(name)
	}
	if f == nil {
		return nil
	}
	return &course{&f.Claimed, &f.Sent, &f.Failed, &f.MessageID, &f.Fate}
}

// open reports whether the mail still waits to be sent or for word of its
// outcome.
func (c *course) open() bool { return *c.fate == heed.NoFate && c.sent.IsZero() }

// end ends the course in a fate.
func (c *course) end(fate heed.Fate, at time.Time) { *c.fate, *c.failed = fate, at }
