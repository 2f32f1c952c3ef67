package sources

import (
	"bytes"
	"slices"
	"strings"
	"unicode/utf8"
)

// maxNested bounds how deep elements lie in each other.
const maxNested = 32

// A soap reads the XML of an outbound message: elements, text, the five named
// entities and numbered ones, comments and CDATA. A document type is refused,
// and with it every entity of its own. Whatever it reads, encoding/xml reads
// the same, and takes several times as long.
type soap struct {
	rest string
	open []string // names of the elements that are open, as written
	typ  string   // of the element that begins: xsi:type without its prefix
	ends bool     // the element that begins ends at once
}

// A part is what stands next in a document.
type part byte

const (
	begins part = iota
	ends
	says
	over
)

// next is what comes next: an element's local name where it begins or ends,
// the text where something is said.
func (s *soap) next() (part, string, bool) {
	if s.ends {
		s.ends = false
		return ends, s.close(), true
	}
	for s.rest != "" {
		if s.rest[0] != '<' {
			v, ok := s.text()
			return says, v, ok
		}
		switch {
		case strings.HasPrefix(s.rest, "<!--"):
			comment, rest, ok := strings.Cut(s.rest[4:], "-->")
			if !ok || strings.Contains(comment, "--") || strings.HasSuffix(comment, "-") {
				return over, "", false
			}
			s.rest = rest
		case strings.HasPrefix(s.rest, "<![CDATA["):
			v, rest, ok := strings.Cut(s.rest[9:], "]]>")
			s.rest = rest
			return says, v, ok && len(s.open) > 0
		case strings.HasPrefix(s.rest, "</"):
			return s.end()
		default:
			return s.begin()
		}
	}
	return over, "", len(s.open) == 0
}

// text is what stands before the next element.
func (s *soap) text() (string, bool) {
	n := strings.IndexByte(s.rest, '<')
	if n < 0 {
		n = len(s.rest)
	}
	v := s.rest[:n]
	s.rest = s.rest[n:]
	if len(s.open) == 0 {
		return "", strings.Trim(v, " \t\r\n") == ""
	}
	if strings.Contains(v, "]]>") {
		return "", false
	}
	return unescaped(v)
}

func (s *soap) end() (part, string, bool) {
	name, rest, ok := strings.Cut(s.rest[2:], ">")
	s.rest = rest
	if !ok || len(s.open) == 0 || strings.TrimRight(name, " \t\r\n") != s.open[len(s.open)-1] {
		return over, "", false
	}
	return ends, s.close(), true
}

// close is the local name of the innermost element, which is left.
func (s *soap) close() string {
	last := len(s.open) - 1
	name := s.open[last]
	s.open = s.open[:last]
	return local(name)
}

func (s *soap) begin() (part, string, bool) {
	name, rest := tagName(s.rest[1:])
	if name == "" || len(s.open) == maxNested {
		return over, "", false
	}
	s.open, s.rest, s.typ = append(s.open, name), rest, ""
	for {
		spaced := strings.TrimLeft(s.rest, " \t\r\n")
		switch {
		case strings.HasPrefix(spaced, ">"):
			s.rest = spaced[1:]
			return begins, local(name), true
		case strings.HasPrefix(spaced, "/>"):
			s.rest, s.ends = spaced[2:], true
			return begins, local(name), true
		case len(spaced) == len(s.rest): // nothing between
			return over, "", false
		}
		if s.rest = spaced; !s.attribute() {
			return over, "", false
		}
	}
}

// attribute reads one, and keeps what it says of the type.
func (s *soap) attribute() bool {
	name, rest := tagName(s.rest)
	rest, ok := strings.CutPrefix(rest, "=")
	if name == "" || !ok || rest == "" || rest[0] != '"' && rest[0] != '\'' {
		return false
	}
	value, rest, ok := strings.Cut(rest[1:], rest[:1])
	if !ok || strings.ContainsRune(value, '<') {
		return false
	}
	value, ok = unescaped(value)
	if s.rest = rest; ok && local(name) == "type" {
		s.typ = local(value)
	}
	return ok
}

// tagName is the name that a text begins with: ASCII, with at most one colon in
// it.
func tagName(s string) (name, rest string) {
	n := 0
	for n < len(s) {
		c := s[n]
		letter := 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || c == '_'
		if !letter && (n == 0 || s[n-1] == ':' || c != ':' && c != '-' && c != '.' && (c < '0' || c > '9')) {
			break
		}
		n++
	}
	if name = s[:n]; strings.Count(name, ":") > 1 || strings.HasSuffix(name, ":") {
		return "", ""
	}
	return name, s[n:]
}

// local is a name without its prefix.
func local(name string) string { return name[strings.IndexByte(name, ':')+1:] }

// soapOf begins to read a document; false if it declares itself to be
// anything but XML 1.0 in UTF-8.
func soapOf(body []byte) (*soap, bool) {
	text := strings.TrimPrefix(string(body), byteOrder)
	if after, is := strings.CutPrefix(text, "<?xml "); is {
		declared, rest, ok := strings.Cut(after, "?>")
		for _, part := range strings.Fields(strings.ReplaceAll(strings.ToLower(declared), "'", `"`)) {
			ok = ok && slices.Contains(declarations, part)
		}
		if !ok {
			return nil, false
		}
		text = rest
	}
	return &soap{rest: strings.TrimLeft(text, " \t\r\n"), open: make([]string, 0, 8)}, true
}

// byteOrder is the mark that some writers of UTF-8 begin with.
const byteOrder = "\ufeff"

// declarations are what may stand at the beginning of a document.
var declarations = []string{`version="1.0"`, `encoding="utf-8"`, `standalone="yes"`, `standalone="no"`}

// legible reports whether a document has nothing but characters of XML.
func legible(body []byte) bool {
	for _, c := range body {
		if c < ' ' && !printed(rune(c)) {
			return false
		}
	}
	return utf8.Valid(body) && !bytes.Contains(body, []byte("\uFFFE")) && !bytes.Contains(body, []byte("\uFFFF"))
}
