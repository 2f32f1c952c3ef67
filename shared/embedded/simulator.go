package embedded

import (
	"encoding/json"
	netmail "net/mail"
	"strings"

	"heed/shared/mail"
	"heed/shared/queue"
)

// simulatorDomain is where SES's own test addresses live. What each does is in
// the SES developer guide, "Using the mailbox simulator"; +labels are allowed.
const simulatorDomain = "simulator.amazonses.com"

const (
	simulatorMTA   = "dsn; a8-70.smtp-out.amazonses.com"
	simulatorAgent = "Amazon SES Mailbox Simulator"
)

// fate returns the events of a mail, as messages.
func (m *Mailbox) fate(kept *Kept) ([]parcel, error) {
	var parcels []parcel
	now := m.events.out.Now().UnixMilli()
	for _, event := range sesEvents(kept) {
		body, err := json.Marshal(event)
		if err != nil {
			return nil, err
		}
		parcels = append(parcels, pack(&queue.Message{Body: body}, now))
	}
	return parcels, nil
}

// sesEvents returns what SES would say of a mail, in order.
func sesEvents(kept *Kept) []sesEvent {
	to := bareAddress(kept.To)
	about := describe(kept, to)
	send := sesEvent{Type: "Send", Mail: about, Send: &struct{}{}}
	delivery := sesEvent{Type: "Delivery", Mail: about, Delivery: &sesDelivery{
		Timestamp: about.Timestamp, ProcessingTimeMillis: 500, Recipients: []string{to},
		SMTPResponse: "250 2.6.0 Message received", ReportingMTA: "a8-70.smtp-out.amazonses.com",
	}}
	switch simulated(to) {
	case "bounce":
		return []sesEvent{send, bounced(about, to, "General", "smtp; 550 5.1.1 user unknown")}
	case "suppressionlist":
		return []sesEvent{send, bounced(about, to, "Suppressed", "Amazon SES has suppressed sending to this address because it has a recent history of bouncing as an invalid address")}
	case "complaint":
		return []sesEvent{send, delivery, complained(about, to)}
	}
	return []sesEvent{send, delivery}
}

func bounced(about sesMail, to, subType, diagnostic string) sesEvent {
	return sesEvent{Type: "Bounce", Mail: about, Bounce: &sesBounce{
		Type: "Permanent", SubType: subType, Timestamp: about.Timestamp, FeedbackID: about.MessageID, ReportingMTA: simulatorMTA,
		Recipients: []sesRecipient{{Address: to, Action: "failed", Status: "5.1.1", Diagnostic: diagnostic}},
	}}
}

func complained(about sesMail, to string) sesEvent {
	return sesEvent{Type: "Complaint", Mail: about, Complaint: &sesComplaint{
		Recipients: []sesRecipient{{Address: to}}, Timestamp: about.Timestamp, FeedbackID: about.MessageID,
		UserAgent: simulatorAgent, FeedbackType: "abuse", ArrivalDate: about.Timestamp,
	}}
}

// describe returns the part that all events of a mail share.
func describe(kept *Kept, to string) sesMail {
	headers := append([]mail.Header{
		{Name: "From", Value: kept.From},
		{Name: "To", Value: kept.To},
		{Name: "Reply-To", Value: kept.ReplyTo},
		{Name: "Subject", Value: kept.Subject},
	}, kept.Headers...)
	common := sesCommon{From: []string{kept.From}, To: []string{kept.To}, MessageID: kept.MessageID, Subject: kept.Subject}
	if kept.ReplyTo != "" {
		common.ReplyTo = []string{kept.ReplyTo}
	}
	_, domain, _ := strings.Cut(bareAddress(kept.From), "@")
	return sesMail{
		Timestamp: kept.At.Format(eventTime), Source: kept.From, SendingAccountID: "000000000000",
		MessageID: kept.MessageID, Destination: []string{to}, Headers: headers, CommonHeaders: common,
		Tags: map[string][]string{"heed-row": {kept.ID}, "ses:from-domain": {domain}},
	}
}

// simulated returns which of the simulator's addresses this is, without its
// label, "" if it is none.
func simulated(address string) string {
	local, domain, _ := strings.Cut(strings.ToLower(address), "@")
	if domain != simulatorDomain {
		return ""
	}
	local, _, _ = strings.Cut(local, "+")
	return local
}

// bareAddress returns the address of "Name <address>".
func bareAddress(s string) string {
	if a, err := netmail.ParseAddress(s); err == nil {
		return a.Address
	}
	return s
}
