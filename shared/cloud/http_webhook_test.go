package cloud

import (
	"context"
	"encoding/base64"
	"encoding/json"
	"log/slog"
	"net/http"
	"strings"
	"testing"
	"time"

	"heed/shared/handlers/webhook"
	"heed/shared/queue"
	"heed/shared/sources"
	"heed/shared/surveys"
)

// keeping is a queue that keeps the bodies of what is put on it.
type keeping struct{ bodies []string }

func (k *keeping) Put(_ context.Context, messages ...queue.Message) error {
	for _, m := range messages {
		k.bodies = append(k.bodies, string(m.Body))
	}
	return nil
}

// The gateway hands over what is not plain text in base64, and headers in lower
// case. A signature is over the bytes as they were before, whatever they are.
func TestSignedDeliveriesComeThroughTheGateway(t *testing.T) {
	const base, secret = "https://heed.example.com", "not-a-secret-but-a-tests"
	now := time.Date(2026, 11, 21, 9, 30, 0, 0, time.UTC)
	for name, customer := range map[string]string{"ASCII": "Zoe", "UTF-8": "Zoë 愛", "not UTF-8": "Zo\xe9"} {
		for _, typ := range []string{"zendesk", "hubspot"} { // the one signs the body, the other its address too
			config := &surveys.Config{Zone: time.UTC, Sources: []surveys.Source{{Name: "x", Type: typ}}}
			q := &keeping{}
			h := &webhook.Handler{
				Config: config, Base: base, Queue: q, Log: slog.New(slog.DiscardHandler),
				Secrets: func(context.Context, string) ([]string, error) { return []string{secret}, nil },
				Real:    func() time.Time { return now }, Now: func() time.Time { return now },
			}
			body := map[string]string{
				"zendesk": `{"type":"ticket.solved","ticket":{"id":1,"updated_at":"2026-11-21T09:00:00Z"},"requester":{"id":2,"name":"` + customer + `"}}`,
				"hubspot": `[{"eventId":1,"subscriptionType":"deal.creation","objectId":5,"occurredAt":1795250000000,"sourceId":"` + customer + `"}]`,
			}[typ]
			r := &sources.Request{Method: http.MethodPost, URL: base + "/hooks/x?a=1%2B1", Header: http.Header{"Content-Type": {"application/json"}}, Body: []byte(body)}
			adapter, _ := sources.Of(&config.Sources[0])
			if err := adapter.Sign(r, secret, "msg_1", now); err != nil {
				t.Fatal(err)
			}
			reply := invoke(t, h.ServeHTTP, gatewayEvent(t, r))
			if reply.StatusCode != http.StatusOK || len(q.bodies) != 2 { // the touchpoint and a tally
				t.Errorf("%s of %s: answered %+v with %d messages", name, typ, reply, len(q.bodies))
			}
			if typ == "zendesk" && name == "UTF-8" && !strings.Contains(q.bodies[0], "\ncustomer.name "+customer+"\n") {
				t.Errorf("%s of %s came as %q", name, typ, q.bodies[0])
			}
			r.Body = append(r.Body, '\n')
			if reply := invoke(t, h.ServeHTTP, gatewayEvent(t, r)); reply.StatusCode != http.StatusUnauthorized {
				t.Errorf("%s of %s: another body was answered %+v", name, typ, reply)
			}
		}
	}
}

// gatewayEvent is a delivery to /hooks/x?a=1%2B1 as the gateway hands it over.
func gatewayEvent(t *testing.T, r *sources.Request) string {
	t.Helper()
	headers := map[string]string{}
	for name, values := range r.Header {
		headers[strings.ToLower(name)] = values[0]
	}
	event, err := json.Marshal(map[string]any{
		"rawPath": "/hooks/x", "rawQueryString": "a=1%2B1", "headers": headers, "isBase64Encoded": true,
		"body": base64.StdEncoding.EncodeToString(r.Body), "requestContext": map[string]any{"http": map[string]string{"method": r.Method}},
	})
	if err != nil {
		t.Fatal(err)
	}
	return string(event)
}
