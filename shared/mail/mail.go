// Package mail is what goes out: a mail, how it is written for a program, and
// what a mail service may answer. SES (cloud/ses) and the laptop's mailbox
// (embedded) send it; neither is known here.
package mail

import "errors"

// A Mail is one message to one person.
type Mail struct {
	ID      string   `json:"id"` // the invitation's: row key, [A-Za-z0-9_-]; the service is told it as a tag
	From    string   `json:"from"`
	To      string   `json:"to"`
	ReplyTo string   `json:"replyTo"`
	Subject string   `json:"subject"`
	Headers []Header `json:"headers"` // beyond those above
	Text    string   `json:"text"`
	HTML    string   `json:"html"`
}

// A Header is one header field.
type Header struct {
	Name  string `json:"name"`
	Value string `json:"value"`
}

// What a mail service may answer other than yes.
var (
	// ErrUnknown: the mail may have gone or not. It must not be sent again.
	ErrUnknown = errors.New("mail service: outcome unknown")
	// ErrLater: it did not go; the service wants less mail or none for a while.
	ErrLater = errors.New("mail service: not now")
	// ErrRefused: it did not go and never will.
	ErrRefused = errors.New("mail service: refused")
)
