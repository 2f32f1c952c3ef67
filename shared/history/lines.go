package history

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"

	"heed/shared/heed"
)

// wire is a touchpoint as a line of JSON.
type wire struct {
	fields
	Customer  customer `json:"customer"`
	Reachable *bool    `json:"reachable,omitempty"`
}

type fields struct {
	At         string   `json:"at"`
	Source     string   `json:"source"`
	Kind       string   `json:"kind"`
	Object     string   `json:"object"`
	Occurrence string   `json:"occurrence,omitempty"`
	Team       string   `json:"team,omitempty"`
	Agent      string   `json:"agent,omitempty"`
	Product    string   `json:"product,omitempty"`
	Channel    string   `json:"channel,omitempty"`
	Tags       []string `json:"tags,omitempty"`
}

type customer struct {
	ID      string `json:"id,omitempty"`
	Email   string `json:"email,omitempty"`
	Hash    string `json:"hash,omitempty"`
	Account string `json:"account,omitempty"`
	Locale  string `json:"locale,omitempty"`
}

// lines reads JSON lines.
type lines struct {
	r    *bufio.Reader
	line int
	room []byte // of a line that is longer than the reader's buffer
}

func (j *lines) next() (*Line, error) {
	for {
		text, err := j.text()
		if err != nil {
			return nil, err
		}
		if text = bytes.TrimSpace(text); len(text) == 0 {
			continue
		}
		l, why := parse(text)
		if why != "" {
			return nil, &Error{j.line, why}
		}
		return l, nil
	}
}

// text returns the next line; a line that is too long is read to its end, so
// that the one after it can be read.
func (j *lines) text() ([]byte, error) {
	j.line++
	j.room = j.room[:0]
	for size := 0; ; {
		part, err := j.r.ReadSlice('\n')
		if size += len(part); size <= LongestLine {
			j.room = append(j.room, part...)
		}
		switch {
		case errors.Is(err, bufio.ErrBufferFull):
			continue
		case errors.Is(err, io.EOF) && size > 0:
		case errors.Is(err, io.EOF):
			return nil, io.EOF
		case err != nil:
			return nil, fmt.Errorf("read line %d of the history: %w", j.line, err)
		}
		if size > LongestLine {
			return nil, &Error{j.line, "is longer than a megabyte"}
		}
		return j.room, nil
	}
}

// parse reads one line. Heed's own export has a decision, and more fields than
// a history needs; anybody else's unknown field is a mistake worth telling.
func parse(text []byte) (l *Line, why string) {
	if bytes.Contains(text, []byte(`"decision"`)) { // as a field's name, or somewhere else
		var r row
		if err := json.Unmarshal(text, &r); r.Decision != nil {
			return r.touchpoint(err)
		}
	}
	var w wire
	if err := strict(text, &w); err != nil {
		return nil, "is not JSON as a history has it: " + err.Error()
	}
	return w.touchpoint()
}

// strict decodes one value that has no other fields than v's.
func strict(text []byte, v any) error {
	d := json.NewDecoder(bytes.NewReader(text))
	d.DisallowUnknownFields()
	if err := d.Decode(v); err != nil {
		return err
	}
	if _, err := d.Token(); !errors.Is(err, io.EOF) {
		return errors.New("more than one value on a line")
	}
	return nil
}

func (w *wire) touchpoint() (l *Line, why string) {
	c := &w.Customer
	l = w.line(heed.Customer{ID: c.ID, Email: c.Email, Account: c.Account, Locale: c.Locale})
	if c.Hash != "" {
		if l.Person, why = person(c.Hash); why != "" {
			return nil, why
		}
	}
	if w.Reachable != nil && !*w.Reachable {
		l.Barred = heed.Unresolved
	}
	if why = l.check(w.At); why != "" {
		return nil, why
	}
	return l, ""
}

func (f *fields) line(c heed.Customer) *Line {
	return &Line{Touchpoint: heed.Touchpoint{
		Source: f.Source, Kind: f.Kind, Object: f.Object, Occurrence: f.Occurrence, Customer: c,
		Team: f.Team, Agent: f.Agent, Product: f.Product, Channel: f.Channel, Tags: f.Tags,
	}}
}
