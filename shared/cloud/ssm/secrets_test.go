package ssm_test

import (
	"bytes"
	"errors"
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"heed/shared/cloud/ssm"
	"heed/shared/cloud/standin"
	"heed/shared/heed"
	"heed/shared/keyring"
)

func TestRingIsReadOnce(t *testing.T) {
	want, err := keyring.Make(rand.NewChaCha8([32]byte{}), time.Unix(0, 0))
	if err != nil {
		t.Fatal(err)
	}
	s, store := start(t, map[string]string{"/heed/keys": string(want.Text()), "/heed/torn": "{"})
	ring := store.Ring("/heed/keys")
	for range 3 {
		got, err := ring(t.Context())
		if err != nil || !bytes.Equal(got.Text(), want.Text()) {
			t.Errorf("ring %v, error %v", got, err)
		}
	}
	if s.Calls() != 1 {
		t.Errorf("read %d times", s.Calls())
	}
	if _, err := store.Ring("/heed/torn")(t.Context()); heed.CodeOf(err) != heed.Invalid {
		t.Error(err)
	}
	if _, err := store.Ring("/heed/none")(t.Context()); !errors.Is(err, ssm.ErrMissing) {
		t.Error(err)
	}
}

func TestSecretsOfEachSource(t *testing.T) {
	_, store := start(t, map[string]string{"/heed/secrets/app": " one\ntwo ", "/heed/secrets/empty": " "})
	secrets := store.Secrets("/heed/secrets/", []string{"app", "empty", "new"})
	got, err := secrets(t.Context(), "app")
	if diff := cmp.Diff([]string{"one", "two"}, got); err != nil || diff != "" {
		t.Errorf("error %v (-want +got):\n%s", err, diff)
	}
	for _, source := range []string{"empty", "new"} {
		if _, err := secrets(t.Context(), source); !errors.Is(err, ssm.ErrMissing) {
			t.Errorf("%s: error %v", source, err)
		}
	}
}

func TestSecretsThatCannotBeReadAreNotMissing(t *testing.T) {
	s, store := start(t, map[string]string{"/heed/secrets/app": "one"})
	s.Fail(standin.Failure{Status: 400, Code: "AccessDeniedException"}, standin.Failure{Status: 400, Code: "AccessDeniedException"})
	secrets := store.Secrets("/heed/secrets/", []string{"app"})
	if _, err := secrets(t.Context(), "app"); err == nil || errors.Is(err, ssm.ErrMissing) {
		t.Error(err)
	}
	if got, err := secrets(t.Context(), "app"); err != nil || len(got) != 1 {
		t.Errorf("afterwards: %v, error %v", got, err)
	}
}

// A credential that was changed is there when it is next asked for.
func TestCredentialsAreReadAnew(t *testing.T) {
	parameters := map[string]string{"/heed/credentials/desk": "key"}
	s, store := start(t, parameters)
	credential := store.Credentials("/heed/credentials/")
	for range 2 {
		if got, err := credential(t.Context(), "desk"); got != "key" || err != nil {
			t.Errorf("%q, error %v", got, err)
		}
	}
	if s.Calls() != 2 {
		t.Errorf("read %d times", s.Calls())
	}
	if got, err := credential(t.Context(), "new"); got != "" || !errors.Is(err, ssm.ErrMissing) || !strings.Contains(err.Error(), "/heed/credentials/new") {
		t.Errorf("%q, error %v", got, err)
	}
	if got, err := credential(t.Context(), "desk"); got != "key" || err != nil {
		t.Errorf("after one that is missing: %q, error %v", got, err)
	}
}
