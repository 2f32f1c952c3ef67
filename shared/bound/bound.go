// Package bound reads files of strangers row by row, none of which may be
// longer than is said: a quotation mark that is never closed would have a CSV
// reader take the rest of a file for one field. What a row means, and what is
// said of one that is too long, is its reader's.
package bound

import (
	"errors"
	"io"
)

// ErrTooLong is of a row that is longer than it may be.
var ErrTooLong = errors.New("the row is too long")

// A Reader reads no more than Left bytes, then ErrTooLong. Whoever reads rows
// from it sets Left before each.
type Reader struct {
	From io.Reader
	Left int
}

func (r *Reader) Read(p []byte) (int, error) {
	if r.Left <= 0 {
		return 0, ErrTooLong
	}
	n, err := r.From.Read(p[:min(len(p), r.Left)])
	r.Left -= n
	return n, err
}
