package sources

import (
	"time"

	"heed/shared/heed"
	"heed/shared/surveys"
)

// salesforce reads Salesforce: outbound messages, and flows whose body is the template of
// docs/sources/salesforce.md.
type salesforce struct{ *surveys.Source }

// Verify lets in whoever shows the secret.
func (salesforce) Verify(r *Request, secrets []string, _ time.Time) error { return shown(r, secrets) }

// Parse understands nothing.
func (salesforce) Parse(r *Request) ([]heed.Touchpoint, error) {
	_, err := parsed(r.Body)
	if err == nil {
		err = notUnderstood("there is nothing")
	}
	return nil, err
}

// Sign shows the secret.
func (salesforce) Sign(r *Request, secret, _ string, _ time.Time) error {
	r.set(SecretHeader, secret)
	return nil
}
