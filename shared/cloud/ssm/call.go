package ssm

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"strings"
	"time"

	v4 "github.com/aws/aws-sdk-go-v2/aws/signer/v4"

	"heed/shared/cloud"
)

// parameters is the answer of GetParameters:
// https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_GetParameters.html
type parameters struct {
	Parameters        []struct{ Name, Value string }
	InvalidParameters []string
}

// perCall bounds one attempt: the caller waits, and most calls take 20 ms.
const perCall = 3 * time.Second

// maxAnswer is more than ten parameters of the largest kind (8 kB) take.
const maxAnswer = 1 << 20

func (s *Store) call(ctx context.Context, names []string) (*parameters, error) {
	ctx, cancel := context.WithTimeout(ctx, perCall)
	defer cancel()
	r, err := s.request(ctx, names)
	if err != nil {
		return nil, err
	}
	resp, err := http.DefaultClient.Do(r)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close() //nolint:errcheck // it was read
	body, err := io.ReadAll(io.LimitReader(resp.Body, maxAnswer))
	if err != nil {
		return nil, fmt.Errorf("reading the answer: %w", err)
	}
	if resp.StatusCode != http.StatusOK {
		return nil, newRefusal(resp.StatusCode, body)
	}
	var out parameters
	if err := json.Unmarshal(body, &out); err != nil {
		return nil, fmt.Errorf("understanding the answer: %w", err)
	}
	return &out, nil
}

// request is a signed GetParameters, in the protocol AWS calls JSON 1.1.
func (s *Store) request(ctx context.Context, names []string) (*http.Request, error) {
	body, err := json.Marshal(map[string]any{"Names": names, "WithDecryption": true})
	if err != nil {
		return nil, err
	}
	r, err := http.NewRequestWithContext(ctx, http.MethodPost, s.endpoint(), bytes.NewReader(body))
	if err != nil {
		return nil, err
	}
	r.Header.Set("Content-Type", "application/x-amz-json-1.1")
	r.Header.Set("X-Amz-Target", "AmazonSSM.GetParameters")
	who, err := s.Config.Credentials.Retrieve(ctx)
	if err != nil {
		return nil, fmt.Errorf("finding credentials: %w", err)
	}
	sum := sha256.Sum256(body)
	err = v4.NewSigner().SignHTTP(ctx, who, r, hex.EncodeToString(sum[:]), "ssm", s.Config.Region, s.Now())
	if err != nil {
		return nil, fmt.Errorf("signing: %w", err)
	}
	return r, nil
}

func (s *Store) endpoint() string {
	if url := cloud.Endpoint("SSM"); url != nil {
		return *url
	}
	domain := "amazonaws.com"
	if strings.HasPrefix(s.Config.Region, "cn-") {
		domain = "amazonaws.com.cn"
	}
	return "https://ssm." + s.Config.Region + "." + domain
}

// A refusal is an answer other than yes.
type refusal struct {
	status        int
	code, message string
}

func newRefusal(status int, body []byte) *refusal {
	var said struct {
		Type    string `json:"__type"`
		Message string `json:"message"`
	}
	_ = json.Unmarshal(body, &said) // without a code the status alone must do
	code := said.Type[strings.LastIndexByte(said.Type, '#')+1:]
	return &refusal{status: status, code: code, message: said.Message}
}

func (r *refusal) Error() string {
	return fmt.Sprintf("status %d %s: %s", r.status, r.code, r.message)
}

// passing reports whether the same call may do better a little later.
func (r *refusal) passing() bool {
	return r.status >= 500 || r.status == http.StatusTooManyRequests || strings.HasPrefix(r.code, "Throttling")
}
