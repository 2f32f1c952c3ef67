package sources

import (
	"time"

	"heed/shared/heed"
	"heed/shared/surveys"
)

// hubspot reads HubSpot's webhooks: an app's, in batches, and a workflow's.
type hubspot struct{ *surveys.Source }

// Verify lets in whoever shows the secret.
func (hubspot) Verify(r *Request, secrets []string, _ time.Time) error { return shown(r, secrets) }

// Parse understands nothing.
func (hubspot) Parse(r *Request) ([]heed.Touchpoint, error) {
	_, err := parsed(r.Body)
	if err == nil {
		err = notUnderstood("there is nothing")
	}
	return nil, err
}

// Sign shows the secret.
func (hubspot) Sign(r *Request, secret, _ string, _ time.Time) error {
	r.set(SecretHeader, secret)
	return nil
}
