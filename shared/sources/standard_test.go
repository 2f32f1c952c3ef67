package sources_test

import (
	"errors"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"reflect"
	"strings"
	"testing"
	"time"

	"heed/shared/heed"
	"heed/shared/sources"
)

const standardSecret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"

// The vector is the reference implementation's (libraries/go/webhook_test.go).
func TestStandardKnownAnswer(t *testing.T) {
	const good = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="
	s, at := find(t, "standard"), time.Unix(1614265330, 0)
	for _, c := range []struct {
		name, signature string
		ok              bool
	}{
		{"alone", good, true},
		{"after a wrong one", "v1,AAAA " + good, true},
		{"between other versions", "v1a,hnO3f9T8Ytu9HwrXslvumlUpqtNVqkhqw/enGzPCXe5BdqzCInXqYXFymVJaA7AZdpXwVLPo3mNl8EM+m7TBAg== " + good + " v2,zzz", true},
		{"under another version", strings.Replace(good, "v1", "v2", 1), false},
		{"without a version", strings.TrimPrefix(good, "v1,"), false},
		{"cut short", good[:len(good)-1], false},
		{"nothing but spaces", "   ", false},
	} {
		r := &sources.Request{Body: []byte(`{"test": 2432232314}`), Header: http.Header{}}
		r.Header.Set("webhook-id", "msg_p5jXN8AQM9LWM0D4loKWxJek")
		r.Header.Set("webhook-timestamp", "1614265330")
		r.Header.Set("webhook-signature", c.signature)
		if err := s.Verify(r, []string{standardSecret}, at); (err == nil) != c.ok {
			t.Errorf("%s: %v", c.name, err)
		}
		if err := s.Verify(r, []string{strings.TrimPrefix(standardSecret, "whsec_")}, at); (err == nil) != c.ok {
			t.Errorf("%s, secret without prefix: %v", c.name, err)
		}
	}
}

// An unusable secret is ours to mend, and nothing is signed with it.
func TestStandardUnusableSecret(t *testing.T) {
	s := find(t, "standard")
	for _, secret := range []string{"whsec_", "whsec_\n", "\r\n", "whsec_not base64!", "???"} {
		r := signed(t, s, []byte("{}"), standardSecret, now)
		if err := s.Verify(r, []string{secret}, now); heed.CodeOf(err) != heed.Unavailable {
			t.Errorf("%q: %v", secret, err)
		}
		if err := s.Verify(r, []string{secret, standardSecret}, now); err != nil {
			t.Errorf("%q beside a good one: %v", secret, err)
		}
		err := s.Sign(&sources.Request{}, secret, "msg_1", now)
		if heed.CodeOf(err) != heed.Invalid || secret != "whsec_" && strings.Contains(err.Error(), secret) {
			t.Errorf("%q signs: %v", secret, err)
		}
	}
}

func TestStandardSample(t *testing.T) {
	points, err := find(t, "standard").Parse(&sources.Request{Body: samples(t, "standard")["standard/subscription-renewed.json"]})
	want := []heed.Touchpoint{{
		Kind: "subscription.renewed", Object: "subscription:sub_9042", Occurrence: "2026-11-14",
		At: time.Date(2026, 11, 14, 0, 0, 12, 0, time.UTC),
		Customer: heed.Customer{
			ID: "u_11873", Email: "lukas.brandt@example.com", Name: "Lukas Brandt", Locale: "de", Account: "acct_207",
		},
		Product: "Business", Tags: []string{"annual"},
	}}
	if err != nil || !reflect.DeepEqual(points, want) {
		t.Errorf("got  %+v (%v)\nwant %+v", points, err, want)
	}
}

func former(p heed.Touchpoint) any { return p.Customer.Former }

