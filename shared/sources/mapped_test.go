package sources_test

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"fmt"
	"net/http"
	"os"
	"strings"
	"testing"
	"time"

	"heed/shared/heed"
	"heed/shared/sources"
	"heed/shared/surveys"
)

// mappedSettings are those of the page, for which the samples are.
func mappedSettings() *surveys.Source {
	_, after, _ := strings.Cut(mappedPage(), "```yaml\n")
	text, _, _ := strings.Cut(after, "```")
	return mappedBy(text)
}

func mappedPage() string {
	b, err := os.ReadFile("../../docs/sources/mapped.md")
	if err != nil {
		panic(err)
	}
	return string(b)
}

// mappedBy reads a source as surveys.yaml has it.
func mappedBy(text string) *surveys.Source {
	c, err := surveys.Load([]byte("brand: {name: Acme}\n" + text +
		"\nprograms: [{name: a, ask: nps, when: {kinds: [deal.won]}, stage: sales, rate: 0.1}]\n"))
	if err != nil {
		panic(err)
	}
	return &c.Sources[0]
}

// verifiedBy is a mapped source with a recipe.
func verifiedBy(t testing.TB, recipe string) sources.Source {
	t.Helper()
	s, ok := sources.Of(mappedBy("sources: [{name: a, type: mapped, verify: " + recipe + ", fields: {kind: event, object: id, at: time, customer.id: who}}]"))
	if !ok {
		t.Fatal("there is no mapped source")
	}
	return s
}

// recipes are those of the page, by their sender.
func recipes(t testing.TB) map[string]string {
	t.Helper()
	_, table, _ := strings.Cut(mappedPage(), "| sender | `verify` |\n|---|---|\n")
	table, _, _ = strings.Cut(table, "\n\n")
	all := map[string]string{}
	for row := range strings.SplitSeq(table, "\n") {
		cells := strings.Split(row, "`")
		if len(cells) < 3 {
			t.Fatalf("%q is no row of recipes", row)
		}
		all[strings.Trim(cells[0], "| ")] = cells[1]
	}
	return all
}

const slackBody = "token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow&channel_id=G8PSS9T3V&channel_name=foobar" +
	"&user_id=U2CERLKJA&user_name=roadrunner&command=%2Fwebhook-collect&text=&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands" +
	"%2FT1DC2JH3J%2F397700885554%2F96rGlfmibIGlgcZRskXaIFfN&trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c"

// A known is a delivery whose signature was made elsewhere: published by the
// sender, or computed with another implementation.
type known struct {
	name, recipe, secret, method, url, body string
	headers                                 map[string]string
	at                                      time.Time
}

