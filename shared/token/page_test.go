package token

import (
	"encoding/base64"
	"errors"
	"testing"
	"time"

	"heed/shared/heed"
)

var shown = Page{Visit: [8]byte{1, 2, 7: 0xff}, Shown: time.UnixMilli(1_795_000_000_123).UTC(), Sheet: Again, Handed: true, Chosen: 9}

func TestReadPageWhatMakePageWrote(t *testing.T) {
	r := ring(t)
	for _, p := range []Page{shown, {Visit: [8]byte{1}, Shown: time.UnixMilli(0).UTC(), Sheet: Asking, Chosen: heed.None}, {Shown: time.UnixMilli(-5).UTC(), Sheet: Thanking}} {
		s := MakePage(r.CurrentToken(time.Now()), row, p)
		if got, err := ReadPage(r, row, s); err != nil || got != p {
			t.Errorf("%+v came back as %+v, %v", p, got, err)
		}
	}
}

// TestPagesAreOfOneRow, and no token of a link is one.
func TestPagesAreOfOneRow(t *testing.T) {
	r, other := ring(t), ring(t)
	s := MakePage(r.CurrentToken(time.Now()), row, shown)
	elsewhere, later := row, row
	elsewhere.ID[0]++
	later.Day++
	for _, ref := range []heed.RowRef{elsewhere, later} {
		if _, err := ReadPage(r, ref, s); !errors.Is(err, ErrForged) {
			t.Errorf("of another row: %v", err)
		}
	}
	forged := []string{"", "x", s + "A", s[1:], s[:len(s)-1] + "=", MakePage(other.CurrentToken(time.Now()), row, shown), Make(r.CurrentToken(time.Now()), Answer, row)}
	raw, err := base64.RawURLEncoding.DecodeString(s)
	if err != nil {
		t.Fatal(err)
	}
	for i := range raw {
		b := append([]byte(nil), raw...)
		b[i] ^= 1
		forged = append(forged, base64.RawURLEncoding.EncodeToString(b))
	}
	for _, text := range forged {
		if _, err := ReadPage(r, row, text); !errors.Is(err, ErrForged) {
			t.Errorf("%q: %v", text, err)
		}
	}
	if _, err := Read(r, Answer, s); !errors.Is(err, ErrForged) {
		t.Errorf("a page opens a link: %v", err)
	}
}

func FuzzReadPage(f *testing.F) {
	r := ring(&testing.T{})
	s := MakePage(r.CurrentToken(time.Now()), row, shown)
	f.Add(s)
	f.Add(s[:len(s)-1])
	f.Fuzz(func(t *testing.T, text string) {
		if p, err := ReadPage(r, row, text); err == nil && (text != s || p != shown) {
			t.Errorf("%q reads as %+v", text, p)
		}
	})
}
