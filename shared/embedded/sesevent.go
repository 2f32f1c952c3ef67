package embedded

import "heed/shared/mail"

// eventTime is how AWS writes times in events.
const eventTime = "2006-01-02T15:04:05.000Z"

// An sesEvent is one of the records that SES publishes of a mail, in the words
// of its developer guide, "Examples of event data that Amazon SES publishes to
// Amazon SNS".
type sesEvent struct {
	Type      string        `json:"eventType"`
	Mail      sesMail       `json:"mail"`
	Send      *struct{}     `json:"send,omitempty"`
	Delivery  *sesDelivery  `json:"delivery,omitempty"`
	Bounce    *sesBounce    `json:"bounce,omitempty"`
	Complaint *sesComplaint `json:"complaint,omitempty"`
}

type sesMail struct {
	Timestamp        string              `json:"timestamp"`
	Source           string              `json:"source"`
	SendingAccountID string              `json:"sendingAccountId"`
	MessageID        string              `json:"messageId"`
	Destination      []string            `json:"destination"`
	HeadersTruncated bool                `json:"headersTruncated"`
	Headers          []mail.Header       `json:"headers"`
	CommonHeaders    sesCommon           `json:"commonHeaders"`
	Tags             map[string][]string `json:"tags"`
}

type sesCommon struct {
	From      []string `json:"from"`
	ReplyTo   []string `json:"replyTo,omitempty"`
	To        []string `json:"to"`
	MessageID string   `json:"messageId"`
	Subject   string   `json:"subject"`
}

type sesDelivery struct {
	Timestamp            string   `json:"timestamp"`
	ProcessingTimeMillis int      `json:"processingTimeMillis"`
	Recipients           []string `json:"recipients"`
	SMTPResponse         string   `json:"smtpResponse"`
	ReportingMTA         string   `json:"reportingMTA"`
}

type sesBounce struct {
	Type         string         `json:"bounceType"`
	SubType      string         `json:"bounceSubType"`
	Recipients   []sesRecipient `json:"bouncedRecipients"`
	Timestamp    string         `json:"timestamp"`
	FeedbackID   string         `json:"feedbackId"`
	ReportingMTA string         `json:"reportingMTA"`
}

type sesComplaint struct {
	Recipients   []sesRecipient `json:"complainedRecipients"`
	Timestamp    string         `json:"timestamp"`
	FeedbackID   string         `json:"feedbackId"`
	UserAgent    string         `json:"userAgent"`
	FeedbackType string         `json:"complaintFeedbackType"`
	ArrivalDate  string         `json:"arrivalDate"`
}

type sesRecipient struct {
	Address    string `json:"emailAddress"`
	Action     string `json:"action,omitempty"`
	Status     string `json:"status,omitempty"`
	Diagnostic string `json:"diagnosticCode,omitempty"`
}
