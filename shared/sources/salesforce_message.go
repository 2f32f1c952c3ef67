package sources

import (
	"bytes"
	"strconv"
	"strings"
	"unicode/utf8"
)

// maxSaid is how long a value of many pieces grows, in bytes: far longer than
// any that is read to its end.
const maxSaid = 4096

// notifications are the records of an outbound message.
func notifications(body []byte) ([]record, error) {
	s, ok := soapOf(body)
	ok = ok && legible(body)
	var all []record
	var fields []string // of the record: name and value, in turns
	within := 0         // how deep the record is that is open
	for ok {
		var p part
		var v string
		p, v, ok = s.next()
		switch depth := len(s.open); {
		case !ok:
		case p == over && len(all) == 0:
			return nil, notUnderstood("the message has no notification")
		case p == over:
			return all, nil
		case within == 0 && p == begins && v == "sObject":
			within, fields = depth, make([]string, 0, 32)
			all = append(all, record{typ: text(s.typ)})
		case within == 0:
		case p == ends && depth < within:
			all[len(all)-1].get, within = pairs(fields), 0
		case p == begins && depth == within+1:
			fields = append(fields, v, "")
		case p == says && depth == within+1 && len(fields[len(fields)-1]) < maxSaid:
			fields[len(fields)-1] += v
		}
	}
	return nil, notUnderstood("the body is not the XML of an outbound message")
}

// pairs finds a value behind its name. An empty one is not there: a message has
// what it has no value for as nil.
func pairs(all []string) func(string) (text, bool) {
	return func(name string) (text, bool) {
		for i := 0; i < len(all); i += 2 {
			if all[i] == name {
				v := text(all[i+1])
				return v, v.plain() != ""
			}
		}
		return "", false
	}
}

// organization is whose outbound message a body is, "" if it does not say.
func organization(body []byte) string {
	head, _, _ := bytes.Cut(body, []byte("Notification>")) // the long rest does not say
	s, ok := soapOf(head)
	for ok {
		var p part
		var v string
		p, v, ok = s.next()
		switch {
		case p == over, p == begins && v == "Notification":
			return ""
		case p == begins && v == "OrganizationId":
			p, v, ok = s.next()
			if ok && p == says {
				return strings.Trim(v, " \t\r\n")
			}
		}
	}
	return ""
}

// entities are those that need no declaration.
var entities = map[string]string{"lt": "<", "gt": ">", "amp": "&", "apos": "'", "quot": `"`}

// unescaped is a text with its entities undone.
func unescaped(s string) (string, bool) {
	if strings.IndexByte(s, '&') < 0 {
		return s, true
	}
	var b strings.Builder
	for {
		before, after, more := strings.Cut(s, "&")
		b.WriteString(before)
		if !more {
			return b.String(), true
		}
		name, rest, ok := strings.Cut(after, ";")
		if !ok {
			return "", false
		}
		v, known := entities[name]
		if !known {
			if v = numbered(name); v == "" {
				return "", false
			}
		}
		b.WriteString(v)
		s = rest
	}
}

// numbered is the character of an entity such as #10 or #xA; "" if it is none.
func numbered(name string) string {
	digits, ok := strings.CutPrefix(name, "#")
	base := 10
	if hex, is := strings.CutPrefix(digits, "x"); is {
		digits, base = hex, 16
	}
	n, err := strconv.ParseUint(digits, base, 21)
	if !ok || err != nil || !printed(rune(n)) {
		return ""
	}
	return string(rune(n))
}

// printed reports whether a character may stand in XML.
func printed(c rune) bool {
	return c == '\t' || c == '\n' || c == '\r' || c >= ' ' && c != 0xFFFE && c != 0xFFFF && utf8.ValidRune(c)
}
