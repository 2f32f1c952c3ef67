// Package queue is what passes between two functions: messages, and how a
// batch of them is worked through. SQS (cloud/sqs) and the laptop's queue
// (embedded) both carry them; neither is known here.
package queue

import "context"

// A Message is handed on at least once. Messages of one group arrive in the
// order they were put, and one group is never worked on twice at a time.
type Message struct {
	ID    string // given by the queue; names the message within its batch
	Group string // "" on a queue that keeps no order
	Key   string // two messages with one key, put within minutes, may become one; "" if every one counts
	Body  []byte // UTF-8, at most 1 MiB
}

// A Putter puts messages on a queue. When Put returns nil all of them are
// durable; after an error any part of them may be.
type Putter interface {
	Put(ctx context.Context, messages ...Message) error
}

// A Worker works through a batch and returns the ids of the messages that
// must be handed over again. On a queue with groups, after a failure the rest
// of its group has failed too.
type Worker interface {
	Work(ctx context.Context, batch []Message) (failed []string)
}
