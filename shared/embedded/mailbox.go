package embedded

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"time"

	"go.etcd.io/bbolt"

	"heed/shared/heed"
	"heed/shared/mail"
)

// A Mailbox is the laptop's place of SES. It sends nothing: it keeps what was
// to be sent, to be looked at, and puts on the events queue what SES would say
// became of it. SES's simulator addresses behave as SES's do.
type Mailbox struct {
	Inbound *Objects // where SES's out-of-office address answers; nil if nowhere

	file   *File
	events *Queue
	now    func() time.Time
}

// Mailbox returns the mailbox whose events go to the events queue.
func (f *File) Mailbox(events *Queue, now func() time.Time) *Mailbox {
	return &Mailbox{file: f, events: events, now: now}
}

// Kept is a mail in the mailbox.
type Kept struct {
	mail.Mail
	MessageID string    `json:"messageId"` // as SES would have named it
	At        time.Time `json:"at"`
}

// maxMailID is the length of an SES tag.
const maxMailID = 256

// Send keeps a mail and puts its events on their queue, in one transaction,
// and returns the name the mail is given. A mail with the ID of one that was
// sent before is not kept again: the name is the first one's. An error is one
// of package mail's three.
func (m *Mailbox) Send(ctx context.Context, out mail.Mail) (messageID string, err error) {
	if out.ID == "" || len(out.ID) > maxMailID || out.To == "" {
		return "", fmt.Errorf("%w: a mail has an id of at most %d bytes, and somebody it goes to", mail.ErrRefused, maxMailID)
	}
	p, err := m.posting(out)
	if err != nil {
		return "", fmt.Errorf("%w: %w", mail.ErrRefused, err)
	}
	err = m.file.write(ctx, p.store, p.admit)
	switch {
	case err == nil:
		return p.messageID(), nil
	case errors.Is(err, errClosed), errors.Is(err, context.Canceled), errors.Is(err, context.DeadlineExceeded):
		return "", fmt.Errorf("%w: %w", mail.ErrLater, err)
	}
	return "", fmt.Errorf("%w: %w", mail.ErrUnknown, err)
}

// Sent returns the name of the mail with that ID, and whether there is one.
func (m *Mailbox) Sent(ctx context.Context, id string) (messageID string, ok bool, err error) {
	kept, err := m.Find(ctx, id)
	switch heed.CodeOf(err) {
	case "":
		return kept.MessageID, true, nil
	case heed.NotFound:
		return "", false, nil
	}
	return "", false, err
}

// List returns the mails, newest first, at most limit.
func (m *Mailbox) List(ctx context.Context, limit int) ([]Kept, error) {
	var values [][]byte // to be decoded when writes go on again
	err := m.file.read(ctx, func(tx *bbolt.Tx) error {
		c := tx.Bucket(mailsBucket).Cursor()
		for k, v := c.Last(); k != nil && len(values) < limit; k, v = c.Prev() {
			values = append(values, bytes.Clone(v))
		}
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("list the mails: %w", err)
	}
	list := make([]Kept, 0, len(values))
	for _, v := range values {
		kept, err := decodeKept(v)
		if err != nil {
			return nil, fmt.Errorf("list the mails: %w", err)
		}
		list = append(list, *kept)
	}
	return list, nil
}

// Find returns the mail with that ID. An error with code not_found says that
// there is none.
func (m *Mailbox) Find(ctx context.Context, id string) (Kept, error) {
	var kept *Kept
	err := m.file.read(ctx, func(tx *bbolt.Tx) error {
		var err error
		kept, err = find(tx, []byte(id))
		return err
	})
	switch {
	case err != nil:
		return Kept{}, fmt.Errorf("look for a mail: %w", err)
	case kept == nil:
		return Kept{}, heed.Errorf(heed.NotFound, "there is no such mail")
	}
	return *kept, nil
}
