package main

import (
	"bufio"
	"context"
	"encoding/csv"
	"fmt"
	"io"
	"os"
	"strings"

	"heed/shared/heed"
)

// A record is one line of an export.
type record interface {
	json() []byte  // with its line feed
	csv() []string // safe, in the order of the columns
}

// write writes the records of day after day in the format asked for.
func (c *exporting) write(ctx context.Context, p *program, columns []string, read func(heed.Day) ([]record, error)) error {
	first, last, err := c.days(ctx, p)
	if err != nil {
		return err
	}
	file := os.Stdout
	if c.Out != "" {
		// What it holds is the team's alone to read.
		if file, err = os.OpenFile(c.Out, os.O_CREATE|os.O_WRONLY|os.O_TRUNC, 0o600); err != nil {
			return err
		}
		defer file.Close() //nolint:errcheck // closed below where all went well
	}
	bar := meter(int64(last-first)+1, `Exporting {{ bar . }} day {{ counters . }} {{ rtime . }}`)
	defer bar.Finish()
	lines := newLines(file, c.Format, columns)
	for day := first; day <= last; day++ {
		records, err := read(day)
		if err != nil {
			return err
		}
		if err := lines.put(records); err != nil {
			return fmt.Errorf("write the export: %w", err)
		}
		bar.Increment()
	}
	if err := lines.end(); err != nil {
		return fmt.Errorf("write the export: %w", err)
	}
	if c.Out != "" {
		return file.Close()
	}
	return nil
}

// exportLines writes records as JSON lines (https://jsonlines.org) or as CSV (RFC
// 4180, with a header).
type exportLines struct {
	out   *bufio.Writer
	table *csv.Writer // nil for JSON
}

func newLines(to io.Writer, format string, columns []string) *exportLines {
	l := &exportLines{out: bufio.NewWriter(to)}
	if format == "csv" {
		l.table = csv.NewWriter(l.out)
		l.table.UseCRLF = true
		_ = l.table.Write(columns) // what goes wrong, end says
	}
	return l
}

func (l *exportLines) put(records []record) error {
	for _, r := range records {
		var err error
		if l.table != nil {
			err = l.table.Write(r.csv())
		} else {
			_, err = l.out.Write(r.json())
		}
		if err != nil {
			return err
		}
	}
	return nil
}

func (l *exportLines) end() error {
	if l.table != nil {
		l.table.Flush()
		if err := l.table.Error(); err != nil {
			return err
		}
	}
	return l.out.Flush()
}

// safe is a text as a spreadsheet shows it and never computes it: where it begins
// with what begins a formula there, also after quotes and spaces, an apostrophe
// stands before it; and where it begins with an apostrophe, so that whoever takes
// the first one off has what was there. Line ends are line feeds, as whoever reads
// CSV makes of them. (OWASP, CSV Injection.)
func safe(text string) string {
	text = strings.ToValidUTF8(strings.ReplaceAll(strings.ReplaceAll(text, "\r\n", "\n"), "\r", "\n"), "\uFFFD")
	within := strings.TrimLeft(text, "\"'\u2018\u2019\u201c\u201d \u00a0")
	if strings.HasPrefix(text, "'") || within != "" && strings.ContainsAny(within[:1], "=+-@\t\n|%") || strings.ContainsAny(firstOf(within), "＝＋－＠") {
		return "'" + text
	}
	return text
}

func firstOf(s string) string {
	for _, r := range s {
		return string(r)
	}
	return ""
}
