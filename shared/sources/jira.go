package sources

import (
	"time"

	"heed/shared/heed"
	"heed/shared/surveys"
)

// jira reads Jira Service Management: webhooks, and automations whose body is the
// template of docs/sources/jira.md.
type jira struct{ *surveys.Source }

// Verify lets in whoever shows the secret.
func (jira) Verify(r *Request, secrets []string, _ time.Time) error { return shown(r, secrets) }

// Parse understands nothing.
func (jira) Parse(r *Request) ([]heed.Touchpoint, error) {
	_, err := parsed(r.Body)
	if err == nil {
		err = notUnderstood("there is nothing")
	}
	return nil, err
}

// Sign shows the secret.
func (jira) Sign(r *Request, secret, _ string, _ time.Time) error {
	r.set(SecretHeader, secret)
	return nil
}
