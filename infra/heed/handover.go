package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"time"

	"heed/shared/former"
	"heed/shared/sampling"
)

// A batch is what one request hands over, and where each of it was read.
type batch struct {
	People []entry `json:"people"`
	DryRun bool    `json:"dry_run,omitempty"`

	from []place
}

type entry struct {
	Email      string `json:"email"`
	Suppressed string `json:"suppressed,omitempty"`
	AskedAt    string `json:"asked_at,omitempty"`
}

type place struct {
	file string
	line int
}

// batchSize keeps a request below the API's 500 people and, however long their
// addresses are, its 256 kB.
const batchSize = 400

var suppressionWords = map[sampling.Suppression]string{
	sampling.Unsubscribed: "unsubscribed", sampling.AddressBounced: "bounced", sampling.ReportedSpam: "complained",
}

func (b *batch) add(file string, p *former.Person) {
	e := entry{Email: p.Email, Suppressed: suppressionWords[p.Suppressed]}
	if !p.Asked.IsZero() {
		e.AskedAt = p.Asked.Format(time.RFC3339)
	}
	b.People, b.from = append(b.People, e), append(b.from, place{file, p.Line})
}

// A sum is what became of all batches.
type sum struct {
	suppressed, quieted, unchanged, refused int
	quietUntil                              string
	quietDays                               int
}

// hand sends the people of all files, batch by batch, and sums up the answers.
func (c *takeover) hand(ctx context.Context, p *program, people int, dry bool) (*sum, error) {
	var total sum
	b := batch{DryRun: dry}
	bar := meter(int64(people), `Taking people over {{ bar . }} {{ counters . }} {{ rtime . }}`)
	defer bar.Finish()
	send := func() error {
		err := c.sendBatch(ctx, p, &b, &total)
		bar.Add(len(b.People))
		b.People, b.from = b.People[:0], b.from[:0]
		return err
	}
	for _, name := range c.Files {
		_, err := each(name, func(person former.Person) error {
			if b.add(name, &person); len(b.People) < batchSize {
				return nil
			}
			return send()
		})
		if err != nil {
			return nil, err
		}
	}
	return &total, send()
}

// sendBatch sends one batch, if there is anything in it, and adds up what
// became of it. Rows that are refused are told by their line.
func (c *takeover) sendBatch(ctx context.Context, p *program, b *batch, total *sum) error {
	if len(b.People) == 0 {
		return nil
	}
	order, err := json.Marshal(b)
	if err != nil {
		return fmt.Errorf("write the request: %w", err)
	}
	answer, err := c.persist(ctx, p, order)
	if err != nil {
		return err
	}
	var a struct {
		Suppressed, Quieted, Unchanged int

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

// words says what a sum means.
func (s *sum) words() string {
	text := fmt.Sprintf("%s will never be asked; %s will be left in peace", counted(s.suppressed), counted(s.quieted))
	if s.quieted > 0 {
		text += fmt.Sprintf(", the last of them until %s (%d days after they were asked, and 2 for a mail that is late)", s.quietUntil, s.quietDays)
	}
	text += fmt.Sprintf("; for %s nothing changes", counted(s.unchanged))
	if s.refused > 0 {
		text += fmt.Sprintf("; %s refused", counted(s.refused))
	}
	return text + "."
}

func counted(people int) string {
	if people == 1 {
		return "1 person"
	}
	return fmt.Sprintf("%d people", people)
}
