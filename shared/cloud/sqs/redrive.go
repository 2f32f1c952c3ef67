package sqs

import (
	"context"
	"errors"
	"fmt"

	"heed/shared/cloud/call"
)

// A Redriver gives dead letters back to the queues they came from. For that
// it needs, beside sqs:StartMessageMoveTask, sqs:ReceiveMessage,
// sqs:DeleteMessage and sqs:GetQueueAttributes on each dead-letter queue and
// sqs:SendMessage on each queue.
type Redriver struct {
	Client *call.Service // from New
	Dead   []string      // ARNs of the dead-letter queues
}

// Redrive tells SQS to begin; how far it is, SQS alone knows. A queue that
// cannot begin, as one that is at it already, does not keep the others from
// it; the error names each.
func (r *Redriver) Redrive(ctx context.Context) error {
	var problems []error
	for _, arn := range r.Dead {
		var out struct{}
		if err := r.Client.Do(ctx, "StartMessageMoveTask", map[string]string{"SourceArn": arn}, &out); err != nil {
			problems = append(problems, fmt.Errorf("giving back the dead letters of %s: %w", arn, err))
		}
	}
	return errors.Join(problems...)
}
