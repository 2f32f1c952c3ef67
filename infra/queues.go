package main

import (
	"strings"

	"github.com/aws/aws-cdk-go/awscdk/v2"
	"github.com/aws/aws-cdk-go/awscdk/v2/awssqs"
	"github.com/aws/jsii-runtime-go"

	"heed/shared/wiring"
)

// A queue is one row of wiring.Queues and its dead-letter queue.
type queue struct {
	row        wiring.Queue
	live, dead awssqs.Queue
}

// The longest that SQS keeps a message. A verified touchpoint is never lost:
// whoever mends a fault has a fortnight for it.
const kept = 14

func (s *Stack) addQueues() {
	for _, row := range wiring.Queues {
		s.queues = append(s.queues, s.newQueue(row))
	}
}

func (s *Stack) newQueue(row wiring.Queue) queue {
	scope := s.scope("Queue-" + row.Name)
	dead := awssqs.NewQueue(scope, jsii.String("Dead"), queueProps(row))
	props := queueProps(row)
	props.VisibilityTimeout = awscdk.Duration_Seconds(jsii.Number(row.Hidden.Seconds()))
	props.DeadLetterQueue = &awssqs.DeadLetterQueue{Queue: dead, MaxReceiveCount: jsii.Number(row.Attempts)}
	return queue{row: row, live: awssqs.NewQueue(scope, jsii.String("Live"), props), dead: dead}
}

func queueProps(row wiring.Queue) *awssqs.QueueProps {
	props := &awssqs.QueueProps{
		Encryption:      awssqs.QueueEncryption_SQS_MANAGED,
		EnforceSSL:      jsii.Bool(true),
		RetentionPeriod: awscdk.Duration_Days(jsii.Number(kept)),
	}
	if row.FIFO {
		// Order and doubles matter within a group alone, which lifts the
		// limit of 300 messages a second from the queue to each group.
		props.Fifo = jsii.Bool(true)
		props.DeduplicationScope = awssqs.DeduplicationScope_MESSAGE_GROUP
		props.FifoThroughputLimit = awssqs.FifoThroughputLimit_PER_MESSAGE_GROUP_ID
	}
	return props
}

// queue returns the queue of that name. The names are those of wiring; any
// other is a fault in the program.
func (s *Stack) queue(name string) awssqs.Queue {
	for _, q := range s.queues {
		if q.row.Name == name {
			return q.live
		}
	}
	panic("infra: no queue " + name)
}

func (s *Stack) deadLetterARNs() *string {
	var arns []string
	for _, q := range s.queues {
		arns = append(arns, *q.dead.QueueArn())
	}
	return jsii.String(strings.Join(arns, ","))
}
