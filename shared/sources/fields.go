package sources

import (
	"crypto/sha256"
	"encoding/hex"
	"net/mail"
	"strconv"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"heed/shared/heed"
)

// Longest values, in bytes, and most tags. Dimensions are cut shorter where
// they are kept; these are as long as a person's or a team's name may need.
const (
	maxKind   = 64
	maxObject = 128
	maxID     = 128
	maxText   = 120
	maxEmail  = 254
	maxZone   = 40
	maxTags   = 100
)

// text is a value as its sender wrote it.
type text string

// plain is the value in one line, without surrounding space; "" if it is a
// placeholder that the vendor did not fill in.
func (t text) plain() string {
	s := string(t)
	if tame(s) {
		return s
	}
	if strings.Contains(s, "{{") || strings.Contains(s, "{%") {
		return ""
	}
	return strings.TrimSpace(strings.Map(func(r rune) rune {
		if unicode.IsControl(r) {
			return -1
		}
		return r
	}, s))
}

// tame reports whether a value is plain as it stands, as nearly all are:
// printable ASCII without a brace, and without space around it.
func tame(s string) bool {
	for i := range len(s) {
		if c := s[i]; c < ' ' || c > '~' || c == '{' {
			return false
		}
	}
	return s == "" || s[0] != ' ' && s[len(s)-1] != ' '
}

// clip is the value for reading, at most maxText bytes.
func (t text) clip() string { return heed.Clip(t.plain(), maxText) }

// name is the value where it names something. One that is too long ends in a
// fingerprint of the whole, so that two names do not become one.
func (t text) name(n int) string {
	s := t.plain()
	if len(s) <= n {
		return s
	}
	sum := sha256.Sum256([]byte(s))
	return heed.Clip(s, n-17) + "~" + hex.EncodeToString(sum[:8])
}

// zone is the value if it looks like an IANA name of a time zone, "" if not.
// Whether there is one of that name is found out where it is used.
func (t text) zone() string {
	s := t.plain()
	area, _, ok := strings.Cut(s, "/")
	odd := func(r rune) bool {
		return !(r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9' || strings.ContainsRune("/_+-", r))
	}
	if !ok && s != "UTC" || ok && (area == "" || area[0] < 'A' || area[0] > 'Z') || len(s) > maxZone || strings.ContainsFunc(s, odd) {
		return ""
	}
	return s
}

// email is the value if it could be an address, "" if not. Its case is kept:
// some mail servers care.
func (t text) email() string {
	s := strings.TrimSpace(string(t))
	local, domain, ok := strings.Cut(s, "@")
	if !ok || local == "" || domain == "" || strings.Contains(domain, "@") || len(s) > maxEmail || text(s).plain() != s {
		return ""
	}
	if ordinary(local) && ordinary(domain) {
		return s
	}
	// Only an address that is written as itself: "<a@b>", "A<a@b>" and "a@b(c)"
	// reach a@b too, and would be other people to whoever keeps the peace.
	if strings.ContainsFunc(s, func(r rune) bool { return unicode.IsSpace(r) || r == utf8.RuneError }) {
		return ""
	}
	if a, err := mail.ParseAddress(s); err != nil || a.Name != "" || a.Address != s {
		return ""
	}
	return s
}

// ordinary reports whether a part of an address is words of the usual ASCII
// characters with single dots between, as nearly all are: a dot-atom of RFC 5322.
func ordinary(part string) bool {
	word := false // the last byte belongs to a word
	for i := range len(part) {
		switch c := part[i]; {
		case 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || '0' <= c && c <= '9' || c == '-' || c == '_' || c == '+':
			word = true
		case c == '.' && word:
			word = false
		default:
			return false
		}
	}
	return word
}

// kind is the value if it is a kind of touchpoint: words of lower-case
// letters and digits, joined by single dots, dashes or underscores.
func (t text) kind() string {
	s := strings.ToLower(t.plain())
	word := false // the last byte belongs to a word
	for i := range len(s) {
		switch c := s[i]; {
		case 'a' <= c && c <= 'z' || '0' <= c && c <= '9':
			word = true
		case word && (c == '.' || c == '-' || c == '_'):
			word = false
		default:
			return ""
		}
	}
	if !word || len(s) > maxKind {
		return ""
	}
	return s
}

// time is the value if it is an instant in ISO 8601, with or without seconds,
// in this century or the next; the zero time if not.
func (t text) time() time.Time {
	for _, layout := range [...]string{time.RFC3339, "2006-01-02T15:04Z07:00", "2006-01-02T15:04:05Z0700", "2006-01-02T15:04Z0700"} {
		if at, err := time.Parse(layout, t.plain()); err == nil {
			return known(at)
		}
	}
	return time.Time{}
}

// unix is the value if it is an instant in whole or broken seconds since 1970,
// or in milliseconds, which no sender of seconds reaches; the zero time if not.
func (t text) unix() time.Time {
	n, err := strconv.ParseFloat(t.plain(), 64)
	switch {
	case err != nil || n != n || n < 0 || n > 1e13:
		return time.Time{}
	case n >= 1e11:
		return known(time.UnixMilli(int64(n)))
	}
	return known(time.UnixMilli(int64(n * 1000)))
}

// known is an instant in this century or the next, in UTC; zero if it is not.
func known(at time.Time) time.Time {
	if at = at.UTC(); at.Year() < 2000 || at.Year() >= 2200 {
		return time.Time{}
	}
	return at
}

// or is the first of two values that says something.
func (t text) or(other text) text {
	if t.plain() != "" {
		return t
	}
	return other
}
