package token

import (
	"errors"
	"strings"
	"testing"
	"time"

	"heed/shared/heed"
)

var noon = time.Date(2026, 11, 20, 12, 0, 0, 0, time.UTC)

func TestUntil(t *testing.T) {
	r := ring(t)
	s := MakeUntil(r.CurrentToken(noon), Export, row, noon.Add(time.Hour+time.Second))
	if len(s) != UntilLength || strings.ToLower(s) != s {
		t.Errorf("%q: %d characters", s, len(s))
	}
	for _, c := range []struct {
		text    string
		purpose Purpose
		at      time.Time
		want    error
	}{
		{s, Export, noon, nil},
		{strings.ToUpper(s), Export, noon, nil},
		{s, Export, noon.Add(61*time.Minute - 1), nil},
		{s, Export, noon.Add(61 * time.Minute), ErrOver},
		{s, Forget, noon, ErrForged},
		{s[:Length], Export, noon, ErrForged},
		{s + "a", Export, noon, ErrForged},
		{"", Export, noon, ErrForged},
		{MakeUntil(ring(t).CurrentToken(noon), Export, row, noon.Add(time.Hour)), Export, noon, ErrForged},
	} {
		got, err := ReadUntil(r, c.purpose, c.text, c.at)
		if !errors.Is(err, c.want) || err == nil && got != row {
			t.Errorf("%q for %d at %v: %v, %v; want %v", c.text, c.purpose, c.at, got, err, c.want)
		}
	}
	if _, err := Read(r, Export, s); err == nil {
		t.Error("it is read as one that serves for ever")
	}
	if _, err := ReadUntil(r, Export, Make(r.CurrentToken(noon), Export, row), noon); err == nil {
		t.Error("one that serves for ever is read as one that ends")
	}
}

// No character can be changed: not even the bits that the last one leaves over.
func TestUntilChanged(t *testing.T) {
	r := ring(t)
	s := MakeUntil(r.CurrentToken(noon), Forget, row, noon.Add(time.Hour))
	for i := range s {
		for _, other := range "abcdefghijklmnopqrstuvwxyz234567" {
			changed := s[:i] + string(other) + s[i+1:]
			if _, err := ReadUntil(r, Forget, changed, noon); (err == nil) != (changed == s) {
				t.Fatalf("character %d as %c: %v", i, other, err)
			}
		}
	}
}

func FuzzReadUntil(f *testing.F) {
	r := ring(f)
	f.Add(MakeUntil(r.CurrentToken(noon), Export, row, noon.Add(time.Hour)))
	f.Fuzz(func(t *testing.T, s string) {
		got, err := ReadUntil(r, Export, s, noon)
		if err != nil && heed.CodeOf(err) != heed.NotFound && heed.CodeOf(err) != heed.Gone {
			t.Errorf("%q: %v", s, err)
		}
		if err == nil && got != row {
			t.Errorf("%q names %v", s, got)
		}
	})
}
