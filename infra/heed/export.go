package main

import (
	"bufio"
	"bytes"
	"cmp"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"os"
	"slices"
	"strings"
	"time"

	"heed/shared/heed"
)

type export struct {
	Touchpoints exportTouchpoints `cmd:"" help:"Write the rows of every touchpoint as JSON lines, which heed plan reads."`
}

type exportTouchpoints struct {
	at
	From string `help:"First day, as 2026-05-01; without it, a year before the last."`
	To   string `help:"Last day; without it, today."`
}

// perDay is how many rows of a day the API gives at most.
const perDay = 10_000

// Run writes day after day to the standard output. Rows hold what the API
// tells of them but an invitation and an answer: neither addresses nor
// comments leave Heed this way.
func (c *exportTouchpoints) Run(ctx context.Context, p *program) error {
	first, last, err := c.days(heed.DayOf(time.Now(), time.Local))
	if err != nil {
		return err
	}
	bar := meter(int64(last-first)+1, `Exporting {{ bar . }} day {{ counters . }} {{ rtime . }}`)
	defer bar.Finish()
	out := bufio.NewWriter(os.Stdout)
	for day := first; day <= last; day++ {
		rows, err := c.day(ctx, p, day)
		if err != nil {
			return err
		}
		if err := writeRowLines(out, rows); err != nil {
			return err
		}
		bar.Increment()
	}
	return out.Flush()
}

func (c *exportTouchpoints) days(today heed.Day) (first, last heed.Day, err error) {
	last = today
	if c.To != "" {
		if last, err = heed.ParseDay(c.To); err != nil {
			return 0, 0, err
		}
	}
	first = last - 364
	if c.From != "" {
		if first, err = heed.ParseDay(c.From); err != nil {
			return 0, 0, err
		}
	}
	if first > last {
		return 0, 0, heed.Errorf(heed.Invalid, "--from lies after --to")
	}
	return first, last, nil
}

// exported is a row, and what its place among the day's is found by.
type exported struct {
	text       json.RawMessage
	Touchpoint string `json:"touchpoint"`
	Decision   struct {
		DecidedAt time.Time `json:"decided_at"`
		Version   uint64    `json:"ledger_version"`
	} `json:"decision"`
}

// day reads the rows of one day, in the order in which they were decided.
func (c *exportTouchpoints) day(ctx context.Context, p *program, day heed.Day) ([]exported, error) {
	q := url.Values{"from": {day.String()}, "to": {day.String()}, "limit": {fmt.Sprint(perDay)}}
	body, err := c.call(ctx, p, http.MethodGet, "/api/touchpoints?"+q.Encode())
	if err != nil {
		return nil, err
	}
	var answer struct {
		Rows []json.RawMessage `json:"rows"`
	}
	if err := json.Unmarshal(body, &answer); err != nil {
		return nil, fmt.Errorf("read the rows of %s: %w", day, err)
	}
	if len(answer.Rows) >= perDay {
		return nil, heed.Errorf(heed.TooLarge, "%s has %d rows or more, and the API gives no more of a day; nothing of that day was written. "+
			"Plan with a history from the source itself, or with other days", day, perDay)
	}
	rows := make([]exported, len(answer.Rows))
	for i, text := range answer.Rows {
		if err := json.Unmarshal(text, &rows[i]); err != nil {
			return nil, fmt.Errorf("read a row of %s: %w", day, err)
		}
		rows[i].text = text
	}
	slices.SortStableFunc(rows, func(a, b exported) int {
		return cmp.Or(a.Decision.DecidedAt.Compare(b.Decision.DecidedAt), cmp.Compare(a.Decision.Version, b.Decision.Version),
			strings.Compare(a.Touchpoint, b.Touchpoint))
	})
	return rows, nil
}

// writeRowLines writes each row on a line of its own, without what only the
// one customer's invitation tells.
func writeRowLines(w io.Writer, rows []exported) error {
	for i := range rows {
		var fields map[string]json.RawMessage
		if err := json.Unmarshal(rows[i].text, &fields); err != nil {
			return fmt.Errorf("read a row: %w", err)
		}
		delete(fields, "invitation")
		delete(fields, "response")
		text, err := json.Marshal(fields)
		if err != nil {
			return fmt.Errorf("write a row: %w", err)
		}
		if _, err := w.Write(append(bytes.TrimSpace(text), '\n')); err != nil {
			return fmt.Errorf("write the export: %w", err)
		}
	}
	return nil
}
