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

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/sqs"
	"github.com/aws/aws-sdk-go-v2/service/sqs/types"

	"heed/shared/cloud"
	"heed/shared/heed"
	"heed/shared/queue"
)

// New returns a client.
func New(cfg aws.Config) *sqs.Client {
	return sqs.NewFromConfig(cfg, func(o *sqs.Options) { o.BaseEndpoint = cloud.Endpoint("SQS") })
}

// A Queue is one that messages can be put on. Groups, of 1 to 128 printable
// ASCII characters, are for queues whose name ends in .fifo: there every
// message has one.
type Queue struct {
	Client *sqs.Client
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
		var err error
		if n == 1 {
			err = q.putOne(ctx, messages[0])
		} else {
			err = q.putBatch(ctx, messages[:n])
		}
		if err != nil {
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

func (q *Queue) putOne(ctx context.Context, m queue.Message) error {
	group, key := order(m)
	_, err := q.Client.SendMessage(ctx, &sqs.SendMessageInput{
		QueueUrl: &q.URL, MessageBody: aws.String(string(m.Body)),
		MessageGroupId: group, MessageDeduplicationId: key,
	})
	return err
}

func (q *Queue) putBatch(ctx context.Context, messages []queue.Message) error {
	entries := make([]types.SendMessageBatchRequestEntry, len(messages))
	for i, m := range messages {
		group, key := order(m)
		entries[i] = types.SendMessageBatchRequestEntry{
			Id: aws.String(strconv.Itoa(i)), MessageBody: aws.String(string(m.Body)),
			MessageGroupId: group, MessageDeduplicationId: key,
		}
	}
	out, err := q.Client.SendMessageBatch(ctx, &sqs.SendMessageBatchInput{QueueUrl: &q.URL, Entries: entries})
	if err != nil {
		return err
	}
	if n := len(out.Failed); n > 0 {
		first := out.Failed[0]
		return fmt.Errorf("%d of %d messages failed, the first with %s: %s",
			n, len(messages), aws.ToString(first.Code), aws.ToString(first.Message))
	}
	return nil
}

// order is the group and the deduplication id of a message; nil for one
// without a group, which only a queue without order takes. The id is the
// key's hash, since SQS takes 128 characters and not all of them; a message
// without a key has one that no other has, and keeps it in the SDK's retries.
func order(m queue.Message) (group, key *string) {
	if m.Group == "" {
		return nil, nil
	}
	id := rand.Text()
	if m.Key != "" {
		sum := sha256.Sum256([]byte(m.Key))
		id = hex.EncodeToString(sum[:])
	}
	return &m.Group, &id
}
