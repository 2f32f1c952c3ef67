// Package former reads what a survey tool that was used before leaves behind:
// a CSV file that says who must never be asked, and who was asked when. It
// knows the columns that the exports of Delighted have and plain ones of
// Heed's own, and reports what it did not understand by line, never by what
// stands there: a line may hold an address.
//
// What becomes of it is decided elsewhere. Scores are not read here: they were
// given under other chances, which nobody recorded, and mix with no score of
// Heed's.
package former

import (
	"bufio"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"iter"
	"time"

	"heed/shared/bound"
	"heed/shared/heed"
	"heed/shared/sampling"
)

// A Person is one row of the file.
type Person struct {
	Line       int // where the row begins, from 1
	Email      string
	Suppressed sampling.Suppression // why they are never asked; 0 if nothing keeps them
	Asked      time.Time            // when they were last asked, as far as the row knows; zero if it does not say
}

// A Fault is what could not be understood of one row.
type Fault struct {
	Line int
	Why  string // holds nothing of the row
}

// MostFaults is how many faults a report lists; the rest are counted.
const MostFaults = 20

// A Report is what was read so far.
type Report struct {
	Rows      int      // below the header
	People    int      // that something was read of
	Silent    int      // rows that say neither that nor when somebody was asked, nor that they must not be
	Nameless  int      // rows without an address
	Bad       int      // rows with a fault
	Faults    []Fault  // the first of them
	Unread    []string // columns that are not read, as the header writes them
	Delimiter rune
}

// A File is a CSV file whose header was understood.
type File struct {
	Report

	columns columns
	csv     *csv.Reader
	from    *bound.Reader
	width   int // columns of the header
}

// Open reads the header. Its error has code Invalid where the file is not a
// CSV file, or its header names no address or nothing to take over.
func Open(r io.Reader) (*File, error) {
	from := &bound.Reader{From: r, Left: maxRow}
	buffered := bufio.NewReaderSize(from, maxHeader)
	delimiter, err := begin(buffered)
	if err != nil {
		return nil, err
	}
	f := &File{csv: csv.NewReader(buffered), from: from}
	f.csv.Comma, f.csv.FieldsPerRecord, f.csv.ReuseRecord, f.Delimiter = delimiter, -1, true, delimiter
	header, err := f.csv.Read()
	if err != nil {
		return nil, wanted("has no header that can be read")
	}
	f.width = len(header)
	if f.columns, f.Unread, err = understand(header); err != nil {
		return nil, err
	}
	return f, nil
}

// People yields the rows that say something, in order, and keeps the report
// up to date. What is understood of a row is yielded even if something else
// in it is not. An error ends the file: what comes after cannot be read.
func (f *File) People() iter.Seq2[Person, error] {
	return func(yield func(Person, error) bool) {
		for {
			p, ok, err := f.next()
			switch {
			case errors.Is(err, io.EOF):
				return
			case err != nil:
				yield(Person{}, err)
				return
			case ok && !yield(p, nil):
				return
			}
		}
	}
}

// next reads one row; ok is false if it says nothing that can be taken over.
func (f *File) next() (p Person, ok bool, err error) {
	f.from.Left = maxRow
	fields, err := f.csv.Read()
	var broken *csv.ParseError
	switch {
	case errors.As(err, &broken) && broken.Line != broken.StartLine:
		return p, false, heed.Errorf(heed.Invalid, "line %d: a quotation that begins here does not end as it should; mend it, or the rows after it are lost", broken.StartLine)
	case errors.As(err, &broken):
		f.Rows++
		f.fault(broken.StartLine, "a quotation mark stands where none may")
		return p, false, nil
	case errors.Is(err, bound.ErrTooLong):
		return p, false, heed.Errorf(heed.Invalid, "the row after the first %d has more than %d bytes; is a quotation left open?", f.Rows, maxRow)
	case err != nil:
		if !errors.Is(err, io.EOF) {
			err = fmt.Errorf("read the file: %w", err)
		}
		return p, false, err
	}
	f.Rows++
	line, _ := f.csv.FieldPos(0)
	return f.person(line, fields)
}

// person makes a person of a row and counts it.
func (f *File) person(line int, fields []string) (p Person, ok bool, _ error) {
	p.Line = line
	if len(fields) != f.width {
		f.fault(line, fmt.Sprintf("has %d columns, the header has %d", len(fields), f.width))
		return p, false, nil
	}
	text := blank(fields[f.columns.email])
	if text == "" {
		f.Nameless++
		return p, false, nil
	}
	if p.Email, ok = Address(text); !ok {
		f.fault(line, "the address is not one that mail could reach")
		return p, false, nil
	}
	why := f.columns.read(&p, fields)
	if why != "" {
		f.fault(line, why)
	}
	switch said := p.Suppressed != 0 || !p.Asked.IsZero(); {
	case said:
		f.Report.People++
		return p, true, nil
	case why == "":
		f.Silent++
	}
	return p, false, nil
}

func (f *File) fault(line int, why string) {
	if f.Bad++; len(f.Faults) < MostFaults {
		f.Faults = append(f.Faults, Fault{line, why})
	}
}
