package records

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"pgregory.net/rapid"

	"heed/shared/heed"
)

func TestScopeRoundTrip(t *testing.T) {
	for _, programs := range []int{0, 1, 3} {
		s := fullScope(programs, "priority")
		for i := range s.Pending { // programs differ in stage and verdict alone
			s.Pending[i].Dims = withStage(s.Pending[i].Dims, string(rune('a'+i)))
		}
		got, err := unpackScope(heed.Hash{1}, packScope(s))
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(s, got, cmpopts.EquateEmpty()); diff != "" {
			t.Errorf("%d programs:\n%s", programs, diff)
		}
	}
}

func TestRowRoundTrip(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		row := fullScope(1, "priority").Pending[0]
		row.Object = rapid.String().Draw(t, "object")
		row.Pi = rapid.Uint32Range(0, heed.PPB).Draw(t, "pi")
		if row.Pi == 0 {
			row.Draw, row.Limit, row.Expires, row.Due = 0, 0, 0, row.Due.AddDate(-3000, 0, 0)
		}
		if rapid.Bool().Draw(t, "account") {
			row.Scope = heed.Hash{9}
		}
		if rapid.Bool().Draw(t, "asked") {
			row.Invitation = &heed.Invitation{To: rapid.String().Draw(t, "to"), Claimed: noon, Fate: heed.Bounced, Failed: noon}
		}
		if rapid.Bool().Draw(t, "terms") && row.Invitation != nil {
			row.Invitation.Agent, row.Invitation.Zone, row.Invitation.Remind = rapid.String().Draw(t, "agent"), "Asia/Tokyo", 36*time.Hour
			row.Invitation.NotBefore = noon
		}
		if rapid.Bool().Draw(t, "further") && row.Invitation != nil {
			row.Invitation.Further = []heed.Further{
				{FurtherName: heed.FurtherName{Kind: heed.Reminder, Round: 1}, Due: noon, Claimed: noon, Sent: noon, MessageID: "m"},
				{FurtherName: heed.FurtherName{Kind: heed.ExportLink, Round: 7}, Due: noon, Fate: heed.Unsure, Failed: noon},
			}
		}
		if rapid.Bool().Draw(t, "beside") {
			row.Suspects = []heed.Response{{Score: 3, Channel: heed.Page, At: noon, Edit: [8]byte{1}, Comment: "c", Evidence: heed.TooEarly | heed.Hasty}}
			row.Notes = []heed.Note{{Kind: heed.Forwarded, At: noon, Score: heed.None, Text: rapid.String().Draw(t, "note"), Mail: [8]byte{7}}}
		}
		if rapid.Bool().Draw(t, "answered") {
			row.Response = &heed.Response{Score: rapid.IntRange(0, 10).Draw(t, "score"), Channel: heed.Reply, At: noon, Edit: [8]byte{3}, Quotable: rapid.Bool().Draw(t, "quotable"), Comment: rapid.String().Draw(t, "comment")}
		}
		row.First, row.Handled = rapid.Bool().Draw(t, "first"), time.Duration(rapid.Uint32().Draw(t, "handled"))*time.Second
		for k, at := range followed(&row.After) {
			if rapid.Bool().Draw(t, "followed") {
				*at = noon.AddDate(0, 0, k)
			}
		}
		item := rowItem(&row)
		_, _, waits := row.Next()
		if (item.Due != nil) != waits || (item.Answered != nil) != (row.Response != nil || row.Suspects != nil) {
			t.Fatal("it stands in the wrong indexes")
		}
		got, err := rowOf(item)
		if err != nil {
			t.Fatal(err)
		}
		if row.Pi == 0 {
			row.Due = got.Due
		}
		if diff := cmp.Diff(&row, got, cmpopts.EquateEmpty()); diff != "" {
			t.Fatal(diff)
		}
	})
}

// Damaged bytes are refused: no panic, no unbounded allocation.
func FuzzUnpack(f *testing.F) {
	f.Add(packScope(fullScope(2, "priority")))
	item := rowItem(&fullScope(1, "priority").Pending[0])
	f.Add(item.Data)
	f.Fuzz(func(t *testing.T, data []byte) {
		_, _ = unpackScope(heed.Hash{1}, data)
		damaged := item
		damaged.Data = data
		_, _ = rowOf(damaged)
	})
}

func TestWithStageKeepsOrder(t *testing.T) {
	touchpoint := heed.Touchpoint{Team: "t", Agent: "a", Source: "s", Tags: []string{"x", "y"}}
	names := []string{"stage", "team", "agent", "tag", "source"}
	for _, from := range []string{"", "support"} {
		for _, to := range []string{"", "renewal"} {
			got := withStage(touchpoint.Dims(names, from), to)
			if diff := cmp.Diff(touchpoint.Dims(names, to), got); diff != "" {
				t.Errorf("%q to %q:\n%s", from, to, diff)
			}
		}
	}
}
