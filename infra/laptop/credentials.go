package laptop

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"

	"heed/shared/heed"
)

// Credentials open vendors' APIs, by the name of the source.
type Credentials map[string]string

// LoadCredentials reads the file; without one there are none.
func LoadCredentials(path string) (Credentials, error) {
	c := Credentials{}
	text, err := os.ReadFile(path)
	if errors.Is(err, fs.ErrNotExist) {
		return c, nil
	}
	if err != nil {
		return nil, fmt.Errorf("read the credentials: %w", err)
	}
	if json.Unmarshal(text, &c) != nil { // whose error might show a part of one
		return nil, heed.Errorf(heed.Invalid, `%s is not {"source": "credential"}`, path)
	}
	return c, nil
}

// Write writes the file anew.
func (c Credentials) Write(path string) error {
	text, err := json.MarshalIndent(c, "", "  ")
	if err != nil {
		return fmt.Errorf("write the credentials: %w", err)
	}
	return WriteFile(path, append(text, '\n'))
}

// Of returns the credential of one source.
func (c Credentials) Of(_ context.Context, source string) (string, error) {
	if c[source] == "" {
		return "", heed.Errorf(heed.Unavailable, "there is no credential for source %s; heed credential %s", source, source)
	}
	return c[source], nil
}
