package contrast_test

import (
	"math"
	"testing"

	"heed/shared/contrast"
)

// every calls f with colours all over the cube, its corners included.
func every(f func(contrast.Color)) {
	for r := 0; r < 256; r += 17 {
		for g := 0; g < 256; g += 17 {
			for b := 0; b < 256; b += 17 {
				f(contrast.Color{uint8(r), uint8(g), uint8(b)})
			}
		}
	}
}

func TestRatio(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want float64
	}{
		{"#000000", "#ffffff", 21},
		{"#ffffff", "#ffffff", 1},
		{"#767676", "#ffffff", 4.54}, // the lightest grey that passes on white
		{"#777777", "#ffffff", 4.48},
		{"#ff0000", "#ffffff", 4.00},
		{"#0000ff", "#ffffff", 8.59},
	} {
		a, _ := contrast.Parse(c.a)
		b, _ := contrast.Parse(c.b)
		if got := contrast.Ratio(a, b); math.Abs(got-c.want) > 0.005 {
			t.Errorf("%s on %s: %.3f, want %.2f", c.a, c.b, got, c.want)
		}
	}
}

func TestTextOnAnyFillCanBeRead(t *testing.T) {
	every(func(fill contrast.Color) {
		if got := contrast.Ratio(contrast.On(fill), fill); got < contrast.Text {
			t.Errorf("%s on %s: %.2f", contrast.On(fill), fill, got)
		}
	})
}

func TestAnyColourCanBeReadAgainstTheGrounds(t *testing.T) {
	for _, s := range []string{"#ffffff", "#000000", "#16181b", "#fbfaf7", "#777777"} {
		ground, _ := contrast.Parse(s)
		every(func(c contrast.Color) {
			moved := contrast.Against(c, ground, contrast.Text)
			if got := contrast.Ratio(moved, ground); got < contrast.Text {
				t.Errorf("%s became %s on %s: %.2f", c, moved, ground, got)
			}
			if contrast.Ratio(c, ground) >= contrast.Text && moved != c {
				t.Errorf("%s on %s passes, and became %s", c, ground, moved)
			}
		})
	}
}

func TestRimIsSeenByDayAndByNight(t *testing.T) {
	every(func(fill contrast.Color) {
		rim := contrast.Rim(fill)
		if contrast.Ratio(rim, contrast.White) < contrast.Edge || contrast.Ratio(rim, contrast.Black) < contrast.Edge {
			t.Errorf("rim %s of %s", rim, fill)
		}
	})
}

func TestParse(t *testing.T) {
	for _, s := range []string{"", "#fff", "#12345g", "123456#", "#1234567", "red", "#12345\n"} {
		if c, ok := contrast.Parse(s); ok {
			t.Errorf("%q was read as %s", s, c)
		}
	}
	if c, ok := contrast.Parse("#A0b1C2"); !ok || c.String() != "#a0b1c2" {
		t.Errorf("#A0b1C2 was read as %s, %v", c, ok)
	}
}
