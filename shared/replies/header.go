package replies

import (
	"bytes"
	"mime"
	"strings"
	"unicode/utf8"
)

// A field is one line of a header: its name in lower case, its value unfolded.
type field struct{ name, value string }

type header []field

// maxValue is how long a field grows by being folded, in bytes.
const maxValue = 16 << 10

// maxSubject is how much of a subject is read, in bytes.
const maxSubject = 2000

// readHeader reads the header that begins at at, and returns where the body
// begins. Lines that are none of a header are left out; it is not ok where the
// header goes on beyond limit bytes or maxFields lines.
func readHeader(raw []byte, at, limit int) (h header, body int, ok bool) {
	end := min(len(raw), at+limit)
	for at < end {
		line, next := cutLine(raw, at, end)
		if len(line) == 0 {
			return h, next, true
		}
		if len(line) > 1 && line[0] == '-' && line[1] == '-' {
			return h, at, true // a delimiter: there is no body, or no header
		}
		at = next
		if line[0] == ' ' || line[0] == '\t' {
			if n := len(h); n > 0 && len(h[n-1].value) < maxValue {
				h[n-1].value += " " + string(bytes.TrimSpace(line))
			}
			continue
		}
		name, value, found := bytes.Cut(line, []byte(":"))
		if name = bytes.TrimRight(name, " \t"); !found || len(name) == 0 || len(name) > 100 || bytes.ContainsAny(name, " \t") {
			continue // the "From " line of an mbox, or nothing at all
		}
		if len(h) == maxFields {
			return h, at, false
		}
		h = append(h, field{strings.ToLower(string(name)), string(bytes.TrimSpace(value))})
	}
	return h, at, at == len(raw)
}

// cutLine returns the line that begins at at, without its end, and where the
// next begins.
func cutLine(raw []byte, at, end int) (line []byte, next int) {
	n := bytes.IndexByte(raw[at:end], '\n')
	if n < 0 {
		return bytes.TrimRight(raw[at:end], "\r"), end
	}
	return bytes.TrimRight(raw[at:at+n], "\r"), at + n + 1
}

// get returns the topmost field of that name, "" if there is none.
func (h header) get(name string) string {
	for i := range h {
		if h[i].name == name {
			return h[i].value
		}
	}
	return ""
}

func (h header) all(names ...string) (values []string) {
	for _, name := range names {
		for i := range h {
			if h[i].name == name {
				values = append(values, h[i].value)
			}
		}
	}
	return values
}

// words decodes the encoded words (RFC 2047) of a field, of which it reads at
// most limit bytes.
func words(value string, limit int) string {
	value = value[:min(len(value), limit)]
	decoder := mime.WordDecoder{CharsetReader: charsetReader}
	if text, err := decoder.DecodeHeader(value); err == nil {
		value = text
	}
	if !utf8.ValidString(value) {
		value = decoded([]byte(value), "")
	}
	return strings.TrimSpace(value)
}

// A kind is a Content-Type, or another field of its shape.
type kind struct {
	name   string // text/plain
	params map[string]string
}

// maxParams bounds the parameters of a field.
const maxParams = 20

func kindOf(value string) kind {
	name, rest, _ := strings.Cut(value[:min(len(value), 4000)], ";")
	k := kind{params: map[string]string{}}
	if fields := strings.Fields(name); len(fields) > 0 {
		k.name = strings.ToLower(fields[0])
	}
	for rest != "" && len(k.params) < maxParams {
		var key, text string
		key, rest, _ = strings.Cut(rest, "=")
		if rest = strings.TrimLeft(rest, " \t"); strings.HasPrefix(rest, `"`) {
			n := quoted(rest)
			text = strings.ReplaceAll(strings.Trim(rest[:n], `"`), `\`, "")
			_, rest, _ = strings.Cut(rest[n:], ";")
		} else {
			text, rest, _ = strings.Cut(rest, ";")
			text = strings.TrimSpace(text)
		}
		key = strings.ToLower(strings.Trim(key, "; \t"))
		if _, taken := k.params[key]; !taken {
			k.params[key] = text
		}
	}
	return k
}
