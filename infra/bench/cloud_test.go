package bench

import (
	"crypto/rand"
	"encoding/json"
	"fmt"
	"strings"
	"testing"
	"time"

	"heed/shared/cloud/standin"
	"heed/shared/handlers/parcel"
	"heed/shared/heed"
	"heed/shared/keyring"
	"heed/shared/outcome"
	"heed/shared/sources"
	"heed/shared/surveys"
	"heed/shared/token"
	"heed/shared/wiring"
)

// A deployment is the services that functions call, with one customer who was
// asked, and all the ways in which a function can be.
type deployment struct {
	config    *surveys.Config
	ring      *keyring.Ring
	row       *heed.Row
	variables map[string]string
}

const (
	address = "maren.oduya@example.com"
	secret  = "secret-of-zendesk"
)

func newCloud(b *testing.B) *deployment {
	b.Helper()
	ring, err := keyring.Make(rand.Reader, time.Now())
	if err != nil {
		b.Fatal(err)
	}
	d := &deployment{config: config(b), ring: ring}
	d.row = d.invited()
	queue, mails := standin.NewSQS(b), standin.NewS3(b, "inbound")
	mails.Put(b, "inbound/1", d.reply())
	parameters := standin.NewSSM(b, map[string]string{"/heed/keys": string(ring.Text()), "/heed/secret/zendesk": secret})
	d.variables = map[string]string{
		"AWS_ENDPOINT_URL_DYNAMODB": newShelf(b, d.row).URL,
		"AWS_ENDPOINT_URL_SQS":      queue.URL,
		"AWS_ENDPOINT_URL_S3":       mails.URL,
		"AWS_ENDPOINT_URL_SSM":      parameters.URL,
		"AWS_ENDPOINT_URL_SESV2":    standin.NewSES(b).URL,
		wiring.EnvBaseURL:           "https://surveys.example.com",
		wiring.EnvFrom:              "surveys@example.com",
		wiring.EnvReplyTo:           "in.example.com",
		wiring.EnvObserve:           "false",
		wiring.EnvTable:             "heed",
		wiring.EnvKeys:              "/heed/keys",
		wiring.EnvSecrets:           "/heed/secret/",
		wiring.EnvCredentials:       "/heed/credential/",
		wiring.EnvTouchpoint:        queue.QueueURL("touchpoints.fifo"),
		wiring.EnvDead:              queue.ARN("touchpoints-dead.fifo"),
		wiring.EnvConfigSet:         "heed",
		wiring.EnvInbound:           "inbound",
	}
	return d
}

// invited is the row of a customer who was asked an hour ago.
func (d *deployment) invited() *heed.Row {
	asked := time.Now().Add(-time.Hour).Truncate(time.Millisecond)
	t := &heed.Touchpoint{Source: "zendesk", Kind: "ticket.solved", Object: "ticket:1", Occurrence: "1"}
	customer := d.ring.Address(address)
	return &heed.Row{
		RowRef: heed.RowRef{Day: heed.DayOf(asked, d.config.Zone), ID: t.ID().Row("support")},
		Source: t.Source, Kind: t.Kind, Object: t.Object, Occurrence: t.Occurrence, At: asked,
		Customer: customer, Scope: customer,
		Decision:   heed.Decision{Program: "support", Ask: heed.CSAT, Reason: heed.Asked, Decided: asked, Config: d.config.Version},
		Invitation: &heed.Invitation{To: address, Claimed: asked, Sent: asked, MessageID: "1"},
	}
}

func (d *deployment) token(p token.Purpose) string {
	return token.Make(d.ring.CurrentToken(time.Now()), p, d.row.RowRef)
}

// reply is the customer's answer by mail, as SES lays it down.
func (d *deployment) reply() []byte {
	return []byte(strings.Join([]string{
		"X-SES-Spam-Verdict: PASS", "X-SES-Virus-Verdict: PASS", "Authentication-Results: amazonses.com; spf=pass; dkim=pass; dmarc=pass",
		"From: " + address, "To: reply+" + d.token(token.Reply) + "@in.example.com", "Subject: Re: How did we do?",
		"MIME-Version: 1.0", "Content-Type: text/plain; charset=utf-8", "", "5", "Thank you!", "",
	}, "\r\n"))
}

// env is what the stack tells the function of that row, and where the
// services are.
func (d *deployment) env(row wiring.Function) []string {
	var env []string
	for name, value := range row.Runtime() {
		env = append(env, name+"="+value)
	}
	for _, name := range row.Env() {
		env = append(env, name+"="+d.variables[name])
	}
	for name, value := range d.variables {
		if strings.HasPrefix(name, "AWS_") {
			env = append(env, name+"="+value)
		}
	}
	return env
}

// first is a function's first request, and what an answer to it holds.
func (d *deployment) first(b *testing.B, function string) (request []byte, answer string) {
	b.Helper()
	switch function {
	case "webhook":
		return httpEvent(signed(b, solved(b, 1), secret)), `\"kind\":\"ticket.solved\"`
	case "respond":
		return get("/s/" + d.token(token.Answer)), "<form"
	case "report":
		return get("/"), `"statusCode":200`
	case "decide":
		zendesk, _ := sources.Of(&surveys.Source{Type: "zendesk"})
		touchpoints, err := zendesk.Parse(signed(b, solved(b, 1), secret))
		if err != nil {
			b.Fatal(err)
		}
		messages, err := parcel.Messages(d.config.Scope, parcel.Distinct("zendesk", touchpoints))
		if err != nil {
			b.Fatal(err)
		}
		return batchOf("touchpoints.fifo", string(messages[0].Body)), done
	case "reply":
		return batchOf("inbound", `{"Records":[{"s3":{"object":{"key":"inbound%2F1"}}}]}`), done
	case "delivery":
		return batchOf("events", fmt.Sprintf(
			`{"eventType":"Delivery","mail":{"messageId":"1","timestamp":%q,"destination":[%q],"tags":{%q:[%q]}},"delivery":{"timestamp":%[1]q,"recipients":[%[2]q]}}`,
			time.Now().UTC().Format(time.RFC3339), address, outcome.Tag, d.row.MailID())), done
	}
	return []byte(`{"source":"aws.events","detail-type":"Scheduled Event","detail":{}}`), "{}"
}

const done = `{"batchItemFailures":[]}`

func batchOf(queue, body string) []byte {
	return standin.SQSEvent(queue, standin.Message{ID: "1", Group: "g", Key: "k", Body: body})
}

// get is a browser's request as the gateway hands it on.
func get(path string) []byte { return httpEvent(&sources.Request{Method: "GET", URL: path}) }

func httpEvent(r *sources.Request) []byte {
	headers := map[string]string{"host": "surveys.example.com", "user-agent": "bench"}
	for name, values := range r.Header {
		headers[strings.ToLower(name)] = strings.Join(values, ",")
	}
	event, err := json.Marshal(map[string]any{
		"version": "2.0", "rawPath": r.URL, "rawQueryString": "", "headers": headers, "body": string(r.Body), "isBase64Encoded": false,
		"requestContext": map[string]any{"stage": "$default", "http": map[string]string{"method": r.Method, "path": r.URL, "sourceIp": "192.0.2.1"}},
	})
	if err != nil {
		panic(err)
	}
	return event
}
