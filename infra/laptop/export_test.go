package laptop

import (
	"context"
	"fmt"
)

// Work works through what is on a function's queue now, and nothing else.
func (l *Laptop) Work(ctx context.Context, name string) error {
	for _, p := range l.parts {
		if p.row.Name != name || p.worker == nil {
			continue
		}
		running, stop := context.WithCancel(ctx)
		done := make(chan struct{})
		go func() {
			defer close(done)
			l.queues[p.row.Queue].Run(running, p.worker, 1)
		}()
		err := l.queues[p.row.Queue].Idle(ctx)
		stop()
		<-done
		return err
	}
	return fmt.Errorf("no queue feeds %s", name)
}

// Tick keeps a function's schedule once.
func (l *Laptop) Tick(ctx context.Context, name string) error {
	for _, p := range l.parts {
		if p.row.Name == name && p.tick != nil {
			return p.tick(ctx)
		}
	}
	return fmt.Errorf("%s is on no schedule", name)
}
