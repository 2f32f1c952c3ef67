package records

import (
	"bytes"
	"compress/gzip"
	"context"
	"encoding/json"
	"errors"
	"fmt"

	"heed/shared/heed"
	"heed/shared/table"
)

// A sheet is JSON, as the API writes it, compressed: names and shapes repeat.
const sheetFormat = 1

func sheetKey(program, name, period string) table.Key {
	return table.Key{PK: table.SheetPrefix + program, SK: []byte(name + "\x00" + period)}
}

// Sheet reads the sheet of that name and period into what it is of, and reports
// whether there is one.
func (s Store) Sheet(ctx context.Context, program, name, period string, into any) (bool, error) {
	item, err := s.Table.Get(ctx, sheetKey(program, name, period))
	if errors.Is(err, table.ErrNotFound) {
		return false, nil
	}
	if err == nil {
		err = unfold(item.Data, into)
	}
	if err != nil {
		return false, fmt.Errorf("sheet %s of %s, %s: %w", name, program, period, err)
	}
	return true, nil
}

// SheetVersion returns the version of the sheet that is there, 0 if there is none.
func (s Store) SheetVersion(ctx context.Context, program, name, period string) (uint64, error) {
	item, err := s.Table.Get(ctx, sheetKey(program, name, period))
	if err != nil && !errors.Is(err, table.ErrNotFound) {
		return 0, fmt.Errorf("sheet %s of %s, %s: %w", name, program, period, err)
	}
	return item.Version, nil
}

// PutSheet puts a sheet in place of the one of that version, which is to be
// read before what the sheet is made of: table.ErrConflict if somebody has put
// one since, who may have seen more. heed.TooLarge if it does not fit into an
// item.
func (s Store) PutSheet(ctx context.Context, program, name, period string, sheet any, version uint64) error {
	data, err := fold(sheet)
	if err == nil {
		err = s.put(ctx, table.Item{Key: sheetKey(program, name, period), Data: data}, version)
	}
	if err != nil {
		return fmt.Errorf("write sheet %s of %s, %s: %w", name, program, period, err)
	}
	return nil
}

func fold(sheet any) ([]byte, error) {
	var b bytes.Buffer
	b.WriteByte(sheetFormat)
	w := gzip.NewWriter(&b)
	if err := json.NewEncoder(w).Encode(sheet); err != nil {
		return nil, err
	}
	if err := w.Close(); err != nil {
		return nil, err
	}
	if b.Len() > heed.PartSize {
		return nil, heed.Errorf(heed.TooLarge, "a sheet of %d bytes", b.Len())
	}
	return b.Bytes(), nil
}

func unfold(data []byte, into any) error {
	if len(data) == 0 || data[0] != sheetFormat {
		return errDamaged
	}
	r, err := gzip.NewReader(bytes.NewReader(data[1:]))
	if err != nil {
		return err
	}
	if err := json.NewDecoder(r).Decode(into); err != nil {
		return err
	}
	return r.Close()
}
