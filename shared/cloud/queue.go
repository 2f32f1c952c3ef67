package cloud

import (
	"context"
	"encoding/json"
	"fmt"
	"log/slog"
	"strconv"
	"time"

	"github.com/aws/aws-lambda-go/lambda"

	"heed/shared/queue"
)

// ServeQueue hands the batches of an SQS event source to w, one at a time,
// and does not return. The event source must have ReportBatchItemFailures
// set, or a batch of which only part failed would be taken for done. Failed
// messages come back when the queue shows them again, whatever w says.
func ServeQueue(w queue.Worker) { lambda.Start(batches{worker: w}) }

// A Hider keeps messages that were handed over from coming back for a while,
// each under its receipt handle.
type Hider interface {
	Hide(ctx context.Context, messages map[string]time.Duration) error
}

// ServeQueueLater is ServeQueue for a worker that knows when a message may go
// better. Where a message can't be hidden it comes back as the queue does by
// itself, and the log hears of it.
func ServeQueueLater(w queue.Worker, h Hider, log *slog.Logger) { lambda.Start(batches{w, h, log}) }

type batches struct {
	worker queue.Worker
	hider  Hider // nil if nothing is hidden longer
	log    *slog.Logger
}

// sqsEvent is what is read of an event, by the names in
// https://docs.aws.amazon.com/lambda/latest/dg/with-sqs.html
type sqsEvent struct {
	Records []sqsRecord
}

type sqsRecord struct {
	MessageID  string            `json:"messageId"`
	Handle     string            `json:"receiptHandle"`
	Body       string            `json:"body"`
	Attributes map[string]string `json:"attributes"`
}

// message is what a worker sees of a record.
func (r *sqsRecord) message() queue.Message {
	attempt, _ := strconv.Atoi(r.Attributes["ApproximateReceiveCount"]) // 0 if it is not said
	return queue.Message{
		ID:      r.MessageID,
		Group:   r.Attributes["MessageGroupId"],
		Key:     r.Attributes["MessageDeduplicationId"],
		Attempt: attempt,
		Body:    []byte(r.Body),
	}
}

type sqsReply struct {
	Failed []failedItem `json:"batchItemFailures"` // empty, not null: all is well
}

type failedItem struct {
	ID string `json:"itemIdentifier"`
}

// Invoke works through one batch.
func (b batches) Invoke(ctx context.Context, payload []byte) ([]byte, error) {
	var e sqsEvent
	if err := json.Unmarshal(payload, &e); err != nil {
		return nil, fmt.Errorf("reading a queue event: %w", err)
	}
	batch, handles := make([]queue.Message, len(e.Records)), make(map[string]string, len(e.Records))
	for i := range e.Records {
		batch[i] = e.Records[i].message()
		handles[batch[i].ID] = e.Records[i].Handle
	}
	failed := b.worker.Work(ctx, batch)
	b.hide(ctx, failed, handles)
	reply := sqsReply{Failed: []failedItem{}}
	for _, f := range failed {
		reply.Failed = append(reply.Failed, failedItem{f.ID})
	}
	return json.Marshal(reply)
}

// hide keeps failed messages away for as long as the worker says.
func (b batches) hide(ctx context.Context, failed []queue.Failure, handles map[string]string) {
	later := map[string]time.Duration{}
	for _, f := range failed {
		if f.After > 0 {
			later[handles[f.ID]] = f.After
		}
	}
	if b.hider == nil || len(later) == 0 {
		return
	}
	if err := b.hider.Hide(ctx, later); err != nil {
		b.log.Warn("messages come back sooner than they should", "count", len(later), "cause", err.Error())
	}
}
