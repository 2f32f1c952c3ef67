package ses_test

import (
	"context"
	"errors"
	"net"
	"strings"
	"testing"
	"time"

	"github.com/aws/smithy-go"
	"github.com/google/go-cmp/cmp"

	"heed/shared/cloud"
	"heed/shared/cloud/ses"
	"heed/shared/cloud/standin"
	"heed/shared/mail"
	"heed/shared/outcome"
)

var invitation = mail.Mail{
	ID:      "day_2026-11-21_f-00ff",
	From:    "Acme <surveys@example.com>",
	To:      "grace@example.org",
	ReplyTo: "reply+t0k3n@in.example.com",
	Subject: "Wie war's? 7/10",
	Headers: []mail.Header{
		{Name: "List-Unsubscribe", Value: "<https://example.com/u/t0k3n>"},
		{Name: "List-Unsubscribe-Post", Value: "List-Unsubscribe=One-Click"},
	},
	Text: "Grüße\n",
	HTML: "<p>Grüße</p>",
}

func start(t *testing.T) (*standin.SES, *ses.Sender) {
	s := standin.NewSES(t)
	standin.Setenv(t, "AWS_ENDPOINT_URL_SESV2="+s.URL)
	return s, ses.Open(cloud.Config(), "heed")
}

func TestSendWhole(t *testing.T) {
	s, sender := start(t)
	id, err := sender.Send(t.Context(), invitation)
	if err != nil {
		t.Fatal(err)
	}
	want := []standin.Sent{{
		MessageID: id, From: invitation.From, To: invitation.To, ReplyTo: []string{invitation.ReplyTo},
		Subject: invitation.Subject, Text: invitation.Text, HTML: invitation.HTML,
		Headers: map[string]string{
			"List-Unsubscribe":      "<https://example.com/u/t0k3n>",
			"List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
		},
		Tags: map[string]string{outcome.Tag: invitation.ID}, ConfigurationSet: "heed",
	}}
	if diff := cmp.Diff(want, s.Sent()); diff != "" || id == "" {
		t.Errorf("sent (-want +got):\n%s", diff)
	}
}

func TestSendWithoutReplyTo(t *testing.T) {
	s, sender := start(t)
	m := invitation
	m.ReplyTo = ""
	if _, err := sender.Send(t.Context(), m); err != nil || s.Sent()[0].ReplyTo != nil {
		t.Errorf("error %v, sent %+v", err, s.Sent())
	}
}

// Whatever SES does, a mail is tried once, and only what surely did not go
// may be tried again.
func TestWhatBecomesOfAMail(t *testing.T) {
	for mood, c := range map[standin.Mood]struct {
		want error
		gone int
	}{
		standin.Throttle: {mail.ErrLater, 0},
		standin.Exhaust:  {mail.ErrHalted, 0},
		standin.Pause:    {mail.ErrHalted, 0},
		standin.Reject:   {mail.ErrRefused, 0},
		standin.Lapse:    {mail.ErrHalted, 0},
		standin.Break:    {mail.ErrUnknown, 0},
		standin.Hang:     {mail.ErrUnknown, 0},
		standin.Drop:     {mail.ErrUnknown, 1},
	} {
		t.Run(string(mood), func(t *testing.T) {
			s, sender := start(t)
			if s.Set(mood); mood == standin.Hang {
				sender.Timeout = time.Second
			}
			id, err := sender.Send(t.Context(), invitation)
			var cause *smithy.OperationError
			if !errors.Is(err, c.want) || errors.Is(err, mail.ErrHalted) != (c.want == mail.ErrHalted) || !errors.As(err, &cause) || id != "" {
				t.Errorf("id %q, error %v, want %v with its cause", id, err, c.want)
			}
			if strings.Contains(err.Error(), "@") {
				t.Errorf("an address is in the error: %v", err)
			}
			if s.Attempts() != 1 || len(s.Sent()) != c.gone {
				t.Errorf("%d attempts, %d mails gone", s.Attempts(), len(s.Sent()))
			}
		})
	}
}

func TestMailThatSESWouldNotTakeIsRefused(t *testing.T) {
	for name, change := range map[string]func(*mail.Mail){
		"line in subject":    func(m *mail.Mail) { m.Subject = "a\nBcc: x@example.com" },
		"line in header":     func(m *mail.Mail) { m.Headers = []mail.Header{{Name: "X-A", Value: "a\r\nb"}} },
		"header in Cyrillic": func(m *mail.Mail) { m.Headers = []mail.Header{{Name: "X-A", Value: "ж"}} },
		"header of SES's":    func(m *mail.Mail) { m.Headers = []mail.Header{{Name: "Reply-To", Value: "x@example.com"}} },
		"long header":        func(m *mail.Mail) { m.Headers = []mail.Header{{Name: "X-A", Value: strings.Repeat("a", 994)}} },
		"header twice":       func(m *mail.Mail) { m.Headers = append(m.Headers, m.Headers[0]) },
		"no tag":             func(m *mail.Mail) { m.ID = "day#1" },
		"no recipient":       func(m *mail.Mail) { m.To = "" },
		"no sender":          func(m *mail.Mail) { m.From = "Acme" },
	} {
		t.Run(name, func(t *testing.T) {
			s, sender := start(t)
			m := invitation
			change(&m)
			if _, err := sender.Send(t.Context(), m); !errors.Is(err, mail.ErrRefused) || len(s.Sent()) != 0 {
				t.Errorf("error %v, sent %d", err, len(s.Sent()))
			}
		})
	}
}

func TestNothingLeftWithoutAConnection(t *testing.T) {
	start(t)
	gone, cancel := context.WithCancel(t.Context())
	cancel()
	for name, c := range map[string]struct {
		ctx context.Context
		url string
	}{
		"nobody listens": {t.Context(), "http://127.0.0.1:1"},
		"no such host":   {t.Context(), "http://ses.invalid"},
		"no TLS":         {t.Context(), "https://" + deaf(t)},
		"too late":       {gone, "http://127.0.0.1:1"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Setenv("AWS_ENDPOINT_URL_SESV2", c.url)
			sender := ses.Open(cloud.Config(), "heed")
			if _, err := sender.Send(c.ctx, invitation); !errors.Is(err, mail.ErrLater) {
				t.Errorf("error %v", err)
			}
		})
	}
}

func TestWrongCredentialsAreNotTheMailsFault(t *testing.T) {
	s, sender := start(t)
	t.Setenv("AWS_SECRET_ACCESS_KEY", "another")
	if _, err := sender.Send(t.Context(), invitation); !errors.Is(err, mail.ErrLater) || len(s.Sent()) != 0 {
		t.Errorf("error %v", err)
	}
}

// deaf is the address of a server that closes every connection at once.
func deaf(t *testing.T) string {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = l.Close() })
	go func() {
		for {
			conn, err := l.Accept()
			if err != nil {
				return
			}
			_ = conn.Close()
		}
	}()
	return l.Addr().String()
}
