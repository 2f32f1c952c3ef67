package laptop_test

import (
	"net/http"
	"slices"
	"strings"
	"testing"
	"time"
)

// A delivery that is refused is told why, in words that repeat nothing of it,
// and leaves nothing behind.
func TestRefusedDeliveries(t *testing.T) {
	t.Parallel()
	h := open(t, configured(t, everybody))
	zendesk := h.door(t, "zendesk")
	const secret = "Sophronia"
	body := ticket(t, 1).with("requester.name", secret).body()
	half := slices.Clip(body[:len(body)-5])
	large := ticket(t, 1).with("requester.name", strings.Repeat(secret, 1<<17)).body()
	now, other := time.Now(), zendesk
	other.Secret = "another"
	as := func(header http.Header, contentType string) http.Header {
		header.Set("Content-Type", contentType)
		return header
	}
	before := h.contents()
	for _, c := range []struct {
		name, method, path string
		header             http.Header
		body               []byte
		status             int
		says               string
	}{
		{"another secret", "POST", "/hooks/zendesk", other.signed(body, now), body, 401, "signature does not match"},
		{"another body", "POST", "/hooks/zendesk", zendesk.signed(body, now), append(half, "    }"...), 401, "signature does not match"},
		{"no signature", "POST", "/hooks/zendesk", http.Header{"Content-Type": {"application/json"}}, body, 401, "X-Zendesk-Webhook-Signature is missing"},
		{"another source's signature", "POST", "/hooks/app", zendesk.signed(body, now), body, 401, "is missing"},
		{"stale", "POST", "/hooks/zendesk", zendesk.signed(body, now.Add(-73*time.Hour)), body, 401, "old; at most 72h0m0s is accepted"},
		{"from the future", "POST", "/hooks/zendesk", zendesk.signed(body, now.Add(73*time.Hour)), body, 401, "in the future"},
		{"another alphabet", "POST", "/hooks/zendesk", as(zendesk.signed(body, now), "application/json; charset=iso-8859-1"), body, 415, "UTF-8"},
		{"text", "POST", "/hooks/zendesk", as(zendesk.signed(body, now), "text/plain"), body, 415, "JSON"},
		{"too large", "POST", "/hooks/zendesk", zendesk.signed(large, now), large, 413, "1048576 bytes"},
		{"unknown source", "POST", "/hooks/salesforce", zendesk.signed(body, now), body, 404, "no such source"},
		{"no source", "POST", "/hooks/", zendesk.signed(body, now), body, 404, ""},
		{"put", "PUT", "/hooks/zendesk", zendesk.signed(body, now), body, 405, "POST"},
		{"delete", "DELETE", "/hooks/zendesk", zendesk.signed(body, now), body, 405, "POST"},
		{"a look", "GET", "/hooks/zendesk", nil, nil, 200, "zendesk"},
		{"a shorter look", "HEAD", "/hooks/zendesk", nil, nil, 200, ""},
	} {
		a := h.send(t, c.method, c.path, c.header, c.body)
		if a.Status != c.status || !strings.Contains(string(a.Body), c.says) {
			t.Errorf("%s: answered %d %s, want %d and %q", c.name, a.Status, a.Body, c.status, c.says)
		}
		if strings.Contains(string(a.Body), secret) || len(a.Body) > 500 {
			t.Errorf("%s: the answer repeats the delivery: %s", c.name, a.Body)
		}
	}
	h.nothingCame()
	if after := h.contents(); len(after) != len(before) {
		t.Errorf("%d entries became %d", len(before), len(after))
	}
}

// nothingCame fails the test unless there is no row, nothing kept and nothing
// on a queue.
func (h *house) nothingCame() {
	h.Helper()
	if rows := h.rows(h.T, ""); len(rows) > 0 {
		h.Errorf("there are rows: %+v", rows)
	}
	if kept := h.kept(); len(kept) > 0 {
		h.Errorf("kept is %+v", kept)
	}
	h.queuesAreEmpty()
}

// queuesAreEmpty fails the test unless nothing is left on a queue once tallies,
// which come and go, have been worked.
func (h *house) queuesAreEmpty() {
	h.Helper()
	var depths map[string]struct{ Waiting, Working, Dead int }
	for try := 0; ; try++ {
		h.read(h.T, "/local/queues", &depths)
		left := 0
		for _, d := range depths {
			left += d.Waiting + d.Working + d.Dead
		}
		if left == 0 {
			break
		}
		if try == 100 {
			h.Fatalf("the queues hold %+v", depths)
		}
		time.Sleep(20 * time.Millisecond)
	}
	if len(depths) != 3 {
		h.Errorf("there are queues %v", depths)
	}
}
