package main

import (
	"bufio"
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"fmt"
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

// perPage is how many rows are asked for at once: a Lambda answers 6 MB at most.
const perPage = 2_000

// Run writes day after day to the standard output; a day's rows are in memory
// until they are in order. Rows hold what the API
// tells of them but an invitation and an answer: neither addresses nor
// comments leave Heed this way.
func (c *exportTouchpoints) Run(ctx context.Context, p *program) error {
	first, last, err := c.days(ctx, p)
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
		for i := range rows {
			if _, err := out.Write(rows[i].line); err != nil {
				return fmt.Errorf("write the export: %w", err)
			}
		}
		bar.Increment()
	}
	return out.Flush()
}

// days is the first and the last to be written.
func (c *exportTouchpoints) days(ctx context.Context, p *program) (first, last heed.Day, err error) {
	if c.To == "" {
		last, err = c.today(ctx, p)
	} else {
		last, err = heed.ParseDay(c.To)
	}
	if err != nil {
		return 0, 0, err
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

// today is by the clock and in the zone of the Heed that is exported, which may
// be far from this machine's: the last day of the scores that it gives when it
// is not told which.
func (c *exportTouchpoints) today(ctx context.Context, p *program) (heed.Day, error) {
	body, err := c.call(ctx, p, http.MethodGet, "/api/scores")
	if err != nil {
		return 0, err
	}
	var answer struct {
		Figures []struct {
			To string `json:"to"`
		} `json:"figures"`
	}
	if err := json.Unmarshal(body, &answer); err != nil {
		return 0, fmt.Errorf("read which day it is: %w", err)
	}
	if len(answer.Figures) == 0 {
		return 0, errors.New("it does not say which day it is; give the last one with --to")
	}
	return heed.ParseDay(answer.Figures[0].To)
}

// exported is a row's line, and what its place among the day's is found by.
type exported struct {
	line       []byte
	Touchpoint string `json:"touchpoint"`
	Decision   struct {
		DecidedAt time.Time `json:"decided_at"`
		Version   uint64    `json:"ledger_version"`
	} `json:"decision"`
}

// day reads the rows of one day, in the order in which they were decided.
func (c *exportTouchpoints) day(ctx context.Context, p *program, day heed.Day) ([]exported, error) {
	var rows []exported
	for after := ""; ; {
		texts, next, err := c.page(ctx, p, day, after)
		if err != nil {
			return nil, err
		}
		for _, text := range texts {
			row, err := exportOf(text)
			if err != nil {
				return nil, fmt.Errorf("read a row of %s: %w", day, err)
			}
			rows = append(rows, row)
		}
		if next == "" {
			break
		}
		if next == after {
			return nil, fmt.Errorf("read the rows of %s: the rows behind %s do not come", day, after)
		}
		after = next
	}
	slices.SortStableFunc(rows, func(a, b exported) int {
		return cmp.Or(a.Decision.DecidedAt.Compare(b.Decision.DecidedAt), cmp.Compare(a.Decision.Version, b.Decision.Version),
			strings.Compare(a.Touchpoint, b.Touchpoint))
	})
	return rows, nil
}

// page reads the rows of a day behind one of them, or the first; next is the
// last of them if there are more.
func (c *exportTouchpoints) page(ctx context.Context, p *program, day heed.Day, after string) (rows []json.RawMessage, next string, err error) {
	q := url.Values{"from": {day.String()}, "to": {day.String()}, "limit": {fmt.Sprint(perPage)}}
	if after != "" {
		q.Set("after", after)
	}
	body, err := c.call(ctx, p, http.MethodGet, "/api/touchpoints?"+q.Encode())
	if err != nil {
		return nil, "", err
	}
	var answer struct {
		Rows []json.RawMessage `json:"rows"`
		Next string            `json:"next"`
	}
	if err := json.Unmarshal(body, &answer); err != nil {
		return nil, "", fmt.Errorf("read the rows of %s: %w", day, err)
	}
	return answer.Rows, answer.Next, nil
}

// exportOf makes a line of a row, without what only the one customer's
// invitation tells.
func exportOf(text []byte) (row exported, err error) {
	if err := json.Unmarshal(text, &row); err != nil {
		return row, err
	}
	var fields map[string]json.RawMessage
	if err := json.Unmarshal(text, &fields); err != nil {
		return row, err
	}
	delete(fields, "invitation")
	delete(fields, "response")
	line, err := json.Marshal(fields)
	row.line = append(line, '\n')
	return row, err
}
