package records

import (
	"context"
	"time"

	"heed/shared/heed"
	"heed/shared/keyring"
	"heed/shared/queue"
	"heed/shared/table"
)

// namedBy is what is sealed in an item, "" where that is of another version than
// the alias or has expired: a table may keep it for days.
func namedBy(item table.Item, version uint64, now time.Time) string {
	u := unpacker{b: item.Data}
	if item.Version == 0 || !now.Before(item.Expires) || u.uint() != version {
		return ""
	}
	sealed := u.string()
	if u.done() != nil {
		return ""
	}
	return sealed
}

// open reads what is sealed. Who it was, the first format has sealed as well.
func (a *Alias) open(ring *keyring.Ring, key AliasKey, sealed string) bool {
	text, err := ring.Open(key.pk, []byte(sealed))
	if err != nil {
		return false
	}
	parcel, err := queue.Unpack(text)
	if err != nil || parcel.Touchpoint == nil {
		return false
	}
	a.Touchpoint = *parcel.Touchpoint
	c := &a.Touchpoint.Customer
	if a.Touchpoint.Source == "" && a.Who.IsZero() && c.Email != "" {
		a.Who = ring.Address(c.Email)
		for _, f := range c.Former {
			a.Before = append(a.Before, ring.Person(key.source, heed.Customer{ID: f.ID, Email: f.Email}))
		}
		c.Former = nil
	}
	return true
}

// putNames writes what names somebody, as of the alias's next version.
func (s Store) putNames(ctx context.Context, ring *keyring.Ring, key AliasKey, a *Alias, expires time.Time) error {
	text, err := queue.Parcel{Touchpoint: &a.Touchpoint}.Pack()
	if err != nil {
		return err
	}
	sealed, err := ring.Seal(key.pk, text)
	if err != nil {
		return err
	}
	p := packer{}
	p.uint(a.Version + 1)
	p.string(string(sealed))
	return s.put(ctx, table.Item{Key: key.sealed(), Data: p.b, Expires: expires.Truncate(time.Second)}, a.Sealed)
}
