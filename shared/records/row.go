package records

import (
	"encoding/binary"
	"fmt"
	"time"

	"heed/shared/heed"
	"heed/shared/table"
)

// Row format 1 knows no stratum, target and doubt. A row of it that was drawn
// aimed at its own chance, as far as is known. To 2 whoever is mailed is the
// customer. In 3 there are no facts, in 4 no further mails, suspects and notes,
// in 5 nothing of what came before and after.
const (
	rowFormat    = factsFormat // of rows that need no newer one
	newestFormat = afterFormat
)

// RowKey is where a row rests.
func RowKey(ref heed.RowRef) table.Key {
	return table.Key{PK: dayPK(ref.Day, ref.ID.Shard()), SK: ref.ID[:]}
}

func dayPK(day heed.Day, shard uint8) string {
	return table.RowPrefix + day.String() + "#" + string("0123456789abcdef"[shard])
}

// refOf reads the row that a key names.
func refOf(key table.Key) (heed.RowRef, error) {
	const date = len("2006-01-02")
	if len(key.PK) < len(table.RowPrefix)+date || len(key.SK) != len(heed.RowID{}) {
		return heed.RowRef{}, fmt.Errorf("row key: %w", errDamaged)
	}
	day, err := heed.ParseDay(key.PK[len(table.RowPrefix):][:date])
	if err != nil {
		return heed.RowRef{}, fmt.Errorf("row key: %w", err)
	}
	return heed.RowRef{Day: day, ID: heed.RowID(key.SK)}, nil
}

// rowItem is the row as an item. It stands in the due index while a mail of it
// is to be looked after, and in the answered index once something came back.
func rowItem(r *heed.Row) table.Item {
	p := packer{b: make([]byte, 0, 512)}
	p.byte(formatOf(rowFormat, *r))
	p.touchpoint(r)
	p.raw(r.Scope[:])
	p.customer(r)
	p.circumstances(&r.Decision)
	p.verdict(&r.Decision)
	p.life(r)
	item := table.Item{Key: RowKey(r.RowRef), Data: p.b}
	if at, ok := turn(r); ok {
		item.Due = moment(at, r.ID)
	}
	if at := r.Stirred(); !at.IsZero() {
		item.Answered = moment(at, r.ID)
	}
	return item
}

// moment is an index key: time, then row id to tell rows of one moment apart.
func moment(t time.Time, id heed.RowID) []byte {
	return append(instant(t), id[:]...)
}

func instant(t time.Time) []byte {
	return binary.BigEndian.AppendUint64(nil, uint64(t.UnixMilli()))
}

func rowOf(item table.Item) (*heed.Row, error) {
	ref, err := refOf(item.Key)
	if err != nil {
		return nil, err
	}
	r := &heed.Row{RowRef: ref}
	u := unpacker{b: item.Data}
	u.version(newestFormat)
	u.touchpoint(r)
	r.Scope = u.hash()
	u.customer(r)
	u.circumstances(&r.Decision)
	u.verdict(&r.Decision)
	u.life(r)
	if err := u.done(); err != nil {
		return nil, fmt.Errorf("row %s of %s: %w", ref.ID, ref.Day, err)
	}
	return r, nil
}
