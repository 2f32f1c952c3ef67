package sources_test

import (
	"errors"
	"net/http"
	"reflect"
	"strings"
	"testing"

	"heed/shared/heed"
	"heed/shared/sources"
)

var nasty = []string{
	`{"type":"a.b","timestamp":"2026-01-01T00:00:00Z","data":{"id":1,"email":"a@b","tags":[[],{},null,1e999,"\ud800"]}}`,
	`{"type":"a","type":"b","ticket":{"id":1},"ticket":{"ID":2},"requester":{"id":"\u0000"},"Requester":{"id":-0.0}}`,
	`{"ticket":{"id":"{{ticket.id}}","status":"Solved"},"requester":{"email":"{{x}}"}}`,
	`{"data":{"object":"\u202e\u2028","customer":{"name":"` + strings.Repeat("é", 300) + `"}}}`,
	"{\"ticket\":{\"id\":\"\xff\xfe\"}}", `[]`, `null`, ``,
	`{"type":"a.b","timestamp":"2026-11-14T00:00:12Z","data":{"id":1,"customer":{"id":1,"former":[{"id":{}},{"email":"a@b.c"},null,7,[]]}}}`,
}

func fuzzParse(f *testing.F, typ string) {
	for _, body := range samples(f, typ) {
		f.Add(body, "2026-11-16T10:04:00Z")
	}
	for _, body := range nasty {
		f.Add([]byte(body), "1795341600")
	}
	s := find(f, typ)
	f.Fuzz(func(t *testing.T, body []byte, timestamp string) {
		h := http.Header{"X-Zendesk-Webhook-Signature-Timestamp": {timestamp}, "Webhook-Timestamp": {timestamp}}
		points, err := s.Parse(&sources.Request{Header: h, Body: body})
		again, err2 := s.Parse(&sources.Request{Header: h, Body: body})
		if !reflect.DeepEqual(points, again) || text(err) != text(err2) {
			t.Errorf("read twice, it says %v, %v and %v, %v", points, err, again, err2)
		}
		if err != nil && (points != nil && !traits[typ].batch || heed.CodeOf(err) != heed.Invalid && !errors.Is(err, sources.ErrNotUnderstood)) {
			t.Errorf("%v beside %v", points, err)
		}
		checkOf(t, s, points)
	})
}

func FuzzZendeskParse(f *testing.F)  { fuzzParse(f, "zendesk") }
func FuzzStandardParse(f *testing.F) { fuzzParse(f, "standard") }

// fuzzVerify: only what was signed passes.
func fuzzVerify(f *testing.F, typ string, signature, timestamp string) {
	s, secret := find(f, typ), sources.NewSecret(typ)
	good := signed(f, s, []byte("{}"), secret, now)
	f.Add([]byte("{}"), good.Header.Get(signature), good.Header.Get(timestamp), "msg_1")
	f.Add([]byte("{} "), good.Header.Get(signature), good.Header.Get(timestamp), "msg_1")
	f.Add([]byte(nil), "v1, v1,,", "-9223372036854775808", " ")
	f.Add([]byte(nil), "", "2026-11-21T09:30:00.999999999999+23:59", "")
	f.Fuzz(func(t *testing.T, body []byte, sig, ts, id string) {
		r := &sources.Request{Body: body, Header: http.Header{}}
		r.Header.Set(signature, sig)
		r.Header.Set(timestamp, ts)
		r.Header.Set("webhook-id", id)
		err := s.Verify(r, []string{secret}, now)
		if err == nil && (string(body) != "{}" || !strings.Contains(sig, good.Header.Get(signature))) {
			t.Errorf("%q passes with %q at %q", body, sig, ts)
		}
		if err != nil && heed.CodeOf(err) != heed.Unauthorized {
			t.Errorf("got %v", err)
		}
	})
}

func FuzzZendeskVerify(f *testing.F) {
	fuzzVerify(f, "zendesk", "X-Zendesk-Webhook-Signature", "X-Zendesk-Webhook-Signature-Timestamp")
}

func FuzzStandardVerify(f *testing.F) {
	fuzzVerify(f, "standard", "Webhook-Signature", "Webhook-Timestamp")
}
