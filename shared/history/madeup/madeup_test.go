package madeup_test

import (
	"bytes"
	"compress/gzip"
	"flag"
	"io"
	"os"
	"testing"
	"time"

	"heed/shared/history"
	"heed/shared/history/madeup"
)

var update = flag.Bool("update", false, "write the sample anew")

// shipped is the sample history that Heed comes with.
const shipped = "../../../events/history.jsonl.gz"

// The sample is what is made up here, line for line, and can be read.
func TestSample(t *testing.T) {
	var want []byte
	lines := 0
	for l := range madeup.Touchpoints(madeup.Options{
		Seed: 1, Customers: 500, From: time.Date(2025, 7, 1, 6, 0, 0, 0, time.UTC), Days: 365, Tickets: 5,
	}) {
		var err error
		if want, err = l.Append(want); err != nil {
			t.Fatal(err)
		}
		lines++
	}
	if *update {
		write(t, want)
	}
	file, err := os.Open(shipped)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	z, err := gzip.NewReader(file)
	if err != nil {
		t.Fatal(err)
	}
	got, err := io.ReadAll(z)
	if err != nil || !bytes.Equal(got, want) {
		t.Errorf("the sample is another (%v); go test ./shared/history/madeup -update writes it", err)
	}
	r, err := history.NewReader(bytes.NewReader(want), 0)
	if err != nil {
		t.Fatal(err)
	}
	for _, err := range r.Lines() {
		if err != nil {
			t.Fatal(err)
		}
		lines--
	}
	if lines != 0 {
		t.Errorf("%d lines were not read", lines)
	}
}

func write(t *testing.T, text []byte) {
	t.Helper()
	var packed bytes.Buffer
	z, err := gzip.NewWriterLevel(&packed, gzip.BestCompression)
	if err == nil {
		_, err = z.Write(text)
	}
	if err == nil {
		err = z.Close()
	}
	if err == nil {
		err = os.WriteFile(shipped, packed.Bytes(), 0o644)
	}
	if err != nil {
		t.Fatal(err)
	}
}
