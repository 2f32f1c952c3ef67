package main

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/http/httputil"
	"net/url"
	"strings"
)

type open struct {
	Address string `arg:"" help:"Address of the deployed Heed (https://...), as the deployment printed it."`
}

// maxOrder bounds the body of a request through the proxy.
const maxOrder = 1 << 20

// Run serves a deployed dashboard on this machine: each request is signed with
// the AWS credentials of whoever runs this and passed on.
func (o *open) Run(ctx context.Context, p *program) error {
	target, err := url.Parse(strings.TrimRight(o.Address, "/"))
	if err != nil || target.Scheme != "https" || target.Host == "" {
		return fmt.Errorf("the address of a deployed Heed begins with https://")
	}
	listener, err := net.Listen("tcp", fmt.Sprintf("127.0.0.1:%d", p.Port))
	if err != nil {
		return fmt.Errorf("%w\nAnother port will do: heed open --port 8081 %s", err, o.Address)
	}
	fmt.Printf("The dashboard of %s is at http://%s/ until you press Ctrl-C.\n", target.Host, listener.Addr())
	server := &http.Server{Handler: onlyHere(listener.Addr().String(), &httputil.ReverseProxy{
		Rewrite:   func(r *httputil.ProxyRequest) { r.SetURL(target); r.Out.Host = target.Host; strip(r.Out) },
		Transport: signing{http.DefaultTransport},
	})}
	context.AfterFunc(ctx, func() { _ = server.Close() })
	if err := server.Serve(listener); err != http.ErrServerClosed {
		return fmt.Errorf("serve the dashboard: %w", err)
	}
	return nil
}

// strip removes what a browser says that the signature must not cover or the
// cloud must not know.
func strip(r *http.Request) {
	for _, name := range []string{"Cookie", "Authorization", "X-Forwarded-For", "Origin", "Referer"} {
		r.Header.Del(name)
	}
}

// signing signs each request before it goes out.
type signing struct{ next http.RoundTripper }

func (s signing) RoundTrip(r *http.Request) (*http.Response, error) {
	var body []byte
	if r.Body != nil {
		var err error
		if body, err = io.ReadAll(io.LimitReader(r.Body, maxOrder)); err != nil {
			return nil, fmt.Errorf("read the request: %w", err)
		}
	}
	r.Body, r.ContentLength = io.NopCloser(bytes.NewReader(body)), int64(len(body))
	if err := sign(r.Context(), r, body); err != nil {
		return nil, err
	}
	return s.next.RoundTrip(r)
}

// onlyHere turns away requests that a page of another site made a browser
// send: they would be signed with the operator's credentials.
func onlyHere(address string, next http.Handler) http.Handler {
	_, port, _ := net.SplitHostPort(address)
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.Host != address && r.Host != "localhost:"+port {
			http.Error(w, "This proxy answers to localhost only.", http.StatusForbidden)
			return
		}
		if o := r.Header.Get("Origin"); o != "" && o != "http://"+r.Host {
			http.Error(w, "This request comes from another site.", http.StatusForbidden)
			return
		}
		next.ServeHTTP(w, r)
	})
}
