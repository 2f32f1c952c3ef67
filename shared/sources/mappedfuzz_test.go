package sources_test

import (
	"bytes"
	"errors"
	"net/http"
	"reflect"
	"strings"
	"testing"

	"heed/shared/heed"
	"heed/shared/sources"
	"heed/shared/surveys"
)

// FuzzMappedParse: whatever the body, and wherever the paths lead, touchpoints
// are in bounds, and the same the second time.
func FuzzMappedParse(f *testing.F) {
	page := mappedSettings()
	for _, body := range samples(f, "mapped") {
		f.Add(body, page.Mapping.Each, "staff.#(role==\"owner\").email")
	}
	for _, body := range nasty {
		f.Add([]byte(body), "@this", "data.tags.#")
	}
	for _, path := range []string{
		"..#.a", "@this|@pretty|@ugly", "{a,b}", "[a,b]", "!{\"a\":1}", "@dig:id", "@join", "@flatten:{\"deep\":true}", "a*?b", "#(#(a==1)#)#",
		"#[a=1]#", "@fromstr", "@tostr", "@group", "\\", "#(", "@", "!", "|", "a|", "#(a%\"*?*?*?*?*\")", "@values|@reverse|@keys",
	} {
		f.Add([]byte(flat), path, path)
	}
	f.Fuzz(func(t *testing.T, body []byte, each, path string) {
		if len(each) > 200 || len(path) > 200 { // as surveys.yaml bounds them
			t.Skip()
		}
		source, mapping := *page, *page.Mapping
		mapping.Each, mapping.Fields = each, map[string]string{}
		for name, usual := range page.Mapping.Fields {
			mapping.Fields[name] = usual
		}
		mapping.Fields["agent"], mapping.Fields["tags"], mapping.Fields["created"] = path, path, path
		source.Mapping = &mapping
		s, _ := sources.Of(&source)
		points, err := s.Parse(&sources.Request{Body: body})
		again, err2 := s.Parse(&sources.Request{Body: body})
		if !reflect.DeepEqual(points, again) || text(err) != text(err2) {
			t.Errorf("read twice, it says %v, %v and %v, %v", points, err, again, err2)
		}
		if err != nil && !errors.Is(err, sources.ErrNotUnderstood) {
			t.Errorf("got %v", err)
		}
		check(t, points)

		// Members that are found once are those that looking each up would find.
		for name, usual := range page.Mapping.Fields {
			mapping.Fields[name] = "@this|" + usual
		}
		one, err := sourceOf(page).Parse(&sources.Request{Body: body})
		other, err2 := s.Parse(&sources.Request{Body: body})
		if each == page.Mapping.Each && (!reflect.DeepEqual(one, other) || text(err) != text(err2)) {
			t.Errorf("by its members %v (%v), looked up %v (%v)", one, err, other, err2)
		}
	})
}

func sourceOf(s *surveys.Source) sources.Source {
	source, _ := sources.Of(s)
	return source
}

// FuzzMappedVerify: only what was signed passes.
func FuzzMappedVerify(f *testing.F) {
	s, secret := find(f, "mapped"), sources.NewSecret("mapped")
	good := signed(f, s, []byte("{}"), secret, now)
	signature, timestamp := good.Header.Get("X-Signature"), good.Header.Get("X-Timestamp")
	for _, body := range []string{"{}", "{} ", ""} {
		f.Add([]byte(body), signature, timestamp)
		f.Add([]byte(body), strings.ToUpper(signature), "2026-11-21T09:30:00Z")
		f.Add([]byte(body), strings.TrimPrefix(signature, "sha256="), "1795253400.0")
	}
	f.Fuzz(func(t *testing.T, body []byte, sig, ts string) {
		r := &sources.Request{Body: body, Header: http.Header{"X-Signature": {sig}, "x-timestamp": {ts}}}
		err := s.Verify(r, []string{secret}, now)
		if err == nil && (string(body) != "{}" || ts != timestamp || !strings.EqualFold(sig, signature)) {
			t.Errorf("%q passes with %q at %q", body, sig, ts)
		}
		if err != nil && heed.CodeOf(err) != heed.Unauthorized {
			t.Errorf("got %v", err)
		}
	})
}

