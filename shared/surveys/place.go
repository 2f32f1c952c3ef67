package surveys

import (
	"strconv"

	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/token"
)

// maxShown is how much of a value a message repeats, in characters.
const maxShown = 250

// join adds a key to a path.
func join(path, key string) string {
	if path == "" {
		return key
	}
	return path + "." + key
}

// label writes a key that nobody foresaw so that it fits a path.
func label(key string) string {
	key = short(key, 40)
	if made(key, lower+digits+"-_ABCDEFGHIJKLMNOPQRSTUVWXYZ") {
		return key
	}
	return strconv.Quote(key)
}

// short cuts text to n characters.
func short(text string, n int) string {
	for i := range text {
		if n--; n < 0 {
			return text[:i] + "..."
		}
	}
	return text
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
