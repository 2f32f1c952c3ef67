package surveys

import (
	"bytes"
	"unicode/utf8"

	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/lexer"
	"github.com/goccy/go-yaml/parser"
	"github.com/goccy/go-yaml/token"
)

// What a surveys.yaml may be at most. The parser goes down one call for each
// level and copies a block's keys once for each of them, so depth and length
// are bounded before it starts.
const (
	maxText   = 1 << 20 // bytes
	maxTokens = 10_000  // words and signs; comments are free
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
		return note(1, 1, "the file is larger than 1 MiB; keep only surveys in it")
	}
	text = bytes.TrimPrefix(text, []byte("\ufeff"))
	if line, column, bad := unreadable(text); bad != "" {
		return note(line, column, bad)
	}
	body, at, bad := tree(string(text))
	if bad != "" {
		line, column := position(at)
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

// tree hands the text to the YAML parser, and says at which token it is none.
// A parser is a large thing to trust with whatever is in a file: should it
// panic, that is a problem of the file as well.
func tree(text string) (body ast.Node, at *token.Token, bad string) {
	defer func() {
		if recover() != nil {
			body, at, bad = nil, nil, "this is not YAML that can be read; look for an odd bracket, quote or indent"
		}
	}()
	tokens := lexer.Tokenize(text)
	if at, bad = refused(tokens); bad != "" {
		return nil, at, bad
	}
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

// refused finds the first token that has no business in this file. Without
// anchors nothing can grow on expansion.
func refused(tokens token.Tokens) (*token.Token, string) {
	var words, depth int
	var headed, ended bool
	for _, t := range tokens {
		switch t.Type {
		case token.CommentType:
			continue
		case token.DocumentHeaderType:
			if headed || words > 0 {
				return t, "a second document begins here; keep one, and remove this line"
			}
			headed = true
			continue
		case token.DocumentEndType:
			ended = true
			continue
		case token.MappingStartType, token.SequenceStartType:
			depth++
		case token.MappingEndType, token.SequenceEndType:
			depth--
		default:
			if bad := foreign(t); bad != "" {
				return t, bad
			}
		}
		words++
		switch {
		case ended:
			return t, "the file goes on after its end; remove the ... or what follows it"
		case words > maxTokens:
			return t, "the file goes on for too long; a tenth of this is much for surveys"
		case depth > maxDepth || deep(t):
			return t, "too deep; surveys need no such nesting"
		}
	}
	return nil, ""
}

// foreign says what to write instead of YAML that has no use in this file.
func foreign(t *token.Token) string {
	switch t.Type {
	case token.AnchorType, token.AliasType, token.MergeKeyType:
		return "anchors, aliases and merge keys are not used here; write the value out, or put it in quotes"
	case token.TagType:
		return "tags are not used here; leave it out, or put the text in quotes"
	case token.DirectiveType:
		return "directives are not used here; remove the line, or put the text in quotes"
	case token.MappingKeyType:
		return "this key begins with a ?; write key: value"
	}
	return ""
}

// deep reports whether a block may begin too far to the right: at a - or the
// first thing on its line.
func deep(t *token.Token) bool {
	line, column := position(t)
	if column <= maxIndent {
		return false
	}
	before := 0
	if t.Prev != nil {
		before, _ = position(t.Prev)
	}
	return t.Type == token.SequenceEntryType || before < line
}
