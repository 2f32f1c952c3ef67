package sources

import (
	"time"

	"heed/shared/heed"
	"heed/shared/surveys"
)

// pipedrive reads Pipedrive's webhooks, of version 1 and 2.
type pipedrive struct{ *surveys.Source }

// Verify lets in whoever shows the secret.
func (pipedrive) Verify(r *Request, secrets []string, _ time.Time) error { return shown(r, secrets) }

// Parse understands nothing.
func (pipedrive) Parse(r *Request) ([]heed.Touchpoint, error) {
	_, err := parsed(r.Body)
	if err == nil {
		err = notUnderstood("there is nothing")
	}
	return nil, err
}

// Sign shows the secret.
func (pipedrive) Sign(r *Request, secret, _ string, _ time.Time) error {
	r.set(SecretHeader, secret)
	return nil
}
