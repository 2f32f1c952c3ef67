package respond

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"io"
	"net/http"
	"strings"
	"sync"
)

// packers are kept: a new one takes more memory than all else a page does.
var packers = sync.Pool{New: func() any { return gzip.NewWriter(nil) }}

// packed writes a page, compressed where the browser takes that: an HTTP API
// doesn't do it. What strangers send stands in no page, so the size of one
// tells nobody anything of what else is in it.
func packed(w http.ResponseWriter, r *http.Request, status int, draw func(io.Writer) error) error {
	var page bytes.Buffer
	if err := draw(&page); err != nil {
		return fmt.Errorf("draw a page: %w", err)
	}
	w.Header().Add("Vary", "Accept-Encoding")
	zipped := takesGzip(r)
	if zipped {
		w.Header().Set("Content-Encoding", "gzip")
	}
	w.WriteHeader(status)
	if r.Method == http.MethodHead {
		return nil
	}
	if !zipped {
		_, err := w.Write(page.Bytes())
		return err
	}
	z := packers.Get().(*gzip.Writer)
	defer packers.Put(z)
	z.Reset(w)
	if _, err := z.Write(page.Bytes()); err != nil {
		return err
	}
	return z.Close()
}

// takesGzip reads what the browser said, as RFC 9110 (12.5.3) has it: q=0 is
// no.
func takesGzip(r *http.Request) bool {
	for _, one := range strings.Split(r.Header.Get("Accept-Encoding"), ",") {
		coding, weight, _ := strings.Cut(one, ";")
		if strings.EqualFold(strings.TrimSpace(coding), "gzip") {
			return strings.Trim(strings.TrimPrefix(strings.ReplaceAll(weight, " ", ""), "q="), "0.") != "" || weight == ""
		}
	}
	return false
}
