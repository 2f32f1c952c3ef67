package sources

import (
	"time"

	"heed/shared/heed"
	"heed/shared/surveys"
)

// intercom reads Intercom's webhooks.
type intercom struct{ *surveys.Source }

// Verify lets in whoever shows the secret.
func (intercom) Verify(r *Request, secrets []string, _ time.Time) error { return shown(r, secrets) }

// Parse understands nothing.
func (intercom) Parse(r *Request) ([]heed.Touchpoint, error) {
	_, err := parsed(r.Body)
	if err == nil {
		err = notUnderstood("there is nothing")
	}
	return nil, err
}

// Sign shows the secret.
func (intercom) Sign(r *Request, secret, _ string, _ time.Time) error {
	r.set(SecretHeader, secret)
	return nil
}
