package main

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"net/url"
	"strconv"

	"heed/shared/heed"
)

// summed is the sums of one class of a cell, as the API tells them.
type summed struct {
	line      []byte
	Program   string `json:"program"`
	Day       string `json:"day"`
	Dimension string `json:"dimension"`
	Value     string `json:"value"`
	Kind      string `json:"kind"`
	Band      uint64 `json:"band"`
	N         uint64 `json:"touchpoints"`
	Eligible  uint64 `json:"eligible"`
	Asked     uint64 `json:"asked"`
	Sent      uint64 `json:"sent"`
	Failed    uint64 `json:"failed"`
	Bounced   uint64 `json:"bounced"`
	Answered  uint64 `json:"answered"`
	Drawn     uint64 `json:"drawn"`
	Doubtful  uint64 `json:"doubtful"`
	LeftOut   uint64 `json:"left_out"`
	Weight    string `json:"weight_millionths"`
	Expected  string `json:"expected_ppb"`
	Spread    string `json:"spread_ppb2"`
	Scores    []struct {
		Score  int    `json:"score"`
		N      uint64 `json:"answers"`
		Weight string `json:"weight_millionths"`
		Square string `json:"weight_squares"`
	} `json:"scores"`
}

// highest is the highest score of any question.
const highest = 10

// cellColumns ends with three columns for each score that there can be.
var cellColumns = func() []string {
	list := []string{
		"program", "day", "dimension", "value", "kind", "band", "touchpoints", "eligible", "asked", "sent", "failed", "bounced",
		"answered", "drawn", "doubtful", "left_out", "weight_millionths", "expected_ppb", "spread_ppb2",
	}
	for score := range highest + 1 {
		n := strconv.Itoa(score)
		list = append(list, "answers_"+n, "weight_millionths_"+n, "weight_squares_"+n)
	}
	return list
}()

func (c *summed) json() []byte { return c.line }

func (c *summed) csv() []string {
	list := []string{safe(c.Program), safe(c.Day), safe(c.Dimension), safe(c.Value), safe(c.Kind)}
	for _, n := range []uint64{c.Band, c.N, c.Eligible, c.Asked, c.Sent, c.Failed, c.Bounced, c.Answered, c.Drawn, c.Doubtful, c.LeftOut} {
		list = append(list, number(n))
	}
	list = append(list, safe(c.Weight), safe(c.Expected), safe(c.Spread))
	histogram := make([]string, 3*(highest+1))
	for i := range histogram {
		histogram[i] = "0"
	}
	for _, s := range c.Scores {
		if s.Score >= 0 && s.Score <= highest {
			copy(histogram[3*s.Score:], []string{number(s.N), safe(s.Weight), safe(s.Square)})
		}
	}
	return append(list, histogram...)
}

type exportCells struct{ exporting }

// Run writes the cells of each day.
func (c *exportCells) Run(ctx context.Context, p *program) error {
	return c.write(ctx, p, cellColumns, func(day heed.Day) (list []record, err error) {
		for after := ""; ; {
			some, next, err := c.some(ctx, p, day, after)
			if err != nil {
				return nil, err
			}
			list = append(list, some...)
			if next == "" || next == after {
				return list, nil
			}
			after = next
		}
	})
}

func (c *exportCells) some(ctx context.Context, p *program, day heed.Day, after string) (list []record, next string, err error) {
	q := url.Values{"day": {day.String()}, "after": {after}, "program": {c.Program}}
	body, err := c.call(ctx, p, http.MethodGet, "/api/cells?"+q.Encode())
	if err != nil {
		return nil, "", err
	}
	var answer struct {
		Cells []json.RawMessage
		Next  string
	}
	if err := json.Unmarshal(body, &answer); err != nil {
		return nil, "", fmt.Errorf("read the cells of %s: %w", day, err)
	}
	for _, text := range answer.Cells {
		one := &summed{line: append(text, '\n')}
		if err := json.Unmarshal(text, one); err != nil {
			return nil, "", fmt.Errorf("read a cell of %s: %w", day, err)
		}
		list = append(list, one)
	}
	return list, answer.Next, nil
}
