package decide_test

import (
	"bytes"
	"cmp"
	"context"
	"fmt"
	"log/slog"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"heed/shared/embedded"
	"heed/shared/handlers/decide"
	"heed/shared/heed"
	"heed/shared/keyring"
	"heed/shared/records"
	"heed/shared/surveys"
	"heed/shared/table"
)

// A place is a table on which all that comes before is decided. A scene is a
// copy of it, to decide on.
type place struct {
	*testing.T
	story
	folder string
	copied []byte // the file with it, but for the zeros at its end
	size   int64
	since  heed.Day
	until  int // days after noon that are looked at
	config *surveys.Config
	ring   *keyring.Ring
}

type scene struct {
	*place
	table table.Table
	file  *embedded.File
}

func (s story) begin(t *testing.T) *place {
	t.Helper()
	p := &place{T: t, story: s, folder: t.TempDir(), since: heed.DayOf(noon, time.UTC) - heed.Day(s.before), until: 4}
	var err error
	if p.config, err = surveys.Load(fmt.Appendf(nil, programs, s.scope)); err != nil {
		t.Fatal(err)
	}
	if p.ring, err = keyring.Make(rand.NewChaCha8([32]byte{1}), noon); err != nil {
		t.Fatal(err)
	}
	c := p.open("before.db")
	for n := range s.before {
		c.decide(noon.AddDate(0, 0, n-s.before), s.touchpoint(n))
	}
	c.close()
	data, err := os.ReadFile(filepath.Join(p.folder, "before.db"))
	if err != nil {
		t.Fatal(err)
	}
	p.copied, p.size = bytes.TrimRight(data, "\x00"), int64(len(data))
	return p
}

func (p *place) open(name string) scene {
	p.Helper()
	file, err := embedded.Open(filepath.Join(p.folder, name))
	if err != nil {
		p.Fatal(err)
	}
	return scene{p, file.Table(), file}
}

func (p *place) scene() scene {
	p.Helper()
	path := filepath.Join(p.folder, "scene.db")
	err := os.WriteFile(path, p.copied, 0o600)
	if err == nil {
		err = os.Truncate(path, p.size)
	}
	if err != nil {
		p.Fatal(err)
	}
	return p.open("scene.db")
}

func (c scene) close() {
	if err := c.file.Close(); err != nil {
		c.Error(err)
	}
}

// decide is a process in which nothing goes wrong.
func (c scene) decide(at time.Time, touchpoint *heed.Touchpoint) {
	c.Helper()
	if err := c.handler(at, c.table).Touchpoint(c.Context(), touchpoint); err != nil {
		c.Fatal(err)
	}
}

// handler is that of a process that has just begun.
func (c scene) handler(at time.Time, seen table.Table) *decide.Handler {
	return &decide.Handler{
		Config: c.config, Store: records.Store{Table: seen}, Log: slog.New(slog.DiscardHandler),
		Ring: func(context.Context) (*keyring.Ring, error) { return c.ring, nil },
		Now:  func() time.Time { return at },
	}
}

// rows returns every row, sorted.
func (c scene) rows() []heed.Row {
	c.Helper()
	var rows []heed.Row
	for day := c.since; day <= heed.DayOf(noon, time.UTC)+heed.Day(c.until); day++ {
		for row, err := range (records.Store{Table: c.table}).Day(c.Context(), day) {
			if err != nil {
				c.Fatal(err)
			}
			rows = append(rows, *row)
		}
	}
	slices.SortFunc(rows, func(a, b heed.Row) int { return cmp.Compare(a.ID.String(), b.ID.String()) })
	return rows
}
