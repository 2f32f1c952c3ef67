package keyring

import (
	"bytes"
	"math/rand/v2"
	"testing"
	"time"
)

func TestWhatIsSealedNamesNobody(t *testing.T) {
	ring, _ := Make(rand.NewChaCha8([32]byte{1}), time.Unix(0, 0))
	other, _ := Make(rand.NewChaCha8([32]byte{2}), time.Unix(0, 0))
	text := []byte("ann@example.com")
	sealed, err := ring.Seal("alias#desk#1", text)
	if err != nil || bytes.Contains(sealed, text[:5]) {
		t.Fatalf("%x, error %v", sealed, err)
	}
	if got, err := ring.Open("alias#desk#1", sealed); !bytes.Equal(got, text) || err != nil {
		t.Errorf("%s, error %v", got, err)
	}
	if again, _ := ring.Seal("alias#desk#1", text); bytes.Equal(again, sealed) {
		t.Error("who has the same address can be seen")
	}
	if _, err := ring.Open("alias#desk#2", sealed); err == nil {
		t.Error("it opens as being about another")
	}
	if _, err := other.Open("alias#desk#1", sealed); err == nil {
		t.Error("another ring opens it")
	}
	for i := range sealed {
		bad := bytes.Clone(sealed)
		bad[i] ^= 1
		if _, err := ring.Open("alias#desk#1", bad); err == nil {
			t.Fatalf("byte %d may be another", i)
		}
		if _, err := ring.Open("alias#desk#1", sealed[:i]); err == nil {
			t.Fatalf("%d bytes of it do", i)
		}
	}
}

func TestHashesOfAliasesAreTheirOwn(t *testing.T) {
	ring, _ := Make(rand.NewChaCha8([32]byte{1}), time.Unix(0, 0))
	seen := map[string]bool{}
	for _, h := range [][3]string{{"a", "b", "c"}, {"a", "b", "d"}, {"a", "bc", ""}, {"ab", "", "c"}} {
		seen[ring.Alias(h[0], h[1], h[2]).String()] = true
	}
	if len(seen) != 4 {
		t.Errorf("%d hashes of four", len(seen))
	}
}
