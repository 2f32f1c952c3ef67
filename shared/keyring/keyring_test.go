package keyring

import (
	"bytes"
	"crypto/rand"
	"testing"
	"time"

	"heed/shared/heed"
)

func TestTextRoundTrip(t *testing.T) {
	r, err := Make(rand.Reader, time.Date(2026, 1, 2, 3, 4, 5, 6, time.UTC))
	if err != nil {
		t.Fatal(err)
	}
	if err := r.Rotate(DrawKind, rand.Reader, time.Now()); err != nil {
		t.Fatal(err)
	}
	got, err := Parse(r.Text())
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got.Text(), r.Text()) || got.CurrentDraw().ID != 2 || got.CurrentToken(time.Now()).ID != 1 {
		t.Error("the ring came back changed")
	}
	if err := r.Rotate("identity", rand.Reader, time.Now()); heed.CodeOf(err) != heed.Invalid {
		t.Error("the identity key rotates:", err)
	}
}

// Whoever reads links may know a new key later than whoever signs them.
func TestNewTokenKeySpreadsFirst(t *testing.T) {
	made := time.Date(2026, 1, 2, 3, 0, 0, 0, time.UTC)
	r, _ := Make(rand.Reader, made)
	if r.CurrentToken(made).ID != 1 {
		t.Error("the only key is not used")
	}
	if err := r.Rotate(TokenKind, rand.Reader, made.Add(time.Hour)); err != nil {
		t.Fatal(err)
	}
	if r.CurrentToken(made.Add(80*time.Minute)).ID != 1 || r.CurrentToken(made.Add(91*time.Minute)).ID != 2 {
		t.Error("the new key is used at once, or never")
	}
}

func TestParseRefusesDamage(t *testing.T) {
	for _, text := range []string{"", "{}", `{"identity":[],"token":[],"draw":[]}`, `{"identity":[{"id":1,"key":"AAAA"}],"token":[{"id":1,"key":"AAAA"}],"draw":[{"id":1,"key":"AAAA"}]}`} {
		if _, err := Parse([]byte(text)); heed.CodeOf(err) != heed.Invalid {
			t.Errorf("Parse(%q): %v", text, err)
		}
	}
}

func TestHashesStandForPeople(t *testing.T) {
	r, _ := Make(rand.Reader, time.Now())
	other, _ := Make(rand.Reader, time.Now())
	if r.Address("Ann@Example.com ") != r.Address("ann@example.com") {
		t.Error("case or space makes another person")
	}
	if r.Address("ann@example.com") == other.Address("ann@example.com") {
		t.Error("the hash does not depend on the key")
	}
	known := r.Person("zendesk", heed.Customer{ID: "7", Email: "ann@example.com"})
	if known != r.Address("ann@example.com") {
		t.Error("an address is known and not used")
	}
	if r.Person("zendesk", heed.Customer{ID: "7"}) == r.Person("app", heed.Customer{ID: "7"}) {
		t.Error("the same id in two sources is one person")
	}
}
