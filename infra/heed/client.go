package main

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"strings"
	"time"

	v4 "github.com/aws/aws-sdk-go-v2/aws/signer/v4"
	"github.com/aws/aws-sdk-go-v2/config"
)

// at is which Heed an order goes to.
type at struct {
	At string `env:"HEED_AT" help:"Address of a deployed Heed (https://...); without it, the laptop's."`
}

// base is where the API begins, without a slash at its end.
func (a at) base(p *program) string {
	if a.At != "" {
		return strings.TrimRight(a.At, "/")
	}
	return fmt.Sprintf("http://localhost:%d", p.Port)
}

// call asks the API and returns what it answers; an answer that is no 2xx is
// a *refusal.
func (a at) call(ctx context.Context, p *program, method, path string) ([]byte, error) {
	return a.send(ctx, p, method, path, nil)
}

// send is call with a body of JSON.
func (a at) send(ctx context.Context, p *program, method, path string, order []byte) ([]byte, error) {
	r, err := http.NewRequestWithContext(ctx, method, a.base(p)+path, bytes.NewReader(order))
	if err != nil {
		return nil, fmt.Errorf("make the request: %w", err)
	}
	if order != nil {
		r.Header.Set("Content-Type", "application/json")
	}
	if err := sign(ctx, r, order); err != nil {
		return nil, err
	}
	answer, err := http.DefaultClient.Do(r)
	if err != nil {
		return nil, fmt.Errorf("%w\nIs Heed running there? `make run` starts one on this machine; started with another PORT, it wants the same PORT here", err)
	}
	defer answer.Body.Close()
	body, err := io.ReadAll(answer.Body)
	if err != nil {
		return nil, fmt.Errorf("read the answer: %w", err)
	}
	if answer.StatusCode/100 != 2 {
		return nil, &refusal{a.base(p), answer.Status, answer.StatusCode, bytes.TrimSpace(body)}
	}
	return body, nil
}

// A refusal is an answer that is no 2xx, with what it said.
type refusal struct {
	base, status string
	code         int
	said         []byte
}

func (r *refusal) Error() string { return fmt.Sprintf("%s answered %s: %s", r.base, r.status, r.said) }

// passing reports whether the same request may be answered otherwise in a
// moment: there were too many of them, or the fault is not the request's.
func (r *refusal) passing() bool {
	return r.code == http.StatusTooManyRequests || r.code >= http.StatusInternalServerError
}

// order calls and prints the answer.
func (a at) order(ctx context.Context, p *program, method, path string) error {
	body, err := a.call(ctx, p, method, path)
	if err != nil {
		return err
	}
	return show(body)
}

// sign signs a request to the operator's door in the cloud with the AWS
// credentials of whoever runs this. On this machine there is nothing to sign
// for.
func sign(ctx context.Context, r *http.Request, body []byte) error {
	if r.URL.Scheme != "https" {
		return nil
	}
	aws, err := config.LoadDefaultConfig(ctx)
	if err != nil {
		return fmt.Errorf("read the AWS configuration: %w", err)
	}
	who, err := aws.Credentials.Retrieve(ctx)
	if err != nil {
		return fmt.Errorf("find AWS credentials: %w", err)
	}
	sum := sha256.Sum256(body)
	return v4.NewSigner().SignHTTP(ctx, who, r, hex.EncodeToString(sum[:]), "execute-api", region(r.URL, aws.Region), time.Now())
}

// region reads it from an address of API Gateway's own.
func region(u *url.URL, usual string) string {
	if part := strings.Split(u.Hostname(), "."); len(part) >= 5 && part[1] == "execute-api" {
		return part[2]
	}
	return usual
}