func TestStandardShapes(t *testing.T) {
	s, sample := find(t, "standard"), samples(t, "standard")["standard/deal-won.json"]
	timestamp := http.Header{"webhook-timestamp": {"1795341600"}}
	for name, c := range map[string]struct {
		change map[string]any
		got    func(p heed.Touchpoint) any
		want   any
	}{
		"object as given":          {map[string]any{"data.object": "Deal 88310/b"}, object, "Deal 88310/b"},
		"id for an object":         {map[string]any{"data.object": nil, "data.id": 88310}, object, "88310"},
		"object that is an object": {map[string]any{"data.object": map[string]any{"a": 1}, "data.id": "x"}, object, "x"},
		"no occurrence":            {nil, occurrence, "1"},
		"customer id as a number":  {map[string]any{"data.customer.id": 5}, customer, "5"},
		"flat address":             {map[string]any{"data.customer": nil, "data.email": "a@example.com"}, email, "a@example.com"},
		"flat id and account":      {map[string]any{"data.customer": nil, "data.customer_id": 9, "data.account": 8}, customer, "9"},
		"flat account":             {map[string]any{"data.customer.account": nil, "data.account": 8}, account, "8"},
		"flat name is not a name":  {map[string]any{"data.customer.name": nil, "data.name": "Acme renewal"}, func(p heed.Touchpoint) any { return p.Customer.Name }, ""},
		"customer as a string":     {map[string]any{"data.customer": "c_1", "data.email": "a@example.com"}, email, "a@example.com"},
		"former identities":        {map[string]any{"data.customer.former": []any{map[string]any{"email": "old@example.com"}, map[string]any{"id": 7}}}, former, []heed.Former{{Email: "old@example.com"}, {ID: "7"}}},
		"at most four of them":     {map[string]any{"data.customer.former": []any{map[string]any{"id": 1}, map[string]any{}, map[string]any{"id": 2}, map[string]any{"id": 3}, map[string]any{"id": 4}, map[string]any{"id": 5}}}, former, []heed.Former{{ID: "1"}, {ID: "2"}, {ID: "3"}, {ID: "4"}}},
		"former as addresses":      {map[string]any{"data.customer.former": []any{"old@example.com"}}, former, []heed.Former(nil)},
		"former as one object":     {map[string]any{"data.customer.former": map[string]any{"id": 1}}, former, []heed.Former(nil)},
		"former of no address":     {map[string]any{"data.customer.former": []any{map[string]any{"email": "nobody"}}}, former, []heed.Former(nil)},
		"tags as a string":         {map[string]any{"data.tags": "a b"}, tags, []string{"a", "b"}},
		"no timestamp":             {map[string]any{"timestamp": nil}, at, "2026-11-22T10:00:00Z"},
		"timestamp as a number":    {map[string]any{"timestamp": 1}, at, "2026-11-22T10:00:00Z"},
	} {
		t.Run(name, func(t *testing.T) {
			points, err := s.Parse(&sources.Request{Header: timestamp, Body: change(t, sample, c.change)})
			if err != nil || len(points) != 1 {
				t.Fatalf("%d touchpoints (%v)", len(points), err)
			}
			check(t, points)
			if got := c.got(points[0]); !reflect.DeepEqual(got, c.want) {
				t.Errorf("got %#v, want %#v", got, c.want)
			}
		})
	}
}

func TestStandardSaysTooLittle(t *testing.T) {
	s, sample := find(t, "standard"), samples(t, "standard")["standard/deal-won.json"]
	for says, values := range map[string]map[string]any{
		"type is missing":             {"type": nil},
		"type is missing, or":         {"type": strings.Repeat("long.", 13) + "x"},
		"or is not a kind":            {"type": "deal..won"},
		"neither data.object nor":     {"data.object": " "},
		"neither data.customer.id":    {"data.customer": map[string]any{"name": "Amina Diallo"}},
		"timestamp is not an ISO":     {"timestamp": "soon"},
		"neither data.object nor dat": {"data": "deal"},
	} {
		points, err := s.Parse(&sources.Request{Body: change(t, sample, values)})
		if !errors.Is(err, sources.ErrNotUnderstood) || !strings.Contains(text(err), says) || points != nil {
			t.Errorf("%v: %v, %v", values, points, err)
		}
	}
}

