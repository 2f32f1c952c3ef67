package cells

import (
	"bytes"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"heed/shared/heed"
)

// anyRow draws from few programs, days, kinds, groups and scores, so that rows meet.
var anyRow = rapid.Custom(func(t *rapid.T) *heed.Row {
	r := &heed.Row{
		RowRef: heed.RowRef{Day: heed.Day(rapid.IntRange(20778, 20779).Draw(t, "day"))},
		Kind:   rapid.SampledFrom([]string{"ticket.solved", "deal.won", ""}).Draw(t, "kind"),
		Scope:  heed.Hash{15: rapid.SampledFrom([]byte{0, 1, 63, 64}).Draw(t, "scope")},
		Decision: heed.Decision{
			Program: rapid.SampledFrom([]string{"support", "sales", heed.NoProgram}).Draw(t, "program"),
			Reason:  heed.Reason(rapid.SampledFrom([]heed.Reason{heed.Asked, heed.Asked, heed.Quiet, heed.NotDrawn}).Draw(t, "reason")),
			N90:     rapid.SampledFrom([]uint16{0, 2, 40}).Draw(t, "n90"),
			Pi:      rapid.SampledFrom([]uint32{0, 1, 100_000, 123_456_789, heed.PPB}).Draw(t, "pi"),
			Alpha:   rapid.SampledFrom([]uint32{1, 500_000_000, heed.PPB}).Draw(t, "alpha"),
			Limit:   rapid.SampledFrom([]uint64{0, 1 << 60, ^uint64(0)}).Draw(t, "limit"),
			Doubt:   rapid.SampledFrom([]heed.Doubt{0, heed.Merged}).Draw(t, "doubt"),
		},
	}
	for _, dim := range []string{"agent", "cohort", "issue", "product", "stage"} {
		if rapid.Bool().Draw(t, dim) {
			r.Dims = append(r.Dims, heed.Dim{Name: dim, Value: rapid.SampledFrom([]string{"billing", "care"}).Draw(t, "name")})
		}
	}
	anyFacts(t, r)
	if r.Reason == heed.Asked {
		r.Invitation = &heed.Invitation{Fate: rapid.SampledFrom([]heed.Fate{heed.NoFate, heed.Bounced}).Draw(t, "fate")}
		if rapid.Bool().Draw(t, "answered") {
			r.Response = &heed.Response{Score: rapid.IntRange(0, 10).Draw(t, "score"), Channel: rapid.SampledFrom([]heed.Channel{heed.Page, heed.Reply}).Draw(t, "channel")}
			r.Response.Comment = rapid.SampledFrom([]string{"", "late", "late reply", "a late reply late", "#billing #care #billing"}).Draw(t, "comment")
		}
	}
	return r
})

// anyFacts draws what was measured and what followed.
func anyFacts(t *rapid.T, r *heed.Row) {
	when := rapid.SampledFrom([]time.Time{{}, noon.Add(-time.Hour), noon, noon.Add(40 * time.Second), noon.Add(100 * time.Hour)})
	r.At, r.Created, r.Replied = noon, when.Draw(t, "created"), when.Draw(t, "replied")
	r.Handled = rapid.SampledFrom([]time.Duration{0, time.Millisecond, time.Hour}).Draw(t, "handled")
	r.Reopens = rapid.SampledFrom([]uint16{0, 2}).Draw(t, "reopens")
	r.After = heed.After{Reopened: when.Draw(t, "reopened"), Left: when.Draw(t, "left"), Bought: when.Draw(t, "bought")}
	r.Amount = rapid.SampledFrom([]int64{-5, 0, 1, 100_000}).Draw(t, "amount")
	r.Currency = rapid.SampledFrom([]string{"", "EUR", "USD"}).Draw(t, "currency")
	r.First = rapid.Bool().Draw(t, "first")
}

