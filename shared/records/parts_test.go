package records

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"slices"
	"testing"

	"heed/shared/cells"
	"heed/shared/embedded"
	"heed/shared/heed"
	"heed/shared/table"
)

func open(t *testing.T) (Store, *embedded.Table) {
	t.Helper()
	file, err := embedded.Open(filepath.Join(t.TempDir(), "heed.db"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := file.Close(); err != nil {
			t.Error(err)
		}
	})
	return Store{file.Table()}, file.Table()
}

// answered is n rows that were answered, of so many kinds and values of agent.
func answered(day heed.Day, n, kinds, agents int) []*heed.Row {
	rnd := rand.New(rand.NewPCG(1, uint64(n)))
	var rows []*heed.Row
	for range n {
		r := &heed.Row{
			RowRef: heed.RowRef{Day: day}, Kind: fmt.Sprintf("ticket.solved.%02d", rnd.IntN(kinds)),
			Scope:      heed.Hash{15: byte(rnd.IntN(64))},
			Decision:   heed.Decision{Program: "support", Reason: heed.Asked, Pi: uint32(1e7 + rnd.IntN(2e8)), N90: uint16(rnd.IntN(40))},
			Invitation: &heed.Invitation{}, Response: &heed.Response{Score: rnd.IntN(11), Channel: heed.Page},
		}
		if agents > 0 {
			r.Dims = []heed.Dim{{Name: "agent", Value: fmt.Sprint("agent ", rnd.IntN(agents))}}
		}
		rows = append(rows, r)
	}
	return rows
}

// What a month's cell weighs: 10,000 answers of two kinds fit one item, and
// 100,000 of twenty do not.
func TestLargeCells(t *testing.T) {
	for _, c := range []struct {
		n, kinds, parts int
	}{{10_000, 2, 1}, {100_000, 20, 2}} {
		cell := cells.Of(slices.Values(answered(20778, c.n, c.kinds, 0)), nil)[cells.Key{Program: "support", Day: 20778}]
		data, err := cell.MarshalBinary()
		if err != nil {
			t.Fatal(err)
		}
		t.Logf("%d answers of %d kinds: %d bytes", c.n, c.kinds, len(data))
		if parts := (len(data) + largest - 1) / largest; parts != c.parts {
			t.Errorf("%d answers of %d kinds are %d bytes, %d parts, want %d", c.n, c.kinds, len(data), parts, c.parts)
		}
	}
}

// A cell that is cut reads as it was written, and leaves nothing behind.
func TestCutCells(t *testing.T) {
	defer func(was int) { largest = was }(largest)
	largest = 1000
	s, _ := open(t)
	parts := map[string]bool{}
	for round, n := range []int{200, 300, 300, 20, 0} {
		rows := answered(20778, n, 2, 2)
		all := cells.Of(slices.Values(rows), nil)
		r := s.Restate(noon)
		if err := r.Days(t.Context(), "support", 20770, 20780, all); err != nil {
			t.Fatal(err)
		}
		if err := r.Months(t.Context(), "support"); err != nil {
			t.Fatal(err)
		}
		month := heed.MonthOf(20778)
		first, last := month.First, month.Last
		for _, days := range [][2]heed.Day{{20778, 20778}, {first, last}} {
			got, err := s.Span(t.Context(), "support", "agent", days[0], days[1])
			if err != nil {
				t.Fatal(err)
			}
			for _, value := range []string{"agent 0", "agent 1"} {
				want, _ := cells.Merge(all[cells.Key{Program: "support", Dim: "agent", Value: value, Day: 20778}]).MarshalBinary()
				data, _ := cells.Merge(got[value]).MarshalBinary()
				if !bytes.Equal(data, want) {
					t.Errorf("round %d, %s, from %s: read %d bytes, want %d", round, value, days[0], len(data), len(want))
				}
			}
		}
		for _, l := range []level{ofDay, ofMonth} {
			items, err := s.cellItems(t.Context(), l, "support", "agent", first, last)
			if err != nil {
				t.Fatal(err)
			}
			for _, item := range items {
				if name, _ := cut(item.Data); name != nil {
					parts[partsOf(item.Key, name)] = true
				}
			}
		}
	}
	left, err := s.cellItems(t.Context(), ofDay, "support", "", firstDay, lastDay)
	if err != nil || len(left) > 0 {
		t.Errorf("left behind: %v, %v", left, err)
	}
	for pk := range parts {
		if page, err := s.Table.Query(t.Context(), table.Query{PK: pk}); err != nil || len(page.Items) > 0 {
			t.Errorf("parts left behind: %v, %v", page.Items, err)
		}
	}
	if len(parts) < 4 {
		t.Errorf("only %d cells were cut", len(parts))
	}
}
