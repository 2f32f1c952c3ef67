package ssm_test

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"heed/shared/cloud"
	"heed/shared/cloud/ssm"
	"heed/shared/cloud/standin"
)

func start(t *testing.T, values map[string]string) (*standin.SSM, *ssm.Store) {
	s := standin.NewSSM(t, values)
	standin.Setenv(t, "AWS_ENDPOINT_URL_SSM="+s.URL)
	return s, &ssm.Store{Config: cloud.Config(), Now: time.Now, Make: "heed keys make --stack Acme"}
}

func TestGetInBatches(t *testing.T) {
	want := map[string]string{}
	for i := range 23 {
		want[fmt.Sprint("/heed/secrets/", i)] = fmt.Sprint("ключ \"", i)
	}
	s, store := start(t, want)
	var names []string
	for name := range want {
		names = append(names, name)
	}
	got, err := store.Get(t.Context(), names...)
	if err != nil || s.Calls() != 3 {
		t.Errorf("error %v after %d calls", err, s.Calls())
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("values (-want +got):\n%s", diff)
	}
}

func TestGetNothing(t *testing.T) {
	s, store := start(t, nil)
	if got, err := store.Get(t.Context()); len(got) != 0 || err != nil || s.Calls() != 0 {
		t.Errorf("got %v, error %v, %d calls", got, err, s.Calls())
	}
}

func TestMissingAreNamedAndTheOthersReturned(t *testing.T) {
	_, store := start(t, map[string]string{"/a": "1"})
	got, err := store.Get(t.Context(), "/a", "/b", "/c")
	if !errors.Is(err, ssm.ErrMissing) || err.Error() != "no such parameter: /b, /c; make them with: heed keys make --stack Acme" {
		t.Error(err)
	}
	if got["/a"] != "1" {
		t.Errorf("got %v", got)
	}
}

func TestGetTriesAgainWhatMayPass(t *testing.T) {
	throttled := standin.Failure{Status: 400, Code: "com.amazonaws.ssm#ThrottlingException"}
	broken := standin.Failure{Status: 500, Code: "InternalServerError"}
	denied := standin.Failure{Status: 400, Code: "AccessDeniedException"}
	for name, c := range map[string]struct {
		fail  []standin.Failure
		calls int
		say   string // of the error; "" for none
	}{
		"once":  {[]standin.Failure{throttled}, 2, ""},
		"twice": {[]standin.Failure{broken, throttled}, 3, ""},
		"ever":  {[]standin.Failure{broken, broken, broken}, 3, "status 500 InternalServerError: told to fail"},
		"never": {[]standin.Failure{denied}, 1, "AccessDeniedException"},
	} {
		t.Run(name, func(t *testing.T) {
			s, store := start(t, map[string]string{"/a": "1"})
			s.Fail(c.fail...)
			got, err := store.Get(t.Context(), "/a")
			if s.Calls() != c.calls || (err == nil) != (c.say == "") {
				t.Fatalf("%d calls, error %v", s.Calls(), err)
			}
			if err == nil && got["/a"] != "1" {
				t.Errorf("got %v", got)
			}
			if err != nil && (!strings.Contains(err.Error(), c.say) || !strings.Contains(err.Error(), "/a")) {
				t.Errorf("error %v", err)
			}
		})
	}
}

func TestGetGivesUpWithItsCaller(t *testing.T) {
	s, store := start(t, nil)
	s.Fail(standin.Failure{Status: 500}, standin.Failure{Status: 500}, standin.Failure{Status: 500})
	ctx, cancel := context.WithCancel(t.Context())
	go func() {
		for s.Calls() == 0 {
			time.Sleep(time.Millisecond)
		}
		cancel()
	}()
	if _, err := store.Get(ctx, "/a"); !errors.Is(err, context.Canceled) || s.Calls() != 1 {
		t.Errorf("error %v after %d calls", err, s.Calls())
	}
}

func TestGetWithoutAService(t *testing.T) {
	_, store := start(t, nil)
	t.Setenv("AWS_ENDPOINT_URL_SSM", "http://127.0.0.1:1")
	if _, err := store.Get(t.Context(), "/a"); err == nil {
		t.Error("no error")
	}
}

func TestWrongSecretIsRefused(t *testing.T) {
	_, store := start(t, map[string]string{"/a": "1"})
	t.Setenv("AWS_SECRET_ACCESS_KEY", "another")
	if _, err := store.Get(t.Context(), "/a"); err == nil || !strings.Contains(err.Error(), "signature") {
		t.Errorf("error %v", err)
	}
}
