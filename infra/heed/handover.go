package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"os"
	"time"

	"heed/shared/former"
)

// hand sends the people of all files, batch by batch, and sums up the answers.
func (c *takeover) hand(ctx context.Context, p *program, people int, dry bool) (*sum, error) {
	var total sum
	b := batch{DryRun: dry}
	bar := meter(int64(people), `Taking people over {{ bar . }} {{ counters . }} {{ rtime . }}`)
	defer bar.Finish()
	send := func() error {
		err := c.sendBatch(ctx, p, &b, &total)
		bar.Add(len(b.People))
		b.People, b.from, b.bytes = b.People[:0], b.from[:0], 0
		return err
	}
	for _, name := range c.Files {
		_, err := each(name, func(person former.Person) error {
			e, size, err := entryOf(&person)
			if err == nil && (len(b.People) == mostPeople || b.bytes+size > mostBytes) {
				err = send()
			}
			b.People, b.from, b.bytes = append(b.People, e), append(b.from, place{name, person.Line}), b.bytes+size
			return err
		})
		if err != nil {
			return nil, err
		}
	}
	return &total, send()
}

// sendBatch sends one batch, if there is anything in it, and adds up what
// became of it. Rows that are refused are told by their line. One that is too
// large, as behind a proxy that takes less, goes in halves.
func (c *takeover) sendBatch(ctx context.Context, p *program, b *batch, total *sum) error {
	if len(b.People) == 0 {
		return nil
	}
	order, err := written(b)
	if err != nil {
		return err
	}
	answer, err := c.persist(ctx, p, order)
	var refused *refusal
	if errors.As(err, &refused) && refused.code == http.StatusRequestEntityTooLarge && len(b.People) > 1 {
		parts := b.halves()
		if err := c.sendBatch(ctx, p, &parts[0], total); err != nil {
			return err
		}
		return c.sendBatch(ctx, p, &parts[1], total)
	}
	if err != nil {
		return err
	}
	var a struct {
		Suppressed, Quieted, Unchanged int

		Already struct{ Suppressed, Quieted int }
		Refused []struct {
			Index int
			Why   string
		}
		QuietUntil string `json:"quiet_until"`
		QuietDays  int    `json:"quiet_days"`
	}
	if err := json.Unmarshal(answer, &a); err != nil {
		return fmt.Errorf("read the answer: %w", err)
	}
	total.suppressed, total.quieted, total.unchanged = total.suppressed+a.Suppressed, total.quieted+a.Quieted, total.unchanged+a.Unchanged
	total.alreadySuppressed, total.alreadyQuieted = total.alreadySuppressed+a.Already.Suppressed, total.alreadyQuieted+a.Already.Quieted
	total.quietUntil, total.quietDays = max(total.quietUntil, a.QuietUntil), a.QuietDays
	for _, r := range a.Refused {
		if total.refused++; total.refused <= former.MostFaults && r.Index >= 0 && r.Index < len(b.from) {
			fmt.Fprintf(os.Stderr, "%s, line %d: %s.\n", b.from[r.Index].file, b.from[r.Index].line, r.Why)
		}
	}
	return nil
}

// tries is how often a batch is sent while Heed is too busy, or fails: half a
// minute in all. Sending twice does nothing twice.
const tries = 7

func (c *takeover) persist(ctx context.Context, p *program, order []byte) (answer []byte, err error) {
	for try := range tries {
		answer, err = c.send(ctx, p, "POST", "/api/import", order)
		var refused *refusal
		if !errors.As(err, &refused) || !refused.passing() {
			return answer, err
		}
		select {
		case <-ctx.Done():
			return nil, ctx.Err()
		case <-time.After(500 * time.Millisecond << try):
		}
	}
	return nil, err
}