// anyRows draws touchpoints, of which some have rows in two programs.
var anyRows = rapid.Custom(func(t *rapid.T) (rows []*heed.Row) {
	for i := range rapid.IntRange(0, 40).Draw(t, "touchpoints") {
		r := anyRow.Draw(t, "row")
		id := heed.TouchpointID{byte(i)}
		r.ID, rows = id.Row(r.Program), append(rows, r)
		if rapid.Bool().Draw(t, "in another program") {
			other := *r
			other.Program, other.ID = "renewal", id.Row("renewal")
			other.Dims = append(slices.Clone(r.Dims), heed.Dim{Name: "team", Value: "care"})
			if valueOf(r.Dims, "stage") == "" {
				other.Dims = append(other.Dims, heed.Dim{Name: "stage", Value: "renewal"})
			}
			rows = append(rows, &other)
		}
	}
	return rows
})

// A plainReader knows issues by a hash, and words by the space between them.
type plainReader struct{}

func (plainReader) Issues(comment, _ string) (issues []string) {
	for _, word := range strings.Fields(comment) {
		if issue, ok := strings.CutPrefix(word, "#"); ok {
			issues = append(issues, issue)
		}
	}
	return issues
}

func (plainReader) Words(comment, _ string) (words []string) {
	list := strings.Fields(comment)
	for i, word := range list {
		words = append(words, word)
		if i > 0 {
			words = append(words, list[i-1]+" "+word)
		}
	}
	return words
}

func spelled(t *rapid.T, c *Cell) []byte {
	b, err := c.MarshalBinary()
	if err != nil {
		t.Fatalf("write the cell: %v", err)
	}
	return b
}

// same fails unless both hold the same cells, byte for byte.
func same(t *rapid.T, want, got map[Key]*Cell) {
	if len(want) != len(got) {
		t.Fatalf("got %d cells, want %d", len(got), len(want))
	}
	for key, c := range want {
		if got[key] == nil || !bytes.Equal(spelled(t, c), spelled(t, got[key])) {
			t.Fatalf("cell %v: got %+v, want %+v", key, got[key], c)
		}
	}
}

func TestAnyPartitionMergesToTheSame(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		rows := anyRows.Draw(t, "rows")
		parts := make([][]*heed.Row, rapid.IntRange(1, 5).Draw(t, "parts"))
		with := rapid.SliceOfN(rapid.IntRange(0, len(parts)-1), 40, 40).Draw(t, "with")
		for _, r := range rows {
			i := with[r.ID[0]] // a touchpoint's rows stay together
			parts[i] = append(parts[i], r)
		}
		merged := map[Key]*Cell{}
		for _, part := range parts {
			for key, c := range Of(slices.Values(part), plainReader{}) {
				merged[key] = Merge(c, merged[key])
			}
		}
		same(t, Of(slices.Values(rows), plainReader{}), merged)
	})
}

func TestMergeIsAssociativeAndCommutative(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b, c := anyCell.Draw(t, "a"), anyCell.Draw(t, "b"), anyCell.Draw(t, "c")
		want := spelled(t, Merge(a, b, c))
		for how, got := range map[string]*Cell{
			"(a + b) + c": Merge(Merge(a, b), c), "a + (b + c)": Merge(a, Merge(b, c)),
			"c + b + a": Merge(c, b, a), "with nothing": Merge(a, &Cell{}, b, c),
		} {
			if !bytes.Equal(spelled(t, got), want) {
				t.Fatalf("%s: got %+v, not a + b + c", how, got)
			}
		}
	})
}

func TestOrderDoesNotMatter(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		rows := anyRows.Draw(t, "rows")
		shuffled := rapid.Permutation(rows).Draw(t, "shuffled")
		same(t, Of(slices.Values(rows), plainReader{}), Of(slices.Values(shuffled), plainReader{}))
	})
}

