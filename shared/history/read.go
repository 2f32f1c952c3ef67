package history

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"iter"

	"heed/shared/heed"
)

// A Reader reads a history, in whatever format it is written.
type Reader struct {
	next  func() (*Line, error) // io.EOF at the end; an *Error goes with one line, all else with the rest
	skip  int
	bad   int
	first []*Error
}

// shownErrors is how many of the errors of skipped lines are kept.
const shownErrors = 3

// NewReader reads the beginning of a history, to see what it is: JSON lines if
// it begins with a brace, else CSV, with commas, semicolons or tabs; compressed with gzip or not. As many bad
// lines as skip may be left out. Its errors are fit to be shown.
func NewReader(r io.Reader, skip int) (*Reader, error) {
	b := bufio.NewReaderSize(r, 1<<16)
	if start, _ := b.Peek(2); bytes.Equal(start, []byte{0x1f, 0x8b}) {
		z, err := gzip.NewReader(b)
		if err != nil {
			return nil, heed.Errorf(heed.Invalid, "the history is no gzip file, though it begins as one").Because(err)
		}
		b = bufio.NewReaderSize(z, 1<<16)
	}
	first, above, err := begin(b)
	switch {
	case err != nil:
		return nil, err
	case first == '{':
		return &Reader{next: (&lines{r: b, line: above}).next, skip: skip}, nil
	case first == '[':
		return nil, heed.Errorf(heed.Invalid, "the history is a JSON array; write one object a line: jq -c '.[]' FILE > history.jsonl")
	}
	c, err := openColumns(b, above)
	if err != nil {
		return nil, err
	}
	return &Reader{next: c.next, skip: skip}, nil
}

// begin reads up to the first character that says something. It returns it,
// still to be read, and how many lines are above it.
func begin(b *bufio.Reader) (first byte, above int, err error) {
	if start, _ := b.Peek(3); bytes.Equal(start, []byte("\ufeff")) {
		_, _ = b.Discard(len(start)) // was just read
	} else if len(start) > 1 && (start[0] == 0 || start[1] == 0 || start[0] >= 0xfe && start[1] >= 0xfe) {
		return 0, 0, heed.Errorf(heed.Invalid, "the history is no text in UTF-8, perhaps UTF-16; save it as UTF-8")
	}
	for {
		first, err = b.ReadByte()
		switch {
		case errors.Is(err, io.EOF):
			return 0, 0, heed.Errorf(heed.Invalid, "the history is empty; it wants a touchpoint on each line")
		case err != nil:
			return 0, 0, fmt.Errorf("read the history: %w", err)
		case first == '\n':
			above++
		case first != ' ' && first != '\t' && first != '\r':
			return first, above, b.UnreadByte()
		}
	}
}

// Lines yields the touchpoints as they stand in the file. An error ends it.
func (r *Reader) Lines() iter.Seq2[*Line, error] {
	return func(yield func(*Line, error) bool) {
		for {
			l, err := r.next()
			if errors.Is(err, io.EOF) {
				return
			}
			if err != nil && r.forgiven(err) {
				continue
			}
			if !yield(l, err) || err != nil {
				return
			}
		}
	}
}

// forgiven reports whether a bad line may be left out.
func (r *Reader) forgiven(err error) bool {
	var bad *Error
	if !errors.As(err, &bad) || r.bad >= r.skip {
		return false
	}
	if r.bad++; r.bad <= shownErrors {
		r.first = append(r.first, bad)
	}
	return true
}

// Skipped returns how many bad lines were left out, and what was wrong with
// the first few.
func (r *Reader) Skipped() (n int, first []*Error) { return r.bad, r.first }
