// Package queue is what passes between two functions: messages, and how a
// batch of them is worked through. SQS (cloud/sqs) and the laptop's queue
// (embedded) both carry them; neither is known here.
package queue

import (
	"context"
	"time"
)

// A Message is handed on at least once. Messages of one group arrive in the
// order they were put, and one group is never worked on twice at a time.
type Message struct {
	ID      string // given by the queue; names the message within its batch
	Group   string // "" on a queue that keeps no order
	Key     string // two messages with one key, put within minutes, may become one; "" if every one counts
	Attempt int    // how often it has been handed over, with this time: from 1 on; 0 where nobody counts
	Body    []byte // UTF-8, at most 1 MiB
}

// A Failure is a message that must be handed over again: after a while that the
// worker knows, or, where After is 0, when the queue thinks best.
type Failure struct {
	ID    string
	After time.Duration
}

// A Putter puts messages on a queue. When Put returns nil all of them are
// durable; after an error any part of them may be.
type Putter interface {
	Put(ctx context.Context, messages ...Message) error
}

// A Worker works through a batch and returns the messages that must be handed
// over again. On a queue with groups, after a failure without an After the rest
// of its group has failed too. One with an After has been tried for itself, and
// what stands behind it may have been worked all the same; none of its group is
// handed over before it.
type Worker interface {
	Work(ctx context.Context, batch []Message) []Failure
}
