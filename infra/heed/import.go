package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"strings"

	"heed/shared/former"
)

type takeover struct {
	at
	Files  []string `arg:"" name:"file" type:"existingfile" help:"CSV files: exports of Delighted, or files with columns email, asked_at, unsubscribed_at, bounced_at, complained_at."`
	DryRun bool     `help:"Say what would be done, and do nothing."`
	Strict bool     `help:"Do nothing at all if a single row is not understood."`
}

// Run reads all files to their end before it sends a row of them: what is
// damaged half-way is told while nothing is done yet.
func (c *takeover) Run(ctx context.Context, p *program) error {
	people, bad, err := c.look(os.Stderr)
	if err != nil {
		return err
	}
	if c.Strict && bad > 0 {
		return fmt.Errorf("rows that are not understood: %d; so nothing was done", bad)
	}
	if c.DryRun || c.Strict {
		sum, err := c.hand(ctx, p, people, true)
		switch {
		case err != nil:
			return err
		case c.Strict && sum.refused > 0:
			return fmt.Errorf("rows that are refused: %d; so nothing was done", sum.refused)
		case c.DryRun:
			fmt.Println("Nothing was done. Without --dry-run, " + sum.words())
			return nil
		}
	}
	sum, err := c.hand(ctx, p, people, false)
	if err != nil {
		return fmt.Errorf("%w\nSome people may be taken over already. Run it again: nothing is done twice", err)
	}
	fmt.Println(capital(sum.words()))
	return nil
}

// look reads every file and says what it found there. It counts the people to
// be taken over, and the rows that are not understood.
func (c *takeover) look(w io.Writer) (people, bad int, err error) {
	for _, name := range c.Files {
		report, err := each(name, func(former.Person) error { return nil })
		if err != nil {
			return 0, 0, err
		}
		describe(w, name, report)
		people, bad = people+report.People, bad+report.Bad
	}
	return people, bad, nil
}

// each hands over the people of a file in order, and returns its report.
func each(name string, take func(former.Person) error) (*former.Report, error) {
	file, err := os.Open(name)
	if err != nil {
		return nil, err // names the file, and what it was opened for
	}
	defer file.Close()
	f, err := former.Open(file)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	for p, err := range f.People() {
		if err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		if err := take(p); err != nil {
			return nil, err
		}
	}
	return &f.Report, nil
}

// describe says what a file holds, in lines that hold no address: a column's
// name is printed only if it is none.
func describe(w io.Writer, name string, r *former.Report) {
	said := []string{fmt.Sprintf("%d of %d rows say something", r.People, r.Rows)}
	if r.Silent > 0 {
		said = append(said, fmt.Sprintf("%d were never asked and may be", r.Silent))
	}
	if r.Nameless > 0 {
		said = append(said, fmt.Sprintf("%d have no address", r.Nameless))
	}
	if r.Bad > 0 {
		said = append(said, fmt.Sprintf("%d are not understood", r.Bad))
	}
	fmt.Fprintf(w, "%s: %s.\n", name, strings.Join(said, ", "))
	if len(r.Unread) > 0 {
		fmt.Fprintf(w, "%s: columns not read: %s.\n", name, strings.Join(quoted(r.Unread), ", "))
	}
	for _, f := range r.Faults {
		fmt.Fprintf(w, "%s, line %d: %s.\n", name, f.Line, f.Why)
	}
	if more := r.Bad - len(r.Faults); more > 0 {
		fmt.Fprintf(w, "%s: and %d more rows like these.\n", name, more)
	}
}

func quoted(columns []string) []string {
	out := make([]string, len(columns))
	for i, name := range columns {
		if out[i] = fmt.Sprintf("%q", name); strings.Contains(name, "@") {
			out[i] = "(one with an @)"
		}
	}
	return out
}

func capital(s string) string { return strings.ToUpper(s[:1]) + s[1:] }
