package sources

import "testing"

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
		{"line breaks", "{\"name\": \"one\r\ntwo\tthree\x01\", \"id\": 1}", "name", "one\r\ntwo\tthree\x01"},
		{"a path", `{"name": "C:\Users\x and \\share", "id": 1}`, "name", `C:\Users\x and \share`},
		{"a backslash at the end", `{"name": "C:\", "id": "7"}`, "id", "7"},
		{"a backslash at the end of all", `{"name": "C:\"}`, "name", `C:\`},
		{"escapes beside what is not", `{"name": "\"a\", \u00e9 "b"", "id": "7"}`, "name", `"a", é "b"`},
		{"half an escape", `{"name": "\u00g1 \ud8"}`, "name", `\u00g1 \ud8`},
		{"quotes in a list", `{"tags": ["5" pipe", "b"]}`, "tags.0", `5" pipe`},
	} {
		e, err := templated([]byte(c.body))
		if got := e.Get(c.path).String(); err != nil || got != c.want {
			t.Errorf("%s: got %q, want %q (%v)", c.name, got, c.want, err)
		}
	}
}
