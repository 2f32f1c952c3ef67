package cloud

import (
	"bytes"
	"context"
	"errors"
	"log/slog"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"heed/shared/queue"
)

type workerFunc func(batch []queue.Message) []queue.Failure

func (f workerFunc) Work(_ context.Context, batch []queue.Message) []queue.Failure { return f(batch) }

func TestBatchIsHandedOverAndFailuresBack(t *testing.T) {
	const event = `{"Records":[
		{"messageId":"m1","receiptHandle":"h","body":"{\"a\":\"ü\"}","eventSource":"aws:sqs",
		 "attributes":{"MessageGroupId":"g","MessageDeduplicationId":"k","ApproximateReceiveCount":"2"}},
		{"messageId":"m2","body":"","attributes":{}}]}`
	want := []queue.Message{{ID: "m1", Group: "g", Key: "k", Attempt: 2, Body: []byte(`{"a":"ü"}`)}, {ID: "m2", Body: []byte{}}}
	for _, c := range []struct {
		failed []queue.Failure
		reply  string
	}{
		{nil, `{"batchItemFailures":[]}`},
		{[]queue.Failure{{ID: "m1"}, {ID: "m2", After: time.Hour}}, `{"batchItemFailures":[{"itemIdentifier":"m1"},{"itemIdentifier":"m2"}]}`},
	} {
		got, err := batches{worker: workerFunc(func(batch []queue.Message) []queue.Failure {
			if diff := cmp.Diff(want, batch); diff != "" {
				t.Errorf("batch (-want +got):\n%s", diff)
			}
			return c.failed
		})}.Invoke(context.Background(), []byte(event))
		if err != nil || string(got) != c.reply {
			t.Errorf("failed %v: answered %s, error %v", c.failed, got, err)
		}
	}
}

type hiderFunc func(map[string]time.Duration) error

func (f hiderFunc) Hide(_ context.Context, messages map[string]time.Duration) error {
	return f(messages)
}

// Whatever becomes of hiding it, a failed message is told to be one.
func TestMessagesAreHiddenForAsLongAsTheWorkerSays(t *testing.T) {
	const event = `{"Records":[{"messageId":"m1","receiptHandle":"h1"},{"messageId":"m2","receiptHandle":"h2"},{"messageId":"m3","receiptHandle":"h3"}]}`
	worker := workerFunc(func([]queue.Message) []queue.Failure {
		return []queue.Failure{{ID: "m1", After: time.Minute}, {ID: "m2"}, {ID: "m3", After: time.Hour}}
	})
	for _, trouble := range []error{nil, errors.New("broken")} {
		var hidden map[string]time.Duration
		var log bytes.Buffer
		hider := hiderFunc(func(messages map[string]time.Duration) error { hidden = messages; return trouble })
		got, err := batches{worker, hider, slog.New(slog.NewTextHandler(&log, nil))}.Invoke(t.Context(), []byte(event))
		if err != nil || string(got) != `{"batchItemFailures":[{"itemIdentifier":"m1"},{"itemIdentifier":"m2"},{"itemIdentifier":"m3"}]}` {
			t.Errorf("answered %s, error %v", got, err)
		}
		if diff := cmp.Diff(map[string]time.Duration{"h1": time.Minute, "h3": time.Hour}, hidden); diff != "" {
			t.Errorf("hidden (-want +got):\n%s", diff)
		}
		if (trouble != nil) != strings.Contains(log.String(), "broken") {
			t.Errorf("after %v it said %q", trouble, log.String())
		}
	}
}

func TestQueueEventNotUnderstood(t *testing.T) {
	w := workerFunc(func([]queue.Message) []queue.Failure { t.Error("worked"); return nil })
	if _, err := (batches{worker: w}).Invoke(context.Background(), []byte(`[]`)); err == nil {
		t.Error("no error")
	}
}

func TestScheduleTicks(t *testing.T) {
	broken := errors.New("broken")
	for _, want := range []error{nil, broken} {
		ticked := 0
		_, err := ticks(func(context.Context) error { ticked++; return want }).Invoke(context.Background(), []byte(`{"time":"x"}`))
		if ticked != 1 || !errors.Is(err, want) {
			t.Errorf("ticked %d times, error %v, want %v", ticked, err, want)
		}
	}
}
