package laptop

import (
	"net"
	"net/http"
	"net/url"
	"strings"

	"heed/shared/heed"
	"heed/shared/web"
)

// routes mounts what the wiring rows say, and /local/.
func (l *Laptop) routes() *http.ServeMux {
	mux := http.NewServeMux()
	for _, p := range l.parts {
		for _, route := range p.row.Routes {
			mux.Handle(pattern(route.Method, route.Path), p.http)
		}
	}
	mux.HandleFunc("GET /healthz", func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusOK) })
	l.local(mux)
	mux.HandleFunc("/", func(w http.ResponseWriter, _ *http.Request) {
		web.Error(w, l.Log, heed.Errorf(heed.NotFound, "no such path"))
	})
	return mux
}

// pattern writes a route of an HTTP API as net/http has it.
func pattern(method, path string) string {
	path = strings.ReplaceAll(path, "+}", "...}")
	if path == "/" {
		path = "/{$}"
	}
	if method == "ANY" {
		return path
	}
	return method + " " + path
}

// loopback lets in only who is on this machine and means to be here: a web
// page elsewhere could have a browser call us by a name of its own (the Host),
// or post to us (the Origin).
func loopback(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if !local(r.Host) {
			http.Error(w, "Heed on a laptop answers to localhost only.", http.StatusForbidden)
			return
		}
		if reading := r.Method == http.MethodGet || r.Method == http.MethodHead; !reading && !homely(r) {
			http.Error(w, "This request comes from another site.", http.StatusForbidden)
			return
		}
		next.ServeHTTP(w, r)
	})
}

func local(host string) bool {
	if h, _, err := net.SplitHostPort(host); err == nil {
		host = h
	}
	host = strings.Trim(host, "[]")
	ip := net.ParseIP(host)
	return host == "localhost" || ip != nil && ip.IsLoopback()
}

// homely reports whether a write comes from no web page or from one of ours.
// A page that sends no Referer has the origin null, even where it posts to its
// own site; then the browser's word on the site must do.
func homely(r *http.Request) bool {
	switch origin := r.Header.Get("Origin"); origin {
	case "":
		return true
	case "null":
		return r.Header.Get("Sec-Fetch-Site") == "same-origin"
	default:
		u, err := url.Parse(origin)
		return err == nil && u.Host == r.Host
	}
}
