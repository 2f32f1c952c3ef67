package sources

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"net/http"
	"net/textproto"
	"path"
)

// contentTypes are those of samples, by the extension of their files.
var contentTypes = map[string]string{
	".json": "application/json",
	".xml":  "text/xml; charset=utf-8",
	".form": "application/x-www-form-urlencoded",
}

// HeadersExt is the extension of the file beside a sample that has the headers
// which come with it and are no signature, one on a line.
const HeadersExt = ".headers"

// Sample reads a sample, not signed yet: a body as the vendor posts it, and the
// headers beside it.
func Sample(from fs.FS, name string) (*Request, error) {
	body, err := fs.ReadFile(from, name)
	if err != nil {
		return nil, fmt.Errorf("read the sample: %w", err)
	}
	r := &Request{Method: http.MethodPost, Header: http.Header{}, Body: body}
	text, err := fs.ReadFile(from, name+HeadersExt)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("read the sample's headers: %w", err)
	}
	beside, err := textproto.NewReader(bufio.NewReader(bytes.NewReader(append(text, "\r\n\r\n"...)))).ReadMIMEHeader()
	if err != nil {
		return nil, fmt.Errorf("read the sample's headers: %w", err)
	}
	r.Header = http.Header(beside)
	if r.Header.Get("Content-Type") == "" {
		r.set("Content-Type", contentTypes[path.Ext(name)])
	}
	return r, nil
}

// set writes a header that a vendor sends.
func (r *Request) set(name, value string) {
	if r.Header == nil {
		r.Header = http.Header{}
	}
	r.Header.Set(name, value)
}
