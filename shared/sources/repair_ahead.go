package sources

import (
	"bytes"
	"strings"
)

// ends reports whether the template's own text can stand at i, behind a value.
func (m *mender) ends(i int) bool {
	i = m.skip(i)
	n := len(m.open)
	for ; n > 0 && pair(m.open[n-1].bracket, m.at(i)); n-- {
		i = m.skip(i + 1)
	}
	switch {
	case n == 0:
		return i == len(m.body)
	case m.at(i) != ',':
		return false
	case m.open[n-1].bracket == '[':
		return m.begins(i + 1)
	}
	return m.follows(i + 1)
}

// follows reports whether a name and a colon stand at i. Whatever comes then:
// a template whose next value is missing is no JSON, and stays so.
func (m *mender) follows(i int) bool {
	if i = m.skip(i); m.at(i) != '"' {
		return false
	}
	end := m.mark(i + 1)
	return end >= 0 && m.at(m.skip(end+1)) == ':'
}

// mark is where the next quotation mark from i on is, -1 if there is none.
func (m *mender) mark(i int) int {
	n := bytes.IndexByte(m.body[min(i, len(m.body)):], '"')
	if n < 0 {
		m.read += len(m.body) - i
		return -1
	}
	m.read += n
	return i + n
}

// begins reports whether a value of a list can begin at i.
func (m *mender) begins(i int) bool {
	c := m.at(m.skip(i))
	return c != 0 && strings.IndexByte(`"{[-0123456789tfn`, c) >= 0
}

// skip is where the white space at i ends.
func (m *mender) skip(i int) int {
	for i < len(m.body) && strings.IndexByte(" \t\r\n", m.at(i)) >= 0 {
		i++
	}
	return i
}

// pair reports whether the second bracket closes the first.
func pair(open, closed byte) bool {
	return open == '{' && closed == '}' || open == '[' && closed == ']'
}
