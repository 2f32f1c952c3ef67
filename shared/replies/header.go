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

// maxAddresses bounds the addresses of one mail.
const maxAddresses = 200

// addresses lists the addresses in all fields of these names, in lower case.
// What a mail program wrote around an address doesn't matter.
func (h header) addresses(names ...string) (list []string) {
	for _, value := range h.all(names...) {
		for value != "" && len(list) < maxAddresses {
			var one string
			if one, value = cutAddress(value); one != "" {
				list = append(list, strings.ToLower(one))
			}
		}
	}
	return list
}

// maxAddress is the longest address, in bytes; RFC 5321 allows 254.
const maxAddress = 400

// cutAddress takes the first of a list of mailboxes from its value: what stands
// in angle brackets or, where there are none, the word with an @.
func cutAddress(value string) (address, rest string) {
	var bare strings.Builder
	inner, depth := "", 0
	for i := 0; i < len(value); i++ {
		switch c := value[i]; {
		case c == '"' && depth == 0:
			i += quoted(value[i:]) - 1
		case c == '(':
			depth++
		case c == ')' && depth > 0:
			depth--
		case depth > 0:
		case c == '<':
			if end := strings.IndexByte(value[i:min(len(value), i+maxAddress)], '>'); end > 0 {
				inner = value[i+1 : i+end]
				i += end
			}
		case c == ',' || c == ';':
			return pick(inner, bare.String()), value[i+1:]
		case c == ':':
			bare.Reset() // the name of a group
		default:
			bare.WriteByte(c)
		}
	}
	return pick(inner, bare.String()), ""
}

// quoted is the length of the quoted string that s begins with.
func quoted(s string) int {
	for i := 1; i < len(s); i++ {
		switch s[i] {
		case '\\':
			i++
		case '"':
			return i + 1
		}
	}
	return len(s)
}

func pick(inner, bare string) string {
	if inner = strings.TrimSpace(inner); strings.Contains(inner, "@") {
		return inner
	}
	for _, word := range strings.Fields(bare) {
		if strings.Contains(word, "@") {
			return word
		}
	}
	return ""
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
