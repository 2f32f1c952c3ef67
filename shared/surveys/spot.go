package surveys

import (
	"fmt"
	"slices"
	"strings"

	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/token"
)

// A spot is one value of the file and where it stands. What is wrong with it
// goes on the list that all spots of a file share.
type spot struct {
	node     ast.Node
	path     string
	problems *Problems
}

// wrong notes a problem with the value.
func (s spot) wrong(format string, args ...any) {
	s.wrongAt(first(s.node), s.path, format, args...)
}

func (s spot) wrongAt(t *token.Token, path, format string, args ...any) {
	line, column := position(t)
	for i, a := range args {
		if text, ok := a.(string); ok {
			args[i] = short(text, maxShown)
		}
	}
	*s.problems = append(*s.problems, Problem{line, column, path, fmt.Sprintf(format, args...)})
}

// A field is one key of an object. Fields are read in the order of their
// table, not of the file, so that a later one may rely on an earlier.
type field struct {
	key  string
	need string // what to write where it is missing; "" if it may be left out
	read func(spot)
}

// object reads a mapping: it notes unknown, doubled and missing keys, and
// reads the others. It returns the keys that were meant by unknown ones.
func (s spot) object(fields ...field) (meant []string) {
	m, ok := s.node.(*ast.MappingNode)
	if !ok {
		s.wrong("must be keys and values (%s), is %s%s", strings.Join(keys(fields), ", "), what(s.node), s.unspaced())
		return nil
	}
	found, meant := s.entries(m, keys(fields))
	for _, f := range fields {
		at, ok := found[f.key]
		switch {
		case ok:
			f.read(at)
		case f.need != "" && !slices.Contains(meant, f.key):
			s.wrongAt(first(s.node), join(s.path, f.key), "is missing; %s", f.need)
		}
	}
	return meant
}

// peek finds the value of a key, for what depends on another key.
func (s spot) peek(key string) (spot, bool) {
	if m, ok := s.node.(*ast.MappingNode); ok {
		for _, v := range m.Values {
			if v.Key.GetToken().Value == key {
				return spot{v.Value, join(s.path, key), s.problems}, true
			}
		}
	}
	return spot{}, false
}

// entries finds the values of the known keys, and the known keys that were
// meant by unknown ones.
func (s spot) entries(m *ast.MappingNode, known []string) (found map[string]spot, meant []string) {
	found = make(map[string]spot, len(m.Values))
	for _, v := range m.Values {
		t := v.Key.GetToken()
		path := join(s.path, label(t.Value))
		switch old, double := found[t.Value]; {
		case !slices.Contains(known, t.Value):
			s.wrongAt(t, path, "unknown key; %s", hint(t.Value, known))
			meant = append(meant, near(t.Value, known))
		case double:
			line, _ := position(first(old.node))
			s.wrongAt(t, path, "is given twice, first at line %d; keep one", line)
		default:
			found[t.Value] = spot{v.Value, path, s.problems}
		}
	}
	return found, meant
}

// items returns the values of a list.
func (s spot) items() []spot {
	list, ok := s.node.(*ast.SequenceNode)
	if !ok {
		s.wrong("must be a list, is %s%s", what(s.node), s.listed())
		return nil
	}
	spots := make([]spot, len(list.Values))
	for i, v := range list.Values {
		spots[i] = spot{v, fmt.Sprintf("%s[%d]", s.path, i), s.problems}
	}
	return spots
}

// listed shows how a lone text would look as a list.
func (s spot) listed() string {
	if n, ok := s.node.(*ast.StringNode); ok && len(n.Value) <= 40 {
		return fmt.Sprintf("; write [%s]", n.Value)
	}
	return ""
}

// unspaced explains a lone text that was meant to be key: value.
func (s spot) unspaced() string {
	if n, ok := s.node.(*ast.StringNode); ok && strings.Contains(n.Value, ":") {
		return "; put a space after the colon"
	}
	return ""
}

// text returns the value as text. Numbers and the like are refused, because
// what YAML makes of 1.10 or 0x10 is not what was written.
func (s spot) text() (string, bool) {
	switch n := s.node.(type) {
	case *ast.StringNode:
		return n.Value, true
	case *ast.LiteralNode:
		return strings.TrimSpace(n.Value.Value), true
	case *ast.IntegerNode, *ast.FloatNode, *ast.BoolNode:
		s.wrong("must be text, is %s; put it in quotes: %q", what(n), n.GetToken().Value)
	default:
		s.wrong("must be text, is %s", what(n))
	}
	return "", false
}

// written returns a number or a text as it stands in the file.
func (s spot) written() (string, bool) {
	switch n := s.node.(type) {
	case *ast.IntegerNode, *ast.FloatNode, *ast.InfinityNode, *ast.NanNode:
		return n.GetToken().Value, true
	case *ast.StringNode:
		return strings.TrimSpace(n.Value), true
	}
	return "", false
}