// TestStandardPage runs the page's sender as it stands, and reads its payload.
func TestStandardPage(t *testing.T) {
	s := find(t, "standard")
	points, err := s.Parse(&sources.Request{Body: []byte(block(t, "standard.md", "json"))})
	if err != nil || len(points) != 1 || points[0].Occurrence != "2026-11-14" || points[0].Team != "Success" {
		t.Errorf("the page's payload gives %+v, %v", points, err)
	}
	for _, tool := range []string{"sh", "curl", "openssl", "od"} {
		if _, err := exec.LookPath(tool); err != nil {
			t.Skipf("%s is not installed", tool)
		}
	}
	var got []heed.Touchpoint
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, req *http.Request) {
		r, err := sources.Read(req)
		if err == nil {
			err = s.Verify(r, []string{standardSecret}, time.Now())
		}
		if err == nil {
			got, err = s.Parse(r)
		}
		if err != nil {
			http.Error(w, err.Error(), http.StatusTeapot)
		}
	}))
	defer server.Close()
	sender := exec.Command("sh", "-ec", block(t, "standard.md", "sh"))
	sender.Env = append(os.Environ(), "HEED_URL="+server.URL, "HEED_SECRET="+standardSecret, "no_proxy=*")
	out, err := sender.CombinedOutput()
	if err != nil || len(out) > 0 || len(got) != 1 || got[0].Customer.Email != "priya.raman@example.com" {
		t.Errorf("the sender said %q (%v); touchpoints %+v", out, err, got)
	}
}

// The vectors of v1a: the reference implementation's, whose private key is 32
// bytes (libraries/go/webhook_asymmetric_test.go), and that of a sender who
// writes the public key behind it (github.com/svix/svix-webhooks, server).
const (
	seedSecret   = "whsk_VEVTVFNJR05JTkdLRVlET05PVFVTRVRISVNGT1JBTlk="
	seedSigned   = "v1a,tQ9V2XOqn7jL/DQenEFpqIugdBVtiMmER5mhSkXBNwM0mkATuDe6KYYUuxqtaiHeYGb7KaaBRdM5WqyeFiL8Ag=="
	pairSecret   = "whsk_6Xb/dCcHpPea21PS1N9VY/NZW723CEc77N4rJCubMbfVKIDij2HKpMKkioLlX0dRqSKJp4AJ6p9lMicMFs6Kvg=="
	pairPublic   = "whpk_1SiA4o9hyqTCpIqC5V9HUakiiaeACeqfZTInDBbOir4="
	pairSigned   = "v1a,hnO3f9T8Ytu9HwrXslvumlUpqtNVqkhqw/enGzPCXe5BdqzCInXqYXFymVJaA7AZdpXwVLPo3mNl8EM+m7TBAg=="
	sharedSigned = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="
)

func vector(signature string) *sources.Request {
	r := &sources.Request{Body: []byte(`{"test": 2432232314}`), Header: http.Header{}}
	r.Header.Set("webhook-id", "msg_p5jXN8AQM9LWM0D4loKWxJek")
	r.Header.Set("webhook-timestamp", "1614265330")
	r.Header.Set("webhook-signature", signature)
	return r
}

