package laptop_test

import (
	"net"
	"net/http"
	"os"
	"testing"
)

// Whoever calls the laptop by another name than its own is a web page that was
// led here, and is not let in by any door.
func TestOnlyLoopbackHosts(t *testing.T) {
	t.Parallel()
	h, mail := invited(t)
	paths := []string{"/", "/api/scores", "/api/touchpoints", "/local/sources", "/local/mail", "/local/mail/messages", "/hooks/zendesk", "/healthz", survey(t, mail)}
	for _, path := range paths {
		for host, want := range map[string]int{
			"heed.evil.example": 403, "localhost.evil.example": 403, "127.0.0.1.evil.example:80": 403, "10.0.0.1": 403, "evil.example@localhost": 403,
			"localhost": 200, "localhost:1234": 200, "127.0.0.1": 200, "[::1]:80": 200,
		} {
			a := h.send(t, http.MethodGet, path, http.Header{"Host": {host}}, nil)
			if a.Status != want {
				t.Errorf("%s asked of host %s answered %d, want %d", path, host, a.Status, want)
			}
		}
	}
}

// A write that a page of another site made a browser send is refused; one of
// our own pages, or of no page, is not.
func TestWritesComeFromHome(t *testing.T) {
	t.Parallel()
	h, mail := invited(t)
	for _, path := range []string{"/api/pause", "/api/resume", "/api/redrive", "/local/clock", "/local/ses", "/local/mail/inbound", "/hooks/zendesk", survey(t, mail), link(t, mail, "/u/")} {
		for _, from := range []http.Header{
			{"Origin": {"https://evil.example"}},
			{"Origin": {"http://localhost:1"}},
			{"Origin": {h.base + ".evil.example"}},
			{"Origin": {"null"}},
			{"Origin": {"null"}, "Sec-Fetch-Site": {"cross-site"}},
			{"Origin": {"null"}, "Sec-Fetch-Site": {"same-site"}},
		} {
			from.Set("Content-Type", "application/x-www-form-urlencoded")
			if a := h.send(t, http.MethodPost, path, from, []byte("score=5")); a.Status != http.StatusForbidden {
				t.Errorf("%s from %v answered %d", path, from, a.Status)
			}
		}
	}
	h.unanswered()
	for _, from := range []http.Header{{}, {"Origin": {h.base}}, {"Origin": {"null"}, "Sec-Fetch-Site": {"same-origin"}}} {
		for _, path := range []string{"/api/pause", "/api/resume"} {
			if a := h.send(t, http.MethodPost, path, from, nil); a.Status != http.StatusOK {
				t.Errorf("%s from %v answered %d: %s", path, from, a.Status, a.Body)
			}
		}
	}
}

// The data folder holds keys and addresses.
func TestDataIsTheOwnersAlone(t *testing.T) {
	t.Parallel()
	h := open(t, configured(t, everybody)) // on a folder that others could read before
	folder, err := os.Stat(h.options.Data)
	if err != nil {
		t.Fatal(err)
	}
	if folder.Mode().Perm() != 0o700 {
		t.Errorf("the data folder is %v", folder.Mode())
	}
	files, err := os.ReadDir(h.options.Data)
	if err != nil || len(files) < 3 {
		t.Fatal(files, err)
	}
	for _, f := range files {
		if info, err := f.Info(); err != nil || info.Mode().Perm()&0o077 != 0 {
			t.Errorf("%s is %v %v", f.Name(), info.Mode(), err)
		}
	}
}

// Only this machine can reach the port, and by one address.
func TestListensOnLoopbackAlone(t *testing.T) {
	t.Parallel()
	c := newChild(t, build(t), everybody)
	port := c.base[len("http://127.0.0.1:"):]
	others := []string{"127.0.0.2", "::1"}
	addresses, err := net.InterfaceAddrs()
	if err != nil {
		t.Fatal(err)
	}
	for _, a := range addresses {
		if ip, ok := a.(*net.IPNet); ok && ip.IP.String() != "127.0.0.1" {
			others = append(others, ip.IP.String())
		}
	}
	for _, host := range others {
		if conn, err := net.Dial("tcp", net.JoinHostPort(host, port)); err == nil {
			_ = conn.Close()
			t.Errorf("it answers at %s", host)
		}
	}
}
