// Package sqs puts messages on queues of SQS and gives back what lies among
// the dead letters. Lambda takes messages off; cloud.ServeQueue is handed
// them.
package sqs

import (
	"context"
	"crypto/rand"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"strconv"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"

	"heed/shared/cloud/call"
	"heed/shared/heed"
	"heed/shared/queue"
)

// New returns SQS as it is called; now is real time, for signatures.
func New(cfg aws.Config, now func() time.Time) *call.Service {
	return &call.Service{Config: cfg, Now: now, Name: "sqs", Target: "AmazonSQS", Version: "1.0"}
}

// A Queue is one that messages can be put on. Groups, of 1 to 128 printable
// ASCII characters, are for queues whose name ends in .fifo: there every
// message has one.
type Queue struct {
	Client *call.Service // from New
	URL    string
}

var _ queue.Putter = (*Queue)(nil)

// What SQS takes in one call.
const (
	maxEntries = 10
	maxBytes   = 1 << 20 // one message as well as all of a call
)

// Put puts messages on the queue, in their order. The error is TooLarge if
// one of them is larger than a queue holds, and then none was put; else it is
// Unavailable, and any part of them may be on the queue.
func (q *Queue) Put(ctx context.Context, messages ...queue.Message) error {
	for _, m := range messages {
		if len(m.Body) > maxBytes {
			return heed.Errorf(heed.TooLarge, "a message has %d bytes, more than the %d that fit", len(m.Body), maxBytes)
		}
	}
	for len(messages) > 0 {
		n := fit(messages)
		if err := q.put(ctx, messages[:n]); err != nil {
			return heed.Errorf(heed.Unavailable, "the queue takes nothing at the moment").Because(err)
		}
		messages = messages[n:]
	}
	return nil
}

// fit is how many of the messages, from the first, one call may hold.
func fit(messages []queue.Message) int {
	size := 0
	for i, m := range messages {
		if size += len(m.Body); i == maxEntries || size > maxBytes {
			return i
		}
	}
	return len(messages)
}

// single and batch are the requests of SendMessage and SendMessageBatch:
// https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SendMessageBatch.html
type single struct {
	QueueURL string `json:"QueueUrl"`
	entry
}

type batch struct {
	QueueURL string `json:"QueueUrl"`
	Entries  []entry
}

type entry struct {
	ID    string `json:"Id,omitempty"` // within its batch
	Body  string `json:"MessageBody"`
	Group string `json:"MessageGroupId,omitempty"`
	Key   string `json:"MessageDeduplicationId,omitempty"`
}

// put makes one call. A message alone goes by itself: then its failure is
// that of the call, which is tried again.
func (q *Queue) put(ctx context.Context, messages []queue.Message) error {
	entries := make([]entry, len(messages))
	for i, m := range messages {
		entries[i] = entry{ID: strconv.Itoa(i), Body: string(m.Body), Group: m.Group, Key: key(m)}
	}
	var out struct {
		Failed []struct{ Code, Message string }
	}
	if len(entries) == 1 {
		entries[0].ID = ""
		return q.Client.Do(ctx, "SendMessage", single{q.URL, entries[0]}, &out)
	}
	if err := q.Client.Do(ctx, "SendMessageBatch", batch{q.URL, entries}, &out); err != nil {
		return err
	}
	if n := len(out.Failed); n > 0 {
		return fmt.Errorf("%d of %d messages failed, the first with %s: %s", n, len(entries), out.Failed[0].Code, out.Failed[0].Message)
	}
	return nil
}

// key is the deduplication id of a message; none where there is no group,
// since only a queue without order takes such a message, and it wants none.
// The id is the key's hash: SQS takes 128 characters and not all of them. A
// message without a key has an id that no other has, in each attempt the same.
func key(m queue.Message) string {
	switch {
	case m.Group == "":
		return ""
	case m.Key == "":
		return rand.Text()
	}
	sum := sha256.Sum256([]byte(m.Key))
	return hex.EncodeToString(sum[:])
}
