package records

import (
	"context"
	"errors"
	"fmt"
	"time"

	"heed/shared/heed"
	"heed/shared/keyring"
	"heed/shared/queue"
	"heed/shared/table"
)

// An Alias is what a source said, when it was asked, of something that it names
// by an id of its own: of a customer, or of whom a touchpoint happened to.
// It is sealed, so that a copy of the table names nobody.
type Alias struct {
	Touchpoint heed.Touchpoint // of a customer's alias the Customer alone
	Fetched    time.Time       // when the source last answered; zero if it never did
	Gone       bool            // it has no address; what Touchpoint says is of before
	Alone      bool            // decided without an answer, under the id that the delivery bears
	Version    uint64          // 0 if there is none yet
}

// An AliasKey says whose alias it is.
type AliasKey struct{ pk string }

// CustomerAlias is that of a customer by the source's id.
func CustomerAlias(ring *keyring.Ring, source, id string) AliasKey {
	return aliasKey(ring, source, "customer", id)
}

// TouchpointAlias is that of a touchpoint.
func TouchpointAlias(ring *keyring.Ring, t *heed.Touchpoint) AliasKey {
	return aliasKey(ring, t.Source, "touchpoint", t.ID().String())
}

func aliasKey(ring *keyring.Ring, source, kind, id string) AliasKey {
	return AliasKey{table.AliasPrefix + source + "#" + ring.Alias(source, kind, id).String()}
}

func (k AliasKey) key() table.Key { return table.Key{PK: k.pk, SK: headSK} }

const aliasFormat = 1

// What is true of an alias, beside what is sealed.
const (
	aliasGone = 1 << iota
	aliasAlone
)

// Alias reads an alias; one that is not there is empty. Of one that does not open
// what it said is lost: it is as if the source had never answered.
func (s Store) Alias(ctx context.Context, ring *keyring.Ring, key AliasKey) (*Alias, error) {
	item, err := s.Table.Get(ctx, key.key())
	if errors.Is(err, table.ErrNotFound) {
		return &Alias{}, nil
	}
	if err != nil {
		return nil, fmt.Errorf("read alias: %w", err)
	}
	a := &Alias{Version: item.Version}
	u := unpacker{b: item.Data}
	u.version(aliasFormat)
	flags := u.byte()
	a.Gone, a.Alone = flags&aliasGone != 0, flags&aliasAlone != 0
	a.Fetched = u.time()
	sealed := u.string()
	if err := u.done(); err != nil {
		return nil, fmt.Errorf("read alias: %w", err)
	}
	if text, err := ring.Open(key.pk, []byte(sealed)); err == nil {
		if parcel, err := queue.Unpack(text); err == nil && parcel.Touchpoint != nil {
			a.Touchpoint = *parcel.Touchpoint
			return a, nil
		}
	}
	a.Fetched = time.Time{}
	return a, nil
}

// PutAlias writes an alias that may be dropped after a time, if nobody has since
// it was read. table.ErrConflict: read it again.
func (s Store) PutAlias(ctx context.Context, ring *keyring.Ring, key AliasKey, a *Alias, expires time.Time) error {
	text, err := queue.Parcel{Touchpoint: &a.Touchpoint}.Pack()
	if err != nil {
		return fmt.Errorf("write alias: %w", err)
	}
	sealed, err := ring.Seal(key.pk, text)
	if err != nil {
		return fmt.Errorf("write alias: %w", err)
	}
	flags := byte(0)
	if a.Gone {
		flags |= aliasGone
	}
	if a.Alone {
		flags |= aliasAlone
	}
	p := packer{}
	p.byte(aliasFormat)
	p.byte(flags)
	p.time(a.Fetched)
	p.string(string(sealed))
	item := table.Item{Key: key.key(), Data: p.b, Expires: expires.Truncate(time.Second)}
	if err := s.put(ctx, item, a.Version); err != nil {
		return fmt.Errorf("write alias: %w", err)
	}
	return nil
}
