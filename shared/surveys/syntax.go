package surveys

import (
	"errors"
	"strings"

	"github.com/goccy/go-yaml/token"
)

// advice puts what the parser says into words that tell how to mend it. The
// first entry whose beginning fits counts.
var advice = []struct{ says, mend string }{
	{"mapping value is not allowed", "a second colon in one value; check the indent of the next line, or put text that holds a colon in quotes"},
	{"non-map value is specified", "this line should be key: value; check the space after the colon, and the indent"},
	{"unexpected key name", "this line should be key: value; check the space after the colon"},
	{"value is not allowed in this context. map", "text goes on after the closing quote; write '' for a quote within '...', and \\\" within \"...\""},
	{"value is not allowed", "this line belongs to none of those above; check its indent"},
	{"block sequence entries", "the list begins on the line of its key; begin it on the next, or write [a, b]"},
	{"could not find '[' character", "a ] without a ["},
	{"could not find '{' character", "a } without a {"},
	{"sequence end token", "this [ is never closed; add a ]"},
	{"',' or ']'", "a list in brackets goes on here without a comma, or its ] is missing"},
	{"could not find flow mapping end", "this { is never closed; add a }"},
	{"',' or '}'", "keys in braces go on here without a comma, or their } is missing"},
	{"could not find flow map content", "keys in braces are never closed; add a }"},
	{"could not find map value", "keys in braces are never closed; add a }"},
	{"could not find end character of double", "this \" is never closed; add another"},
	{"could not find end character of single", "this ' is never closed; add another"},
	{"found unknown escape", "no such escape in double quotes; write \\\\ for a backslash, or use single quotes"},
	{"invalid header option", "text after | or > begins on the next line"},
	{"found character '\t'", "a tab; indent with spaces"},
	{"found a tab", "a tab; indent with spaces"},
	{"tab character", "a tab; indent with spaces"},
	{"'@' is", "text that begins with @ needs quotes"},
	{"'`' is", "text that begins with ` needs quotes"},
}

// syntax takes place and message from the parser's error.
func syntax(err error) (at *token.Token, bad string) {
	message := err.Error()
	var e interface {
		GetToken() *token.Token
		GetMessage() string
	}
	if errors.As(err, &e) {
		at, message = e.GetToken(), e.GetMessage()
	}
	for _, a := range advice {
		if strings.HasPrefix(message, a.says) {
			return at, a.mend
		}
	}
	message, _, _ = strings.Cut(message, "\n")
	return at, "this is not YAML: " + short(message, maxShown)
}
