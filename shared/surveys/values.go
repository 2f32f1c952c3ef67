package surveys

import (
	"slices"
	"strings"
	"time"
	_ "time/tzdata" // for machines without a time zone database
	"unicode"
	"unicode/utf8"

	"github.com/goccy/go-yaml/ast"
)

// name reads what a program or a source is called: it becomes part of
// addresses and keys.
func (s spot) name() string {
	v, ok := s.text()
	if ok && !isName(v) {
		s.wrong("%q is not a name; use 1 to 32 of a-z, 0-9 and -, not - first", v)
	}
	return v
}

// line reads text that people see, of at most most characters.
func (s spot) line(most int) string {
	v, ok := s.text()
	if !ok {
		return ""
	}
	v = strings.TrimSpace(v)
	switch n := utf8.RuneCountInString(v); {
	case n == 0:
		s.wrong("is empty; write something or leave the key out")
	case n > most:
		s.wrong("has %d characters; use at most %d", n, most)
	}
	for _, r := range v {
		switch {
		case r == '\n' || r == '\r' || r == '\u2028' || r == '\u2029':
			s.wrong("has a line break; write it on one line")
			return v
		case unicode.IsControl(r):
			s.wrong("has the control character %U; remove it", r)
			return v
		case unicode.Is(unicode.Bidi_Control, r):
			s.wrong("has %U, which turns the direction of writing; remove it", r)
			return v
		}
	}
	return v
}

// yes reads true or false.
func (s spot) yes() bool {
	n, ok := s.node.(*ast.BoolNode)
	if !ok {
		s.wrong("must be true or false, is %s", what(s.node))
		return false
	}
	return n.Value
}

// one reads a word out of a list.
func (s spot) one(known []string) string {
	v, ok := s.text()
	if ok && !slices.Contains(known, v) {
		s.wrong("%q is unknown; %s", v, hint(v, known))
	}
	return v
}

// list reads the values of a list, each with read, and notes doubles.
func (s spot) list(read func(spot) string) []string {
	items := s.items()
	if items == nil {
		return nil
	}
	values := make([]string, 0, len(items))
	for _, item := range items {
		v := read(item)
		if v != "" && slices.Contains(values, v) {
			item.wrong("%q is in the list twice; keep one", v)
		}
		values = append(values, v)
	}
	return values
}

func (s spot) kind() string {
	v, ok := s.text()
	if ok && !isKind(v) {
		s.wrong("%q is no kind of touchpoint; write lower-case words joined by dots, such as ticket.solved", v)
	}
	return v
}

func (s spot) domain() string {
	v, ok := s.text()
	v = strings.ToLower(v)
	switch {
	case !ok || isDomain(v):
	case strings.Contains(v, "@"):
		s.wrong("%q is an address; write the part after the @", v)
	case strings.HasPrefix(v, "*."):
		s.wrong("%q: subdomains are included; write %s", v, v[2:])
	default:
		s.wrong("%q is no domain; write one such as example.com", v)
	}
	return v
}

func (s spot) color() string {
	if _, empty := s.node.(*ast.NullNode); empty {
		s.wrong("is empty; a bare # begins a comment, so put the colour in quotes: \"#2457d6\"")
		return ""
	}
	v, ok := s.text()
	if ok && !isColor(v) {
		s.wrong("%q is no colour; write it as \"#rrggbb\", such as \"#2457d6\"", v)
	}
	return strings.ToLower(v)
}

// zone reads a time zone. Those of the database begin with a capital;
// anything else is a file of one machine.
func (s spot) zone() *time.Location {
	v, ok := s.text()
	if !ok {
		return time.UTC
	}
	zone, err := time.LoadLocation(v)
	if err != nil || v == "" || v == "Local" || v[0] < 'A' || v[0] > 'Z' {
		s.wrong("%q is no time zone; write one such as Europe/Berlin, America/New_York or UTC", v)
		return time.UTC
	}
	return zone
}
