package outcome_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"heed/shared/heed"
	"heed/shared/outcome"
)

const (
	mailID    = "20778-00112233445566778899aabbccddeeff"
	messageID = "0107018e-6f1d-4c8b-9b59-000000000001"
)

// handed is when SES was handed the mail of all samples.
var handed = time.Date(2026, 11, 21, 9, 0, 2, 12e6, time.UTC)

func at(s string) time.Time {
	t, err := time.Parse(time.TimeOnly, s)
	if err != nil {
		panic(err)
	}
	return t.AddDate(2026, 10, 20)
}

// wants are the outcomes of the samples in testdata.
var wants = map[string]outcome.Outcome{
	"bounce-permanent.json":        {Kind: outcome.Bounced, Permanent: true, MailID: mailID, At: at("09:00:04.5")},
	"bounce-transient.json":        {Kind: outcome.Bounced, MailID: mailID, At: at("09:00:04.5")},
	"bounce-undetermined.json":     {Kind: outcome.Bounced, MailID: mailID, At: at("09:00:04.5")},
	"bounce-suppressed.json":       {Kind: outcome.Bounced, Permanent: true, MailID: mailID, At: at("09:00:04.5")},
	"notification-bounce.json":     {Kind: outcome.Bounced, Permanent: true, At: at("09:00:04.5")},
	"complaint.json":               {Kind: outcome.Complained, MailID: mailID, At: at("10:00:00")},
	"complaint-not-spam.json":      {Kind: outcome.Other, MailID: mailID, At: handed},
	"delivery.json":                {Kind: outcome.Delivered, MailID: mailID, At: at("09:00:02.558")},
	"notification-delivery.json":   {Kind: outcome.Delivered, At: at("09:00:02.558")},
	"send.json":                    {Kind: outcome.Sent, MailID: mailID, At: handed},
	"reject.json":                  {Kind: outcome.Refused, MailID: mailID, At: handed},
	"rendering-failure.json":       {Kind: outcome.Refused, MailID: mailID, At: handed},
	"delivery-delay.json":          {Kind: outcome.Delayed, MailID: mailID, At: at("09:30:00")},
	"open.json":                    {Kind: outcome.Other, MailID: mailID, At: handed},
	"subscription.json":            {Kind: outcome.Other, MailID: mailID, At: handed},
	"notification-subscribed.json": {Kind: outcome.Other},
	"setup.txt":                    {Kind: outcome.Other},
}

func TestSamplesAsTheyAreAndInTheEnvelope(t *testing.T) {
	for name, body := range samples(t) {
		want, ok := wants[name]
		if !ok {
			t.Errorf("%s: nothing is said of it", name)
		}
		if !want.At.IsZero() {
			want.MessageID, want.Recipients = messageID, []string{"grace@example.org"}
		}
		for form, body := range map[string][]byte{"raw": body, "in the envelope": wrap(t, body)} {
			got, err := outcome.Parse(body)
			if err != nil {
				t.Errorf("%s %s: %v", name, form, err)
				continue
			}
			if diff := cmp.Diff(want, *got); diff != "" {
				t.Errorf("%s %s (-want +got):\n%s", name, form, diff)
			}
		}
	}
}

func TestNoticesOfSNSAreNoOutcome(t *testing.T) {
	for _, kind := range []string{"SubscriptionConfirmation", "UnsubscribeConfirmation"} {
		got, err := outcome.Parse([]byte(`{"Type":"` + kind + `","Message":"You have chosen","Token":"t"}`))
		if err != nil || got.Kind != outcome.Other {
			t.Errorf("%s: %v, error %v", kind, got, err)
		}
	}
}

func TestNotUnderstood(t *testing.T) {
	for _, body := range []string{
		``, `null`, `[]`, `"Bounce"`, `{}`, `hello`,
		`{"Type":"Notification","Message":"hello"}`,
		`{"Type":"Notification"}`,
		`{"detail-type":"Email Bounced","detail":{"eventType":"Bounce"}}`,
		`{"eventType":"Delivery"}`,
		`{"eventType":"Delivery","mail":{"messageId":"m"}}`,
		`{"eventType":"Delivery","mail":{"timestamp":"2026-11-21T09:00:02.012Z"}}`,
		`{"eventType":"Delivery","mail":{"timestamp":"yesterday","messageId":"m"}}`,
		`{"eventType":1}`,
	} {
		if got, err := outcome.Parse([]byte(body)); heed.CodeOf(err) != heed.Invalid {
			t.Errorf("%s: %+v, error %v", body, got, err)
		}
	}
}

func FuzzParse(f *testing.F) {
	for _, body := range samples(f) {
		f.Add(body)
		f.Add(wrap(f, body))
	}
	f.Fuzz(func(t *testing.T, body []byte) {
		o, err := outcome.Parse(body)
		if (o == nil) == (err == nil) {
			t.Fatalf("outcome %v, error %v", o, err)
		}
		if err == nil && o.Kind != outcome.Other && (o.At.IsZero() || o.MessageID == "") {
			t.Errorf("%+v lacks time or mail", o)
		}
		if err == nil && o.Permanent && o.Kind != outcome.Bounced {
			t.Errorf("%+v is permanent", o)
		}
	})
}

func samples(t testing.TB) map[string][]byte {
	t.Helper()
	files, err := filepath.Glob("testdata/*.*")
	if err != nil || len(files) != len(wants) {
		t.Fatalf("%d samples for %d wants, error %v", len(files), len(wants), err)
	}
	all := map[string][]byte{}
	for _, file := range files {
		if all[filepath.Base(file)], err = os.ReadFile(file); err != nil {
			t.Fatal(err)
		}
	}
	return all
}

// wrap puts a body in SNS's envelope, as its queue receives it.
func wrap(t testing.TB, body []byte) []byte {
	t.Helper()
	out, err := json.Marshal(map[string]string{
		"Type": "Notification", "MessageId": "5e2fb2f6", "TopicArn": "arn:aws:sns:eu-central-1:123456789012:events",
		"Subject": "Amazon SES Email Event Notification", "Message": strings.TrimSpace(string(body)),
		"Timestamp": "2026-11-21T09:00:05.000Z", "SignatureVersion": "1", "Signature": "…",
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}
