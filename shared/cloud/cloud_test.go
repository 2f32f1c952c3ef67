package cloud

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"log/slog"
	"testing"
	"testing/synctest"
	"time"

	"github.com/aws/aws-lambda-go/lambdacontext"
	"github.com/google/go-cmp/cmp"
)

func TestConfigIsTheFunctionsOwn(t *testing.T) {
	t.Setenv("AWS_REGION", "eu-central-1")
	t.Setenv("AWS_ACCESS_KEY_ID", "id")
	t.Setenv("AWS_SECRET_ACCESS_KEY", "secret")
	t.Setenv("AWS_SESSION_TOKEN", "token")
	cfg := Config()
	who, err := cfg.Credentials.Retrieve(context.Background())
	if err != nil || who.AccessKeyID != "id" || who.SecretAccessKey != "secret" || who.SessionToken != "token" || cfg.Region != "eu-central-1" {
		t.Errorf("region %q, credentials %+v, error %v", cfg.Region, who, err)
	}
	if cfg.BaseEndpoint != nil {
		t.Errorf("not AWS but %s", *cfg.BaseEndpoint)
	}
}

func TestEndpointOfOneServiceOrOfAll(t *testing.T) {
	t.Setenv("AWS_ENDPOINT_URL_SQS", "http://sqs")
	if got := Endpoint("SSM"); got != nil {
		t.Errorf("SSM is at %s", *got)
	}
	t.Setenv("AWS_ENDPOINT_URL", "http://all")
	for service, want := range map[string]string{"SQS": "http://sqs", "SSM": "http://all"} {
		if got := Endpoint(service); got == nil || *got != want {
			t.Errorf("%s is not at %s", service, want)
		}
	}
}

func TestRequireNamesAllThatAreMissing(t *testing.T) {
	vars := map[string]string{"A": "1", "B": "", "D": "4"}
	getenv := func(name string) string { return vars[name] }
	if _, err := require(getenv, []string{"A", "B", "C", "D"}); err == nil || err.Error() != "environment variables not set: B, C" {
		t.Error(err)
	}
	got, err := require(getenv, []string{"A", "D"})
	if diff := cmp.Diff(map[string]string{"A": "1", "D": "4"}, got); err != nil || diff != "" {
		t.Error(err, diff)
	}
}

func TestLogKnowsTheRequest(t *testing.T) {
	var out bytes.Buffer
	log := slog.New(logHandler{slog.NewJSONHandler(&out, &slog.HandlerOptions{ReplaceAttr: lambdacontext.ReplaceAttr})})
	ctx := lambdacontext.NewContext(context.Background(), &lambdacontext.LambdaContext{AwsRequestID: "r1"})
	log.With("source", "helpdesk").WarnContext(ctx, "strange")
	var line map[string]string
	if err := json.Unmarshal(out.Bytes(), &line); err != nil {
		t.Fatal(err)
	}
	delete(line, "timestamp")
	want := map[string]string{"level": "WARN", "message": "strange", "source": "helpdesk", "requestId": "r1"}
	if diff := cmp.Diff(want, line); diff != "" {
		t.Errorf("line (-want +got):\n%s", diff)
	}
}

func TestAheadFetchesOnceAndAgainAfterFailure(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		fetched, fail := 0, true
		get := Ahead(time.Now, time.Hour, func(context.Context) (int, error) {
			fetched++
			if fail {
				return 0, errors.New("lost")
			}
			return fetched, nil
		})
		synctest.Wait()
		if fetched != 1 {
			t.Fatalf("fetched %d times before the first event", fetched)
		}
		if _, err := get(t.Context()); err == nil {
			t.Error("a failure was taken for a value")
		}
		fail = false
		for range 2 {
			if got, err := get(t.Context()); got != 3 || err != nil {
				t.Errorf("got %d, error %v", got, err)
			}
		}
	})
}

func TestAheadWaitsNoLongerThanItsCaller(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		release := make(chan struct{})
		get := Ahead(time.Now, time.Hour, func(context.Context) (int, error) { <-release; return 7, nil })
		ctx, cancel := context.WithCancel(t.Context())
		cancel()
		if _, err := get(ctx); !errors.Is(err, context.Canceled) {
			t.Error(err)
		}
		close(release)
		if got, err := get(t.Context()); got != 7 || err != nil {
			t.Errorf("got %d, error %v", got, err)
		}
	})
}

func TestAheadFetchesAnewWhatIsNoLongerFresh(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		fetched, fail := 0, false
		get := Ahead(time.Now, time.Hour, func(context.Context) (int, error) {
			fetched++
			if fail {
				return 0, errors.New("lost")
			}
			return fetched, nil
		})
		synctest.Wait()
		for _, c := range []struct {
			pass time.Duration
			fail bool
			want int
		}{{0, false, 1}, {time.Hour, false, 1}, {time.Second, false, 2}, {2 * time.Hour, true, 2}, {0, false, 4}} {
			time.Sleep(c.pass)
			fail = c.fail
			if got, err := get(t.Context()); got != c.want || err != nil {
				t.Errorf("after %v more: got %d, error %v, want %d", c.pass, got, err, c.want)
			}
		}
	})
}
