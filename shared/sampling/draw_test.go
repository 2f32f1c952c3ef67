package sampling

import (
	"testing"

	"heed/shared/heed"
)

// The vector can be checked with openssl: HMAC-SHA256 over the six fields,
// each preceded by its length in four bytes.
func TestDrawVector(t *testing.T) {
	touchpoint := &heed.Touchpoint{Source: "zendesk", Object: "ticket:42", Kind: "solved", Occurrence: "1"}
	key := []byte("0123456789abcdef0123456789abcdef")
	if got := Draw(key, "prog-1", touchpoint); got != 0xc0384a0dfd88c260 {
		t.Errorf("Draw = %016x", got)
	}
	if got := Threshold(200_000_000, 550_000_000); got != 6707906935894382405 {
		t.Errorf("Threshold(0.20/0.55) = %d", got)
	}
}

func TestDrawIsUniform(t *testing.T) {
	key := []byte("0123456789abcdef0123456789abcdef")
	var bins [256]int
	const n = 256 * 200
	for i := range n {
		touchpoint := &heed.Touchpoint{Source: "s", Object: string(rune(i)) + "x", Kind: "k"}
		bins[Draw(key, "p", touchpoint)>>56]++
	}
	chi := 0.0
	for _, k := range bins {
		d := float64(k) - n/256
		chi += d * d / (n / 256)
	}
	// 255 degrees of freedom: mean 255, standard deviation 22.6.
	if chi < 255-5*22.6 || chi > 255+5*22.6 {
		t.Errorf("chi squared of the first byte = %.0f", chi)
	}
}

func TestHeldOutShare(t *testing.T) {
	key := []byte("0123456789abcdef0123456789abcdef")
	held := 0
	for i := range 20_000 {
		if HeldOut(key, heed.Hash{byte(i), byte(i >> 8), 7}, heed.PPB/20) {
			held++
		}
	}
	if held < 900 || held > 1100 { // 1000 ± 31 at one standard error
		t.Errorf("%d of 20,000 held out at 5%%", held)
	}
	if HeldOut(key, heed.Hash{}, 0) {
		t.Error("somebody is held out at 0%")
	}
}
