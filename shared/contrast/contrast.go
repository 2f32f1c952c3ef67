// Package contrast is the arithmetic of colours that must be read: how far two
// of them stand apart, and which text or edge a team's own colour needs. Mails
// and pages share it. It knows no HTML and no brand.
//
// The measure is the contrast ratio of WCAG 2.2, from 1 (the same) to 21
// (black on white): text needs 4.5, an edge that matters 3.
package contrast

import (
	"encoding/hex"
	"math"
)

// What WCAG 2.2 asks of text (1.4.3) and of edges (1.4.11).
const (
	Text = 4.5
	Edge = 3.0
)

// A Color is red, green and blue in sRGB.
type Color [3]uint8

// The ends of the scale. Against any colour at least one of them passes Text,
// which no softer pair can promise.
var (
	Black = Color{}
	White = Color{255, 255, 255}
	Grey  = Color{0x76, 0x76, 0x76} // passes Text on both White and Black
)

// Parse reads #rrggbb.
func Parse(s string) (c Color, ok bool) {
	if len(s) != 7 || s[0] != '#' {
		return Color{}, false
	}
	_, err := hex.Decode(c[:], []byte(s[1:]))
	return c, err == nil
}

// String writes #rrggbb, in lower case.
func (c Color) String() string { return "#" + hex.EncodeToString(c[:]) }

// Ratio is the contrast of two colours.
func Ratio(a, b Color) float64 {
	x, y := a.luminance(), b.luminance()
	return (max(x, y) + 0.05) / (min(x, y) + 0.05)
}

// luminance is WCAG's relative luminance, from 0 to 1.
func (c Color) luminance() float64 {
	weights := [3]float64{0.2126, 0.7152, 0.0722}
	var sum float64
	for i, v := range c {
		x := float64(v) / 255
		if x <= 0.04045 {
			x /= 12.92
		} else {
			x = math.Pow((x+0.055)/1.055, 2.4)
		}
		sum += weights[i] * x
	}
	return sum
}

// On returns what to write with on fill: White where that passes Text, Black
// where it doesn't.
func On(fill Color) Color {
	if Ratio(White, fill) >= Text {
		return White
	}
	return Black
}

// Against moves c away from ground, no further than it must, until it stands
// apart by ratio. Black or white is where it ends at the latest.
func Against(c, ground Color, ratio float64) Color {
	end := Black
	if Ratio(White, ground) > Ratio(Black, ground) {
		end = White
	}
	const steps = 32
	for i := range steps {
		if moved := mix(c, end, float64(i)/steps); Ratio(moved, ground) >= ratio {
			return moved
		}
	}
	return end
}

// Rim returns an edge for a shape filled with fill that is seen on a white
// ground and on a black one: fill itself where it can be.
func Rim(fill Color) Color {
	if Ratio(fill, White) >= Edge && Ratio(fill, Black) >= Edge {
		return fill
	}
	return Grey
}

// mix is share parts of b and the rest of a.
func mix(a, b Color, share float64) Color {
	var m Color
	for i := range m {
		m[i] = uint8(math.Round(float64(a[i])*(1-share) + float64(b[i])*share))
	}
	return m
}
