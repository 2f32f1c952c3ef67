package outcome

import "time"

// envelope is how SNS wraps what it hands on, unless the subscription asks
// for raw messages.
type envelope struct{ Type, Message string }

// setup is what SES publishes, as plain text, when a topic becomes the
// destination of its events.
const setup = "Successfully validated SNS topic for Amazon SES event publishing."

// event is what is read of an event, by the names in
// https://docs.aws.amazon.com/ses/latest/dg/event-publishing-retrieving-sns-contents.html
// and https://docs.aws.amazon.com/ses/latest/dg/notification-contents.html
type event struct {
	EventType        string
	NotificationType string
	Mail             struct {
		Timestamp   time.Time
		MessageID   string
		Destination []string
		Tags        map[string][]string
	}
	Delivery struct {
		Timestamp  time.Time
		Recipients []string
	}
	Bounce struct {
		Type       string      `json:"bounceType"` // Permanent, Transient, Undetermined
		Recipients []recipient `json:"bouncedRecipients"`
		Timestamp  time.Time
	}
	Complaint struct {
		FeedbackType string      `json:"complaintFeedbackType"`
		Recipients   []recipient `json:"complainedRecipients"`
		Timestamp    time.Time
	}
	Delay struct {
		Recipients []recipient `json:"delayedRecipients"`
		Timestamp  time.Time
	} `json:"deliveryDelay"`
}

type recipient struct{ EmailAddress string }

func addresses(recipients []recipient) []string {
	var list []string
	for _, r := range recipients {
		list = append(list, r.EmailAddress)
	}
	return list
}
