package main

import (
	"bytes"
	"strings"
	"testing"

	"github.com/cheggaaa/pb/v3"

	"heed/infra/laptop/year"
)

// A year that nobody watches is told in lines, and only in a few.
func TestAYearThatNobodyWatches(t *testing.T) {
	var out bytes.Buffer
	bar := pb.New(year.Days).SetWriter(&out)
	day := counting(bar, &out)
	for range year.Days {
		day()
	}
	bar.Finish()
	lines := strings.SplitAfter(out.String(), "\n")
	if len(lines) != 6 || lines[0] != "A year of made-up customers: day 73 of 365\n" || !strings.Contains(lines[4], "day 365 of 365") || strings.Contains(out.String(), "\r") {
		t.Errorf("it says %q", out.String())
	}
}
