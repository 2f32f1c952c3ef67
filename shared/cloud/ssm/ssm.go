// Package ssm reads parameters: the keyring, the sources' signing secrets, and
// what opens their APIs.
package ssm

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"

	"heed/shared/cloud/call"
)

// ErrMissing is that a parameter does not exist.
var ErrMissing = errors.New("no such parameter")

// A Store is the parameters of one account and region.
type Store struct {
	Config aws.Config       // region and credentials
	Now    func() time.Time // real time, for signatures
	Make   string           // the command that makes missing parameters, told with their names; may be ""
}

// batch is how many parameters SSM takes a call.
const batch = 10

// parameters is the answer of GetParameters:
// https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_GetParameters.html
type parameters struct {
	Parameters        []struct{ Name, Value string }
	InvalidParameters []string
}

// Get returns the values of the named parameters, decrypted, by name. If some
// do not exist the error names them and is ErrMissing, and the values of the
// others are returned beside it.
func (s *Store) Get(ctx context.Context, names ...string) (map[string]string, error) {
	service := call.Service{Config: s.Config, Now: s.Now, Name: "ssm", Target: "AmazonSSM", Version: "1.1"}
	values := make(map[string]string, len(names))
	var missing []string
	for len(names) > 0 {
		n := min(batch, len(names))
		var out parameters
		if err := service.Do(ctx, "GetParameters", map[string]any{"Names": names[:n], "WithDecryption": true}, &out); err != nil {
			return nil, fmt.Errorf("reading the parameters %s: %w", strings.Join(names[:n], ", "), err)
		}
		for _, p := range out.Parameters {
			values[p.Name] = p.Value
		}
		missing = append(missing, out.InvalidParameters...)
		names = names[n:]
	}
	if missing == nil {
		return values, nil
	}
	err := fmt.Errorf("%w: %s", ErrMissing, strings.Join(missing, ", "))
	if s.Make != "" {
		err = fmt.Errorf("%w; make them with: %s", err, s.Make)
	}
	return values, err
}
