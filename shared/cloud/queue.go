package cloud

import (
	"context"
	"encoding/json"
	"fmt"

	"github.com/aws/aws-lambda-go/lambda"

	"heed/shared/queue"
)

// ServeQueue hands the batches of an SQS event source to w, one at a time,
// and does not return. The event source must have ReportBatchItemFailures
// set, or a batch of which only part failed would be taken for done.
func ServeQueue(w queue.Worker) { lambda.Start(batches{w}) }

type batches struct{ worker queue.Worker }

// sqsEvent is what is read of an event, by the names in
// https://docs.aws.amazon.com/lambda/latest/dg/with-sqs.html
type sqsEvent struct {
	Records []struct {
		MessageID  string            `json:"messageId"`
		Body       string            `json:"body"`
		Attributes map[string]string `json:"attributes"`
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
	batch := make([]queue.Message, len(e.Records))
	for i, r := range e.Records {
		batch[i] = queue.Message{
			ID:    r.MessageID,
			Group: r.Attributes["MessageGroupId"],
			Key:   r.Attributes["MessageDeduplicationId"],
			Body:  []byte(r.Body),
		}
	}
	reply := sqsReply{Failed: []failedItem{}}
	for _, id := range b.worker.Work(ctx, batch) {
		reply.Failed = append(reply.Failed, failedItem{id})
	}
	return json.Marshal(reply)
}
