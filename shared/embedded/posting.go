package embedded

import (
	"crypto/sha256"
	"encoding/binary"
	"encoding/json"
	"fmt"

	"go.etcd.io/bbolt"

	"heed/shared/mail"
)

// A posting is a mail on its way into the mailbox, with all that follows from
// it.
type posting struct {
	id, value []byte // the mail
	own       string // its name
	first     *Kept  // the mail that had its ID before, nil if none
	events    *Queue
	parcels   []parcel
	answer    *arrival // nil if nothing answers
}

func (m *Mailbox) posting(out mail.Mail) (*posting, error) {
	kept := Kept{Mail: out, At: m.now().UTC()}
	kept.MessageID = nameMail(&kept)
	p := posting{id: []byte(out.ID), own: kept.MessageID, events: m.events}
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

func (p *posting) store(tx *draft) (err error) {
	p.first, err = find(tx.Tx, p.id)
	if err != nil || p.first != nil {
		return err
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
	if p.first != nil {
		return
	}
	p.events.admit(p.parcels)
	if p.answer != nil {
		p.answer.admit()
	}
}

// messageID is, once the mail is stored, the name of the first with its ID.
func (p *posting) messageID() string {
	if p.first != nil {
		return p.first.MessageID
	}
	return p.own
}

// keep puts a mail at the end of the mailbox, within a write.
func keep(tx *draft, id, value []byte) {
	tx.Bucket(mailsBucket).FillPercent = 0.9 // numbers rise
	number := numberKey(tx.number(mailsBucket))
	tx.put(mailsBucket, number, value)
	tx.put(mailIDsBucket, id, number)
}

// find returns the mail with that ID, nil if there is none.
func find(tx *bbolt.Tx, id []byte) (*Kept, error) {
	if len(id) == 0 {
		return nil, nil
	}
	number := tx.Bucket(mailIDsBucket).Get(id)
	if number == nil {
		return nil, nil
	}
	return decodeKept(tx.Bucket(mailsBucket).Get(number))
}

func decodeKept(value []byte) (*Kept, error) {
	kept := new(Kept)
	if err := json.Unmarshal(value, kept); err != nil {
		return nil, fmt.Errorf("a mail: %w", errCorrupt)
	}
	return kept, nil
}

// nameMail makes a name as SES does: of the time, and of what is sent.
func nameMail(kept *Kept) string {
	sum := sha256.Sum256([]byte(kept.ID))
	at := binary.BigEndian.AppendUint64(nil, uint64(kept.At.UnixMilli())|1<<56)
	return fmt.Sprintf("%x-%x-%x-%x-%x-%x-000000", at, sum[:4], sum[4:6], sum[6:8], sum[8:10], sum[10:16])
}
