package token

import (
	"crypto/rand"
	"errors"
	"strings"
	"testing"
	"time"

	"heed/shared/heed"
	"heed/shared/keyring"
)

func ring(t testing.TB) *keyring.Ring {
	t.Helper()
	r, err := keyring.Make(rand.Reader, time.Unix(0, 0))
	if err != nil {
		t.Fatal(err)
	}
	return r
}

var row = heed.RowRef{Day: 20778, ID: heed.RowID{1, 2, 3, 15: 0xff}}

func TestReadWhatMakeWrote(t *testing.T) {
	r := ring(t)
	s := Make(r.CurrentToken(time.Now()), Answer, row)
	if len(s) != Length || strings.ToLower(s) != s {
		t.Errorf("%q: %d characters", s, len(s))
	}
	for _, text := range []string{s, strings.ToUpper(s)} { // mail programs change case
		if got, err := Read(r, Answer, text); err != nil || got != row {
			t.Errorf("Read(%q) = %v, %v", text, got, err)
		}
	}
	if err := r.Rotate(keyring.TokenKind, rand.Reader, time.Unix(1000, 0)); err != nil {
		t.Fatal(err)
	}
	if _, err := Read(r, Answer, s); err != nil {
		t.Error("a token of before a rotation is refused:", err)
	}
	if later := Make(r.CurrentToken(time.Now()), Answer, row); later == s {
		t.Error("the rotated key is not used")
	}
}

func TestPurposesDoNotInterchange(t *testing.T) {
	r := ring(t)
	for _, made := range []Purpose{Answer, Reply, Unsubscribe} {
		for _, read := range []Purpose{Answer, Reply, Unsubscribe} {
			_, err := Read(r, read, Make(r.CurrentToken(time.Now()), made, row))
			if (err == nil) != (made == read) {
				t.Errorf("made for %d, read for %d: %v", made, read, err)
			}
		}
	}
}

func TestForgedIsRefused(t *testing.T) {
	r, other := ring(t), ring(t)
	s := Make(r.CurrentToken(time.Now()), Answer, row)
	forged := []string{"", "x", s + "a", s[1:], Make(other.CurrentToken(time.Now()), Answer, row), strings.Repeat("a", Length), strings.Repeat("!", Length), s[:8] + strings.Repeat("\n", Length-8), s[:47] + "\r"}
	for i := range s {
		b := []byte(s)
		b[i] = 'a' + (b[i]-'a'+1)%25
		if b[i] != s[i] {
			forged = append(forged, string(b))
		}
	}
	for _, text := range forged {
		if _, err := Read(r, Answer, text); !errors.Is(err, ErrForged) {
			t.Errorf("Read(%q): %v", text, err)
		}
	}
}

func FuzzRead(f *testing.F) {
	r, err := keyring.Make(rand.Reader, time.Unix(0, 0))
	if err != nil {
		f.Fatal(err)
	}
	f.Add(Make(r.CurrentToken(time.Now()), Answer, row))
	f.Fuzz(func(t *testing.T, s string) {
		if ref, err := Read(r, Reply, s); err == nil {
			t.Errorf("Read(%q) = %v", s, ref)
		}
	})
}
