package main

import (
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"slices"
	"strings"

	"heed/shared/heed"
)

type export struct {
	Touchpoints exportTouchpoints `cmd:"" help:"Write the rows of every touchpoint; JSON lines are what heed plan reads."`
	Responses   exportResponses   `cmd:"" help:"Write the answers, by the day they came, with their comments."`
	Cells       exportCells       `cmd:"" help:"Write the sums that scores are made from, by day, dimension and value."`
}

// exporting is what every export is asked for.
type exporting struct {
	at
	From    string `help:"First day, as 2026-05-01; without it, a year before the last."`
	To      string `help:"Last day; without it, today."`
	Format  string `enum:"jsonl,csv" default:"jsonl" help:"jsonl or csv; docs/export.md says what stands in them."`
	Program string `help:"Of this program of surveys.yaml alone."`
	Out     string `help:"File to write to; without it, the standard output." type:"path"`
}

type exportTouchpoints struct{ exporting }

// perPage is how many rows are asked for at once: a Lambda answers 6 MB at most.
const perPage = 2_000

// Run writes day after day; a day's rows are in memory until they are in order.
// Rows hold what the API tells of them but an invitation and a comment: neither
// addresses nor comments leave Heed this way.
func (c *exportTouchpoints) Run(ctx context.Context, p *program) error {
	return c.write(ctx, p, touchpointColumns, func(day heed.Day) ([]record, error) {
		rows, err := c.day(ctx, p, day)
		list := make([]record, len(rows))
		for i := range rows {
			list[i] = &rows[i]
		}
		return list, err
	})
}

// days is the first and the last to be written.
func (c *exporting) days(ctx context.Context, p *program) (first, last heed.Day, err error) {
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
func (c *exporting) today(ctx context.Context, p *program) (heed.Day, error) {
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

// day reads the rows of one day, in the order in which they were decided.
func (c *exportTouchpoints) day(ctx context.Context, p *program, day heed.Day) ([]exported, error) {
	var rows []exported
	for after := ""; ; {
		texts, next, err := c.page(ctx, p, "/api/touchpoints", day, after)
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
func (c *exporting) page(ctx context.Context, p *program, path string, day heed.Day, after string) (rows []json.RawMessage, next string, err error) {
	q := url.Values{"from": {day.String()}, "to": {day.String()}, "limit": {fmt.Sprint(perPage)}}
	if after != "" {
		q.Set("after", after)
	}
	if c.Program != "" {
		q.Set("program", c.Program)
	}
	body, err := c.call(ctx, p, http.MethodGet, path+"?"+q.Encode())
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
	if a := row.Response; a != nil {
		if fields["answer"], err = json.Marshal(map[string]any{"score": a.Score, "channel": a.Channel, "at": a.At}); err != nil {
			return row, err
		}
	}
	line, err := json.Marshal(fields)
	row.line = append(line, '\n')
	return row, err
}
