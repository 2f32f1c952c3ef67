package reply

import (
	"context"
	"net/url"
	"slices"
	"strings"

	"heed/shared/heed"
	"heed/shared/keyring"
	"heed/shared/replies"
	"heed/shared/token"
)

// A mail is one letter on its way to its row.
type mail struct {
	*Handler
	*replies.Letter
	ring *keyring.Ring
	id   [8]byte // its fingerprint
	left bool    // it came to the address that unsubscribes, too
}

// route says why the mail changes nothing, where it is none that may.
func (m *mail) route(ctx context.Context) (why string, err error) {
	if m.looped() {
		return "our own", nil
	}
	machine := m.Verdict == replies.Bounce || m.Verdict == replies.Complaint
	if ref, ok := m.addressed(token.Unsubscribe); ok && !machine {
		why, err = m.leave(ctx, ref)
		if _, m.left = m.addressed(token.Reply); err != nil || !m.left {
			return why, err
		}
	}
	switch {
	case m.Rejected:
		return "spam, virus, or not from whom it says", nil
	case machine:
		return m.returned(ctx)
	case !answers(m.Judge(true)):
		return "written by a machine", nil
	}
	return m.answer(ctx)
}

// answers reports whether a mail of that verdict may hold an answer.
func answers(v replies.Verdict) bool { return v == replies.Human || v == replies.Unsure }

// looped reports whether the mail is one of ours that came back.
func (m *mail) looped() bool {
	base, err := url.Parse(m.Base)
	return err == nil && base.Host != "" && slices.Contains(m.Loops, base.Host)
}

// row reads the row that the mail is about, nil if there is none.
func (m *mail) row(ctx context.Context) (*heed.Row, error) {
	ref, ok := m.find()
	if !ok {
		return nil, nil
	}
	return m.invited(ctx, ref)
}

func (m *mail) invited(ctx context.Context, ref heed.RowRef) (*heed.Row, error) {
	row, err := m.Store.Row(ctx, ref)
	if heed.CodeOf(err) == heed.NotFound || err == nil && row.Invitation == nil {
		return nil, nil
	}
	return row, err
}

// find finds the row by the address or, failing that, by what the mail quotes
// or returns. A token there opens no more than it would in the address: whoever
// writes is still to be whoever was invited.
func (m *mail) find() (heed.RowRef, bool) {
	if ref, ok := m.addressed(token.Reply); ok {
		return ref, true
	}
	for _, trace := range m.Traces {
		for _, purpose := range []token.Purpose{token.Answer, token.Reply, token.Unsubscribe, token.Preferences} {
			if ref, err := token.Read(m.ring, purpose, trace); err == nil {
				return ref, true
			}
		}
	}
	return heed.RowRef{}, false
}

// addressed finds the row that one of the addresses was signed for.
func (m *mail) addressed(purpose token.Purpose) (heed.RowRef, bool) {
	for _, address := range m.To {
		local, _, _ := strings.Cut(address, "@")
		if _, text, ok := strings.Cut(local, "+"); ok {
			if ref, err := token.Read(m.ring, purpose, text); err == nil {
				return ref, true
			}
		}
	}
	return heed.RowRef{}, false
}

// is reports whether one of the addresses is whoever was invited: as they were
// mailed or, where they go by another address now, as they are known.
func (m *mail) is(row *heed.Row, addresses ...string) bool {
	return slices.ContainsFunc(addresses, func(a string) bool {
		hash := m.ring.Address(a)
		return hash == row.Mailed() || hash == row.Customer
	})
}
