package outbound

import (
	"context"
	"errors"
	"net/http"
	"net/url"
	"strings"
	"testing"
	"time"

	"code.dny.dev/ssrf"

	"heed/shared/sources"
)

func TestJoin(t *testing.T) {
	for _, c := range []struct{ base, path, want string }{
		{"https://acme.example.com", "/api/v2/users/7.json?include=a%40b", "https://acme.example.com/api/v2/users/7.json?include=a%40b"},
		{"https://acme.example.com/ex/1/", "/users/a%2Fb", "https://acme.example.com/ex/1/users/a%2Fb"},
		{"https://acme.example.com", "/users/a..b/.hidden/...", "https://acme.example.com/users/a..b/.hidden/..."},
	} {
		if got, err := join(c.base, c.path); got != c.want || err != nil {
			t.Errorf("%s and %s: %s, error %v", c.base, c.path, got, err)
		}
	}
	for _, base := range []string{"", "http://a.example.com", "https://", "https:a.example.com", "https://u@a.example.com", "https://a.example.com?b", "https://a.example.com#b", "a.example.com", "https://:443", `https://a.example.com\b`} {
		if got, err := join(base, "/a"); !errors.Is(err, errBase) {
			t.Errorf("%s is %s, error %v", base, got, err)
		}
	}
	for _, path := range []string{
		"", "a", ".evil.example.com", ":8443/a", "@evil.example.com", "//evil.example.com", "/a//b", "/a/../b", "/a/..", "/./a", "/a/%2e%2E/b", "/a/%2E",
		"/a/..%2f..%2fb", "/a%2f..", `/a%5c..%5cb`, `/a\b`, "/a@b", "/a#b", "/a b", "/a\r\nHost: b", "/a%0d%0ab", "/a%00", "/a%zz", "/ä", "/a\x7f", "/a?b=\n",
	} {
		if got, err := join("https://a.example.com", path); !errors.Is(err, errPath) {
			t.Errorf("%q is %s, error %v", path, got, err)
		}
	}
}

// Whatever a path, what is asked is the host of the configuration, below what
// lies there.
func FuzzJoin(f *testing.F) {
	for _, path := range []string{"/a/b?c=d", "//x", "/../a", "/%2e%2e/", "/a@b", "/a\r\n", "@x", ":80/"} {
		f.Add(path)
	}
	f.Fuzz(func(t *testing.T, path string) {
		got, err := join("https://acme.example.com/base", path)
		if err != nil {
			return
		}
		u, err := url.Parse(got)
		if err != nil || u.Scheme != "https" || u.Host != "acme.example.com" || u.User != nil || !strings.HasPrefix(u.Path, "/base/") || strings.ContainsAny(got, "\r\n ") {
			t.Fatalf("%q is %q, error %v", path, got, err)
		}
		for segment := range strings.FieldsFuncSeq(u.Path, func(r rune) bool { return r == '/' || r == '\\' }) {
			if segment == ".." || segment == "." {
				t.Fatalf("%q goes up: %q", path, got)
			}
		}
	})
}

// Only public addresses are connected to, whatever a name stands for.
func TestNoAddressOfOnesOwnIsConnectedTo(t *testing.T) {
	c := &Client{Now: time.Now, Credential: func(context.Context, string) (string, error) { return "key", nil }}
	for _, host := range []string{
		"127.0.0.1", "localhost", "0.0.0.0", "10.0.0.1", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1", "198.18.0.1", "224.0.0.1", "255.255.255.255", "240.0.0.1",
		"[::1]", "[::]", "[fe80::1]", "[fd00:ec2::254]", "[fc00::1]", "[64:ff9b::a9fe:a9fe]", "[64:ff9b:1::7f00:1]", "[::ffff:127.0.0.1]", "[::ffff:169.254.169.254]", "[2002:7f00:1::]", "[2001:db8::1]", "[ff02::1]",
	} {
		r, err := http.NewRequestWithContext(t.Context(), http.MethodGet, "https://"+host+"/", nil)
		if err != nil {
			t.Fatal(err)
		}
		if resp, err := c.client().Do(r); !errors.Is(err, ssrf.ErrProhibitedIP) && !errors.Is(err, ssrf.ErrProhibitedNetwork) {
			t.Errorf("%s: %v, error %v", host, resp, err)
		}
	}
	if _, err := c.client().Get("https://127.0.0.1:22/"); !errors.Is(err, ssrf.ErrProhibitedPort) && !errors.Is(err, ssrf.ErrProhibitedIP) {
		t.Error(err)
	}
	_, err := c.API("desk", sources.Access{Base: "https://127.0.0.1", Scheme: sources.Bearer}).Get(t.Context(), "/a")
	if err == nil || !strings.Contains(err.Error(), "public") {
		t.Error(err)
	}
}

func TestTheSafeClientKnowsNoProxy(t *testing.T) {
	if safe().Proxy != nil {
		t.Error("a proxy of the environment would see what is asked, and be connected to wherever it is")
	}
}
