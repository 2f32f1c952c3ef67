package main

import (
	"bufio"
	"fmt"
	"io"
	"strings"
	"unicode"
	"unicode/utf8"

	"heed/shared/boards"
)

// writePlan prints a plan for a terminal. What customers and sources named is
// printed without the characters that would move a cursor or turn a line round.
func writePlan(w io.Writer, d *boards.PlanData) error {
	out := bufio.NewWriter(w)
	fmt.Fprintf(out, "%s\n", d.Lead)
	for _, notice := range d.Notices {
		fmt.Fprintf(out, "Note: %s\n", notice)
	}
	writePart(out, &d.All, d.Variants)
	for i := range d.Programs {
		writePart(out, &d.Programs[i], d.Variants)
	}
	fmt.Fprintln(out)
	for _, note := range d.Notes {
		fmt.Fprintf(out, "- %s\n", note)
	}
	return out.Flush()
}

func writePart(w io.Writer, d *boards.PlanPart, variants []string) {
	title := d.Name
	if d.Note != "" {
		title += " · " + d.Note
	}
	rows := [][]string{append([]string{title}, variants...)}
	for _, r := range d.Rows {
		label := "  " + r.Label
		if r.Under {
			label = "    " + r.Label
		}
		rows = append(rows, append([]string{label}, r.Cells...))
	}
	fmt.Fprintln(w)
	writeRows(w, rows)
	for i := range d.By {
		writeTable(w, &d.By[i])
	}
}

// writeTable prints a breakdown under its program's variants.
func writeTable(w io.Writer, t *boards.PlanTable) {
	var rows [][]string
	for _, l := range t.Lines {
		rows = append(rows, append([]string{"    " + l.Value + " (" + l.Count + ")"}, l.Cells...))
	}
	if t.Others != "" {
		rows = append(rows, []string{"    " + t.Others})
	}
	fmt.Fprintf(w, "  %s, by %s\n", t.Cell, clean(t.By))
	writeRows(w, rows)
}

// Widths of the first column and of the others, in characters.
const labelWidth, cellWidth = 48, 11

func writeRows(w io.Writer, rows [][]string) {
	for _, r := range rows {
		line := fit(r[0], labelWidth)
		if len(r) > 1 {
			line += strings.Repeat(" ", max(0, labelWidth-utf8.RuneCountInString(line)))
		}
		for _, cell := range r[1:] {
			line += strings.Repeat(" ", max(1, cellWidth-utf8.RuneCountInString(cell))) + cell
		}
		fmt.Fprintln(w, line)
	}
}

// clean is the text without what would move a cursor, or turn a line round:
// control characters and those of bidirectional text.
func clean(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r) || r == utf8.RuneError {
			return -1
		}
		return r
	}, s)
}

// fit is the text cleaned, and no longer than n.
func fit(s string, n int) string {
	s = clean(s)
	if runes := []rune(s); len(runes) > n {
		return string(runes[:n-1]) + "…"
	}
	return s
}
