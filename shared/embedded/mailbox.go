package embedded

import (
	"context"
	"crypto/sha256"
	"encoding/binary"
	"encoding/json"
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
// sent before is not kept again: the name is the first one's.
func (m *Mailbox) Send(ctx context.Context, out mail.Mail) (messageID string, err error) {
	if out.ID == "" || len(out.ID) > maxMailID || out.To == "" {
		return "", fmt.Errorf("%w: a mail has an id of at most %d bytes, and somebody it goes to", mail.ErrRefused, maxMailID)
	}
	p, err := m.posting(out)
	if err != nil {
		return "", fmt.Errorf("send a mail: %w", err)
	}
	if err := m.file.write(ctx, p.store, p.admit); err != nil {
		return "", fmt.Errorf("send a mail: %w", err)
	}
	return p.messageID, nil
}

// A posting is a mail on its way into the mailbox, with all that follows from
// it.
type posting struct {
	id, value []byte // the mail
	messageID string // once stored, of the first mail with that ID
	again     bool   // there was one
	events    *Queue
	parcels   []parcel
	answer    *arrival // nil if nothing answers
}

func (m *Mailbox) posting(out mail.Mail) (*posting, error) {
	kept := Kept{Mail: out, At: m.now().UTC()}
	kept.MessageID = nameMail(&kept)
	p := posting{id: []byte(out.ID), messageID: kept.MessageID, events: m.events}
	var err error
	if p.value, err = json.Marshal(&kept); err != nil {
		return nil, err
	}
	if p.parcels, err = m.fate(&kept); err != nil {
		return nil, err
	}
	if m.Inbound != nil && simulated(bareAddress(out.To)) == "ooto" {
		p.answer, err = m.Inbound.arrival("out-of-office-"+kept.MessageID, outOfOffice(&kept))
	}
	return &p, err
}

func (p *posting) store(tx *bbolt.Tx) error {
	first, err := sentBefore(tx, p.id)
	p.again = first != ""
	if err != nil {
		return err
	}
	if p.again {
		p.messageID = first
		return nil
	}
	keep(tx, p.id, p.value)
	if p.answer != nil {
		if err := p.answer.store(tx); err != nil {
			panic(err)
		}
	}
	return p.events.store(tx, p.parcels)
}

func (p *posting) admit() {
	if p.again {
		return
	}
	p.events.admit(p.parcels)
	if p.answer != nil {
		p.answer.admit()
	}
}

// keep puts a mail at the end of the mailbox, within a write.
func keep(tx *bbolt.Tx, id, value []byte) {
	mails := tx.Bucket(mailsBucket)
	mails.FillPercent = 0.9 // numbers rise
	n, err := mails.NextSequence()
	if err != nil {
		panic(err)
	}
	put(mails, numberKey(n), value)
	put(tx.Bucket(mailIDsBucket), id, numberKey(n))
}

// sentBefore returns the name of the mail with that ID, "" if there is none.
func sentBefore(tx *bbolt.Tx, id []byte) (messageID string, err error) {
	number := tx.Bucket(mailIDsBucket).Get(id)
	if number == nil {
		return "", nil
	}
	var kept Kept
	if err := json.Unmarshal(tx.Bucket(mailsBucket).Get(number), &kept); err != nil {
		return "", fmt.Errorf("a mail: %w", errCorrupt)
	}
	return kept.MessageID, nil
}

// Sent returns the name of the mail with that ID, and whether there is one.
func (m *Mailbox) Sent(ctx context.Context, id string) (messageID string, ok bool, err error) {
	if id == "" {
		return "", false, nil
	}
	err = m.file.read(ctx, func(tx *bbolt.Tx) error {
		var err error
		messageID, err = sentBefore(tx, []byte(id))
		return err
	})
	if err != nil {
		return "", false, fmt.Errorf("look for a mail: %w", err)
	}
	return messageID, messageID != "", nil
}

// List returns the mails, newest first, at most limit.
func (m *Mailbox) List(ctx context.Context, limit int) ([]Kept, error) {
	var list []Kept
	err := m.file.read(ctx, func(tx *bbolt.Tx) error {
		c := tx.Bucket(mailsBucket).Cursor()
		for k, v := c.Last(); k != nil && len(list) < limit; k, v = c.Prev() {
			var kept Kept
			if err := json.Unmarshal(v, &kept); err != nil {
				return fmt.Errorf("a mail: %w", errCorrupt)
			}
			list = append(list, kept)
		}
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("list the mails: %w", err)
	}
	return list, nil
}

// nameMail makes a name as SES does: of the time, and of what is sent.
func nameMail(kept *Kept) string {
	sum := sha256.Sum256([]byte(kept.ID))
	at := binary.BigEndian.AppendUint64(nil, uint64(kept.At.UnixMilli())|1<<56)
	return fmt.Sprintf("%x-%x-%x-%x-%x-%x-000000", at, sum[:4], sum[4:6], sum[6:8], sum[8:10], sum[10:16])
}

// Find returns the mail with that ID. An error with code not_found says that
// there is none.
func (m *Mailbox) Find(ctx context.Context, id string) (Kept, error) {
	var kept Kept
	err := m.file.read(ctx, func(tx *bbolt.Tx) error {
		number := tx.Bucket(mailIDsBucket).Get([]byte(id))
		if number == nil {
			return heed.Errorf(heed.NotFound, "there is no such mail")
		}
		return json.Unmarshal(tx.Bucket(mailsBucket).Get(number), &kept)
	})
	return kept, err
}