func knowns(t testing.TB) []known {
	of, body := recipes(t), `{"say":"hello"}`
	sec, milli := time.Unix(1714557600, 0), "1714557600000"
	all := []known{
		{name: "Attio", secret: "test-secret", body: body, headers: map[string]string{"attio-signature": "afe74c7ed1a09322e554fc8944d9028c50976db030c8c267b274e74507949710"}},
		{name: "Attio", secret: "test-secret", body: body, headers: map[string]string{"attio-signature": "AFE74C7ED1A09322E554FC8944D9028C50976DB030C8C267B274E74507949710"}},
		{name: "Chatwoot, from 4.11.2", secret: "test-secret", body: body, at: sec, headers: map[string]string{
			"X-Chatwoot-Signature": "sha256=6f417938635bc411ecb44c2f13b78c0b1d083b92fd5ca310eec5d7579fc54b81", "X-Chatwoot-Timestamp": "1714557600",
		}},
		{name: "Close", secret: "058bfb6a3d8cfdc4da7c3be5901b16ae11da982b46a25fb2cd7016e97a140a1c", body: body, at: time.Unix(1544271440, 0), headers: map[string]string{
			"close-sig-hash": "efd49a4da7d18853059a9c4e60065f10d079b1283a121582b2317e8cccfd6b48", "close-sig-timestamp": "1544271440",
		}},
		{name: "Crisp, plugin", secret: "test-secret", body: body, at: sec, headers: map[string]string{
			"X-Crisp-Signature": "98bbaa173bacf0f5ab6f1b4099d219976bc6fad2b2c1a4eb23f02f49cacaa633", "X-Crisp-Request-Timestamp": milli,
		}},
		{name: "Front, application", secret: "test-secret", body: body, at: sec, headers: map[string]string{
			"X-Front-Signature": "05hAcX4LoJaAFz901tLaHOkcj8/oUvwN3cQj6zIen00=", "X-Front-Request-Timestamp": milli,
		}},
		{name: "Front, rule", secret: "test-secret", body: body, headers: map[string]string{"X-Front-Signature": "M0bKvNfP1hL4SBd442DTMMxH1dA="}},
		{name: "Slack, and whoever signs as Slack does", secret: "8f742231b10e8888abcd99yyyzzz85a5", body: slackBody, at: time.Unix(1531420618, 0), headers: map[string]string{
			"X-Slack-Signature": "v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503", "X-Slack-Request-Timestamp": "1531420618",
		}},
		{name: "Zammad", secret: "test-secret", body: body, headers: map[string]string{"X-Hub-Signature": "sha1=3346cabcd7cfd612f8481778e360d330cc47d5d0"}},

		// Not on the page, since these have pages of their own: an ISO 8601 time,
		// and method and address.
		{
			name: "Zendesk", secret: "dGhpc19zZWNyZXRfaXNfZm9yX3Rlc3Rpbmdfb25seQ==", body: body, at: time.Date(2024, 5, 1, 10, 0, 0, 0, time.UTC),
			recipe: `{hmac: sha256, header: X-Sig, encoding: base64, timestamp: X-At, signed: "{timestamp}{body}"}`,
			headers: map[string]string{
				"X-Sig": "SzUitCzNY7tyWIOYRE+IRjky8R4QKdUer4aK2B2/fzg=", "X-At": "2024-05-01T10:00:00Z",
			},
		},
		{
			name: "HubSpot", secret: "yyyyyyyy-yyyy-yyyy-yyyy-yyyyyyyyyyyy", method: "POST", url: "https://www.example.com/webhook_uri",
			body: `{'example_field':'example_value'}`, at: time.UnixMilli(1693657560000),
			recipe: `{hmac: sha256, header: X-Sig, encoding: base64, timestamp: X-At, signed: "{method}{url}{body}{timestamp}"}`,
			headers: map[string]string{
				"X-Sig": "K36dawei4A+QBNolUOqo7s91KQDWQ5MXZ/QufNYuk/Y=", "X-At": "1693657560000",
			},
		},
		{
			name: "Standard Webhooks", secret: "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", body: `{"test": 2432232314}`, at: time.Unix(1614265330, 0),
			recipe: `{hmac: sha256, header: webhook-signature, prefix: "v1,", encoding: base64, timestamp: webhook-timestamp, id: webhook-id, signed: "{id}.{timestamp}.{body}", key: base64}`,
			headers: map[string]string{
				"webhook-signature": "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=", "webhook-timestamp": "1614265330", "webhook-id": "msg_p5jXN8AQM9LWM0D4loKWxJek",
			},
		},
		{
			name: "Jira", secret: "It's a Secret to Everybody", body: "Hello World!", recipe: `{hmac: sha256, header: X-Hub-Signature, prefix: "sha256="}`,
			headers: map[string]string{"X-Hub-Signature": "sha256=a4771c39fbe90f317c7824e83ddef3caae9cb3d976c214ace1f2937e133263c9"},
		},
	}
	for i := range all {
		if all[i].recipe == "" {
			all[i].recipe = of[all[i].name]
		}
	}
	return all
}

func (k known) request() *sources.Request {
	r := &sources.Request{Method: k.method, URL: k.url, Header: http.Header{}, Body: []byte(k.body)}
	for name, value := range k.headers {
		r.Header.Set(name, value)
	}
	return r
}

