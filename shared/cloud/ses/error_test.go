package ses

import (
	"errors"
	"fmt"
	"net/http"
	"testing"

	"github.com/aws/smithy-go"
	smithyhttp "github.com/aws/smithy-go/transport/http"

	"heed/shared/mail"
)

func refusal(status int, code string) error {
	return &smithyhttp.ResponseError{
		Response: &smithyhttp.Response{Response: &http.Response{StatusCode: status}},
		Err:      &smithy.GenericAPIError{Code: code, Message: "…"},
	}
}

func quota(message string) error {
	return &smithyhttp.ResponseError{
		Response: &smithyhttp.Response{Response: &http.Response{StatusCode: http.StatusTooManyRequests}},
		Err:      &smithy.GenericAPIError{Code: "TooManyRequestsException", Message: message},
	}
}

func TestKindOfEveryAnswer(t *testing.T) {
	for _, c := range []struct {
		err       error
		connected bool
		want      error
	}{
		{refusal(429, "TooManyRequestsException"), true, mail.ErrLater},
		{refusal(400, "ThrottlingException"), true, mail.ErrLater},
		{refusal(400, "LimitExceededException"), true, mail.ErrHalted},
		{refusal(400, "AccountSuspendedException"), true, mail.ErrHalted},
		{refusal(400, "SendingPausedException"), true, mail.ErrHalted},
		{refusal(400, "MailFromDomainNotVerifiedException"), true, mail.ErrHalted},
		{quota("Maximum sending rate exceeded."), true, mail.ErrLater},
		{quota("Daily message quota exceeded."), true, mail.ErrHalted},
		{refusal(400, "MessageRejected"), true, mail.ErrRefused},
		{refusal(400, "BadRequestException"), true, mail.ErrRefused},
		{refusal(404, "NotFoundException"), true, mail.ErrRefused},
		{refusal(400, "SomethingNew"), true, mail.ErrRefused},
		{refusal(403, "AccessDeniedException"), true, mail.ErrHalted},
		{refusal(403, "ExpiredTokenException"), true, mail.ErrHalted},
		{refusal(409, "ConcurrentModificationException"), true, mail.ErrLater},
		{refusal(408, "RequestTimeout"), true, mail.ErrUnknown},
		{refusal(500, "InternalFailure"), true, mail.ErrUnknown},
		{refusal(503, "ServiceUnavailable"), true, mail.ErrUnknown},
		{refusal(200, ""), true, mail.ErrUnknown}, // an answer that could not be read
		{errors.New("connection reset by peer"), true, mail.ErrUnknown},
		{errors.New("no such host"), false, mail.ErrLater},
	} {
		err := fmt.Errorf("operation error: %w", c.err)
		if got := kindOf(err, "Acme <surveys@example.com>", c.connected); got != c.want {
			t.Errorf("%v: %v, want %v", c.err, got, c.want)
		}
	}
}

// A sender that lapsed halts all mail; whoever may not be mailed, as in the
// sandbox, is the one mail's matter.
func TestWhoIsNotVerified(t *testing.T) {
	const list = "Email address is not verified. The following identities failed the check in region EU-CENTRAL-1: "
	for message, want := range map[string]error{
		list + "surveys@mail.example.com":                                 mail.ErrHalted,
		list + `ada@example.org, "Acme, Inc." <Surveys@Mail.Example.com>`: mail.ErrHalted,
		list + "mail.example.com":                                         mail.ErrHalted,
		list + "ada@example.org, example.com.":                            mail.ErrHalted,
		list + "ada@example.org":                                          mail.ErrRefused,
		list + "ada@mail.example.com":                                     mail.ErrRefused, // of our own people
		list + "ample.com":                                                mail.ErrRefused,
		list + "ada@example.org, ":                                        mail.ErrRefused,
		"The mail was refused: surveys@mail.example.com":                  mail.ErrRefused,
		"Email address is not verified.":                                  mail.ErrRefused,
	} {
		err := &smithy.GenericAPIError{Code: "MessageRejected", Message: message}
		if got := kindOf(err, "Acme, Inc. <surveys@mail.example.com>", true); got != want {
			t.Errorf("%s: %v, want %v", message, got, want)
		}
	}
}

func TestErrorTextHoldsNoAddress(t *testing.T) {
	cause := errors.New(`refused "Grace" <grace.h+1@example.org>, a@b; mailto:x@y.example, ü@ж.example!`)
	err := &sendError{kind: mail.ErrRefused, cause: cause}
	const want = `mail service: refused: refused "Grace" <(an address)>, (an address); mailto:(an address), (an address)`
	if err.Error() != want {
		t.Errorf("got  %s\nwant %s", err, want)
	}
	if !errors.Is(err, cause) || !errors.Is(err, mail.ErrRefused) {
		t.Error("the cause or the kind is lost")
	}
}
