package ssm

import (
	"context"
	"fmt"
	"strings"
	"time"

	"heed/shared/cloud"
	"heed/shared/keyring"
)

// fresh is how long what was read is used before it is read again: a key that
// was rotated is in use everywhere after it.
const fresh = 10 * time.Minute

// Ring begins to read the keyring and returns a function that waits for it.
func (s *Store) Ring(parameter string) func(context.Context) (*keyring.Ring, error) {
	return cloud.Ahead(s.Now, fresh, func(ctx context.Context) (*keyring.Ring, error) {
		values, err := s.Get(ctx, parameter)
		if err != nil {
			return nil, err
		}
		return keyring.Parse([]byte(values[parameter]))
	})
}

// Secrets begins to read the signing secrets of sources and returns a function
// that waits for one source's. A parameter holds one secret, or two with white
// space between while they are being changed. A source whose parameter is
// missing does not keep the others from working.
func (s *Store) Secrets(prefix string, sources []string) func(ctx context.Context, source string) ([]string, error) {
	names := make([]string, len(sources))
	for i, source := range sources {
		names[i] = prefix + source
	}
	read := cloud.Ahead(s.Now, fresh, func(ctx context.Context) (map[string]string, error) {
		values, err := s.Get(ctx, names...)
		if len(values) > 0 {
			return values, nil
		}
		return values, err
	})
	return func(ctx context.Context, source string) ([]string, error) {
		values, err := read(ctx)
		if err != nil {
			return nil, err
		}
		secrets := strings.Fields(values[prefix+source])
		if len(secrets) == 0 {
			return nil, fmt.Errorf("%w: %s", ErrMissing, prefix+source)
		}
		return secrets, nil
	}
}

// Credentials returns a function that reads what opens the API of a source, anew
// each time: whoever asks keeps it until it no longer opens anything. One that is
// missing does not keep the others from working.
func (s *Store) Credentials(prefix string) func(ctx context.Context, source string) (string, error) {
	return func(ctx context.Context, source string) (string, error) {
		values, err := s.Get(ctx, prefix+source)
		if err != nil {
			return "", err
		}
		return values[prefix+source], nil
	}
}
