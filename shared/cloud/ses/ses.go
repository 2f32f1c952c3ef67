// Package ses sends mail through SES, each once: the SDK's own retries are
// off, and whatever happens after a request may have left is called unknown.
package ses

import (
	"context"
	"net/http/httptrace"
	"sync/atomic"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/sesv2"
	"github.com/aws/aws-sdk-go-v2/service/sesv2/types"

	"heed/shared/cloud"
	"heed/shared/mail"
	"heed/shared/outcome"
)

// DefaultTimeout is how long SES may take over one mail. It answers in a
// fraction of a second or not at all.
const DefaultTimeout = 10 * time.Second

// A Sender sends mail.
type Sender struct {
	Client           *sesv2.Client
	ConfigurationSet string        // its events reach the function delivery
	Timeout          time.Duration // for one mail; DefaultTimeout if 0
}

// Open returns a sender for mails whose events go where the configuration set
// says.
func Open(cfg aws.Config, configurationSet string) *Sender {
	client := sesv2.NewFromConfig(cfg, func(o *sesv2.Options) { o.BaseEndpoint = cloud.Endpoint("SESV2") })
	return &Sender{Client: client, ConfigurationSet: configurationSet}
}

// Send hands one mail to SES and returns the id that SES gave it. The error
// is one of mail.ErrLater, mail.ErrHalted, mail.ErrRefused and mail.ErrUnknown, with its
// cause; its text holds no address.
func (s *Sender) Send(ctx context.Context, m mail.Mail) (messageID string, err error) {
	timeout := s.Timeout
	if timeout == 0 {
		timeout = DefaultTimeout
	}
	ctx, cancel := context.WithTimeout(ctx, timeout)
	defer cancel()
	var connected atomic.Bool // without a connection nothing can have left
	ctx = httptrace.WithClientTrace(ctx, &httptrace.ClientTrace{
		GotConn: func(httptrace.GotConnInfo) { connected.Store(true) },
	})
	out, err := s.Client.SendEmail(ctx, s.input(m), func(o *sesv2.Options) { o.Retryer = aws.NopRetryer{} })
	if err != nil {
		return "", &sendError{kind: kindOf(err, m.From, connected.Load()), cause: err}
	}
	return aws.ToString(out.MessageId), nil
}

func (s *Sender) input(m mail.Mail) *sesv2.SendEmailInput {
	headers := make([]types.MessageHeader, len(m.Headers))
	for i, h := range m.Headers {
		headers[i] = types.MessageHeader{Name: aws.String(h.Name), Value: aws.String(h.Value)}
	}
	in := &sesv2.SendEmailInput{
		FromEmailAddress:     &m.From,
		Destination:          &types.Destination{ToAddresses: []string{m.To}},
		ConfigurationSetName: &s.ConfigurationSet,
		EmailTags:            []types.MessageTag{{Name: aws.String(outcome.Tag), Value: &m.ID}},
		Content: &types.EmailContent{Simple: &types.Message{
			Subject: content(m.Subject),
			Body:    &types.Body{Text: content(m.Text), Html: content(m.HTML)},
			Headers: headers,
		}},
	}
	if m.ReplyTo != "" {
		in.ReplyToAddresses = []string{m.ReplyTo}
	}
	return in
}

func content(s string) *types.Content {
	return &types.Content{Data: &s, Charset: aws.String("UTF-8")}
}
