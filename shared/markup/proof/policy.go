package proof

import (
	"crypto/sha256"
	"encoding/base64"
	"net/http"
	"strings"
	"testing"

	"golang.org/x/net/html"
)

// Allowed holds every page to its policy: its styles and its script are allowed
// by their hashes, and there is nothing else that could be.
func Allowed(t *testing.T, every Every) {
	t.Helper()
	for _, color := range []string{"#0b6e4f", "#FFCC00", "", "red}</style>"} {
		for _, s := range every(Filling{"Acme", color, "x", "/"}) {
			h := http.Header{}
			s.Headers(h)
			policy := h.Get("Content-Security-Policy")
			if !strings.HasPrefix(policy, "default-src 'none'; ") || strings.Contains(policy, "unsafe") {
				t.Errorf("%s: %s", s.Name, policy)
			}
			for _, want := range []string{"form-action 'self'", "frame-ancestors 'none'", "base-uri 'none'"} {
				if !strings.Contains(policy, want) {
					t.Errorf("%s: no %s in %s", s.Name, want, policy)
				}
			}
			hashed(t, s, policy)
		}
	}
}

// hashed compares the hashes of a policy with a page's styles and script.
func hashed(t *testing.T, s Sheet, policy string) {
	t.Helper()
	sources := strings.Count(policy, "'sha256-")
	for n := range Unscripted(t, s.Written(t)).Descendants() {
		if n.Type != html.ElementNode || n.Data != "style" && n.Data != "script" {
			continue
		}
		sources--
		sum := sha256.Sum256([]byte(n.FirstChild.Data))
		_, directive, _ := strings.Cut(policy, n.Data+"-src ")
		directive, _, _ = strings.Cut(directive, ";")
		if hash := base64.StdEncoding.EncodeToString(sum[:]); !strings.Contains(directive, "'sha256-"+hash+"'") {
			t.Errorf("%s: a %s is not in %s", s.Name, n.Data, policy)
		}
	}
	if strings.Contains(policy, "script-src") && len(Find(Unscripted(t, s.Written(t)), "script")) == 0 {
		sources-- // the script that this page doesn't have
	}
	if sources != 0 {
		t.Errorf("%s: %d more styles and scripts allowed than there are", s.Name, sources)
	}
}
