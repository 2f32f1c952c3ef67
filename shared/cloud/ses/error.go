package ses

import (
	"errors"
	"net/http"
	"regexp"
	"strings"

	"github.com/aws/smithy-go"
	smithyhttp "github.com/aws/smithy-go/transport/http"

	"heed/shared/mail"
)

// A sendError is one of the mail service's three answers and its cause.
type sendError struct{ kind, cause error }

// address is what SES may name in its message: whom it did not want to mail.
var address = regexp.MustCompile(`[^\s<>",;:]+@[^\s<>",;]+`)

func (e *sendError) Error() string {
	return e.kind.Error() + ": " + address.ReplaceAllString(e.cause.Error(), "(an address)")
}

func (e *sendError) Unwrap() []error { return []error{e.kind, e.cause} }

// kinds are SES's answers that say what to do more exactly than the status
// does: https://docs.aws.amazon.com/ses/latest/APIReference-V2/API_SendEmail.html
var kinds = map[string]error{
	"ThrottlingException":                mail.ErrLater,
	"TooManyRequestsException":           mail.ErrLater,
	"LimitExceededException":             mail.ErrHalted, // the day's quota is used up
	"SendingPausedException":             mail.ErrHalted,
	"AccountSuspendedException":          mail.ErrHalted,
	"MailFromDomainNotVerifiedException": mail.ErrHalted,
	"MessageRejected":                    mail.ErrRefused,
	"BadRequestException":                mail.ErrRefused,
	"NotFoundException":                  mail.ErrRefused,
}

// daily tells the day's quota from the second's, which one exception is for:
// https://docs.aws.amazon.com/ses/latest/dg/manage-sending-quotas-errors.html
var daily = regexp.MustCompile(`(?i)\bdaily\b.*\bquota\b`)

// unverified begins the list of who may not send or, in the sandbox, not be
// mailed. Which of them it is, only the list says.
var unverified = regexp.MustCompile(`(?is)\bnot verified\b.*?\bidentities\b[^:]*:(.*)`)

// lapsed reports whether SES no longer knows the sender as ours: that is for us
// to mend, and no mail can go until then.
func lapsed(message, from string) bool {
	list := unverified.FindStringSubmatch(message)
	from = bare(from)
	if list == nil || from == "" {
		return false
	}
	_, domain, _ := strings.Cut(from, "@")
	for identity := range strings.SplitSeq(list[1], ",") {
		who := bare(identity)
		if who != "" && (who == from || who == domain || strings.HasSuffix(domain, "."+who)) {
			return true
		}
	}
	return false
}

// bare is an address without its name, or a domain, in lower case.
func bare(s string) string {
	if _, inner, ok := strings.Cut(s, "<"); ok {
		s, _, _ = strings.Cut(inner, ">")
	}
	return strings.ToLower(strings.TrimRight(strings.TrimSpace(s), "."))
}

// kindOf is what an error means for the mail from that sender. Only an answer of
// SES, or that there never was a connection, says that it did not go.
func kindOf(err error, from string, connected bool) error {
	var api smithy.APIError
	if errors.As(err, &api) && kinds[api.ErrorCode()] != nil {
		kind := kinds[api.ErrorCode()]
		if kind == mail.ErrLater && daily.MatchString(api.ErrorMessage()) || kind == mail.ErrRefused && lapsed(api.ErrorMessage(), from) {
			return mail.ErrHalted
		}
		return kind
	}
	var resp *smithyhttp.ResponseError
	if errors.As(err, &resp) && resp.HTTPStatusCode() != 0 { // 0 where no answer came
		return kindOfStatus(resp.HTTPStatusCode())
	}
	if !connected {
		return mail.ErrLater
	}
	return mail.ErrUnknown
}

func kindOfStatus(status int) error {
	switch {
	case status == http.StatusRequestTimeout || status < 400 || status >= 500:
		return mail.ErrUnknown
	case status == http.StatusUnauthorized || status == http.StatusForbidden: // ours to mend; the mail is not at fault
		return mail.ErrHalted
	case status == http.StatusConflict || status == http.StatusTooManyRequests:
		return mail.ErrLater
	}
	return mail.ErrRefused
}