// TestRecipes: what was signed elsewhere verifies, nothing that differs from it
// in one byte does, and what is signed here by the recipe verifies as well.
func TestRecipes(t *testing.T) {
	tried := map[string]bool{}
	for _, k := range knowns(t) {
		tried[k.name] = true
		t.Run(k.name, func(t *testing.T) {
			s := verifiedBy(t, k.recipe)
			verify := func(r *sources.Request) error { return s.Verify(r, []string{k.secret}, k.at.Add(time.Hour)) }
			if err := verify(k.request()); err != nil {
				t.Fatal(err)
			}
			for i := range len(k.body) {
				r := k.request()
				r.Body[i] ^= 1
				refused(t, verify(r), "the body's byte %d changed", i)
			}
			refused(t, verify(&sources.Request{Method: k.method, URL: k.url, Header: k.request().Header, Body: []byte(k.body + " ")}), "a space more")
			for name, value := range k.headers {
				for i := range len(value) {
					r := k.request()
					changed := []byte(value)
					changed[i] ^= 1
					r.Header.Set(name, string(changed))
					refused(t, verify(r), "%s, byte %d changed", name, i)
				}
				r := k.request()
				r.Header.Del(name)
				refused(t, verify(r), "%s is missing", name)
			}
			for name, value := range k.headers {
				if _, bare, ok := strings.Cut(value, "="); ok && strings.Contains(k.recipe, "prefix: ") && bare != "" {
					r := k.request()
					r.Header.Set(name, bare)
					refused(t, verify(r), "%s without what belongs before it", name)
				}
			}
			if strings.Contains(k.recipe, "{url}") {
				for _, change := range []func(*sources.Request){func(r *sources.Request) { r.URL += "?" }, func(r *sources.Request) { r.Method = "PUT" }} {
					r := k.request()
					change(r)
					refused(t, verify(r), "the address or method changed")
				}
			}
			other := "a" + k.secret[1:]
			refused(t, s.Verify(k.request(), []string{other}, k.at), "another secret")
			r := &sources.Request{Method: "POST", URL: address, Body: []byte(k.body)}
			if err := s.Sign(r, k.secret, "msg_2", k.at); err != nil {
				t.Fatal(err)
			}
			if err := verify(r); err != nil {
				t.Errorf("what is signed here does not verify: %v", err)
			}
		})
	}
	for sender, recipe := range recipes(t) {
		if s := verifiedBy(t, recipe); strings.Contains(recipe, "hmac") && !tried[sender] {
			t.Errorf("nothing known is held against the recipe of %s: %T", sender, s)
		}
	}
}

func refused(t *testing.T, err error, format string, args ...any) {
	t.Helper()
	if heed.CodeOf(err) != heed.Unauthorized {
		t.Errorf("%s: %v", fmt.Sprintf(format, args...), err)
	}
}

// TestRecipesWindow: a time that is signed may be 72 hours off, one in no form
// is refused.
func TestRecipesWindow(t *testing.T) {
	s := verifiedBy(t, `{hmac: sha256, header: X-Sig, timestamp: X-At, signed: "{timestamp}.{body}"}`)
	for _, c := range []struct {
		at   string
		says string
	}{
		{"1795253400", ""},
		{"1795253400000", ""},
		{"1795253400.25", ""},
		{"2026-11-21T10:30:00+01:00", ""},
		{"1794994200", ""},
		{"1794994199", "old; at most 72h"},
		{"1795512601", "in the future; at most 72h"},
		{"Sat, 21 Nov 2026 09:30:00 GMT", "header X-At is no time"},
		{"20261121", "header X-At is no time"},
		{"-1795253400", "header X-At is no time"},
	} {
		r := &sources.Request{Body: []byte("{}"), Header: http.Header{"X-At": {c.at}}}
		r.Header.Set("X-Sig", hmacOf("test-secret", c.at+".{}"))
		err := s.Verify(r, []string{"test-secret"}, now)
		if (err == nil) != (c.says == "") || !strings.Contains(text(err), c.says) {
			t.Errorf("%s: %v", c.at, err)
		}
	}
}

func hmacOf(key, signed string) string {
	m := hmac.New(sha256.New, []byte(key))
	m.Write([]byte(signed))
	return hex.EncodeToString(m.Sum(nil))
}

// TestRecipesTakePlaceholdersOnce: a header that holds a placeholder is not
// filled in, else one signature would be that of several deliveries.
func TestRecipesTakePlaceholdersOnce(t *testing.T) {
	s := verifiedBy(t, `{hmac: sha256, header: X-Sig, id: X-Id, signed: "{id}.{body}"}`)
	r := &sources.Request{Body: []byte("{id}"), Header: http.Header{"X-Id": {"{body}"}, "X-Sig": {hmacOf("test-secret", "{body}.{id}")}}}
	if err := s.Verify(r, []string{"test-secret"}, now); err != nil {
		t.Errorf("placeholders in header and body count as they stand: %v", err)
	}
}

