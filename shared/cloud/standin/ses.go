package standin

import (
	"encoding/json"
	"fmt"
	"net"
	"net/http"
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
	rate     float64
	asked    int
}

// A Mood is what SES does with the mails to come.
type Mood string

// The moods. All but Accept and Drop let no mail go.
const (
	Accept   Mood = ""
	Throttle Mood = "throttle" // answers that the rate is exceeded
	Exhaust  Mood = "exhaust"  // answers that the day's quota is used up
	Pause    Mood = "pause"    // answers that the account may not send
	Reject   Mood = "reject"   // answers that the one to be mailed is not verified, as in the sandbox
	Lapse    Mood = "lapse"    // answers that the sender is not verified, or no longer
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

// usualRate is what SES lets an account send a second, soon after it left the
// sandbox.
const usualRate = 14

// NewSES starts one that ends with the test.
func NewSES(t testing.TB) *SES {
	s := &SES{rate: usualRate}
	mux := http.NewServeMux()
	mux.HandleFunc("POST /v2/email/outbound-emails", s.take)
	mux.HandleFunc("GET /v2/email/account", s.account)
	s.URL = serve(t, "ses", mux).URL
	return s
}

// Set changes the mood.
func (s *SES) Set(m Mood) { s.mu.Lock(); s.mood = m; s.mu.Unlock() }

// SetRate changes how many mails a second the account may send, as SES tells
// who asks; 0: it refuses to tell. It takes mails at any rate.
func (s *SES) SetRate(perSecond float64) { s.mu.Lock(); s.rate = perSecond; s.mu.Unlock() }

// Asked is how often it was asked for the account.
func (s *SES) Asked() int { s.mu.Lock(); defer s.mu.Unlock(); return s.asked }

// Attempts is how many requests to send came.
func (s *SES) Attempts() int { s.mu.Lock(); defer s.mu.Unlock(); return s.attempts }

// Sent are the mails taken, in order.
func (s *SES) Sent() []Sent { s.mu.Lock(); defer s.mu.Unlock(); return s.sent }

// https://docs.aws.amazon.com/ses/latest/APIReference-V2/API_GetAccount.html
func (s *SES) account(w http.ResponseWriter, _ *http.Request) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.asked++
	if s.rate == 0 {
		refuse(w, http.StatusForbidden, "AccessDeniedException", "not authorized to perform: ses:GetAccount")
		return
	}
	answer(w, map[string]any{
		"EnforcementStatus": "HEALTHY", "ProductionAccessEnabled": true, "SendingEnabled": true,
		"SendQuota": map[string]float64{"Max24HourSend": 50_000, "MaxSendRate": s.rate, "SentLast24Hours": 0},
	})
}

func (s *SES) take(w http.ResponseWriter, r *http.Request) {
	s.mu.Lock()
	s.attempts++
	mood := s.mood
	s.mu.Unlock()
	switch mood {
	case Throttle:
		refuse(w, http.StatusTooManyRequests, "TooManyRequestsException", "Maximum sending rate exceeded.")
	case Exhaust:
		refuse(w, http.StatusTooManyRequests, "TooManyRequestsException", "Daily message quota exceeded.")
	case Pause:
		refuse(w, http.StatusBadRequest, "SendingPausedException", "Email sending is disabled for your account.")
	case Reject, Lapse:
		s.unverified(w, r, mood)
	case Break:
		refuse(w, http.StatusInternalServerError, "InternalFailure", "told to break")
	case Hang:
		<-r.Context().Done()
	default:
		s.accept(w, r, mood)
	}
}

// unverified names whom of a mail SES does not know as verified.
func (s *SES) unverified(w http.ResponseWriter, r *http.Request, mood Mood) {
	var in outbound
	if err := json.NewDecoder(r.Body).Decode(&in); err != nil || len(in.Destination.ToAddresses) == 0 {
		refuse(w, http.StatusBadRequest, "BadRequestException", "no mail")
		return
	}
	who := in.Destination.ToAddresses[0]
	if mood == Lapse {
		who = in.FromEmailAddress
	}
	refuse(w, http.StatusBadRequest, "MessageRejected",
		"Email address is not verified. The following identities failed the check in region EU-CENTRAL-1: "+who)
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
