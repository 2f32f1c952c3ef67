package sources_test

import (
	"errors"
	"io"
	"net/http/httptest"
	"strings"
	"testing"

	"heed/shared/heed"
	"heed/shared/sources"
)

func TestReadContentType(t *testing.T) {
	for _, c := range []struct {
		contentType string
		code        heed.Code
	}{
		{"application/json", ""},
		{"application/json; charset=utf-8", ""},
		{`Application/JSON;charset="UTF-8"`, ""},
		{"application/json; profile=x", ""},
		{"application/cloudevents+json; charset=utf-8", ""},
		{"application/json; charset=iso-8859-1", heed.Unsupported},
		{"application/jsonp", heed.Unsupported},
		{"application/xml", ""},
		{"text/xml; charset=UTF-8", ""},
		{"application/soap+xml", ""},
		{"text/json", heed.Unsupported},
		{"text/plain", heed.Unsupported},
		{"application/x-www-form-urlencoded", ""},
		{"application/json, text/plain", heed.Unsupported},
		{"json", heed.Unsupported},
		{"", heed.Unsupported},
	} {
		r := httptest.NewRequest("POST", "/hooks/x?y=1", strings.NewReader("{}"))
		r.Header.Set("Content-Type", c.contentType)
		got, err := sources.Read(r)
		if heed.CodeOf(err) != c.code {
			t.Errorf("%q: %v", c.contentType, err)
		}
		if err == nil && (string(got.Body) != "{}" || got.Method != "POST" || got.URL != "/hooks/x?y=1" || got.Header == nil) {
			t.Errorf("%q: read %+v", c.contentType, got)
		}
	}
}

func TestReadLength(t *testing.T) {
	for _, c := range []struct {
		length int
		told   bool // by Content-Length
		code   heed.Code
	}{
		{sources.MaxBody, true, ""},
		{sources.MaxBody, false, ""},
		{sources.MaxBody + 1, true, heed.TooLarge},
		{sources.MaxBody + 1, false, heed.TooLarge},
	} {
		body := &counted{Reader: strings.NewReader(strings.Repeat("x", c.length))}
		r := httptest.NewRequest("POST", "/", body)
		r.Header.Set("Content-Type", "application/json")
		r.ContentLength = -1
		if c.told {
			r.ContentLength = int64(c.length)
		}
		got, err := sources.Read(r)
		if heed.CodeOf(err) != c.code || err == nil && len(got.Body) != c.length {
			t.Errorf("%d bytes, told %t: %v", c.length, c.told, err)
		}
		if c.told && c.code != "" && body.n > 0 {
			t.Errorf("read %d bytes of a body that was announced too long", body.n)
		}
	}
}

type counted struct {
	io.Reader
	n int
}

func (c *counted) Read(p []byte) (int, error) {
	n, err := c.Reader.Read(p)
	c.n += n
	return n, err
}

func TestReadBrokenOff(t *testing.T) {
	r := httptest.NewRequest("POST", "/", io.MultiReader(strings.NewReader("{"), broken{}))
	r.Header.Set("Content-Type", "application/json")
	if _, err := sources.Read(r); heed.CodeOf(err) != heed.Invalid {
		t.Errorf("got %v", err)
	}
}

type broken struct{}

func (broken) Read([]byte) (int, error) { return 0, errors.New("the line went dead") }
