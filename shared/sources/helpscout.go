package sources

import (
	"time"

	"heed/shared/heed"
	"heed/shared/surveys"
)

// helpscout reads Help Scout's webhooks, of payload version 1 and 2.
type helpscout struct{ *surveys.Source }

// Verify lets in whoever shows the secret.
func (helpscout) Verify(r *Request, secrets []string, _ time.Time) error { return shown(r, secrets) }

// Parse understands nothing.
func (helpscout) Parse(r *Request) ([]heed.Touchpoint, error) {
	_, err := parsed(r.Body)
	if err == nil {
		err = notUnderstood("there is nothing")
	}
	return nil, err
}

// Sign shows the secret.
func (helpscout) Sign(r *Request, secret, _ string, _ time.Time) error {
	r.set(SecretHeader, secret)
	return nil
}
