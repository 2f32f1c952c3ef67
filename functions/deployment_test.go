package functions_test

import (
	"context"
	"crypto/rand"
	"encoding/base64"
	"encoding/json"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"heed/shared/cloud/dynalite"
	"heed/shared/cloud/standin"
	"heed/shared/keyring"
	"heed/shared/wiring"
)

// A deployment is all functions, and the services they meet.
type deployment struct {
	t     *testing.T
	sqs   *standin.SQS
	ses   *standin.SES
	s3    *standin.S3
	hosts map[string]*standin.Host
}

const (
	base              = "https://ask.example.com"
	touchpoints       = wiring.Touchpoints + ".fifo"
	zendeskSecret     = "dGhpc19zZWNyZXRfaXNfZm9yX3Rlc3Rpbmdfb25seQ=="
	olderSecret       = "a wrong secret, being replaced"
	keysParameter     = "/heed/test/keys"
	secretsPrefix     = "/heed/test/sources/"
	credentialsPrefix = "/heed/test/credentials/"
	configSet         = "heed-test"
	inboundBucket     = "heed-test-inbound"
	replyDomain       = "in.example.com"
	invitingSender    = "Acme <surveys@example.com>"
)

// observing is the sender of a deployment that observes.
const observing = "send, observing"

// deployAll builds every function of the wiring and lays the surveys beside it.
func deployAll(t *testing.T, surveys string) *deployment {
	t.Helper()
	ring, err := keyring.Make(rand.Reader, time.Now())
	if err != nil {
		t.Fatal(err)
	}
	_, table := dynalite.Table(t)
	d := &deployment{t: t, sqs: standin.NewSQS(t), ses: standin.NewSES(t), s3: standin.NewS3(t, inboundBucket), hosts: map[string]*standin.Host{}}
	parameters := standin.NewSSM(t, map[string]string{
		keysParameter: string(ring.Text()), secretsPrefix + "zendesk": zendeskSecret + " " + olderSecret,
	})
	values := map[string]string{
		wiring.EnvBaseURL: base, wiring.EnvFrom: invitingSender, wiring.EnvReplyTo: replyDomain, wiring.EnvObserve: "false",
		wiring.EnvTable: table, wiring.EnvKeys: keysParameter, wiring.EnvSecrets: secretsPrefix,
		wiring.EnvTouchpoint: d.sqs.QueueURL(touchpoints), wiring.EnvDead: d.sqs.ARN("touchpoints-dead.fifo") + "," + d.sqs.ARN("events-dead"),
		wiring.EnvConfigSet: configSet, wiring.EnvInbound: inboundBucket, wiring.EnvCredentials: credentialsPrefix,
	}
	for _, row := range wiring.Functions {
		env := []string{
			"AWS_ENDPOINT_URL_DYNAMODB=" + dynalite.URL(t), "AWS_ENDPOINT_URL_SQS=" + d.sqs.URL,
			"AWS_ENDPOINT_URL_SESV2=" + d.ses.URL, "AWS_ENDPOINT_URL_S3=" + d.s3.URL, "AWS_ENDPOINT_URL_SSM=" + parameters.URL,
		}
		for _, name := range row.Env() { // no function is told more than the stack tells it
			env = append(env, name+"="+values[name])
		}
		program := standin.Build(t, row.Name)
		if err := os.WriteFile(filepath.Join(filepath.Dir(program), wiring.SurveysFile), []byte(surveys), 0o600); err != nil {
			t.Fatal(err)
		}
		d.hosts[row.Name] = standin.NewHost(t, program, env...)
		if row.Name == "send" {
			d.hosts[observing] = standin.NewHost(t, program, append(env, wiring.EnvObserve+"=true")...)
		}
	}
	return d
}

// invoke hands a function one event and returns its answer.
func (d *deployment) invoke(function string, event []byte) []byte {
	d.t.Helper()
	ctx, stop := context.WithTimeout(d.t.Context(), time.Minute)
	defer stop()
	out, err := d.hosts[function].Invoke(ctx, event)
	if err != nil {
		d.t.Fatalf("%s: %v\n%s", function, err, d.hosts[function].Log())
	}
	return out
}

// work hands a queue function a batch, none of which may fail.
func (d *deployment) work(function string, event []byte) {
	d.t.Helper()
	if out := d.invoke(function, event); string(out) != `{"batchItemFailures":[]}` {
		d.t.Fatalf("%s: %s\n%s", function, out, d.hosts[function].Log())
	}
}

// A page is an HTTP answer as the gateway hands it on.
type page struct {
	StatusCode      int               `json:"statusCode"`
	Headers         map[string]string `json:"headers"`
	Cookies         []string          `json:"cookies"`
	Body            string            `json:"body"`
	IsBase64Encoded bool              `json:"isBase64Encoded"`
}

// request hands an HTTP function a request. The body goes in base64, as the
// gateway sends whatever it takes for binary.
func (d *deployment) request(function, method, address string, header http.Header, body []byte) page {
	d.t.Helper()
	path, query, _ := strings.Cut(address, "?")
	names := map[string]string{"host": "ask.example.com"}
	for name, values := range header {
		names[strings.ToLower(name)] = strings.Join(values, ",")
	}
	event, err := json.Marshal(map[string]any{
		"version": "2.0", "rawPath": path, "rawQueryString": query, "headers": names,
		"body": base64.StdEncoding.EncodeToString(body), "isBase64Encoded": true,
		"requestContext": map[string]any{"http": map[string]string{"method": method, "path": path, "sourceIp": "192.0.2.1"}, "stage": "$default"},
	})
	if err != nil {
		d.t.Fatal(err)
	}
	var p page
	if err := json.Unmarshal(d.invoke(function, event), &p); err != nil {
		d.t.Fatal(err)
	}
	if p.IsBase64Encoded {
		text, err := base64.StdEncoding.DecodeString(p.Body)
		if err != nil {
			d.t.Fatal(err)
		}
		p.Body = string(text)
	}
	return p
}

// tick is an event of a schedule.
var tick = []byte(`{"source":"aws.scheduler"}`)
