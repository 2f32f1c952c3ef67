package bound

import (
	"encoding/csv"
	"errors"
	"io"
	"strings"
	"testing"
	"testing/iotest"
)

// A row that ends in time is read, one that does not is not.
func TestRows(t *testing.T) {
	for _, buffer := range []func(io.Reader) io.Reader{iotest.OneByteReader, iotest.HalfReader, iotest.DataErrReader} {
		from := &Reader{From: buffer(strings.NewReader("a,b\nc,\"" + strings.Repeat("d\n", 10_000)))}
		c := csv.NewReader(from)
		from.Left = 5_000 // more than a csv.Reader looks ahead
		if row, err := c.Read(); err != nil || row[1] != "b" {
			t.Errorf("row %q, %v", row, err)
		}
		from.Left = 5_000
		if row, err := c.Read(); !errors.Is(err, ErrTooLong) {
			t.Errorf("row %.20q, %v", row, err)
		}
		if from.Left != 0 {
			t.Errorf("%d bytes are left", from.Left)
		}
	}
}
