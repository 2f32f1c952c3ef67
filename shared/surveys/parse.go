package surveys

import (
	"bytes"
	"errors"
	"strings"
	"unicode/utf8"

	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/lexer"
	"github.com/goccy/go-yaml/parser"
	"github.com/goccy/go-yaml/token"
)

// What a surveys.yaml may be at most. The parser goes down one call for each
// level and keeps each node's path, so depth is bounded before it starts.
const (
	maxText   = 1 << 20 // bytes
	maxDepth  = 16      // brackets within brackets
	maxIndent = 100     // columns
)

// parse makes a tree of the text. It notes what keeps it from being one.
func parse(text []byte, problems *Problems) (root spot, ok bool) {
	note := func(line, column int, message string) (spot, bool) {
		*problems = append(*problems, Problem{Line: line, Column: column, Message: message})
		return spot{}, false
	}
	if len(text) > maxText {
		return note(1, 1, "the file is larger than 1 MiB; it holds surveys, nothing else")
	}
	text = bytes.TrimPrefix(text, []byte("\ufeff"))
	if line, column, bad := unreadable(text); bad != "" {
		return note(line, column, bad)
	}
	tokens := lexer.Tokenize(string(text))
	if t, bad := refused(tokens); bad != "" {
		line, column := position(t)
		return note(line, column, bad)
	}
	body, t, bad := tree(tokens)
	if bad != "" {
		line, column := position(t)
		return note(line, column, bad)
	}
	return spot{body, "", problems}, true
}

// unreadable finds the first byte that no text has.
func unreadable(text []byte) (line, column int, bad string) {
	line, column = 1, 1
	for len(text) > 0 {
		r, n := utf8.DecodeRune(text)
		switch {
		case r == utf8.RuneError && n == 1:
			return line, column, "this is not UTF-8; save the file as UTF-8"
		case r < ' ' && r != '\n' && r != '\r' && r != '\t' || r == 0x7f:
			return line, column, "a control character; remove it"
		}
		column++
		if r == '\n' {
			line, column = line+1, 1
		}
		text = text[n:]
	}
	return 0, 0, ""
}

// refused finds the first token that has no business in this file. Without
// anchors nothing can grow on expansion.
func refused(tokens token.Tokens) (*token.Token, string) {
	depth, begun := 0, false
	for _, t := range tokens {
		switch t.Type {
		case token.AnchorType, token.AliasType, token.MergeKeyType:
			return t, "anchors, aliases and merge keys are not used here; write the value out"
		case token.TagType:
			return t, "tags are not used here; leave out " + t.Value
		case token.DirectiveType:
			return t, "directives are not used here; remove the line"
		case token.MappingKeyType:
			return t, "a key begins with ?; write key: value"
		case token.DocumentHeaderType, token.DocumentEndType:
			if begun {
				return t, "the file holds more than one document; keep one, and remove this line"
			}
			continue
		case token.CommentType:
			continue
		case token.MappingStartType, token.SequenceStartType:
			depth++
		case token.MappingEndType, token.SequenceEndType:
			depth--
		}
		begun = true
		if depth > maxDepth || t.Position.Column > maxIndent && opens(t) {
			return t, "nested too deeply; nothing here is"
		}
	}
	return nil, ""
}

// opens reports whether a block may begin at the token: a - or the first
// thing on its line.
func opens(t *token.Token) bool {
	return t.Type == token.SequenceEntryType || t.Prev == nil || t.Prev.Position.Line < t.Position.Line
}

// tree hands the tokens to the parser. A parser is a large thing to trust
// with whatever is in a file: should it panic, that is a problem of the file
// as well.
func tree(tokens token.Tokens) (body ast.Node, at *token.Token, bad string) {
	defer func() {
		if recover() != nil {
			body, at, bad = nil, nil, "this is not YAML that can be read; look for an odd bracket, quote or indent"
		}
	}()
	file, err := parser.Parse(tokens, 0, parser.AllowDuplicateMapKey())
	if err != nil {
		at, bad = syntax(err)
		return nil, at, bad
	}
	for _, doc := range file.Docs {
		if doc.Body != nil {
			return doc.Body, nil, ""
		}
	}
	return nil, nil, "the file is empty; it needs brand, sources and programs"
}

// syntax takes position and message from the parser's error.
func syntax(err error) (*token.Token, string) {
	var e interface {
		GetToken() *token.Token
		GetMessage() string
	}
	if errors.As(err, &e) {
		return e.GetToken(), "this is not YAML: " + e.GetMessage()
	}
	message, _, _ := strings.Cut(err.Error(), "\n")
	return nil, "this is not YAML: " + message
}
