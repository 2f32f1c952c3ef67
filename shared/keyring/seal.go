package keyring

import (
	"crypto/aes"
	"crypto/cipher"
	"crypto/hkdf"
	"crypto/sha256"
	"fmt"

	"heed/shared/heed"
)

// sealing names the key that seals what is known of people. It is made from the
// identity key, as their hashes are: who has that one can tell who is who anyway.
const sealing = "heed/seal/v1"

// Alias returns the hash that stands for something that a source names: for
// looking up what is known of it, and not that of anybody's scope.
func (r *Ring) Alias(source, kind, id string) heed.Hash { return r.hash("alias", source, kind, id) }

// Seal returns text that only this ring opens, and only as being about that.
func (r *Ring) Seal(about string, text []byte) ([]byte, error) {
	box, err := r.box()
	if err != nil {
		return nil, fmt.Errorf("seal: %w", err)
	}
	return box.Seal(nil, nil, text, []byte(about)), nil
}

// Open returns what Seal was given.
func (r *Ring) Open(about string, sealed []byte) ([]byte, error) {
	box, err := r.box()
	if err != nil {
		return nil, fmt.Errorf("open what is sealed: %w", err)
	}
	text, err := box.Open(nil, nil, sealed, []byte(about))
	if err != nil {
		return nil, fmt.Errorf("open what is sealed: %w", err)
	}
	return text, nil
}

func (r *Ring) box() (cipher.AEAD, error) {
	key, err := hkdf.Key(sha256.New, r.Identity[0].Bytes, nil, sealing, 32)
	if err != nil {
		return nil, err
	}
	block, err := aes.NewCipher(key)
	if err != nil {
		return nil, err
	}
	return cipher.NewGCMWithRandomNonce(block)
}
