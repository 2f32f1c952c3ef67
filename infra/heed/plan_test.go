package main

import "testing"

// A tag that turns the line round, or clears the terminal, is printed without.
func TestValuesAreCleaned(t *testing.T) {
	for text, want := range map[string]string{
		"Billing": "Billing", "a\u202eb\u2066c\u200f": "abc", "\x1b[2Jx\r\n\u0085y\x7f": "[2Jxy", "\xffa": "a", "Ünï 日本": "Ünï 日本", "123456789012": "123456789…",
	} {
		if got := fit(text, 10); got != want {
			t.Errorf("%q is printed as %q", text, got)
		}
	}
}
