package sources

import (
	"fmt"
	"strings"

	"github.com/tidwall/gjson"
)

// templated reads a body that a team's own template made. Templates put values
// between quotation marks as they are, and a subject or a name may hold line
// breaks, quotation marks and backslashes; such a body is read as if its
// strings had been escaped. What is JSON is read as parsed reads it.
//
// A quotation mark ends a value where the template's own text can follow: a
// comma, the next name and a colon, or the brackets that are open. The
// template's own marks always do, so no value reaches beyond itself, or
// changes anything before it. What looks like a name and a value inside a
// value is read as one; where an object then has a name twice, or anything is
// no JSON, the body is not understood.
func templated(body []byte) (gjson.Result, error) {
	e, err := parsed(body)
	if err == nil {
		return e, nil
	}
	m := mender{body: body}
	if !m.mend() {
		return gjson.Result{}, err
	}
	if e, again := parsed(m.out); again == nil {
		return e, nil
	}
	return gjson.Result{}, err
}

// A mender escapes what stands in a body's strings.
type mender struct {
	body    []byte
	out     []byte
	open    []opened
	objects int           // opened so far
	names   map[slot]bool // that were there
	read    int           // bytes looked at
}

// slot is a name in an object.
type slot struct {
	object int
	name   string
}

// opened is a bracket.
type opened struct {
	bracket byte
	object  int
	value   bool // a name was read: a value is next
}

// mend writes body anew; false if it can't be understood.
func (m *mender) mend() bool {
	m.out, m.names = make([]byte, 0, len(m.body)+len(m.body)/8), map[slot]bool{}
	for i := 0; i < len(m.body); {
		c := m.at(i)
		if c == '"' {
			if i = m.string(i); i < 0 {
				return false
			}
			continue
		}
		if !m.bracket(c) {
			return false
		}
		m.out = append(m.out, c)
		i++
	}
	return len(m.open) == 0
}

// at is a byte of the body, 0 behind its end.
func (m *mender) at(i int) byte {
	m.read++
	if i < len(m.body) {
		return m.body[i]
	}
	return 0
}

// bracket keeps the books of what is open; false if what closes was not.
func (m *mender) bracket(c byte) bool {
	switch c {
	case '{', '[':
		if m.objects++; m.objects > maxOpened {
			return false
		}
		m.open = append(m.open, opened{bracket: c, object: m.objects})
	case '}', ']':
		if n := len(m.open); n == 0 || !pair(m.open[n-1].bracket, c) {
			return false
		}
		m.open = m.open[:len(m.open)-1]
	case ',':
		if n := len(m.open); n > 0 {
			m.open[n-1].value = false
		}
	}
	return true
}

// string writes the string that begins at i, and returns where it ends; -1 if
// it does not, or is a name that the object has.
func (m *mender) string(i int) int {
	if n := len(m.open); n > 0 && m.open[n-1].bracket == '{' && !m.open[n-1].value {
		m.open[n-1].value = true
		return m.name(i, m.open[n-1].object)
	}
	m.out = append(m.out, '"')
	for i = m.plain(i + 1); i < len(m.body); i = m.plain(i + 1) {
		switch c := m.at(i); {
		case c == '"' && m.ends(i+1):
			m.out = append(m.out, '"')
			return i + 1
		case c == '"':
			m.out = append(m.out, `\"`...)
		case c == '\\':
			i += m.backslash(i)
		default:
			m.out = fmt.Appendf(m.out, `\u%04x`, c)
		}
	}
	return -1
}

// plain writes what needs no repair from i on, and returns where it ends.
func (m *mender) plain(i int) int {
	from := min(i, len(m.body))
	for i = from; i < len(m.body) && m.body[i] != '"' && m.body[i] != '\\' && m.body[i] >= ' '; i++ {
	}
	m.read += i - from
	m.out = append(m.out, m.body[from:i]...)
	return i
}

// backslash writes the one at i, and returns how many bytes after it went with
// it. It is itself where it begins none of JSON's escapes, and where the mark
// behind it ends the value.
func (m *mender) backslash(i int) int {
	n := 0
	switch c := m.at(i + 1); {
	case c == 'u' && m.hex(i+2):
		n = 5
	case c == '"' && m.ends(i+2):
	case c != 0 && strings.IndexByte(`"\/bfnrt`, c) >= 0:
		n = 1
	}
	if n == 0 {
		m.out = append(m.out, '\\')
	}
	m.out = append(m.out, m.body[i:i+n+1]...)
	return n
}

// hex reports whether four hexadecimal digits stand at i.
func (m *mender) hex(i int) bool {
	for n := range 4 {
		if c := m.at(i + n); c == 0 || strings.IndexByte("0123456789abcdefABCDEF", c) < 0 {
			return false
		}
	}
	return true
}

// name writes the name at i, which is the template's and needs no repair.
func (m *mender) name(i, object int) int {
	end := m.mark(i + 1)
	if end < 0 {
		return -1
	}
	name := slot{object, string(m.body[i:end])}
	if m.names[name] {
		return -1
	}
	m.names[name] = true
	m.out = append(m.out, m.body[i:end+1]...)
	return end + 1
}
