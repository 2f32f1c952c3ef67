package cloud

import (
	"context"
	"errors"
	"testing"

	"github.com/google/go-cmp/cmp"

	"heed/shared/queue"
)

type workerFunc func(batch []queue.Message) []string

func (f workerFunc) Work(_ context.Context, batch []queue.Message) []string { return f(batch) }

func TestBatchIsHandedOverAndFailuresBack(t *testing.T) {
	const event = `{"Records":[
		{"messageId":"m1","receiptHandle":"h","body":"{\"a\":\"ü\"}","eventSource":"aws:sqs",
		 "attributes":{"MessageGroupId":"g","MessageDeduplicationId":"k","ApproximateReceiveCount":"2"}},
		{"messageId":"m2","body":"","attributes":{}}]}`
	want := []queue.Message{{ID: "m1", Group: "g", Key: "k", Body: []byte(`{"a":"ü"}`)}, {ID: "m2", Body: []byte{}}}
	for _, c := range []struct {
		failed []string
		reply  string
	}{
		{nil, `{"batchItemFailures":[]}`},
		{[]string{"m1", "m2"}, `{"batchItemFailures":[{"itemIdentifier":"m1"},{"itemIdentifier":"m2"}]}`},
	} {
		got, err := batches{workerFunc(func(batch []queue.Message) []string {
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

func TestQueueEventNotUnderstood(t *testing.T) {
	w := workerFunc(func([]queue.Message) []string { t.Error("worked"); return nil })
	if _, err := (batches{w}).Invoke(context.Background(), []byte(`[]`)); err == nil {
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
