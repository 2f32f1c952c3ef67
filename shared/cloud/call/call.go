// Package call makes single calls to those AWS services that speak the
// protocol AWS calls JSON (SQS, SSM): one signed POST each, tried again where
// that may help.
//
// The SDK signs; its clients are left out, because most of a cold start is
// theirs. Before and with its first call the client of SQS takes 1.1 ms and
// that of SSM 2.5 ms, where an empty function starts and answers in 2.3 ms;
// a call from here takes 0.4 ms. What is called often and in many ways
// (DynamoDB), or where a mistake mails somebody twice (SES), has its client.
package call

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"strings"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	v4 "github.com/aws/aws-sdk-go-v2/aws/signer/v4"

	"heed/shared/cloud"
)

// A Service is one service of one account and region.
type Service struct {
	Config  aws.Config       // region and credentials
	Now     func() time.Time // real time, for signatures
	Name    string           // in host names and signatures: sqs
	Target  string           // before an operation's name: AmazonSQS
	Version string           // of the protocol: 1.0 or 1.1
}

// perTry bounds one attempt: callers wait, and most answers take 20 ms.
const perTry = 3 * time.Second

// maxAnswer is more than any answer asked for here takes: ten parameters of
// 8 kB.
const maxAnswer = 1 << 20

// pauses are those before each attempt.
var pauses = [...]time.Duration{0, 100 * time.Millisecond, 400 * time.Millisecond}

// client follows no redirects: an answer that is one is not an answer.
var client = &http.Client{
	CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse },
}

// Do calls an operation with in and fills out, both as JSON. What may pass (no
// answer, a fault of the service, too many calls) is tried three times; so the
// operation must be one that does no harm twice. An answer other than yes is
// a *Refusal.
func (s *Service) Do(ctx context.Context, operation string, in, out any) error {
	body, err := json.Marshal(in)
	if err != nil {
		return fmt.Errorf("%s: %w", operation, err)
	}
	for _, pause := range pauses {
		select {
		case <-time.After(pause):
		case <-ctx.Done():
			return fmt.Errorf("%s: %w", operation, errors.Join(context.Cause(ctx), err))
		}
		var answer []byte
		if answer, err = s.try(ctx, operation, body); err == nil {
			if err = json.Unmarshal(answer, out); err != nil {
				err = fmt.Errorf("understanding the answer: %w", err)
			}
			break
		}
		var refusal *Refusal
		if errors.As(err, &refusal) && !refusal.passing() {
			break
		}
	}
	if err != nil {
		return fmt.Errorf("%s: %w", operation, err)
	}
	return nil
}

func (s *Service) try(ctx context.Context, operation string, body []byte) ([]byte, error) {
	ctx, cancel := context.WithTimeout(ctx, perTry)
	defer cancel()
	r, err := s.request(ctx, operation, body)
	if err != nil {
		return nil, err
	}
	resp, err := client.Do(r)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close() //nolint:errcheck // it was read
	answer, err := io.ReadAll(io.LimitReader(resp.Body, maxAnswer))
	if err != nil {
		return nil, fmt.Errorf("reading the answer: %w", err)
	}
	if resp.StatusCode != http.StatusOK {
		return nil, refusalOf(resp.StatusCode, answer)
	}
	return answer, nil
}

func (s *Service) request(ctx context.Context, operation string, body []byte) (*http.Request, error) {
	r, err := http.NewRequestWithContext(ctx, http.MethodPost, s.endpoint(), bytes.NewReader(body))
	if err != nil {
		return nil, err
	}
	r.Header.Set("Content-Type", "application/x-amz-json-"+s.Version)
	r.Header.Set("X-Amz-Target", s.Target+"."+operation)
	who, err := s.Config.Credentials.Retrieve(ctx)
	if err != nil {
		return nil, fmt.Errorf("finding credentials: %w", err)
	}
	sum := sha256.Sum256(body)
	err = v4.NewSigner().SignHTTP(ctx, who, r, hex.EncodeToString(sum[:]), s.Name, s.Config.Region, s.Now())
	if err != nil {
		return nil, fmt.Errorf("signing: %w", err)
	}
	return r, nil
}

func (s *Service) endpoint() string {
	if url := cloud.Endpoint(strings.ToUpper(s.Name)); url != nil {
		return *url
	}
	domain := ".amazonaws.com"
	if strings.HasPrefix(s.Config.Region, "cn-") {
		domain = ".amazonaws.com.cn"
	}
	return "https://" + s.Name + "." + s.Config.Region + domain
}
