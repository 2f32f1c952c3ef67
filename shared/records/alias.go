package records

import (
	"bytes"
	"context"
	"fmt"
	"time"

	"heed/shared/heed"
	"heed/shared/keyring"
	"heed/shared/table"
)

// An Alias is what a source said, when it was asked, of something that it names
// by an id of its own: of a customer, or of whom a touchpoint happened to.
//
// It is two items. What names somebody is sealed, so that a copy of the table
// names nobody, and expires soon; the other, which is read with it, stays to know
// again whom it was about, by keyed hashes alone. That one is written first and
// says that there is a sealed one: without it, as after a crash between the two,
// the source has not answered.
type Alias struct {
	Touchpoint heed.Touchpoint // of a customer's alias the Customer alone; empty once it has expired
	Who        heed.Hash       // of a customer's alias the address that was known last; zero if none ever was
	Before     []heed.Hash     // who that customer was before
	Fetched    time.Time       // when the source last answered; zero if it never did, or what it said is gone
	Gone       bool            // it has no address any more
	Alone      bool            // decided without an answer, under the id that the delivery bears
	Version    uint64          // 0 if there is none yet
	Sealed     uint64          // version of the sealed item; 0 if there is none
}

// An AliasKey says whose alias it is.
type AliasKey struct{ pk, source string }

// CustomerAlias is that of a customer by the source's id.
func CustomerAlias(ring *keyring.Ring, source, id string) AliasKey {
	return aliasKey(ring, source, "customer", id)
}

// TouchpointAlias is that of a touchpoint.
func TouchpointAlias(ring *keyring.Ring, t *heed.Touchpoint) AliasKey {
	return aliasKey(ring, t.Source, "touchpoint", t.ID().String())
}

func aliasKey(ring *keyring.Ring, source, kind, id string) AliasKey {
	return AliasKey{table.AliasPrefix + source + "#" + ring.Alias(source, kind, id).String(), source}
}

func (k AliasKey) key() table.Key { return table.Key{PK: k.pk, SK: headSK} }

func (k AliasKey) sealed() table.Key { return table.Key{PK: k.pk, SK: sealedSK} }

// sealedSK is behind headSK, so that one query reads the two in order.
var sealedSK = []byte("1")

// Formats of an alias. Of the first all is sealed in one item.
const (
	aliasWhole = 1 + iota
	aliasSplit
)

// What is true of an alias, beside what is sealed.
const (
	aliasGone = 1 << iota
	aliasAlone
	aliasNames // there is a sealed item
)

// Alias reads an alias as of now; one that is not there is empty. Of one that has
// expired, or does not open, what it said is lost: it is as if the source had
// never answered, but for who it was.
func (s Store) Alias(ctx context.Context, ring *keyring.Ring, key AliasKey, now time.Time) (*Alias, error) {
	var items [2]table.Item
	for item, err := range s.all(ctx, table.Query{PK: key.pk, Consistent: true}) {
		if err != nil {
			return nil, fmt.Errorf("read alias: %w", err)
		}
		switch {
		case bytes.Equal(item.SK, headSK):
			items[0] = item
		case bytes.Equal(item.SK, sealedSK):
			items[1] = item
		}
	}
	head, named := items[0], items[1]
	a := &Alias{Version: head.Version, Sealed: named.Version}
	if head.Version == 0 {
		return a, nil
	}
	u := unpacker{b: head.Data}
	u.version(aliasSplit)
	flags := u.byte()
	a.Gone, a.Alone, a.Fetched = flags&aliasGone != 0, flags&aliasAlone != 0, u.time()
	var sealed string
	if u.format == aliasWhole {
		sealed = u.string()
	} else {
		a.Who = u.hash()
		for range u.count(len(heed.Hash{})) {
			a.Before = append(a.Before, u.hash())
		}
		sealed = namedBy(named, head.Version, now)
	}
	if err := u.done(); err != nil {
		return nil, fmt.Errorf("read alias: %w", err)
	}
	if !a.open(ring, key, sealed) && (u.format == aliasWhole || flags&aliasNames != 0) {
		a.Fetched = time.Time{}
	}
	return a, nil
}

// PutAlias writes an alias that may be dropped after a time, and what names
// somebody after another, if nobody has since it was read. table.ErrConflict:
// read it again.
func (s Store) PutAlias(ctx context.Context, ring *keyring.Ring, key AliasKey, a *Alias, expires, names time.Time) error {
	flags := byte(0)
	if a.Gone {
		flags |= aliasGone
	}
	if a.Alone {
		flags |= aliasAlone
	}
	named := a.Touchpoint.Source != "" || a.Touchpoint.Customer.Email != ""
	if named {
		flags |= aliasNames
	}
	p := packer{}
	p.byte(aliasSplit)
	p.byte(flags)
	p.time(a.Fetched)
	p.raw(a.Who[:])
	p.uint(uint64(len(a.Before)))
	for _, id := range a.Before {
		p.raw(id[:])
	}
	err := s.put(ctx, table.Item{Key: key.key(), Data: p.b, Expires: expires.Truncate(time.Second)}, a.Version)
	if err == nil && named {
		err = s.putNames(ctx, ring, key, a, names)
	}
	if err != nil {
		return fmt.Errorf("write alias: %w", err)
	}
	return nil
}
