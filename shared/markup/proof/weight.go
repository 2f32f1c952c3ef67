package proof

import (
	"bytes"
	"compress/gzip"
	"io"
	"testing"
)

// Most is what a server may send before it must wait for an answer (RFC 6928),
// about.
const Most = 14_000

// Zipped is how many bytes a page has when it is compressed.
func Zipped(page string) int {
	var packed bytes.Buffer
	z := gzip.NewWriter(&packed)
	_, _ = io.WriteString(z, page)
	_ = z.Close()
	return packed.Len()
}

// Small holds every page to Most.
func Small(t *testing.T, every Every) {
	t.Helper()
	for _, s := range every(Harmless) {
		if n := Zipped(s.Written(t)); n > Most {
			t.Errorf("%s: %d bytes compressed", s.Name, n)
		}
	}
}
