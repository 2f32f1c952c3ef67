package sources

import (
	"errors"
	"strings"
	"testing"

	"github.com/tidwall/gjson"
)

func TestTemplated(t *testing.T) {
	for _, c := range []struct{ name, body, path, want string }{
		{"quotes", `{"name": "Bob "Buzz" Lee", "id": "7"}`, "name", `Bob "Buzz" Lee`},
		{"what follows them", `{"name": "Bob "Buzz" Lee", "id": "7"}`, "id", "7"},
		{"a quote at the beginning", `{"name": ""Buzz" Lee"}`, "name", `"Buzz" Lee`},
		{"a quote at the end", `{"name": "Lee "Buzz"", "id": 7}`, "name", `Lee "Buzz"`},
		{"a quote at the end of all", `{"a":{"name": "Lee "Buzz""}}`, "a.name", `Lee "Buzz"`},
		{"nothing but quotes", `{"name": """""}`, "name", `"""`},
		{"a comma behind a quote", `{"name": "Bob "Buzz", Lee", "id": "7"}`, "name", `Bob "Buzz", Lee`},
		{"commas and quotes", `{"name": "the "red", "blue" and "green" ones"}`, "name", `the "red", "blue" and "green" ones`},
		{"a bracket behind a quote", `{"name": "set {"a"} to {"b"}", "id":true}`, "name", `set {"a"} to {"b"}`},
		{"a colon behind a quote", `{"name": "he said "no": never"}`, "name", `he said "no": never`},
		{"a semicolon behind a quote", `{"name": "say "hi"; "yes": no", "id": "7"}`, "name", `say "hi"; "yes": no`},
		{"line breaks", "{\"name\": \"one\r\ntwo\tthree\x01\", \"id\": 1}", "name", "one\r\ntwo\tthree\x01"},
		{"a path", `{"name": "C:\Users\x and \\share", "id": 1}`, "name", `C:\Users\x and \share`},
		{"a backslash at the end", `{"name": "C:\", "id": "7"}`, "id", "7"},
		{"a backslash at the end of all", `{"name": "C:\"}`, "name", `C:\`},
		{"escapes beside what is not", `{"name": "\"a\", \u00e9 "b"", "id": "7"}`, "name", `"a", é "b"`},
		{"escaped JSON beside a line break", "{\"name\": \"{\\\"a\\\": \\\"b\\\"},\n\", \"id\": \"7\"}", "name", "{\"a\": \"b\"},\n"},
		{"half an escape", `{"name": "\u00g1 \ud8"}`, "name", `\u00g1 \ud8`},
		{"quotes in a list", `{"tags": ["5" pipe", "b"]}`, "tags.0", `5" pipe`},
		{"text before the end", "{\"name\": \"\n\"}\n", "name", "\n"},
		{"names of two objects", `{"a": {"id": "1"}, "b": {"id": "2", "n": "x " y"}}`, "b.n", `x " y`},
		{"not a word in English", "{\"name\": \"Zoë \"Ζ\" 李\xff\"}", "name", "Zoë \"Ζ\" 李\xff"},
	} {
		e, err := templated([]byte(c.body))
		if got := e.Get(c.path).String(); err != nil || got != c.want {
			t.Errorf("%s: got %q, want %q (%v)", c.name, got, c.want, err)
		}
	}
}

func TestTemplatedLeavesAlone(t *testing.T) {
	for name, body := range map[string]string{
		"nothing":                      ``,
		"no quotes at all":             `{id: 7}`,
		"single quotes":                `{'name': 'x'}`,
		"no end":                       `{"name": "x`,
		"no end of the object":         `{"name": "Bob "Buzz" Lee"`,
		"more ends than beginnings":    `{"name": "Bob "Buzz" Lee"}}`,
		"another bracket's end":        `{"a": ["x " y"}]`,
		"a byte order mark":            "\xef\xbb\xbf{\"name\": \"\n\"}",
		"a line break between strings": "{\"name\": \"\n\" \x01}",
		"a name with a line break":     "{\"na\nme\": \"x\"}",
		"a name twice":                 `{"id": "1", "name": "Bob "Buzz" Lee", "id": "2"}`,
		"a name twice, inside":         `{"a": {"id": "1", "name": "Bob "B"", "id": "2"}}`,
		"a value that is missing":      `{"name": "x "y" z", "id": , "b": "c"}`,
		"a missing value, and nothing": `{"name": "x", "id": , "b": "y"}`,
		"a word for a value":           `{"name": "the "red", "blue": maybe"}`,
		"a comma before the end":       `{"name": "x "y"", }`,
	} {
		e, err := templated([]byte(body))
		if !errors.Is(err, ErrNotUnderstood) || e.Exists() {
			t.Errorf("%s: got %s, %v", name, e.Raw, err)
		}
	}
}

// values of people who mean no harm, and of one who does.
var hostile = []string{
	`x", "vip": "1`, `x"}, "id": "9`, `x", "id": "9" y`, `x"}}`, `x"}, {"id": "9"`, `", "`, `": "`, `"}"}"}`, `\`, `\\"`, `\", "vip": "1`,
	"\n", "\x00\"", `{"vip": 1}`, `\u0022, \u0022id`, `5" x 7"`, `"`, `""`, `"]`, `", "id": ,"`, `\"}`, `\", \"`, "\", \r\n\"vip\" \t:\"",
}

// around are templates with one strange value, and what stands before it.
const (
	before = `{"id": "7", "tags": "5" pipe, "x"", "path": "C:\", "list": ["a", {"b": "c"}], "who": {"email": "me@example.com", "name": "`
	behind = `"}}`
)

// unchanged holds a strange value to what nothing may change before it.
func unchanged(t *testing.T, value string) {
	t.Helper()
	e, err := templated([]byte(before + value + behind))
	if err != nil {
		if !errors.Is(err, ErrNotUnderstood) || e.Exists() {
			t.Errorf("%q: %v beside %s", value, err, e.Raw)
		}
		return
	}
	if !gjson.Valid(e.Raw) {
		t.Errorf("%q makes %s, which is no JSON", value, e.Raw)
	}
	for path, want := range map[string]string{
		"id": "7", "tags": `5" pipe, "x"`, "path": `C:\`, "list": `["a", {"b": "c"}]`, "who.email": "me@example.com",
	} {
		if got := e.Get(path).String(); got != want {
			t.Errorf("%q makes %s %q, want %q", value, path, got, want)
		}
	}
}

func TestTemplatedHostile(t *testing.T) {
	for _, value := range hostile {
		unchanged(t, value)
	}
}

func FuzzTemplatedBefore(f *testing.F) {
	for _, value := range hostile {
		f.Add(value)
	}
	f.Fuzz(unchanged)
}

// FuzzTemplated: JSON is read as it is, and all else becomes JSON or nothing.
func FuzzTemplated(f *testing.F) {
	for _, value := range hostile {
		f.Add([]byte(before + value + behind))
		f.Add([]byte(`{"name": "` + value + `", "id": "7"}`))
	}
	f.Add([]byte(`[["a" b"], {"c": [1, -2.5e3, true, null, "d"]}]`))
	f.Fuzz(func(t *testing.T, body []byte) {
		e, err := templated(body)
		plain, plainly := parsed(body)
		switch {
		case plainly == nil && (err != nil || e.Raw != plain.Raw):
			t.Errorf("JSON became %s, %v", e.Raw, err)
		case err != nil && (!errors.Is(err, ErrNotUnderstood) || e.Exists()):
			t.Errorf("%v beside %s", err, e.Raw)
		case err == nil && !gjson.Valid(e.Raw):
			t.Errorf("became %s", e.Raw)
		}
		m := mender{body: body}
		m.mend()
		if m.read > 8*len(body)+16 {
			t.Errorf("%d bytes were looked at %d times", len(body), m.read)
		}
	})
}

// TestMendingIsLinear counts how often the bytes of large and hostile bodies
// are looked at.
func TestMendingIsLinear(t *testing.T) {
	for _, piece := range []string{
		`"`, `\`, `\"`, `",`, `","`, `", "`, `"}`, `"}]`, `"]`, `{"a":"`, `["`, `[`, `{`, `" `, `"   ,   "   `, `"a":"b"c",`, "\n", `\u00`, `"x":`, `":`, `",]`, `[[[["`, `",` + strings.Repeat(" ", 1<<18),
	} {
		for _, start := range []string{`{"a":"`, strings.Repeat("[", 1000) + `"`} {
			body := []byte(start + strings.Repeat(piece, (1<<20)/len(piece)))
			m := mender{body: body}
			m.mend()
			if most := 8 * len(body); m.read > most || len(m.out) > most {
				t.Errorf("%.10s and many %s: %d bytes were looked at %d times, and became %d", start, piece, len(body), m.read, len(m.out))
			}
		}
	}
}
