package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"os"

	"heed/shared/sources"
)

// tell prints, where a vendor wants to hear something of its own, which
// touchpoints the delivery makes: without their ids nobody could ask why.
func (t *target) tell(d *sources.Request, w io.Writer) error {
	a, ok := t.adapter.(sources.Answerer)
	if !ok || a.Answer(d) == nil {
		return nil // the receipt has said so
	}
	touchpoints, err := t.adapter.Parse(d)
	switch {
	case err != nil:
		fmt.Fprintf(w, "Kept: %v\n", err)
	case len(touchpoints) == 0:
		fmt.Fprintln(w, "Of no interest: it makes no touchpoint.")
	}
	for i := range touchpoints {
		p := &touchpoints[i]
		p.Source = t.Name
		if _, err := fmt.Fprintf(w, "%s  %s  %s\n", p.ID(), p.Kind, p.Object); err != nil {
			return fmt.Errorf("print the touchpoints: %w", err)
		}
	}
	return nil
}

// show writes an answer of the API: as it came, or on a terminal with a line
// for each field.
func show(body []byte) error {
	if terminal(os.Stdout) {
		var lines bytes.Buffer
		if json.Indent(&lines, bytes.TrimSpace(body), "", "  ") == nil {
			body = append(lines.Bytes(), '\n')
		}
	}
	_, err := os.Stdout.Write(body)
	return err
}
