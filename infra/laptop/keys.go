package laptop

import (
	"context"
	"crypto/rand"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"heed/shared/heed"
	"heed/shared/keyring"
	"heed/shared/sources"
	"heed/shared/surveys"
)

// Files of the data folder beside the database.
const (
	KeysFile        = "keys.json"
	CredentialsFile = "credentials.json"
	secretsFile     = "secrets.json"
)

// loadKeys reads the keyring, and makes one at the first start.
func loadKeys(path string, now time.Time) (*keyring.Ring, error) {
	text, err := os.ReadFile(path)
	if err == nil {
		return keyring.Parse(text)
	}
	if !errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("read the keys: %w", err)
	}
	ring, err := keyring.Make(rand.Reader, now)
	if err != nil {
		return nil, err
	}
	return ring, WriteFile(path, ring.Text())
}

// WriteFile writes a file that only its owner may read, whole or not at all.
func WriteFile(path string, data []byte) error {
	f, err := os.CreateTemp(filepath.Dir(path), ".new-*")
	if err != nil {
		return fmt.Errorf("write %s: %w", path, err)
	}
	defer os.Remove(f.Name()) // nothing is there once it is renamed
	_, err = f.Write(data)
	if err = errors.Join(err, f.Sync(), f.Close()); err == nil {
		err = os.Rename(f.Name(), path)
	}
	if err != nil {
		return fmt.Errorf("write %s: %w", path, err)
	}
	return nil
}

// Secrets are the signing secrets of each source: one, or two while they are
// being changed, the newer first.
type Secrets map[string][]string

// loadSecrets reads the secrets, and makes one for each source that has none.
func loadSecrets(path string, config *surveys.Config) (Secrets, error) {
	s := Secrets{}
	text, err := os.ReadFile(path)
	if err == nil {
		err = json.Unmarshal(text, &s)
	}
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("read the signing secrets: %w", err)
	}
	made := false
	for _, source := range config.Sources {
		if len(s[source.Name]) == 0 {
			s[source.Name], made = []string{sources.NewSecret(source.Type)}, true
		}
	}
	if !made {
		return s, nil
	}
	text, err = json.MarshalIndent(s, "", "  ")
	if err != nil {
		return nil, fmt.Errorf("write the signing secrets: %w", err)
	}
	return s, WriteFile(path, append(text, '\n'))
}

// Of returns the secrets of one source.
func (s Secrets) Of(_ context.Context, source string) ([]string, error) {
	if len(s[source]) == 0 {
		return nil, heed.Errorf(heed.Internal, "no signing secret for source %s", source)
	}
	return s[source], nil
}
