package functions_test

import (
	"context"
	"encoding/base64"
	"encoding/json"
	"io"
	"math/rand/v2"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"heed/events"
	"heed/shared/cloud/standin"
	"heed/shared/heed"
	"heed/shared/keyring"
	"heed/shared/sources"
	"heed/shared/token"
	"heed/shared/wiring"
)

// BenchmarkColdStart measures, by turns, how long an empty function, webhook
// and respond take from their start to their first answer. The medians are in
// milliseconds; what counts is how often hello's the others are:
//
//	go test -run - -bench ColdStart -benchtime 200x ./functions
func BenchmarkColdStart(b *testing.B) {
	ring, err := keyring.Make(rand.NewChaCha8([32]byte{}), time.Unix(0, 0))
	if err != nil {
		b.Fatal(err)
	}
	parameters := standin.NewSSM(b, map[string]string{"/heed/keys": string(ring.Text()), "/heed/secrets/app": secret})
	queue := standin.NewSQS(b)
	table := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) { _, _ = io.WriteString(w, "{}") }))
	b.Cleanup(table.Close)
	env := []string{
		"AWS_ENDPOINT_URL_SSM=" + parameters.URL, "AWS_ENDPOINT_URL_SQS=" + queue.URL, "AWS_ENDPOINT_URL_DYNAMODB=" + table.URL,
		wiring.EnvKeys + "=/heed/keys", wiring.EnvSecrets + "=/heed/secrets/", wiring.EnvTable + "=heed",
		wiring.EnvTouchpoint + "=" + queue.QueueURL("touchpoints.fifo"),
	}
	link := "/s/" + token.Make(ring.CurrentToken(time.Now()), token.Answer, heed.RowRef{Day: 1})
	delivery := signed(b, "standard", "deal-won.json")
	cases := []struct {
		name   string
		dir    string
		event  []byte
		status string
		took   []time.Duration
	}{
		{name: "hello", dir: "../shared/cloud/standin/testdata/hello", event: httpEvent(b, "GET", "/", nil), status: "200"},
		{name: "webhook", dir: "webhook", event: httpEvent(b, "POST", "/hooks/app", delivery), status: "200"},
		{name: "respond", dir: "respond", event: httpEvent(b, "GET", link, nil), status: "404"}, // the row is looked for, and not there
	}
	hosts := make([]*standin.Host, len(cases))
	for i, c := range cases {
		hosts[i] = standin.NewHost(b, deploy(b, c.dir), env...)
	}
	for b.Loop() {
		for i := range cases {
			c := &cases[i]
			got, err := hosts[i].Invoke(context.Background(), c.event)
			if err != nil || !strings.Contains(string(got), `"statusCode":`+c.status) {
				b.Fatalf("%s answered %s, error %v, log %s", c.name, got, err, hosts[i].Log())
			}
			c.took = append(c.took, hosts[i].Cold)
			hosts[i].Close()
		}
	}
	for _, c := range cases {
		slices.Sort(c.took)
		median := c.took[len(c.took)/2]
		b.ReportMetric(median.Seconds()*1e3, c.name+"-ms")
		b.ReportMetric(median.Seconds()/cases[0].took[len(c.took)/2].Seconds(), c.name+"-x")
	}
}

var secret = "whsec_" + base64.StdEncoding.EncodeToString([]byte("a secret of the source called app"))

// deploy builds a function and lays surveys.yaml beside it.
func deploy(t testing.TB, dir string) string {
	t.Helper()
	program := standin.Build(t, dir)
	text, err := os.ReadFile("../surveys.yaml")
	if err == nil {
		err = os.WriteFile(filepath.Join(filepath.Dir(program), wiring.SurveysFile), text, 0o600)
	}
	if err != nil {
		t.Fatal(err)
	}
	return program
}

// signed is a sample as its source would post it now.
func signed(t testing.TB, kind, sample string) *sources.Request {
	t.Helper()
	source, ok := sources.Find(kind)
	body, err := events.FS.ReadFile(kind + "/" + sample)
	if !ok || err != nil {
		t.Fatal(kind, err)
	}
	r := &sources.Request{Method: "POST", Body: body}
	if err := source.Sign(r, secret, "delivery-1", time.Now()); err != nil {
		t.Fatal(err)
	}
	return r
}

// httpEvent is a request as the gateway hands it to a function.
func httpEvent(t testing.TB, method, path string, r *sources.Request) []byte {
	t.Helper()
	header := map[string]string{"host": "heed.example", "user-agent": "test"}
	e := map[string]any{
		"version": "2.0", "rawPath": path, "rawQueryString": "", "headers": header, "isBase64Encoded": false,
		"requestContext": map[string]any{"http": map[string]string{"method": method, "path": path, "sourceIp": "192.0.2.1"}, "stage": "$default"},
	}
	if r != nil {
		for name, values := range r.Header {
			header[strings.ToLower(name)] = strings.Join(values, ",")
		}
		e["body"] = string(r.Body)
	}
	out, err := json.Marshal(e)
	if err != nil {
		t.Fatal(err)
	}
	return out
}
