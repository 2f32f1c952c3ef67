package laptop

import (
	"context"
	"errors"
	"time"

	"heed/shared/wiring"
)

// The laptop keeps the cloud's schedules sixty times as fast: what runs every
// minute there runs every second here, since somebody sits in front of it.
const faster = 60

// schedule runs what falls due, by real time, until ctx ends.
func (l *Laptop) schedule(ctx context.Context) {
	next := make([]time.Time, len(l.parts))
	beat := time.NewTicker(time.Second)
	defer beat.Stop()
	for {
		l.flush(ctx)
		for i, p := range l.parts {
			if now := l.Real(); p.tick != nil && !now.Before(next[i]) && !l.held.Load() {
				next[i] = now.Add(p.row.Every / faster)
				l.tick(ctx, p)
			}
		}
		select {
		case <-ctx.Done():
			return
		case <-beat.C:
		}
	}
}

// Hold keeps the schedules from running of themselves until it is released: for
// whoever moves the clock, and runs them as it goes.
func (l *Laptop) Hold() (release func()) {
	l.held.Store(true)
	return func() { l.held.Store(false) }
}

// flush puts on the queues what was counted and would wait for the next request.
func (l *Laptop) flush(ctx context.Context) {
	for _, p := range l.parts {
		if p.flush == nil {
			continue
		}
		if err := p.flush(ctx); err != nil && !errors.Is(err, context.Canceled) {
			l.Log.Error("counts not put on the queue", "function", p.row.Name, "cause", err.Error())
		}
	}
}

func (l *Laptop) tick(ctx context.Context, p part) {
	l.ticks.Lock()
	defer l.ticks.Unlock()
	ctx, stop := context.WithTimeout(ctx, p.row.Timeout)
	defer stop()
	if err := p.tick(ctx); err != nil && !errors.Is(err, context.Canceled) {
		l.Log.Error("schedule failed", "function", p.row.Name, "cause", err.Error())
	}
}

// minute is the smallest step of the clock, as the cloud's sender has it.
const minute = time.Minute

// Advance moves the clock ahead by d and does on the way what would have been
// done: it stops wherever an invitation falls due, and at the end runs every
// schedule. What is on the queues is worked before, between and after.
func (l *Laptop) Advance(ctx context.Context, d time.Duration) error {
	if err := l.Pass(ctx, d); err != nil {
		return err
	}
	return l.RollUp(ctx)
}

// RollUp rolls up what was done so far.
func (l *Laptop) RollUp(ctx context.Context) error {
	if err := l.Idle(ctx); err != nil {
		return err
	}
	return l.run(ctx, "rollup")
}

// Pass is Advance without the roll-up, which comes for all days since the last
// one whenever it comes.
func (l *Laptop) Pass(ctx context.Context, d time.Duration) error {
	if err := l.Idle(ctx); err != nil {
		return err
	}
	target := l.Clock.Ahead() + d
	for {
		due, err := l.Store().FirstDue(ctx)
		if err != nil {
			return err
		}
		now, left := l.Clock.Now(), target-l.Clock.Ahead()
		if due.IsZero() || due.Before(now.Add(-minute)) || due.Sub(now) > left || left <= 0 {
			break // nothing more falls due, or what does is not being sent
		}
		if err := l.Clock.Advance(ctx, min(max(due.Sub(now), minute), left)); err != nil {
			return err
		}
		if err := l.run(ctx, "send"); err != nil {
			return err
		}
	}
	if err := l.Clock.Advance(ctx, max(target-l.Clock.Ahead(), 0)); err != nil {
		return err
	}
	return l.run(ctx, "send")
}

// run runs schedules in turn, and what they put on the queues.
func (l *Laptop) run(ctx context.Context, names ...string) error {
	for _, name := range names {
		for _, p := range l.parts {
			if p.row.Name == name {
				l.tick(ctx, p)
			}
		}
		if err := l.Idle(ctx); err != nil {
			return err
		}
	}
	return nil
}

// Idle waits until the queues are empty but for dead letters.
func (l *Laptop) Idle(ctx context.Context) error {
	l.flush(ctx)
	for _, row := range wiring.Queues {
		if err := l.queues[row.Name].Idle(ctx); err != nil {
			return err
		}
	}
	return nil
}
