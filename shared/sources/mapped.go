package sources

import (
	"time"

	"heed/shared/heed"
	"heed/shared/surveys"
)

// mapped reads any JSON, as surveys.yaml says.
type mapped struct{ *surveys.Source }

// Verify lets in whoever shows the secret.
func (mapped) Verify(r *Request, secrets []string, _ time.Time) error { return shown(r, secrets) }

// Parse understands nothing.
func (mapped) Parse(r *Request) ([]heed.Touchpoint, error) {
	_, err := parsed(r.Body)
	if err == nil {
		err = notUnderstood("there is nothing")
	}
	return nil, err
}

// Sign shows the secret.
func (mapped) Sign(r *Request, secret, _ string, _ time.Time) error {
	r.set(SecretHeader, secret)
	return nil
}
