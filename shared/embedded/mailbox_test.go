package embedded

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	netmail "net/mail"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"heed/shared/heed"
	"heed/shared/mail"
	"heed/shared/queue"
)

var noon = time.Date(2026, 11, 21, 12, 0, 0, 123456789, time.UTC)

func atNoon() time.Time { return noon }

// postOffice is a mailbox and the queues beside it.
func postOffice(t *testing.T) (m *Mailbox, events, inbound *Queue) {
	t.Helper()
	f := open(t, t.TempDir()+"/heed.db")
	events = f.mustQueue(t, plain)
	row := plain
	row.Name = "inbound"
	inbound = f.mustQueue(t, row)
	m = f.Mailbox(events, atNoon)
	m.Inbound = f.Objects("in", inbound, atNoon)
	return m, events, inbound
}

// drained works a queue to its end and returns the bodies.
func (q *Queue) drained(t *testing.T) (bodies [][]byte) {
	t.Helper()
	ctx, stop := context.WithCancel(t.Context())
	done := make(chan struct{})
	go func() {
		defer close(done)
		q.Run(ctx, &crew{work: func(batch []queue.Message) []queue.Failure {
			for _, m := range batch {
				bodies = append(bodies, m.Body)
			}
			return nil
		}}, 1)
	}()
	q.mustIdle(t)
	stop()
	<-done
	return bodies
}

func invitation(id, to string) mail.Mail {
	return mail.Mail{
		ID: id, From: "Acme <ask@acme.example>", To: to, ReplyTo: "r+token@in.acme.example", Subject: "How did we do?",
		Headers: []mail.Header{{Name: "List-Unsubscribe", Value: "<https://acme.example/u/t>"}}, Text: "text", HTML: "<p>html</p>",
	}
}

func TestMailsAreKeptNewestFirst(t *testing.T) {
	m, _, _ := postOffice(t)
	names := map[string]string{}
	for _, id := range []string{"one", "two", "three"} {
		name, err := m.Send(t.Context(), invitation(id, "a@example.com"))
		if err != nil {
			t.Fatal(err)
		}
		names[id] = name
	}
	list, err := m.List(t.Context(), 2)
	if err != nil || len(list) != 2 || list[0].ID != "three" || list[1].ID != "two" {
		t.Fatalf("the newest two are %+v, %v", list, err)
	}
	kept, err := m.Find(t.Context(), "one")
	if err != nil || kept.Subject != "How did we do?" || kept.MessageID != names["one"] || !kept.At.Equal(noon) || len(kept.Headers) != 1 {
		t.Errorf("found %+v, %v", kept, err)
	}
	if name, ok, err := m.Sent(t.Context(), "two"); name != names["two"] || !ok || err != nil {
		t.Errorf("sent %q, %v, %v; want %q", name, ok, err, names["two"])
	}
	for _, id := range []string{"four", ""} {
		if name, ok, err := m.Sent(t.Context(), id); name != "" || ok || err != nil {
			t.Errorf("never sent, but %q, %v, %v", name, ok, err)
		}
		if _, err := m.Find(t.Context(), id); heed.CodeOf(err) != heed.NotFound {
			t.Errorf("found %q: %v", id, err)
		}
	}
	var shown map[string]any
	b, _ := json.Marshal(list[0])
	if err := json.Unmarshal(b, &shown); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"id", "to", "from", "replyTo", "subject", "headers", "text", "html", "at"} {
		if shown[name] == nil {
			t.Errorf("a mail as JSON has no %q", name)
		}
	}
}

func TestMailsThatGoNowhereAreRefused(t *testing.T) {
	m, _, _ := postOffice(t)
	for _, out := range []mail.Mail{{ID: "one"}, {To: "a@example.com"}, invitation(strings.Repeat("x", maxMailID+1), "a@example.com")} {
		if _, err := m.Send(t.Context(), out); !errors.Is(err, mail.ErrRefused) {
			t.Errorf("%+v: %v", out, err)
		}
	}
}

func TestMailsThatCannotBeKeptNow(t *testing.T) {
	m, _, _ := postOffice(t)
	ctx, stop := context.WithCancel(t.Context())
	stop()
	if _, err := m.Send(ctx, invitation("one", "a@example.com")); !errors.Is(err, mail.ErrLater) {
		t.Errorf("with an ended context: %v", err)
	}
	f, err := Open(t.TempDir() + "/heed.db")
	if err != nil {
		t.Fatal(err)
	}
	m = f.Mailbox(f.mustQueue(t, plain), atNoon)
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
	if _, err := m.Send(t.Context(), invitation("one", "a@example.com")); !errors.Is(err, mail.ErrLater) {
		t.Errorf("in a closed file: %v", err)
	}
}

