package records

import (
	"bytes"
	"encoding/hex"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"pgregory.net/rapid"

	"heed/shared/embedded"
	"heed/shared/heed"
	"heed/shared/sampling"
	"heed/shared/surveys"
)

// What a scope says of its customer's identity, and a decision of its aim,
// comes back as it was.
func TestIdentityAndAimRoundTrip(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := fullScope(2, "priority")
		if rapid.Bool().Draw(t, "hushed") {
			s.Hushed, s.Overlapped = 20600, 20500
			s.Imposed = sampling.Hush{Until: 20610, Account: heed.Hash{4}, By: heed.TouchpointID{1, 2}}
		}
		s.Less = rapid.Bool().Draw(t, "less")
		for i := range rapid.IntRange(0, 3).Draw(t, "asked by") {
			s.Asked = append(s.Asked, heed.Hash{byte(i + 1)})
		}
		for range rapid.IntRange(0, 5).Draw(t, "merging") {
			s.Merging = append(s.Merging, heed.Hash{3})
		}
		f := heed.Facts{Reopens: rapid.Uint16().Draw(t, "reopens")}
		if rapid.Bool().Draw(t, "of a deal") {
			f = heed.Facts{Created: noon.Add(-time.Second), Replied: noon.Add(time.Hour), Amount: -7, Currency: "JPY"}
		}
		f.Handled = time.Duration(rapid.Uint32().Draw(t, "handled")) * time.Second
		first, after := rapid.Bool().Draw(t, "first"), heed.After{}
		if rapid.Bool().Draw(t, "reopened") {
			after.Reopened = noon.Add(time.Hour)
		}
		for i := range s.Pending { // what a decision's rows say of that, all do
			s.Pending[i].Facts, s.Pending[i].First, s.Pending[i].After = f, first, after
		}
		s.Taken = rapid.Byte().Draw(t, "taken")
		s.MergedUntil = heed.Day(rapid.IntRange(0, 30_000).Draw(t, "until"))
		if rapid.Bool().Draw(t, "gone") {
			s.Successor = heed.Hash{9}
		}
		d := &s.Pending[1].Decision
		d.Stratum = rapid.StringN(0, 32, 32).Draw(t, "stratum")
		d.Target = rapid.Uint32Range(0, heed.PPB).Draw(t, "target")
		d.Doubt = heed.Doubt(rapid.IntRange(0, 3).Draw(t, "doubt"))
		if rapid.Bool().Draw(t, "mailed elsewhere") {
			s.Pending[1].Invitation = &heed.Invitation{To: "a@example.com", Mailed: heed.Hash{8}}
		}
		got, err := unpackScope(heed.Hash{1}, packScope(s))
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(s, got, cmpopts.EquateEmpty()); diff != "" {
			t.Fatal(diff)
		}
		row, err := rowOf(rowItem(&s.Pending[1]))
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(&s.Pending[1], row, cmpopts.EquateEmpty()); diff != "" {
			t.Fatal(diff)
		}
	})
}

// Items that the first format wrote are read: their bytes are in testdata. What
// they don't say is that nobody hushed by name, took over or doubted, and that
// a chance was aimed at as it is.
func TestFirstFormat(t *testing.T) {
	want := fullScope(2, "priority")
	for i := len(want.Decided); i < 32; i++ { // a list was longer then
		want.Decided = append(want.Decided, sampling.Decided{ID: decided(i), Day: heed.Day(20500 + 3*i)})
	}
	for i := range want.Pending {
		d := &want.Pending[i].Decision
		d.Stratum, d.Target, d.Doubt = "", d.Pi, 0
		want.Pending[i].Facts = heed.Facts{}
	}
	reads(t, 1, want, &want.Pending[0])
}

// So are those of later formats, which are still written as they were then.
func TestLaterFormats(t *testing.T) {
	want := fullScope(2, "priority")
	for i := range want.Pending {
		want.Pending[i].Handled = 0
	}
	reads(t, 4, want, &want.Pending[0])
	writes(t, 4, want, &want.Pending[0])
	want.Less = true
	want.Pending[1].Invitation = &heed.Invitation{To: "a@example.com", Agent: "Ada", Remind: time.Hour}
	reads(t, 5, want, &want.Pending[1])
	writes(t, 5, want, &want.Pending[1])
	for i := range want.Pending {
		r := &want.Pending[i]
		r.Handled, r.First, r.After.Reopened = 4*time.Hour, true, noon.Add(time.Hour)
	}
	row := want.Pending[1]
	row.After.Left, row.After.Bought = noon.AddDate(0, 2, 0), noon.AddDate(0, 1, 0)
	reads(t, 6, want, &row)
	writes(t, 6, want, &row)
}

// reads holds what the items of a format are read as.
func reads(t *testing.T, format int, scope *sampling.Scope, row *heed.Row) {
	t.Helper()
	got, err := unpackScope(heed.Hash{1}, old(t, format, "scope"))
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(scope, got, cmpopts.EquateEmpty()); diff != "" {
		t.Errorf("format %d: %s", format, diff)
	}
	item := rowItem(row)
	item.Data = old(t, format, "row")
	is, err := rowOf(item)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(row, is, cmpopts.EquateEmpty()); diff != "" {
		t.Errorf("format %d: %s", format, diff)
	}
}

// writes holds which bytes they are written as.
func writes(t *testing.T, format int, scope *sampling.Scope, row *heed.Row) {
	t.Helper()
	if got := packScope(scope); !bytes.Equal(got, old(t, format, "scope")) {
		t.Errorf("a scope of format %d is %x", format, got)
	}
	if got := rowItem(row).Data; !bytes.Equal(got, old(t, format, "row")) {
		t.Errorf("a row of format %d is %x", format, got)
	}
}

func old(t *testing.T, format int, name string) []byte {
	t.Helper()
	text, err := os.ReadFile(fmt.Sprintf("testdata/format%d/%s.hex", format, name))
	if err != nil {
		t.Fatal(err)
	}
	data, err := hex.DecodeString(strings.Join(strings.Fields(string(text)), ""))
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// Decisions of before a change of whose peace is kept are remembered for as long
// as the longest quiet period that was ever told lasts; a new table, and one
// whose surveys stay as they are, know of none.
func TestRescoped(t *testing.T) {
	file, err := embedded.Open(filepath.Join(t.TempDir(), "heed.db"))
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	s := Store{Table: file.Table()}
	for i, step := range []struct {
		kind  surveys.Scope
		reach heed.Day
		today heed.Day
		want  heed.Day
		most  heed.Day
	}{
		{surveys.Customer, 92, 100, 0, 92},
		{surveys.Customer, 92, 101, 0, 92},
		{surveys.Customer, 30, 102, 0, 92},
		{surveys.Account, 30, 110, 110 + 92, 92},
		{surveys.Account, 30, 120, 110 + 92, 92},
		{surveys.Account, 200, 130, 110 + 200, 200},
		{surveys.Customer, 10, 140, 140 + 200, 200},
	} {
		for range 2 {
			got, most, err := s.Rescoped(t.Context(), step.kind, step.reach, step.today)
			if err != nil || got != step.want || most != step.most {
				t.Fatalf("step %d: until day %d, want %d; %d days at the most, want %d (%v)", i, got, step.want, most, step.most, err)
			}
		}
	}
}
