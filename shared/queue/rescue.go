package queue

import (
	"errors"
	"fmt"
	"log/slog"
	"runtime"
	"runtime/debug"
)

// ErrPanicked is what became of a message at which its worker panicked.
var ErrPanicked = errors.New("panicked")

// Rescue lets work do one message, so that a panic fails that one and not the
// batch, whose others would come again with it until all are dead letters. The
// log gets the stack. What somebody panicked with may repeat the message, so of
// that it gets the runtime's own words alone.
func Rescue(log *slog.Logger, message string, work func() error) (err error) {
	defer func() {
		p := recover()
		if p == nil {
			return
		}
		cause := fmt.Sprintf("%T", p)
		if own, is := p.(runtime.Error); is {
			cause = own.Error()
		}
		log.Error("message panicked", "messageId", message, "cause", cause, "stack", string(debug.Stack()))
		err = ErrPanicked
	}()
	return work()
}
