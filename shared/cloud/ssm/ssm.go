// Package ssm reads parameters: the keyring and the sources' signing secrets.
//
// It speaks the protocol of SSM itself, signed with the SDK's signer, and
// only the one call there is a need for. The SDK's client of SSM would cost
// every cold start 2.5 ms before its first call, as long as an empty function
// takes to start and answer.
package ssm

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
)

// ErrMissing is that a parameter does not exist.
var ErrMissing = errors.New("no such parameter")

// A Store is the parameters of one account and region.
type Store struct {
	Config aws.Config       // region and credentials
	Now    func() time.Time // for the signature
	Make   string           // the command that makes missing parameters, told with their names; may be ""
}

// SSM takes at most ten names a call.
const batch = 10

// Get returns the values of the named parameters, decrypted, by name. If some
// do not exist the error names them and is ErrMissing, and the values of the
// others are returned beside it.
func (s *Store) Get(ctx context.Context, names ...string) (map[string]string, error) {
	values := make(map[string]string, len(names))
	var missing []string
	for len(names) > 0 {
		n := min(batch, len(names))
		out, err := s.get(ctx, names[:n])
		if err != nil {
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

// get calls until there is an answer, three times at most.
func (s *Store) get(ctx context.Context, names []string) (*parameters, error) {
	var err error
	for _, pause := range []time.Duration{0, 100 * time.Millisecond, 400 * time.Millisecond} {
		select {
		case <-time.After(pause):
		case <-ctx.Done():
			return nil, errors.Join(context.Cause(ctx), err)
		}
		var out *parameters
		if out, err = s.call(ctx, names); err == nil {
			return out, nil
		}
		var refusal *refusal
		if errors.As(err, &refusal) && !refusal.passing() {
			return nil, err
		}
	}
	return nil, err
}
