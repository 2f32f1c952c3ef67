package standin

import (
	"errors"
	"fmt"
	"net/mail"
	"regexp"
	"strings"
)

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
