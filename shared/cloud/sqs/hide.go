package sqs

import (
	"context"
	"fmt"
	"maps"
	"math"
	"slices"
	"strconv"
	"time"
)

// longest is how long SQS hides a message at most, counted from when it was
// handed over: https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-visibility-timeout.html
const longest = 12 * time.Hour

// hidden and hiding are the request of ChangeMessageVisibilityBatch:
// https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_ChangeMessageVisibilityBatch.html
type hidden struct {
	QueueURL string `json:"QueueUrl"`
	Entries  []hiding
}

type hiding struct {
	ID      string `json:"Id"` // within its batch
	Handle  string `json:"ReceiptHandle"`
	Seconds int    `json:"VisibilityTimeout"` // from now on; rounded up, as sooner may be too soon
}

// Hide keeps messages, by their receipt handles, from being handed over again
// for that long from now. Those it fails for come back as the queue does by
// itself.
func (q *Queue) Hide(ctx context.Context, messages map[string]time.Duration) error {
	for handles := range slices.Chunk(slices.Sorted(maps.Keys(messages)), maxEntries) {
		entries := make([]hiding, len(handles))
		for i, handle := range handles {
			entries[i] = hiding{strconv.Itoa(i), handle, int(math.Ceil(min(messages[handle], longest).Seconds()))}
		}
		var out struct {
			Failed []struct{ Code, Message string }
		}
		if err := q.Client.Do(ctx, "ChangeMessageVisibilityBatch", hidden{q.URL, entries}, &out); err != nil {
			return err
		}
		if n := len(out.Failed); n > 0 {
			return fmt.Errorf("%d of %d messages failed, the first with %s: %s", n, len(entries), out.Failed[0].Code, out.Failed[0].Message)
		}
	}
	return nil
}
