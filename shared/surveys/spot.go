package surveys

import (
	"fmt"
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
// reads the others.
func (s spot) object(fields ...field) {
	m, ok := s.node.(*ast.MappingNode)
	if !ok {
		s.wrong("must be keys and their values (%s), is %s", keyList(fields), what(s.node))
		return
	}
	found := s.entries(m, fields)
	for _, f := range fields {
		at, ok := found[f.key]
		switch {
		case ok:
			f.read(at)
		case f.need != "":
			s.wrongAt(first(s.node), join(s.path, f.key), "is missing; %s", f.need)
		}
	}
}

// entries finds the values of the known keys.
func (s spot) entries(m *ast.MappingNode, fields []field) map[string]spot {
	found := make(map[string]spot, len(m.Values))
	for _, v := range m.Values {
		t := v.Key.GetToken()
		path := join(s.path, t.Value)
		known := false
		for _, f := range fields {
			known = known || f.key == t.Value
		}
		switch old, double := found[t.Value]; {
		case !known:
			s.wrongAt(t, path, "unknown key; %s", hint(t.Value, keys(fields)))
		case double:
			line, _ := position(first(old.node))
			s.wrongAt(t, path, "is given twice, first at line %d; keep one", line)
		default:
			found[t.Value] = spot{v.Value, path, s.problems}
		}
	}
	return found
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
	case *ast.IntegerNode, *ast.FloatNode:
		return n.GetToken().Value, true
	case *ast.StringNode:
		return strings.TrimSpace(n.Value), true
	}
	return "", false
}

func join(path, key string) string {
	if path == "" {
		return key
	}
	return path + "." + key
}

// first is the token at which a value begins. A mapping's own token is its
// first colon.
func first(n ast.Node) *token.Token {
	if m, ok := n.(*ast.MappingNode); ok && !m.IsFlowStyle && len(m.Values) > 0 {
		return m.Values[0].Key.GetToken()
	}
	return n.GetToken()
}

// position is where a token stands, the beginning of the file if that is not
// known.
func position(t *token.Token) (line, column int) {
	if t == nil || t.Position == nil {
		return 1, 1
	}
	return max(t.Position.Line, 1), max(t.Position.Column, 1)
}

// what names the sort of thing a value is.
func what(n ast.Node) string {
	switch n.(type) {
	case *ast.MappingNode:
		return "keys and values"
	case *ast.SequenceNode:
		return "a list"
	case *ast.IntegerNode, *ast.FloatNode, *ast.InfinityNode, *ast.NanNode:
		return "a number"
	case *ast.BoolNode:
		return "true or false"
	case *ast.NullNode:
		return "empty"
	}
	return "text"
}
