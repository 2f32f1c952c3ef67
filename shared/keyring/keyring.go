// Package keyring holds the three kinds of secret keys that Heed itself
// needs, and what is made with the first of them: the hash that stands for a
// person.
//
// Identity, token and draw keys are separate, so that revealing one tells
// nothing of the others. A ring is one JSON text; where it rests (a file on
// the laptop, an SSM parameter in the cloud) is not known here. The signing
// secrets of sources are not Heed's keys and do not belong here.
package keyring

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"io"
	"strings"
	"time"

	"heed/shared/heed"
)

// A Ring is all keys of one installation, each kind from oldest to newest.
type Ring struct {
	Identity []Key `json:"identity"` // makes hashes of addresses; never rotated, since every ledger and suppression stands under it
	Token    []Key `json:"token"`    // signs the links in mails
	Draw     []Key `json:"draw"`     // decides whom to ask; one for each epoch
}

// A Key is one secret and its name.
type Key struct {
	ID    uint8     `json:"id"`
	Made  time.Time `json:"made"`
	Bytes []byte    `json:"key"` // 32 bytes
}

// A Kind is one of the kinds of keys that can be rotated.
type Kind string

// The kinds that rotate.
const (
	TokenKind Kind = "token"
	DrawKind  Kind = "draw"
)

// Make returns a ring with one fresh key of each kind.
func Make(random io.Reader, now time.Time) (*Ring, error) {
	r := &Ring{}
	for _, keys := range []*[]Key{&r.Identity, &r.Token, &r.Draw} {
		if err := grow(keys, random, now); err != nil {
			return nil, err
		}
	}
	return r, nil
}

// Rotate adds a key of that kind, which is used from then on. Older ones stay:
// links in mails already sent, and draws already made, can still be checked.
func (r *Ring) Rotate(kind Kind, random io.Reader, now time.Time) error {
	switch kind {
	case TokenKind:
		return grow(&r.Token, random, now)
	case DrawKind:
		return grow(&r.Draw, random, now)
	}
	return heed.Errorf(heed.Invalid, "only token and draw keys rotate, not %q", kind)
}

func grow(keys *[]Key, random io.Reader, now time.Time) error {
	id := 1
	if n := len(*keys); n > 0 {
		id = int((*keys)[n-1].ID) + 1
	}
	if id > 255 {
		return heed.Errorf(heed.Invalid, "a ring holds at most 255 keys of a kind")
	}
	secret := make([]byte, 32)
	if _, err := io.ReadFull(random, secret); err != nil {
		return fmt.Errorf("make a key: %w", err)
	}
	*keys = append(*keys, Key{ID: uint8(id), Made: now.UTC().Truncate(time.Second), Bytes: secret})
	return nil
}

// Parse reads a ring from its JSON text and checks that it is whole.
func Parse(text []byte) (*Ring, error) {
	var r Ring
	if err := json.Unmarshal(text, &r); err != nil {
		return nil, heed.Errorf(heed.Invalid, "the keyring is not the JSON that `heed keys make` writes")
	}
	for kind, keys := range map[string][]Key{"identity": r.Identity, "token": r.Token, "draw": r.Draw} {
		if len(keys) == 0 {
			return nil, heed.Errorf(heed.Invalid, "the keyring has no %s key", kind)
		}
		for i, k := range keys {
			if len(k.Bytes) != 32 || k.ID == 0 || i > 0 && k.ID <= keys[i-1].ID {
				return nil, heed.Errorf(heed.Invalid, "%s key %d of the keyring is damaged", kind, i+1)
			}
		}
	}
	return &r, nil
}

// Text is the ring as JSON.
func (r *Ring) Text() []byte {
	text, err := json.MarshalIndent(r, "", "  ")
	if err != nil {
		panic(err) // a struct of numbers, times and bytes always has a JSON text
	}
	return append(text, '\n')
}

// spreads is how long after it was made a key may not be known everywhere yet.
const spreads = 30 * time.Minute

// CurrentToken returns the key that signs new links: the newest that whoever
// reads them knows by now. The clock is real time, as the keys were made on it.
func (r *Ring) CurrentToken(now time.Time) Key {
	for i := len(r.Token) - 1; i > 0; i-- {
		if now.Sub(r.Token[i].Made) > spreads {
			return r.Token[i]
		}
	}
	return r.Token[0]
}

// CurrentDraw returns the key of the epoch that is open.
func (r *Ring) CurrentDraw() Key { return r.Draw[len(r.Draw)-1] }

// TokenKey returns the token key of that id.
func (r *Ring) TokenKey(id uint8) (Key, bool) {
	for _, k := range r.Token {
		if k.ID == id {
			return k, true
		}
	}
	return Key{}, false
}

// Address returns the hash that stands for whoever reads mail at the address,
// whatever case it is written in.
func (r *Ring) Address(address string) heed.Hash {
	return r.hash("address", strings.ToLower(strings.TrimSpace(address)))
}

// Person returns the hash of a customer: of the address, or of the source and
// its id where no address is known.
func (r *Ring) Person(source string, c heed.Customer) heed.Hash {
	if c.Email != "" {
		return r.Address(c.Email)
	}
	return r.hash("customer", source, c.ID)
}

// Account returns the hash of a company as its source names it.
func (r *Ring) Account(source, id string) heed.Hash { return r.hash("account", source, id) }

func (r *Ring) hash(fields ...string) heed.Hash {
	mac := hmac.New(sha256.New, r.Identity[0].Bytes)
	mac.Write(heed.AppendFields(nil, fields...))
	return heed.Hash(mac.Sum(nil)[:16])
}