func TestSubtractUndoesMerge(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a := Merge(slices.Collect(values(Of(slices.Values(anyRows.Draw(t, "a")), plainReader{})))...)
		b := Merge(slices.Collect(values(Of(slices.Values(anyRows.Draw(t, "b")), plainReader{})))...)
		before := [2][]byte{spelled(t, a), spelled(t, b)}
		got, err := Subtract(Merge(a, b), b)
		if err != nil || !bytes.Equal(spelled(t, got), before[0]) {
			t.Fatalf("(a + b) - b: got %+v, %v, want %+v", got, err, a)
		}
		if none, err := Subtract(b, b); err != nil || !none.IsEmpty() {
			t.Fatalf("b - b: got %+v, %v", none, err)
		}
		if !bytes.Equal(spelled(t, a), before[0]) || !bytes.Equal(spelled(t, b), before[1]) {
			t.Fatalf("merging or subtracting changed what it was given")
		}
	})
}

func TestReplaceIsSubtractAndMerge(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var some [3]*Cell // what stays, was and is
		for i := range some {
			some[i] = Merge(slices.Collect(values(Of(slices.Values(anyRows.Draw(t, "rows")), plainReader{})))...)
		}
		stays, was, is := some[0], some[1], some[2]
		before := [2][]byte{spelled(t, was), spelled(t, is)}
		got := Merge(stays, was)
		if err := got.Replace(was, is); err != nil || !bytes.Equal(spelled(t, got), spelled(t, Merge(stays, is))) {
			t.Fatalf("%v and got %+v, want %+v", err, got, Merge(stays, is))
		}
		if !bytes.Equal(spelled(t, was), before[0]) || !bytes.Equal(spelled(t, is), before[1]) {
			t.Fatal("replacing changed what it was given")
		}
		if err := got.Replace(nil, nil); err != nil {
			t.Fatal(err)
		}
		if err := (&Cell{}).Replace(was, is); len(was.Classes) > 0 && err == nil {
			t.Fatal("replaced what was no part")
		}
	})
}

func values(m map[Key]*Cell) func(func(*Cell) bool) {
	return func(yield func(*Cell) bool) {
		for _, c := range m {
			if !yield(c) {
				return
			}
		}
	}
}

func BenchmarkOf(b *testing.B) {
	rows := manyRows(1_000_000)
	b.ReportAllocs()
	for b.Loop() {
		if all := Of(slices.Values(rows), nil); len(all) == 0 {
			b.Fatal("no cells")
		}
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(len(rows)), "ns/row")
}

func BenchmarkBinary(b *testing.B) {
	whole := Of(slices.Values(manyRows(100_000)), nil)[Key{Program: "support", Day: 20778}]
	data, _ := whole.MarshalBinary()
	b.Run("write", func(b *testing.B) {
		for b.Loop() {
			_, _ = whole.MarshalBinary()
		}
		b.ReportMetric(float64(len(data)), "bytes")
	})
	b.Run("read", func(b *testing.B) {
		for b.Loop() {
			if err := new(Cell).UnmarshalBinary(data); err != nil {
				b.Fatal(err)
			}
		}
	})
}

// manyRows is a day of one program: two kinds, three dimensions with 5, 40 and
// 20 values, one in five asked, one in four of these answered.
func manyRows(n int) []*heed.Row {
	rnd := rand.New(rand.NewPCG(1, 2))
	names := make([]string, 40)
	for i := range names {
		names[i] = "name-" + string(rune('A'+i))
	}
	rows := make([]*heed.Row, n)
	for i := range rows {
		r := row(func(r *heed.Row) {
			if rnd.IntN(2) == 0 {
				r.Kind = "chat.closed"
			}
			r.N90 = uint16(rnd.IntN(40))
			r.Pi = uint32(1e6 + rnd.IntN(3e8))
			r.Scope[15] = byte(rnd.IntN(256))
			r.Dims = []heed.Dim{{Name: "agent", Value: names[rnd.IntN(40)]}, {Name: "tag", Value: names[rnd.IntN(20)]}, {Name: "team", Value: names[rnd.IntN(5)]}}
		})
		if rnd.IntN(5) == 0 {
			asked(r)
			if rnd.IntN(4) == 0 {
				answered(rnd.IntN(11))(r)
			}
		}
		rows[i] = r
	}
	return rows
}