// FuzzMappedRecipe: whatever the recipe that surveys.yaml lets in, what it signs
// it verifies, and another body it does not.
func FuzzMappedRecipe(f *testing.F) {
	f.Add("sha256", "X-Sig", "v0=", "hex", "v0:{timestamp}:{body}", "X-At", "", "text", "secret", "id", []byte("{}"))
	f.Add("sha1", "x", "", "base64", "{method}{url}{id}.{body}", "", "X-Id", "hex", "00ff", "{body}", []byte("{id}"))
	f.Add("sha512", "Webhook-Signature", "v1,", "base64", "{id}.{timestamp}.{body}", "Webhook-Timestamp", "Webhook-Id", "base64", "AAAA", "a.1", []byte(""))
	f.Add("", "Authorization", "Token ", "", "", "", "", "", "a secret", "", []byte("{}"))
	f.Add("", "basic", "", "", "", "", "", "", "a:b:c", "", []byte("{}"))
	f.Add("", "url", "", "", "", "", "", "", "a=b&key=c", "", []byte("{}"))
	f.Add("", "bearer", "", "", "", "", "", "", "a secret", "", []byte("{}"))
	f.Fuzz(func(t *testing.T, hash, header, prefix, encoding, pattern, timestamp, id, key, secret, delivery string, body []byte) {
		source := &surveys.Source{Name: "a", Type: "mapped", Mapping: &surveys.Mapping{Recipe: surveys.Recipe{
			Hash: hash, Header: header, Prefix: prefix, Encoding: encoding, Signed: pattern, Timestamp: timestamp, ID: id, Key: key,
		}}}
		if hash == "" {
			source.Mapping.Recipe = surveys.Recipe{Secret: header, Prefix: prefix}
		}
		s, _ := sources.Of(source)
		r := &sources.Request{Method: "POST", URL: address + "?a=b", Body: body}
		if err := s.Sign(r, secret, delivery, now); err != nil {
			if heed.CodeOf(err) != heed.Invalid {
				t.Errorf("does not sign: %v", err)
			}
			return
		}
		_ = s.Verify(r, []string{secret, "", delivery}, now) // a name of a header may stand twice
		if hash == "" || timestamp != "" || id != "" || strings.Count(pattern, "{body}") != 1 || len(header) == 0 {
			return
		}
		if err := s.Verify(r, []string{secret}, now); err != nil {
			t.Errorf("does not verify what it signs: %v", err)
		}
		r.Body = append(bytes.Clone(body), '.')
		if err := s.Verify(r, []string{secret}, now); heed.CodeOf(err) != heed.Unauthorized {
			t.Errorf("another body passes: %v", err)
		}
	})
}

// BenchmarkMapped is what a full body costs: 20 kB of events.
func BenchmarkMapped(b *testing.B) {
	s, secret := find(b, "mapped"), sources.NewSecret("mapped")
	event := samples(b, "mapped")["mapped/ticket-solved.json"]
	event = event[bytes.IndexByte(event, '[')+1 : bytes.LastIndexByte(event, ']')]
	var body []byte
	for n := 0; len(body) < 20_000; n++ {
		body = append(append(body, event...), ',')
	}
	body = append(append([]byte(`{"events":[`), body[:len(body)-1]...), "]}"...)
	r := signed(b, s, body, secret, now)
	b.ReportAllocs()
	b.SetBytes(int64(len(body)))
	for b.Loop() {
		if err := s.Verify(r, []string{secret}, now); err != nil {
			b.Fatal(err)
		}
		if _, err := s.Parse(r); err != nil {
			b.Fatal(err)
		}
	}
}
