package laptop

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"net/http"

	"heed/shared/outbound"
	"heed/shared/sources"
	"heed/shared/sources/standin"
)

// vendors are asked for what deliveries leave out: each source's own vendor
// where there is a credential for it, and else a stand-in, in this process.
type vendors map[string]*outbound.Client

func (l *Laptop) vendors() vendors {
	own := &outbound.Client{Credential: l.Credentials.Of, Now: l.Real}
	all := vendors{}
	for _, s := range l.Config.Sources {
		all[s.Name] = own
		if stand := l.stand(s.Type); stand != nil && l.Credentials[s.Name] == "" {
			all[s.Name] = &outbound.Client{
				HTTP:       &http.Client{Transport: inside{stand}},
				Credential: func(context.Context, string) (string, error) { return standin.Credential, nil },
				Now:        l.Real,
			}
		}
	}
	return all
}

// stand is what stands in for a vendor's API; nil for one that is never asked.
func (l *Laptop) stand(typ string) http.Handler {
	if l.Stand != nil {
		return l.Stand(typ)
	}
	return standin.Handler(typ, standin.Credential)
}

// nowhere is a host that nobody has (RFC 6761).
const nowhere = "https://vendor.invalid"

// API is the vendor's API of a source.
func (v vendors) API(source string, access sources.Access) sources.API {
	client := v[source]
	if client.HTTP != nil && access.Base == "" {
		access.Base = nowhere // surveys.yaml need not say where a stand-in is
	}
	return client.API(source, access)
}

// StoodInFor lists the sources whose vendor is not asked, since there is no
// credential for its API.
func (l *Laptop) StoodInFor() []string {
	var names []string
	for _, s := range l.Config.Sources {
		if l.Credentials[s.Name] == "" && l.stand(s.Type) != nil {
			names = append(names, s.Name)
		}
	}
	return names
}

// inside answers requests by a handler, without a network.
type inside struct{ http.Handler }

// RoundTrip has the handler answer.
func (i inside) RoundTrip(r *http.Request) (*http.Response, error) {
	if err := r.Context().Err(); err != nil {
		return nil, fmt.Errorf("ask the stand-in: %w", err)
	}
	asked := r.Clone(r.Context())
	if asked.Body == nil {
		asked.Body = http.NoBody
	}
	defer asked.Body.Close()
	asked.Host, asked.RequestURI = r.URL.Host, r.URL.RequestURI()
	said := &said{header: http.Header{}, status: http.StatusOK}
	i.ServeHTTP(said, asked)
	return &http.Response{
		Status: http.StatusText(said.status), StatusCode: said.status, Proto: "HTTP/1.1", ProtoMajor: 1, ProtoMinor: 1,
		Header: said.header, Body: io.NopCloser(&said.body), ContentLength: int64(said.body.Len()), Request: r,
	}, nil
}

// said is what a handler answers.
type said struct {
	header http.Header
	status int
	body   bytes.Buffer
}

func (s *said) Header() http.Header         { return s.header }
func (s *said) WriteHeader(status int)      { s.status = status }
func (s *said) Write(b []byte) (int, error) { return s.body.Write(b) }
