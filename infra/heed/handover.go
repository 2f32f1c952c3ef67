package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"os"
	"time"

	"heed/shared/former"
	"heed/shared/sampling"
)

// A batch is what one request hands over, and where each of it was read.
type batch struct {
	People []entry `json:"people"`
	DryRun bool    `json:"dry_run,omitempty"`

	from  []place
	bytes int // that the people take, with a comma each
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

// A request of so many people in so many bytes is within the API's 500 people
// and, however long their addresses are, its 256 kB.
const (
	mostPeople = 400
	mostBytes  = 240 << 10
)

var suppressionWords = map[sampling.Suppression]string{
	sampling.Unsubscribed: "unsubscribed", sampling.AddressBounced: "bounced", sampling.ReportedSpam: "complained",
}

// entryOf is a person as the API takes one, and how many bytes that is.
func entryOf(p *former.Person) (entry, int, error) {
	e := entry{Email: p.Email, Suppressed: suppressionWords[p.Suppressed]}
	if !p.Asked.IsZero() {
		e.AskedAt = p.Asked.Format(time.RFC3339)
	}
	text, err := written(e)
	return e, len(text), err
}

// written is JSON without the escapes that a page of HTML would need, which
// take six bytes for one.
func written(v any) ([]byte, error) {
	var b bytes.Buffer
	out := json.NewEncoder(&b)
	out.SetEscapeHTML(false)
	if err := out.Encode(v); err != nil {
		return nil, fmt.Errorf("write the request: %w", err)
	}
	return b.Bytes(), nil
}

// halves parts a batch that is too large for whoever takes it.
func (b *batch) halves() [2]batch {
	n := len(b.People) / 2
	return [2]batch{{DryRun: b.DryRun, People: b.People[:n], from: b.from[:n]}, {DryRun: b.DryRun, People: b.People[n:], from: b.from[n:]}}
}

// A sum is what became of all batches.
type sum struct {
	suppressed, quieted, unchanged, refused int
	alreadySuppressed, alreadyQuieted       int // of those unchanged
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

// words says what a sum means.
func (s *sum) words() string {
	until := ""
	if s.quieted > 0 {
		until = fmt.Sprintf(", the last of them until %s (%d days after they were asked, and 2 for a mail that is late)", s.quietUntil, s.quietDays)
	}
	text := newly(s.suppressed, s.alreadySuppressed, "will never be asked", "") + "; " + newly(s.quieted, s.alreadyQuieted, "will be left in peace", until)
	text += fmt.Sprintf("; for %s nothing changes", counted(max(0, s.unchanged-s.alreadySuppressed-s.alreadyQuieted)))
	if s.refused > 0 {
		text += fmt.Sprintf("; %s refused", counted(s.refused))
	}
	return text + "."
}

// newly says of how many people something becomes true, and of how many more it
// is already.
func newly(n, already int, what, how string) string {
	switch {
	case already == 0:
		return counted(n) + " " + what + how
	case n == 0:
		return counted(already) + " " + what + ", as it was already"
	}
	return fmt.Sprintf("%s %s%s, besides %d of whom it was so already", counted(n), what, how, already)
}

func counted(people int) string {
	if people == 1 {
		return "1 person"
	}
	return fmt.Sprintf("%d people", people)
}
