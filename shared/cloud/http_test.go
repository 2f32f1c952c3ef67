package cloud

import (
	"bytes"
	"context"
	"encoding/json"
	"io"
	"net/http"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// invoke hands an event to h and reads the answer as the gateway would.
func invoke(t *testing.T, h http.HandlerFunc, event string) httpReply {
	t.Helper()
	out, err := web{h}.Invoke(context.Background(), []byte(event))
	if err != nil {
		t.Fatal(err)
	}
	var r httpReply
	dec := json.NewDecoder(bytes.NewReader(out))
	dec.DisallowUnknownFields()
	if err := dec.Decode(&r); err != nil {
		t.Fatalf("answer %s: %v", out, err)
	}
	return r
}

func TestRequestAsFromAConnection(t *testing.T) {
	event, err := os.ReadFile("testdata/http.json")
	if err != nil {
		t.Fatal(err)
	}
	type seen struct {
		Method, URI, Path, Query, Host, Remote, Body, Signature, Accept, Cookies string
		Length                                                                   int64
	}
	var got seen
	invoke(t, func(_ http.ResponseWriter, r *http.Request) {
		body, err := io.ReadAll(r.Body)
		if err != nil {
			t.Error(err)
		}
		a, _ := r.Cookie("a")
		b, _ := r.Cookie("b")
		got = seen{
			Method: r.Method, URI: r.RequestURI, Path: r.URL.Path, Query: r.FormValue("q"), Host: r.Host, Remote: r.RemoteAddr,
			Body: string(body), Signature: r.Header.Get("Webhook-Signature"), Accept: r.Header.Get("Accept"),
			Cookies: a.Value + " " + b.Value, Length: r.ContentLength,
		}
		if r.Header.Get("Host") != "" {
			t.Error("Host is among the headers")
		}
	}, string(event))
	want := seen{
		Method: "POST", URI: "/hooks/help%20desk?q=1+%26+1&q=2", Path: "/hooks/help desk", Query: "1 & 1",
		Host: "abc123.execute-api.eu-central-1.amazonaws.com", Remote: "[2001:db8::1]:0",
		Body: "ü\xff!", Signature: "v1,K5oZfzN95Z9UVu1EsfQmfVNQhnkZ2pj9o9NDN/H/pI4= v1,AAAA",
		Accept: "text/html,application/json;q=0.9", Cookies: "1 x=y", Length: 4,
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("request (-want +got):\n%s", diff)
	}
}

// The gateway unescapes the path before it hands it over, so that nothing in
// it may be taken for an escape or a query again.
func TestPathIsTakenLiterally(t *testing.T) {
	for _, path := range []string{"/s/%2e%2e", "/s/100%", "/s/a b", "/s/ü", "//evil.example/x", "/s/a?b", "/s/a#b", "/"} {
		quoted, err := json.Marshal(path)
		if err != nil {
			t.Fatal(err)
		}
		invoke(t, func(_ http.ResponseWriter, r *http.Request) {
			if r.URL.Path != path || r.URL.RawQuery != "" || r.Host != "" {
				t.Errorf("path %q became %q, query %q, host %q", path, r.URL.Path, r.URL.RawQuery, r.Host)
			}
		}, `{"rawPath":`+string(quoted)+`,"requestContext":{"http":{"method":"GET"}}}`)
	}
}

func TestAnswerAsTheGatewayReadsIt(t *testing.T) {
	const get = `{"rawPath":"/","requestContext":{"http":{"method":"GET"}}}`
	const head = `{"rawPath":"/","requestContext":{"http":{"method":"HEAD"}}}`
	text := map[string]string{"Content-Type": "text/plain; charset=utf-8"}
	for name, c := range map[string]struct {
		event  string
		handle http.HandlerFunc
		want   httpReply
	}{
		"nothing written": {get, func(http.ResponseWriter, *http.Request) {}, httpReply{StatusCode: 200}},
		"text": {get, func(w http.ResponseWriter, _ *http.Request) {
			_, _ = io.WriteString(w, "<ü> & ")
			_, _ = io.WriteString(w, "more")
		}, httpReply{StatusCode: 200, Headers: text, Body: "<ü> & more"}},
		"bytes": {get, func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Type", "font/woff2")
			_, _ = w.Write([]byte{0xff, 0})
		}, httpReply{StatusCode: 200, Headers: map[string]string{"Content-Type": "font/woff2"}, Body: "/wA=", IsBase64Encoded: true}},
		"head": {head, func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Length", "5")
			_, _ = io.WriteString(w, "hello")
		}, httpReply{StatusCode: 200, Headers: text}},
		"first status counts": {get, func(w http.ResponseWriter, _ *http.Request) {
			w.WriteHeader(http.StatusEarlyHints)
			w.WriteHeader(http.StatusNotFound)
			w.WriteHeader(http.StatusOK)
			w.Header().Set("Late", "yes")
		}, httpReply{StatusCode: 404}},
		"headers and cookies": {get, func(w http.ResponseWriter, r *http.Request) {
			w.Header().Add("Vary", "Accept")
			w.Header().Add("Vary", "Cookie")
			http.SetCookie(w, &http.Cookie{Name: "a", Value: "1"})
			http.SetCookie(w, &http.Cookie{Name: "b", Value: "2"})
			w.WriteHeader(http.StatusNoContent)
		}, httpReply{StatusCode: 204, Headers: map[string]string{"Vary": "Accept, Cookie"}, Cookies: []string{"a=1", "b=2"}}},
	} {
		t.Run(name, func(t *testing.T) {
			if c.want.Headers == nil {
				c.want.Headers = map[string]string{}
			}
			if diff := cmp.Diff(c.want, invoke(t, c.handle, c.event)); diff != "" {
				t.Errorf("answer (-want +got):\n%s", diff)
			}
		})
	}
}

func TestHTTPEventNotUnderstood(t *testing.T) {
	for _, event := range []string{`{`, `{"body":"%","isBase64Encoded":true}`} {
		h := web{http.HandlerFunc(func(http.ResponseWriter, *http.Request) { t.Error("handled") })}
		if out, err := h.Invoke(context.Background(), []byte(event)); err == nil || strings.Contains(err.Error(), "%") {
			t.Errorf("%s: answered %s, error %v", event, out, err)
		}
	}
}

type contextKey struct{}

func TestContextReachesTheHandler(t *testing.T) {
	ctx := context.WithValue(context.Background(), contextKey{}, "here")
	h := web{http.HandlerFunc(func(_ http.ResponseWriter, r *http.Request) {
		if r.Context().Value(contextKey{}) != "here" {
			t.Error("the request has another context")
		}
	})}
	if _, err := h.Invoke(ctx, []byte(`{}`)); err != nil {
		t.Fatal(err)
	}
}

func FuzzRequest(f *testing.F) {
	f.Add("POST", "/hooks/a", "x=%zz", "a, b", "body")
	f.Add("", "", "", "", "")
	f.Fuzz(func(t *testing.T, method, path, query, header, body string) {
		e := httpEvent{RawPath: path, RawQueryString: query, Headers: map[string]string{"x": header}, Body: body}
		e.RequestContext.HTTP.Method = method
		r, err := e.request(context.Background())
		if err != nil {
			t.Fatal(err)
		}
		got, err := io.ReadAll(r.Body)
		if err != nil || string(got) != body || r.URL.Path != path || r.Header.Get("X") != header {
			t.Errorf("path %q, header %q, body %q, error %v", r.URL.Path, r.Header.Get("X"), got, err)
		}
		_ = r.ParseForm() // what a handler does first
	})
}
