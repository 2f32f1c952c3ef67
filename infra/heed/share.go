package main

import (
	"fmt"
	"strconv"
	"strings"

	"heed/shared/heed"
)

// A part is a share of one, written 20% or 0.2, in PPB.
type part uint32

// UnmarshalText reads it.
func (s *part) UnmarshalText(text []byte) error {
	number, percent := strings.CutSuffix(string(text), "%")
	x, err := strconv.ParseFloat(number, 64)
	if percent {
		x /= 100
	}
	if err != nil || !(x > 0 && x <= 1) {
		return fmt.Errorf("%q is no share above 0%%; write it as 20%% or 0.2", text)
	}
	if x < leastPart {
		return fmt.Errorf("%q is below 0.01%%, where a chance counts as none; use more", text)
	}
	*s = part(x*heed.PPB + 0.5)
	return nil
}

// leastPart is the smallest chance that is drawn.
const leastPart = 1e-4

func (s part) String() string {
	return strconv.FormatFloat(float64(s)/(heed.PPB/100), 'f', -1, 64) + "%"
}
