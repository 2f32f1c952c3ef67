package standin

import (
	"encoding/json"
	"errors"
	"fmt"
	"net"
	"net/http"
	"net/mail"
	"regexp"
	"strings"
	"sync"
	"testing"
)

// SES takes mails and keeps them.
type SES struct {
	URL string

	mu       sync.Mutex
	mood     Mood
	attempts int
	sent     []Sent
}

// A Mood is what SES does with the mails to come.
type Mood string

// The moods. All but Accept and Drop let no mail go.
const (
	Accept   Mood = ""
	Throttle Mood = "throttle" // answers that the rate is exceeded
	Pause    Mood = "pause"    // answers that the account may not send
	Reject   Mood = "reject"   // answers that it will not take the mail
	Break    Mood = "break"    // answers 500
	Hang     Mood = "hang"     // never answers
	Drop     Mood = "drop"     // takes the mail and drops the connection without an answer
)

// A Sent is a mail that SES took.
type Sent struct {
	MessageID        string
	From, To         string
	ReplyTo          []string
	Subject          string
	Text, HTML       string
	Headers          map[string]string
	Tags             map[string]string
	ConfigurationSet string
}

// NewSES starts one that ends with the test.
func NewSES(t testing.TB) *SES {
	s := &SES{}
	mux := http.NewServeMux()
	mux.HandleFunc("POST /v2/email/outbound-emails", s.take)
	s.URL = serve(t, "ses", mux).URL
	return s
}

// Set changes the mood.
func (s *SES) Set(m Mood) { s.mu.Lock(); s.mood = m; s.mu.Unlock() }

// Attempts is how many requests to send came.
func (s *SES) Attempts() int { s.mu.Lock(); defer s.mu.Unlock(); return s.attempts }

// Sent are the mails taken, in order.
func (s *SES) Sent() []Sent { s.mu.Lock(); defer s.mu.Unlock(); return s.sent }

type text struct{ Data, Charset string }

// outbound is the body of a SendEmail request, as far as Heed may use it:
// https://docs.aws.amazon.com/ses/latest/APIReference-V2/API_SendEmail.html
type outbound struct {
	FromEmailAddress     string
	Destination          struct{ ToAddresses []string }
	ReplyToAddresses     []string
	ConfigurationSetName string
	EmailTags            []struct{ Name, Value string }
	Content              struct {
		Simple struct {
			Subject text
			Body    struct{ Text, Html text } //nolint:revive // SES's own name
			Headers []struct{ Name, Value string }
		}
	}
}

func (s *SES) take(w http.ResponseWriter, r *http.Request) {
	s.mu.Lock()
	s.attempts++
	mood := s.mood
	s.mu.Unlock()
	switch mood {
	case Throttle:
		refuse(w, http.StatusTooManyRequests, "TooManyRequestsException", "Maximum sending rate exceeded.")
	case Pause:
		refuse(w, http.StatusBadRequest, "SendingPausedException", "Email sending is disabled for your account.")
	case Reject:
		refuse(w, http.StatusBadRequest, "MessageRejected",
			"Email address is not verified. The following identities failed the check in region EU-CENTRAL-1: someone@example.com")
	case Break:
		refuse(w, http.StatusInternalServerError, "InternalFailure", "told to break")
	case Hang:
		<-r.Context().Done()
	default:
		s.accept(w, r, mood)
	}
}

func (s *SES) accept(w http.ResponseWriter, r *http.Request, mood Mood) {
	var in outbound
	dec := json.NewDecoder(r.Body)
	dec.DisallowUnknownFields()
	err := dec.Decode(&in)
	if err == nil {
		err = in.check()
	}
	if err != nil {
		refuse(w, http.StatusBadRequest, "BadRequestException", err.Error())
		return
	}
	s.mu.Lock()
	sent := in.sent(fmt.Sprintf("0107018e-%012d-standin", len(s.sent)+1))
	s.sent = append(s.sent, sent)
	s.mu.Unlock()
	if mood == Drop {
		if conn, _, err := w.(http.Hijacker).Hijack(); err == nil {
			_ = conn.(*net.TCPConn).SetLinger(0) // so that the client meets a reset, not an end
			_ = conn.Close()
		}
		return
	}
	answer(w, map[string]string{"MessageId": sent.MessageID})
}

func (in *outbound) sent(id string) Sent {
	simple := in.Content.Simple
	m := Sent{
		MessageID: id, From: in.FromEmailAddress, To: in.Destination.ToAddresses[0], ReplyTo: in.ReplyToAddresses,
		Subject: simple.Subject.Data, Text: simple.Body.Text.Data, HTML: simple.Body.Html.Data,
		Headers: map[string]string{}, Tags: map[string]string{}, ConfigurationSet: in.ConfigurationSetName,
	}
	for _, h := range simple.Headers {
		m.Headers[h.Name] = h.Value
	}
	for _, t := range in.EmailTags {
		m.Tags[t.Name] = t.Value
	}
	return m
}

// https://docs.aws.amazon.com/ses/latest/APIReference-V2/API_MessageHeader.html,
// the bounds on sizes as in the SDK since March 2026, and
// https://docs.aws.amazon.com/ses/latest/dg/header-fields.html
var (
	headerName  = regexp.MustCompile(`^[!-9;-~]{1,126}$`)
	headerValue = regexp.MustCompile(`^[ -~]{1,995}$`)
	tag         = regexp.MustCompile(`^[A-Za-z0-9_-]{1,256}$`)
	ownHeaders  = map[string]bool{
		"bcc": true, "cc": true, "content-disposition": true, "content-type": true, "date": true, "from": true, "message-id": true,
		"mime-version": true, "reply-to": true, "return-path": true, "subject": true, "to": true,
	}
)

func (in *outbound) check() error {
	var problems []error
	need := func(ok bool, format string, args ...any) {
		if !ok {
			problems = append(problems, fmt.Errorf(format, args...))
		}
	}
	_, err := mail.ParseAddress(in.FromEmailAddress)
	need(err == nil, "FromEmailAddress is no address")
	need(len(in.Destination.ToAddresses) == 1, "%d recipients", len(in.Destination.ToAddresses))
	for _, address := range append(in.Destination.ToAddresses, in.ReplyToAddresses...) {
		_, err := mail.ParseAddress(address)
		need(err == nil, "a recipient or ReplyTo is no address")
	}
	need(in.ConfigurationSetName != "", "no configuration set")
	for _, t := range in.EmailTags {
		need(tag.MatchString(t.Name) && tag.MatchString(t.Value), "a tag has other characters than A-Za-z0-9_-")
	}
	simple := in.Content.Simple
	for _, t := range []text{simple.Subject, simple.Body.Text, simple.Body.Html} {
		need(t.Data != "" && t.Charset == "UTF-8", "subject, text and HTML are all there and in UTF-8")
	}
	need(!strings.ContainsAny(simple.Subject.Data, "\r\n"), "the subject has more than one line")
	seen := map[string]bool{}
	for _, h := range simple.Headers {
		name := strings.ToLower(h.Name)
		need(headerName.MatchString(h.Name) && headerValue.MatchString(h.Value) && len(h.Name)+len(h.Value) <= 996, "header %s", h.Name)
		need(!ownHeaders[name] && !seen[name], "header %s is SES's own or comes twice", h.Name)
		seen[name] = true
	}
	return errors.Join(problems...)
}
