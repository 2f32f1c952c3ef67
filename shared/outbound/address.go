package outbound

import (
	"errors"
	"net/url"
	"strings"
)

// What is wrong with an address that is not asked. Neither repeats it: a path
// can stand for a person.
var (
	errBase = errors.New("its address is not https and a host")
	errPath = errors.New("a path leads elsewhere than it says")
)

// join puts a path, and a query if it has one, behind the address of an API.
// Whatever the path, the host stays, and whatever lies before it.
func join(base, path string) (string, error) {
	b, err := url.Parse(base)
	if err != nil || b.Scheme != "https" || b.Hostname() == "" || b.User != nil || strings.ContainsAny(base, "?#@\\") {
		return "", errBase
	}
	if !plain(path) {
		return "", errPath
	}
	u, err := url.Parse(strings.TrimSuffix(base, "/") + path)
	if err != nil || u.Scheme != b.Scheme || u.Host != b.Host || u.User != nil || u.Fragment != "" {
		return "", errPath
	}
	return u.String(), nil
}

// plain reports whether a path is one from the root on that stays below it:
// escaped, without empty or dot segments, also where they are escaped.
func plain(path string) bool {
	if !strings.HasPrefix(path, "/") || strings.ContainsFunc(path, odd) {
		return false
	}
	path, _, _ = strings.Cut(path[1:], "?")
	for segment := range strings.SplitSeq(path, "/") {
		text, err := url.PathUnescape(segment)
		if err != nil || text == "" || strings.ContainsFunc(text, control) {
			return false
		}
		for part := range strings.FieldsFuncSeq(text, func(r rune) bool { return r == '/' || r == '\\' }) {
			if part == "." || part == ".." {
				return false
			}
		}
	}
	return true
}

// odd finds what is always escaped in a path or a query.
func odd(r rune) bool { return r <= ' ' || r > '~' || strings.ContainsRune(`\@#`, r) }

func control(r rune) bool { return r < ' ' || r == 0x7F }
