package sources

import (
	"net/mail"
	"strings"
	"testing"
)

// What is taken for an ordinary address without a closer look would have passed it.
func TestOrdinaryAddresses(t *testing.T) {
	for _, s := range []text{"a@b", "a.b+c_d-e@mail.example.com", "A1@b2.c3", ".a@b", "a.@b", "a..b@c", "a@.b", "a@b.", "a@b..c", "a b@c", "ä@b", "a@", "@b", "-@-", "a@[1.2.3.4]", `"a"@b`} {
		local, domain, _ := strings.Cut(string(s), "@")
		parsed, err := mail.ParseAddress(string(s))
		if ordinary(local) && ordinary(domain) && (err != nil || parsed.Address != string(s)) {
			t.Errorf("%s: %v, %v", s, parsed, err)
		}
	}
}
