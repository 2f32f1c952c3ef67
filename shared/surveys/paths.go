package surveys

import (
	"net/url"
	"slices"
	"strings"
)

// maxWay bounds a path into a payload, in bytes.
const maxWay = 200

// way reads a path into a payload, as gjson writes them. What leads nowhere
// can't be told here; what is written in another language's way can.
func (s spot) way() string {
	v, ok := s.text()
	if !ok {
		return ""
	}
	v = strings.TrimSpace(v)
	switch plain := unfamiliar(v); {
	case v == "":
		s.wrong("is empty; write a path such as ticket.id, or leave the key out")
	case strings.Contains(v, "@dig"):
		s.wrong("%q looks for a name at any depth, and may find another's; write the whole path, such as ticket.requester.email", v)
	case len(v) > maxWay:
		s.wrong("has %d bytes; a path has at most %d", len(v), maxWay)
	case control(v):
		s.wrong("has a control character; remove it")
	case plain != v && plain != "":
		s.wrong("%q is not written as a path is here; write %s", v, plain)
	case plain == "":
		s.wrong("%q leads nowhere; write a path such as ticket.id", v)
	}
	return v
}

// unfamiliar puts a path of JSONPath ($.a[0].b), JSON Pointer (/a/0/b) or jq
// (.a[0].b) into gjson's words; one of gjson's is returned as it is.
func unfamiliar(v string) string {
	switch {
	case strings.ContainsAny(v, `"\({!`): // a query, or an escape: nobody writes these by mistake
		return v
	case strings.HasPrefix(v, "/"):
		v = strings.ReplaceAll(v, "/", ".")
	case v == "$" || strings.HasPrefix(v, "$.") || strings.HasPrefix(v, "$["):
		v = v[1:]
	}
	for i := 0; i < len(v); i++ {
		if v[i] != '[' || i == 0 || !made(strings.ToLower(v[i-1:i]), lower+digits+"_") {
			continue
		}
		if end := strings.IndexByte(v[i:], ']'); end > 0 {
			index, rest := strings.Trim(v[i+1:i+end], `'"`), v[i+end+1:]
			if index == "" || index == "*" || index == ":" {
				index = "#"
				if rest == "" { // where it ends a path it would count the list
					index = ""
				}
			}
			v = v[:i] + "." + index + rest
		}
	}
	for strings.Contains(v, "..") {
		v = strings.ReplaceAll(v, "..", ".")
	}
	return strings.Trim(v, ".")
}

// inside are top-level names of networks of one's own.
var inside = []string{"localhost", "local", "internal", "intranet", "lan", "home", "corp", "arpa", "onion"}

// api reads where a vendor is asked: https and a host, since the paths are
// known.
func (s spot) api() string {
	v, ok := s.text()
	if !ok {
		return ""
	}
	u, err := url.Parse(strings.TrimSuffix(v, "/"))
	if err != nil || u.Host == "" {
		s.wrong("is no address; write one such as https://acme.example.com")
		return v
	}
	host := strings.ToLower(u.Hostname())
	plain := "https://" + host
	switch {
	case u.User != nil:
		s.wrong("has a user in it; credentials are kept apart, so write %s", plain)
	case !isDomain(host):
		s.wrong("%q is no public host; write the vendor's name for it, such as acme.example.com", host)
	case slices.Contains(inside, host[strings.LastIndexByte(host, '.')+1:]):
		s.wrong("%q is a host of a network of one's own; only public ones are asked", host)
	case strings.ToLower(strings.TrimSuffix(v, "/")) != plain:
		s.wrong("%q has more or less to it than https and a host; write %s", v, plain)
	}
	return plain
}

// organization reads Salesforce's id of a team's own organization.
func (s spot) organization() string {
	v, ok := s.text()
	if ok && !isOrganization(v) {
		s.wrong("%q is no organization's id; write the 15 or 18 letters and digits that begin with 00D", v)
	}
	return v
}
