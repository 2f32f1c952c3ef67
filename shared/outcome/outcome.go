// Package outcome reads what SES says became of a mail. It reads only: what
// follows from it for a row or a customer is the delivery handler's affair.
package outcome

import (
	"encoding/json"
	"strings"
	"time"

	"heed/shared/heed"
)

// Tag is the tag under which a mail carries its ID. SES repeats a mail's tags
// in every event about it, which is how the mail's row is found even where
// nobody learned the id that SES gave it.
const Tag = "heed-row"

// A Kind is what became of a mail.
type Kind string

// The kinds.
const (
	Sent       Kind = "sent"       // SES accepted it and will try to deliver it
	Delivered  Kind = "delivered"  // the recipient's server took it
	Bounced    Kind = "bounced"    // that server would not have it, for good if Permanent
	Complained Kind = "complained" // the recipient called it spam
	Refused    Kind = "refused"    // SES took it and then would not send it
	Delayed    Kind = "delayed"    // not delivered yet; SES keeps trying
	Other      Kind = "other"      // nothing that became of it: an opening, a click, a notice
)

// An Outcome is one event. Of a kind other than Other, At and MessageID are
// always set.
type Outcome struct {
	Kind       Kind
	Permanent  bool      // of a bounce: the address is not to be written to again
	MailID     string    // as the mail carries it under Tag; "" for a mail of someone else's
	MessageID  string    // as SES names the mail
	Recipients []string  // those it happened to; addresses
	At         time.Time // when it happened; of Sent and Refused, when SES was handed the mail
}

// Parse reads one event: as SES publishes it (eventType) or notifies of it
// (notificationType), by itself or in SNS's envelope. What is none of these is
// an error, Invalid.
func Parse(body []byte) (*Outcome, error) {
	var sns envelope
	if json.Unmarshal(body, &sns) == nil {
		switch sns.Type {
		case "SubscriptionConfirmation", "UnsubscribeConfirmation":
			return &Outcome{Kind: Other}, nil
		case "Notification":
			body = []byte(sns.Message)
		}
	}
	if strings.TrimSpace(string(body)) == setup {
		return &Outcome{Kind: Other}, nil
	}
	var e event
	if err := json.Unmarshal(body, &e); err != nil {
		return nil, heed.Errorf(heed.Invalid, "an event of SES cannot be read").Because(err)
	}
	return e.outcome()
}

// outcome makes of the event what is known of it here.
func (e *event) outcome() (*Outcome, error) {
	kind, known := e.kind()
	if !known {
		return nil, heed.Errorf(heed.Invalid, "an event of SES does not say what it is")
	}
	o := &Outcome{Kind: kind, MessageID: e.Mail.MessageID, Recipients: e.Mail.Destination, At: e.Mail.Timestamp}
	if ids := e.Mail.Tags[Tag]; len(ids) > 0 {
		o.MailID = ids[0]
	}
	switch kind {
	case Delivered:
		o.at(e.Delivery.Timestamp, e.Delivery.Recipients)
	case Bounced:
		o.Permanent = e.Bounce.Type == "Permanent"
		o.at(e.Bounce.Timestamp, addresses(e.Bounce.Recipients))
	case Complained:
		o.at(e.Complaint.Timestamp, addresses(e.Complaint.Recipients))
	case Delayed:
		o.at(e.Delay.Timestamp, addresses(e.Delay.Recipients))
	}
	if kind != Other && (o.At.IsZero() || o.MessageID == "") {
		return nil, heed.Errorf(heed.Invalid, "an event of SES (%s) does not say when, or of which mail", kind)
	}
	return o, nil
}

// at puts what the event itself says in place of what the mail says.
func (o *Outcome) at(t time.Time, recipients []string) {
	if !t.IsZero() {
		o.At = t
	}
	if recipients != nil {
		o.Recipients = recipients
	}
}

// kind is the event's kind, and whether it names one at all.
func (e *event) kind() (Kind, bool) {
	name := e.EventType
	if name == "" {
		name = e.NotificationType
	}
	switch strings.ToLower(strings.ReplaceAll(name, " ", "")) {
	case "":
		return "", false
	case "send":
		return Sent, true
	case "delivery":
		return Delivered, true
	case "bounce":
		return Bounced, true
	case "complaint":
		if e.Complaint.FeedbackType == "not-spam" { // somebody took it out of the spam folder
			return Other, true
		}
		return Complained, true
	case "reject", "renderingfailure":
		return Refused, true
	case "deliverydelay":
		return Delayed, true
	}
	return Other, true
}