func TestStandardPublicKeys(t *testing.T) {
	s, at := find(t, "standard"), time.Unix(1614265330, 0)
	for _, c := range []struct {
		name, signature string
		secrets         []string
		code            heed.Code
	}{
		{"a public key", pairSigned, []string{pairPublic}, ""},
		{"its private key", pairSigned, []string{pairSecret}, ""},
		{"a private key of 32 bytes", seedSigned, []string{seedSecret}, ""},
		{"another key", seedSigned, []string{pairPublic}, heed.Unauthorized},
		{"both kinds of secrets, v1a", pairSigned, []string{standardSecret, pairPublic}, ""},
		{"both kinds of secrets, v1", sharedSigned, []string{pairPublic, standardSecret}, ""},
		{"both signatures, one known key", sharedSigned + " " + pairSigned, []string{pairPublic}, ""},
		{"both signatures, the other key", seedSigned + " " + sharedSigned, []string{standardSecret}, ""},
		{"after another key's", seedSigned + " " + pairSigned, []string{pairPublic}, ""},
		{"after what is none", "v1a,AAAA v1a, v1a,=== " + pairSigned, []string{pairPublic}, ""},
		{"after more than can be", strings.Repeat("v1a,AAAA ", 8) + pairSigned, []string{pairPublic}, heed.Unauthorized},
		{"under v1", strings.Replace(pairSigned, "v1a", "v1", 1), []string{pairPublic}, heed.Unauthorized},
		{"v1 under v1a", strings.Replace(sharedSigned, "v1", "v1a", 1), []string{standardSecret, pairPublic}, heed.Unauthorized},
		{"without its end", strings.TrimRight(pairSigned, "="), []string{pairPublic}, heed.Unauthorized},
		{"the public key as a shared one", pairSigned, []string{strings.Replace(pairPublic, "whpk", "whsec", 1)}, heed.Unauthorized},
		{"a short public key", pairSigned, []string{"whpk_AAAA"}, heed.Unavailable},
		{"an empty public key", pairSigned, []string{"whpk_"}, heed.Unavailable},
		{"a short private key", pairSigned, []string{"whsk_AAAA"}, heed.Unavailable},
		{"a private key with another's public one", pairSigned, []string{pairSecret[:len(pairSecret)-8] + "AAAAAA=="}, heed.Unavailable},
	} {
		if err := s.Verify(vector(c.signature), c.secrets, at); heed.CodeOf(err) != c.code {
			t.Errorf("%s: %v", c.name, err)
		}
	}
	for i := range vector("").Body {
		r := vector(pairSigned)
		r.Body[i] ^= 1
		refused(t, s.Verify(r, []string{pairPublic}, at), "the body's byte %d changed", i)
	}
	for _, name := range []string{"webhook-id", "webhook-timestamp", "webhook-signature"} {
		for i := range len(vector(pairSigned).Header.Get(name)) {
			r := vector(pairSigned)
			changed := []byte(r.Header.Get(name))
			changed[i] ^= 1
			r.Header.Set(name, string(changed))
			refused(t, s.Verify(r, []string{pairPublic}, at), "%s, byte %d changed", name, i)
		}
	}
}

func TestStandardPrivateKeysSign(t *testing.T) {
	s, at := find(t, "standard"), time.Unix(1614265330, 0)
	for secret, want := range map[string]string{seedSecret: seedSigned, pairSecret: pairSigned, standardSecret: sharedSigned} {
		r := &sources.Request{Body: vector("").Body}
		if err := s.Sign(r, secret, "msg_p5jXN8AQM9LWM0D4loKWxJek", at); err != nil || r.Header.Get("webhook-signature") != want {
			t.Errorf("%.5s signs %v (%v)", secret, r.Header, err)
		}
	}
	for _, secret := range []string{pairPublic, "whsk_AAAA", "whsk_", "whpk_"} {
		if err := s.Sign(vector(""), secret, "msg_1", at); heed.CodeOf(err) != heed.Invalid {
			t.Errorf("%s signs: %v", secret, err)
		}
	}
}

func TestStandardFacts(t *testing.T) {
	s, all := find(t, "standard"), samples(t, "standard")
	for name, want := range map[string]heed.Facts{
		"standard/ticket-solved.json": {
			Created: time.Date(2026, 11, 18, 16, 5, 44, 0, time.UTC), Replied: time.Date(2026, 11, 18, 16, 20, 12, 0, time.UTC), Reopens: 1,
			Handled: 38 * time.Minute,
		},
		"standard/deal-lost.json":       {Created: time.Date(2026, 9, 30, 8, 0, 0, 0, time.UTC), Amount: 1_248_050, Currency: "EUR"},
		"standard/contact-churned.json": {Created: time.Date(2024, 2, 11, 5, 30, 0, 0, time.UTC)},
		"standard/deal-won.json":        {},
	} {
		points, err := s.Parse(&sources.Request{Body: all[name]})
		if err != nil || len(points) != 1 || points[0].Facts != want {
			t.Errorf("%s gives %+v (%v)", name, points, err)
		}
	}
}