func TestRecipesUnusableSecret(t *testing.T) {
	for _, c := range []struct{ key, bad, good string }{
		{"hex", "not hex", "00ff"}, {"hex", "abc", "AA"}, {"base64", "%%%", "AAAA"}, {"base64", "", "AAAA"}, {"text", "", "x"},
	} {
		s := verifiedBy(t, "{hmac: sha512, header: X-Sig, key: "+c.key+"}")
		r := signed(t, s, []byte("{}"), c.good, now)
		if err := s.Verify(r, []string{c.bad}, now); heed.CodeOf(err) != heed.Unavailable {
			t.Errorf("%s %q: %v", c.key, c.bad, err)
		}
		if err := s.Verify(r, []string{c.bad, c.good}, now); err != nil {
			t.Errorf("%s %q beside a good one: %v", c.key, c.bad, err)
		}
		if err := s.Sign(&sources.Request{}, c.bad, "msg_1", now); heed.CodeOf(err) != heed.Invalid {
			t.Errorf("%s %q signs: %v", c.key, c.bad, err)
		}
	}
}

// TestShown: a secret counts in the one place that the recipe names.
func TestShown(t *testing.T) {
	const secret = "kept-between-us"
	basic := func(pair string) map[string]string {
		return map[string]string{"authorization": "Basic " + base64.StdEncoding.EncodeToString([]byte(pair))}
	}
	for _, c := range []struct {
		recipe, secret string
		headers        map[string]string
		query          string
		ok             bool
	}{
		{"{secret: X-Secret}", secret, map[string]string{"x-secret": secret}, "", true},
		{"{secret: X-Secret}", secret, map[string]string{"X-Secret": secret + "s"}, "", false},
		{"{secret: X-Secret}", secret, map[string]string{"X-Secret": ""}, "", false},
		{"{secret: X-Secret}", secret, map[string]string{"X-Heed-Secret": secret}, "", false},
		{"{secret: X-Secret}", secret, nil, "?key=" + secret, false},
		{`{secret: Authorization, prefix: "Token "}`, secret, map[string]string{"Authorization": "Token " + secret}, "", true},
		{`{secret: Authorization, prefix: "Token "}`, secret, map[string]string{"Authorization": secret}, "", false},
		{"{secret: basic}", secret, basic("anybody:" + secret), "", true},
		{"{secret: basic}", "kim:" + secret, basic("kim:" + secret), "", true},
		{"{secret: basic}", "kim:" + secret, basic("lee:" + secret), "", false},
		{"{secret: basic}", secret, basic(secret + ":"), "", false},
		{"{secret: basic}", secret, basic(secret), "", false},
		{"{secret: basic}", secret, map[string]string{"Authorization": "Bearer " + secret}, "", false},
		{"{secret: bearer}", secret, map[string]string{"Authorization": "bearer  " + secret}, "", true},
		{"{secret: bearer}", secret, basic("a:" + secret), "", false},
		{"{secret: bearer}", secret, map[string]string{"Authorization": secret}, "", false},
		{"{secret: url}", secret, nil, "?a=b&key=" + secret, true},
		{"{secret: url}", secret, nil, "?key=" + secret + "&key=a", true},
		{"{secret: url}", secret, nil, "?key=a", false},
		{"{secret: url}", secret, map[string]string{"key": secret}, "", false},
	} {
		s := verifiedBy(t, c.recipe)
		r := &sources.Request{URL: address + c.query, Header: http.Header{}, Body: []byte("{}")}
		for name, value := range c.headers {
			r.Header[name] = []string{value}
		}
		err := s.Verify(r, []string{"former", c.secret}, now)
		if (err == nil) != c.ok || err != nil && heed.CodeOf(err) != heed.Unauthorized {
			t.Errorf("%s with %v %s: %v", c.recipe, c.headers, c.query, err)
		}
		r = &sources.Request{URL: address + "?a=b", Body: []byte("{}")}
		if err := s.Sign(r, c.secret, "msg_1", now); err != nil {
			t.Fatal(err)
		}
		if err := s.Verify(r, []string{c.secret}, now); err != nil || !strings.Contains(r.URL, "a=b") {
			t.Errorf("%s: what shows the secret here does not verify: %v", c.recipe, err)
		}
		if err := s.Verify(r, []string{""}, now); heed.CodeOf(err) != heed.Unavailable {
			t.Errorf("%s: without a secret: %v", c.recipe, err)
		}
	}
}
