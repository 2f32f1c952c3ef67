package dynamo

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/dynamodb"
	"github.com/aws/smithy-go"

	"heed/shared/heed"
)

// A watch notices whether a write may have been done although no answer came.
// The SDK then tries it again, and the second try meets the first one's work:
// the condition fails on the very item that was to be written. Only then may
// that be taken for success. A refused write that was answered at once lost
// to somebody else, even if both wrote the same bytes.
//
// After a lost answer two writers of the same bytes can't be told apart.
// Where exactly one may win, as with the sender's lease, the data names its
// writer.
type watch struct {
	aws.Retryer
	lost bool
}

// retries makes one call's retries pass through the watch.
func (w *watch) retries(o *dynamodb.Options) { w.Retryer, o.Retryer = o.Retryer, w }

// RetryDelay is asked before each further try. The tries of one call come one
// after the other.
func (w *watch) RetryDelay(attempt int, err error) (time.Duration, error) {
	if !answered(err) {
		w.lost = true
	}
	return w.Retryer.RetryDelay(attempt, err)
}

// answered reports whether DynamoDB said that it would not do what it was
// asked. After any other failure it may have done it.
func answered(err error) bool {
	var answer interface{ HTTPStatusCode() int }
	return errors.As(err, &answer) && answer.HTTPStatusCode()/100 == 4
}

// failure tells what may pass from what will not: no answer, an answer that
// DynamoDB failed, or that it is asked too much, and a context that ended, are
// Unavailable; all else is for the operator to mend.
func failure(doing string, err error) error {
	var api smithy.APIError
	if answered(err) && errors.As(err, &api) && !throttled(api.ErrorCode()) {
		return fmt.Errorf("%s: %w", doing, err)
	}
	if errors.Is(err, context.Canceled) || errors.Is(err, context.DeadlineExceeded) {
		doing += " in time"
	}
	return fmt.Errorf("%s: %w", doing, heed.Errorf(heed.Unavailable, "the table does not answer").Because(err))
}

// throttled has the codes by which DynamoDB asks for patience.
// https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Programming.Errors.html
func throttled(code string) bool {
	switch code {
	case "ProvisionedThroughputExceededException", "RequestLimitExceeded", "ThrottlingException", "LimitExceededException",
		"ItemCollectionSizeLimitExceededException", "TransactionConflictException", "ReplicatedWriteConflictException":
		return true
	}
	return false
}
