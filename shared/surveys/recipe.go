package surveys

import "strings"

// The words of a recipe.
var (
	hashes    = []string{"sha1", "sha256", "sha512"}
	encodings = []string{"hex", "base64"}
	writings  = []string{"text", "hex", "base64"}
	signables = []string{"{body}", "{timestamp}", "{id}", "{method}", "{url}"}
)

// Bounds of a recipe's texts, in bytes.
const (
	maxSigned = 200
	maxPrefix = 40
)

// signing are the keys that say nothing of a secret that is shown.
var signing = []string{"hmac", "header", "encoding", "signed", "timestamp", "id", "key"}

// readRecipe reads how a mapped source proves who it is.
func readRecipe(s spot) Recipe {
	_, shows := s.peek("secret")
	_, signs := s.peek("hmac")
	r := Recipe{}
	need := "" // of header
	if signs && !shows {
		r, need = Recipe{Encoding: "hex", Signed: "{body}", Key: "text"}, "name the header of the signature"
	}
	meant := s.object(
		field{"secret", "", func(s spot) { r.Secret = s.place() }},
		field{"hmac", "", func(s spot) { r.Hash = s.one(hashes) }},
		field{"header", need, func(s spot) { r.Header = s.header() }},
		field{"prefix", "", func(s spot) { r.Prefix = s.prefix() }},
		field{"encoding", "", func(s spot) { r.Encoding = s.one(encodings) }},
		field{"timestamp", "", func(s spot) { r.Timestamp = s.header() }},
		field{"id", "", func(s spot) { r.ID = s.header() }},
		field{"signed", "", func(s spot) { r.Signed = s.signed() }},
		field{"key", "", func(s spot) { r.Key = s.one(writings) }},
	)
	switch {
	case shows:
		s.refuse(signing, "is of no use where the secret is shown; keep secret, or what says how it signs")
		if at, ok := s.peek("prefix"); ok && (r.Secret == ShownBasic || r.Secret == ShownBearer || r.Secret == ShownURL) {
			at.wrong("is of no use there; it is for a header, such as {secret: Authorization, prefix: \"Token \"}")
		}
	case signs:
		s.bound(r)
	case len(meant) == 0 && what(s.node) == "keys and values":
		s.wrong("must have hmac and header, for a sender that signs, or secret, for one that shows it")
	}
	return r
}

// refuse notes each of the keys that is there.
func (s spot) refuse(keys []string, message string) {
	for _, key := range keys {
		if at, ok := s.peek(key); ok {
			at.wrong("%s", message)
		}
	}
}

// bound holds what is signed against the headers that are named: a placeholder
// wants its header, and a header that is not signed proves nothing.
func (s spot) bound(r Recipe) {
	for _, h := range []struct{ key, header string }{{"timestamp", r.Timestamp}, {"id", r.ID}} {
		at, named := s.peek(h.key)
		signed := strings.Contains(r.Signed, "{"+h.key+"}")
		switch {
		case signed && !named:
			s.wrongAt(first(s.node), join(s.path, h.key), "is missing; name the header that {%s} is in", h.key)
		case named && !signed:
			at.wrong("is not signed, so it proves nothing; put {%s} where it belongs in signed, or remove it", h.key)
		}
	}
}

// signed reads what is signed: text with placeholders, of which {body} is one.
func (s spot) signed() string {
	if what(s.node) == "keys and values" {
		s.wrong("must be text, is keys and values; put it in quotes: \"{timestamp}.{body}\"")
		return ""
	}
	v, ok := s.text()
	if !ok {
		return ""
	}
	rest := v
	for _, known := range signables {
		rest = strings.ReplaceAll(rest, known, "")
	}
	_, after, open := strings.Cut(rest, "{")
	switch word, _, closed := strings.Cut(after, "}"); {
	case strings.Count(v, "{body}") != 1:
		s.wrong("must have {body} once, or anybody could send another body with the signature; such as \"{timestamp}.{body}\"")
	case open && closed:
		s.wrong("{%s} is unknown; %s", word, hint("{"+word+"}", signables))
	case open:
		s.wrong("has a { that nothing closes; placeholders are %s", enumerated(signables))
	case len(v) > maxSigned || control(strings.ReplaceAll(v, "\n", "")):
		s.wrong("is no pattern; write at most %d bytes of plain text with placeholders", maxSigned)
	}
	return v
}

// prefix reads what stands before a signature.
func (s spot) prefix() string {
	v, ok := s.text()
	if ok && (len(v) > maxPrefix || control(v)) {
		s.wrong("is no prefix; write at most %d bytes of plain text, such as \"sha256=\"", maxPrefix)
	}
	return v
}

// place reads where a secret is shown.
func (s spot) place() string {
	if v, _ := s.written(); v == ShownBasic || v == ShownBearer || v == ShownURL {
		return v
	}
	return s.header()
}

// header reads the name of a header.
func (s spot) header() string {
	v, ok := s.text()
	if ok && !isHeader(v) {
		s.wrong("%q is no name of a header; write one such as X-Signature", v)
	}
	return v
}
