package surveys

import (
	"strings"
	"unicode"
)

// The forms of words. They are written out because compiling them as regular
// expressions would cost each cold start more than reading the file does.

const (
	lower  = "abcdefghijklmnopqrstuvwxyz"
	digits = "0123456789"
)

// made reports whether v is not empty and has only these characters.
func made(v, of string) bool { return v != "" && strings.Trim(v, of) == "" }

// isName: ^[a-z0-9][a-z0-9-]{0,31}$
func isName(v string) bool {
	return len(v) <= 32 && made(v, lower+digits+"-") && v[0] != '-'
}

// isKind: ^[a-z0-9]+([._-][a-z0-9]+)*$, at most 64 bytes: what package sources
// lets a delivery call a touchpoint.
func isKind(v string) bool {
	word := false // the last byte belongs to a word
	for i := range len(v) {
		sign := strings.IndexByte("._-", v[i]) >= 0
		if sign && !word || !sign && !made(v[i:i+1], lower+digits) {
			return false
		}
		word = !sign
	}
	return word && len(v) <= 64
}

// isColor: ^#[0-9a-fA-F]{6}$
func isColor(v string) bool {
	return len(v) == 7 && v[0] == '#' && made(v[1:], digits+"abcdefABCDEF")
}

// isDomain: a lower-case host name of at least two labels (RFC 1123), the
// last of them no number.
func isDomain(v string) bool {
	labels := strings.Split(v, ".")
	if len(v) > 253 || len(labels) < 2 {
		return false
	}
	for _, l := range labels {
		if len(l) > 63 || !made(l, lower+digits+"-") || l[0] == '-' || l[len(l)-1] == '-' {
			return false
		}
	}
	return !made(labels[len(labels)-1], digits)
}

// isHeader: a field name (RFC 9110, 5.6.2) of letters, digits, - and _, as
// those of webhooks are, at most 64 bytes.
func isHeader(v string) bool {
	return len(v) <= 64 && made(strings.ToLower(v), lower+digits+"-_")
}

// isOrganization: ^00D[0-9A-Za-z]{12}([0-9A-Za-z]{3})?$, an id of Salesforce.
func isOrganization(v string) bool {
	return (len(v) == 15 || len(v) == 18) && strings.HasPrefix(v, "00D") && made(strings.ToLower(v), lower+digits)
}

// control reports whether v has a control character, or bytes that are no text.
func control(v string) bool {
	return strings.ContainsFunc(v, func(r rune) bool { return unicode.IsControl(r) || r == unicode.ReplacementChar })
}
