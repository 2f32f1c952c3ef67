package cloud

import (
	"context"
	"sync"
	"time"
)

// Ahead begins to fetch at once, beside whatever main does meanwhile, and
// returns a function that waits for what was fetched. That is kept while it
// is fresh, and longer if it can't be fetched anew. After a failure the next
// call fetches again, since Lambda may freeze a process between its start and
// its first event, and what was under way then is lost.
func Ahead[T any](now func() time.Time, fresh time.Duration, fetch func(context.Context) (T, error)) func(context.Context) (T, error) {
	var (
		value T
		have  bool
		err   error
		at    time.Time
		begun = make(chan struct{})
		again sync.Mutex
	)
	take := func(ctx context.Context) {
		v, e := fetch(ctx)
		if e == nil {
			value, have, at = v, true, now()
		}
		err = e
	}
	go func() {
		defer close(begun)
		take(context.Background())
	}()
	return func(ctx context.Context) (T, error) {
		select {
		case <-begun:
		case <-ctx.Done():
			var none T
			return none, context.Cause(ctx)
		}
		again.Lock()
		defer again.Unlock()
		if !have || now().Sub(at) > fresh {
			take(ctx)
		}
		if have {
			return value, nil
		}
		return value, err
	}
}
