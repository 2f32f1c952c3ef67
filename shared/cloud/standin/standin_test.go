package standin_test

import (
	"encoding/json"
	"io"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/aws/aws-lambda-go/events"

	"heed/shared/cloud"
	"heed/shared/cloud/sqs"
	"heed/shared/cloud/standin"
	"heed/shared/queue"
)

func TestUnsignedIsRefusedEverywhere(t *testing.T) {
	for name, url := range map[string]string{
		"sqs": standin.NewSQS(t).URL,
		"ses": standin.NewSES(t).URL + "/v2/email/outbound-emails",
		"ssm": standin.NewSSM(t, nil).URL,
		"s3":  standin.NewS3(t, "inbound").URL + "/inbound/key",
	} {
		resp, err := http.Post(url, "application/x-amz-json-1.0", strings.NewReader("{}"))
		if err != nil {
			t.Fatal(err)
		}
		body, err := io.ReadAll(resp.Body)
		if err != nil || resp.StatusCode != http.StatusForbidden {
			t.Errorf("%s: status %d, %s, error %v", name, resp.StatusCode, body, err)
		}
		_ = resp.Body.Close()
	}
}

func TestAccountIsToldToWhoSigns(t *testing.T) {
	resp, err := http.Get(standin.NewSES(t).URL + "/v2/email/account")
	if err != nil {
		t.Fatal(err)
	}
	_ = resp.Body.Close()
	if resp.StatusCode != http.StatusForbidden {
		t.Errorf("status %d", resp.StatusCode)
	}
}

func TestWronglySignedIsRefused(t *testing.T) {
	for variable, say := range map[string]string{
		"AWS_SECRET_ACCESS_KEY": "the signature does not match",
		"AWS_ACCESS_KEY_ID":     "no SigV4 of the stand-ins' key",
		"AWS_SESSION_TOKEN":     "session token",
		"AWS_REGION":            "signed for sqs in another",
	} {
		s := standin.NewSQS(t)
		standin.Setenv(t, "AWS_ENDPOINT_URL_SQS="+s.URL, variable+"=another")
		q := sqs.Queue{Client: sqs.New(cloud.Config(), time.Now), URL: s.QueueURL("q")}
		if err := q.Put(t.Context(), queue.Message{Body: []byte("a")}); err == nil || !strings.Contains(err.Error(), say) {
			t.Errorf("%s: error %v, want %s", variable, err, say)
		}
	}
}

func TestSQSEventIsLambdas(t *testing.T) {
	s := standin.NewSQS(t)
	standin.Setenv(t, "AWS_ENDPOINT_URL="+s.URL)
	q := sqs.Queue{Client: sqs.New(cloud.Config(), time.Now), URL: s.QueueURL("q.fifo")}
	for range 11 {
		if err := q.Put(t.Context(), queue.Message{Group: "g", Body: []byte(`{"a":1}`)}); err != nil {
			t.Fatal(err)
		}
	}
	for _, want := range []int{10, 1, 0} {
		body := s.Event("q.fifo")
		if body == nil && want == 0 {
			continue
		}
		var e events.SQSEvent
		if err := json.Unmarshal(body, &e); err != nil || len(e.Records) != want {
			t.Fatalf("%s: error %v, want %d records", body, err, want)
		}
		r := e.Records[0]
		if r.Body != `{"a":1}` || r.Attributes["MessageGroupId"] != "g" || r.EventSourceARN != s.ARN("q.fifo") || r.MessageId == "" {
			t.Errorf("record %+v", r)
		}
	}
}
