package cloud

import (
	"bytes"
	"context"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/url"
	"strings"

	"github.com/aws/aws-lambda-go/lambda"
)

// ServeHTTP hands the events of an API Gateway HTTP API (payload version 2.0,
// stage $default) to h, one at a time, and does not return. The request's
// context ends when Lambda ends the function. An answer may have 6 MB, of
// which what is not UTF-8 counts four thirds.
//
// awslabs/aws-lambda-go-api-proxy does the same and is not used: it splits
// header values at commas, so that of the signature header
// "v1,K5oZ..." a handler sees "v1"; it reads the path, which comes unescaped,
// as if it were escaped; it writes paths, and with them tokens, to the log;
// and it passes on an answer's headers as they were changed after the status.
func ServeHTTP(h http.Handler) { lambda.Start(web{h}) }

type web struct{ handler http.Handler }

// httpEvent is what is read of an event, by the names in
// https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html
type httpEvent struct {
	RawPath        string            `json:"rawPath"`
	RawQueryString string            `json:"rawQueryString"`
	Cookies        []string          `json:"cookies"`
	Headers        map[string]string `json:"headers"`
	RequestContext struct {
		HTTP struct {
			Method   string `json:"method"`
			SourceIP string `json:"sourceIp"`
		} `json:"http"`
	} `json:"requestContext"`
	Body            string `json:"body"`
	IsBase64Encoded bool   `json:"isBase64Encoded"`
}

// Invoke answers one event.
func (w web) Invoke(ctx context.Context, payload []byte) ([]byte, error) {
	var e httpEvent
	if err := json.Unmarshal(payload, &e); err != nil {
		return nil, fmt.Errorf("reading an HTTP event: %w", err)
	}
	r, err := e.request(ctx)
	if err != nil {
		return nil, err
	}
	a := answer{header: http.Header{}}
	w.handler.ServeHTTP(&a, r)
	return a.reply(r.Method)
}

// request is the event as net/http would have read it off a connection.
func (e *httpEvent) request(ctx context.Context) (*http.Request, error) {
	body := []byte(e.Body)
	if e.IsBase64Encoded {
		var err error
		if body, err = base64.StdEncoding.DecodeString(e.Body); err != nil {
			return nil, fmt.Errorf("reading the body of an HTTP event: %w", err)
		}
	}
	header := http.Header{}
	for name, value := range e.Headers { // the lines of one name come joined by commas
		header.Set(name, value)
	}
	if len(e.Cookies) > 0 {
		header.Set("Cookie", strings.Join(e.Cookies, "; "))
	}
	host := header.Get("Host")
	header.Del("Host")
	u := url.URL{Path: e.RawPath, RawQuery: e.RawQueryString} // rawPath comes unescaped, in spite of its name
	r := &http.Request{
		Method: e.RequestContext.HTTP.Method, URL: &u, RequestURI: u.RequestURI(),
		Proto: "HTTP/1.1", ProtoMajor: 1, ProtoMinor: 1,
		Header: header, Host: host,
		Body: io.NopCloser(bytes.NewReader(body)), ContentLength: int64(len(body)),
		RemoteAddr: net.JoinHostPort(e.RequestContext.HTTP.SourceIP, "0"),
	}
	return r.WithContext(ctx), nil
}