func TestAMailIsKeptOnce(t *testing.T) {
	m, events, _ := postOffice(t)
	const ids, each = 20, 8
	var mu sync.Mutex
	names := map[string]map[string]bool{}
	var wg sync.WaitGroup
	for i := range ids * each {
		wg.Go(func() {
			id := fmt.Sprint("id-", i%ids)
			name, err := m.Send(t.Context(), invitation(id, fmt.Sprintf("a%d@example.com", i)))
			if err != nil {
				t.Error(err)
			}
			mu.Lock()
			defer mu.Unlock()
			if names[id] == nil {
				names[id] = map[string]bool{}
			}
			names[id][name] = true
		})
	}
	wg.Wait()
	for id, set := range names {
		if len(set) != 1 {
			t.Errorf("mail %s has names %v", id, set)
		}
	}
	if list, err := m.List(t.Context(), 1000); len(list) != ids || err != nil {
		t.Errorf("%d mails are kept, %v; want %d", len(list), err, ids)
	}
	if got := events.Depth().Waiting; got != 2*ids {
		t.Errorf("%d events, want %d", got, 2*ids)
	}
}

func TestEventsFollowAMail(t *testing.T) {
	for to, want := range map[string]string{
		"jo@example.com":                                    "Send Delivery",
		"Jo <jo@example.com>":                               "Send Delivery",
		"success@simulator.amazonses.com":                   "Send Delivery",
		"bounce@simulator.amazonses.com":                    "Send Bounce/Permanent/General",
		"Bounce+customer-7@Simulator.AmazonSES.com":         "Send Bounce/Permanent/General",
		"suppressionlist+x@simulator.amazonses.com":         "Send Bounce/Permanent/Suppressed",
		"complaint@simulator.amazonses.com":                 "Send Delivery Complaint",
		"Jo <complaint+some+label@simulator.amazonses.com>": "Send Delivery Complaint",
		"ooto@simulator.amazonses.com":                      "Send Delivery",
		"bounce@example.com":                                "Send Delivery",
	} {
		m, events, _ := postOffice(t)
		name, err := m.Send(t.Context(), invitation("row-1", to))
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, body := range events.drained(t) {
			got = append(got, told(t, body, name, bareAddress(to)))
		}
		if strings.Join(got, " ") != want {
			t.Errorf("a mail to %s is followed by %q, want %s", to, got, want)
		}
	}
}

// told checks an event of the mail row-1 and returns its kind.
func told(t *testing.T, body []byte, name, to string) string {
	t.Helper()
	type recipient struct{ EmailAddress string }
	var e struct {
		EventType string
		Mail      struct {
			Timestamp, Source, MessageID string
			Destination                  []string
			Tags                         map[string][]string
			CommonHeaders                struct{ Subject string }
		}
		Send     *struct{}
		Delivery *struct {
			Timestamp  time.Time
			Recipients []string
		}
		Bounce *struct {
			BounceType, BounceSubType string
			Timestamp                 time.Time
			BouncedRecipients         []recipient
		}
		Complaint *struct {
			Timestamp             time.Time
			ComplaintFeedbackType string
			ComplainedRecipients  []recipient
		}
	}
	if err := json.Unmarshal(body, &e); err != nil {
		t.Fatalf("%s: %v", body, err)
	}
	if e.Mail.MessageID != name || !slices.Equal(e.Mail.Tags["heed-row"], []string{"row-1"}) || !slices.Equal(e.Mail.Destination, []string{to}) ||
		e.Mail.Timestamp != "2026-11-21T12:00:00.123Z" || e.Mail.CommonHeaders.Subject != "How did we do?" {
		t.Errorf("an event is about %+v", e.Mail)
	}
	switch e.EventType {
	case "Send":
		if e.Send == nil {
			t.Errorf("no word of the sending in %s", body)
		}
	case "Delivery":
		if e.Delivery == nil || !slices.Equal(e.Delivery.Recipients, []string{to}) || e.Delivery.Timestamp.IsZero() {
			t.Errorf("delivery %+v", e.Delivery)
		}
	case "Bounce":
		if e.Bounce == nil || e.Bounce.Timestamp.IsZero() || !slices.Equal(e.Bounce.BouncedRecipients, []recipient{{to}}) {
			t.Fatalf("bounce %+v", e.Bounce)
		}
		return "Bounce/" + e.Bounce.BounceType + "/" + e.Bounce.BounceSubType
	case "Complaint":
		if e.Complaint == nil || e.Complaint.Timestamp.IsZero() || !slices.Equal(e.Complaint.ComplainedRecipients, []recipient{{to}}) {
			t.Errorf("complaint %+v", e.Complaint)
		}
	}
	return e.EventType
}

func TestOutOfOfficeAnswers(t *testing.T) {
	m, _, inbound := postOffice(t)
	out := invitation("row-1", "ooto@simulator.amazonses.com")
	out.Subject = "Wie war's für Sie?\r\nBcc: everyone@example.com"
	for range 2 {
		if _, err := m.Send(t.Context(), out); err != nil {
			t.Fatal(err)
		}
	}
	notes := inbound.drained(t)
	if len(notes) != 1 {
		t.Fatalf("%d answers, want 1", len(notes))
	}
	_, key := noted(t, notes[0])
	raw, err := m.Inbound.Get(t.Context(), key)
	if err != nil {
		t.Fatal(err)
	}
	answer, err := netmail.ReadMessage(strings.NewReader(string(raw)))
	if err != nil {
		t.Fatalf("%v in\n%s", err, raw)
	}
	if answer.Header.Get("Auto-Submitted") != "auto-replied" || answer.Header.Get("To") != "r+token@in.acme.example" || answer.Header.Get("Bcc") != "" {
		t.Errorf("the answer is\n%s", raw)
	}
}
