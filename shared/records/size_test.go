package records

import (
	"strings"
	"testing"
	"time"

	"heed/shared/heed"
	"heed/shared/sampling"
	"heed/shared/surveys"
	"heed/shared/table"
)

var noon = time.Date(2026, 6, 1, 12, 0, 0, 0, time.UTC)

// dims returns dimensions of n bytes, names and values.
func dims(n int) []heed.Dim {
	out := []heed.Dim{{Name: "agent", Value: strings.Repeat("a", 64)}, {Name: "team", Value: strings.Repeat("t", 64)}}
	for used := 137; used < n; {
		value := strings.Repeat("v", min(60, n-used-3))
		out = append(out, heed.Dim{Name: "tag", Value: value})
		used += 3 + len(value)
	}
	return out
}

// facts are those of a ticket that took a month, and somebody half a day. A deal has
// no more.
var facts = heed.Facts{Created: noon.AddDate(0, -1, 0), Replied: noon.AddDate(0, 0, -29), Reopens: 2, Handled: 4 * time.Hour}

func decided(i int) heed.TouchpointID { return heed.TouchpointID{byte(i), 1, 2, 3, 4, 5, 6, 7} }

// fullScope is a scope with 30 active days and a full list, and the row of a
// decision, not asked, whose writing may have been interrupted.
func fullScope(programs int, stratum string) *sampling.Scope {
	s := &sampling.Scope{QuietUntil: 20700, Last: 20605, Pages: 9}
	for i := range 30 {
		day := heed.Day(20500 + 3*i)
		s.Ledger = append(s.Ledger, sampling.Charge{Expires: day + 92, Pi: 33_333_333})
		s.Counts = append(s.Counts, sampling.Count{Day: day, N: 1})
	}
	for i := range sampling.PageSize {
		s.Decided = append(s.Decided, sampling.Decided{ID: decided(i), Day: heed.Day(20500 + 3*i)})
	}
	t := heed.Touchpoint{Source: "zendesk", Kind: "ticket.solved", Object: "ticket:4811799", Occurrence: "28914127640209"}
	for i := range programs {
		name := "support-" + string(rune('a'+i))
		s.Pending = append(s.Pending, heed.Row{
			RowRef: heed.RowRef{Day: 20605, ID: t.ID().Row(name)}, Source: t.Source, Kind: t.Kind, Object: t.Object, Occurrence: t.Occurrence,
			At: noon, Dims: dims(256), Facts: facts, Customer: heed.Hash{1}, Scope: heed.Hash{1},
			Decision: heed.Decision{
				Program: name, Ask: heed.CSAT, Reason: heed.NotDrawn, Decided: noon, Epoch: 1, N7: 3, N30: 9, N90: 30,
				Alpha: 400_000_000, Pi: 25_000_000, Stratum: stratum, Target: 200_000_000, Draw: 1 << 60, Limit: 1 << 59, Expires: 20697, Version: 31, Due: noon,
			},
		})
	}
	return s
}

// A touchpoint that is not asked costs one unit for its scope and one for each
// row: the budget of 1 + P. With four programs, or with three that have strata,
// or with three and a customer who is hushed by an account, a scope that is that
// full costs two.
func TestScopeFitsOneWriteUnit(t *testing.T) {
	for _, test := range []struct {
		programs int
		stratum  string
		want     float64
	}{{1, "", 1}, {2, "", 1}, {3, "", 1}, {4, "", 2}, {1, "priority", 1}, {2, "priority", 1}, {3, "priority", 2}} {
		programs, s := test.programs, fullScope(test.programs, test.stratum)
		item := table.Item{Key: table.Key{PK: scopePK(surveys.Customer, heed.Hash{1}), SK: headSK}, Version: 400, Data: packScope(s)}
		if units := table.WriteUnits(&item, &item); units != test.want {
			t.Errorf("%d programs: the scope costs %v units with %d bytes of data", programs, units, len(item.Data))
		}
		row := rowItem(&s.Pending[0])
		if units := table.WriteUnits(nil, &row); units != 1 {
			t.Errorf("the row costs %v units with %d bytes of data", units, len(row.Data))
		}
	}
}

func TestAskedRowFitsOneWriteUnit(t *testing.T) {
	row := fullScope(1, "priority").Pending[0]
	row.Reason = heed.Asked
	row.Invitation = &heed.Invitation{
		To: "maren.oduya@some.department.example.com", Name: "Maren Oduya", Locale: "en-GB",
		Claimed: noon, Sent: noon, Delivered: noon, MessageID: strings.Repeat("0", 60),
	}
	row.Response = &heed.Response{Score: 9, Channel: heed.Page, At: noon}
	row.First, row.After = true, heed.After{Reopened: noon, Left: noon, Bought: noon}
	item := rowItem(&row)
	if units := table.WriteUnits(&item, &item); units != 1 {
		t.Errorf("it costs %v units with %d bytes of data", units, len(item.Data))
	}
}
