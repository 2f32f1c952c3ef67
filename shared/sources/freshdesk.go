package sources

import (
	"time"

	"heed/shared/heed"
	"heed/shared/surveys"
)

// freshdesk reads what a Freshdesk automation posts when its body is the template of
// docs/sources/freshdesk.md.
type freshdesk struct{ *surveys.Source }

// Verify lets in whoever shows the secret.
func (freshdesk) Verify(r *Request, secrets []string, _ time.Time) error { return shown(r, secrets) }

// Parse understands nothing.
func (freshdesk) Parse(r *Request) ([]heed.Touchpoint, error) {
	_, err := parsed(r.Body)
	if err == nil {
		err = notUnderstood("there is nothing")
	}
	return nil, err
}

// Sign shows the secret.
func (freshdesk) Sign(r *Request, secret, _ string, _ time.Time) error {
	r.set(SecretHeader, secret)
	return nil
}
