package cells

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"heed/shared/heed"
)

// did is a row of one touchpoint in a program, of the cohort 2026-Q4.
func did(touchpoint byte, program, kind string, change func(*heed.Row)) *heed.Row {
	return row(func(r *heed.Row) {
		r.Program, r.Kind = program, kind
		r.ID = heed.TouchpointID{touchpoint}.Row(program)
		r.Dims = []heed.Dim{{Name: "cohort", Value: "2026-Q4"}, {Name: "stage", Value: "in " + program}, {Name: "team", Value: "billing"}}
		change(r)
	})
}

func paid(amount int64, currency string) func(*heed.Row) {
	return func(r *heed.Row) { r.Amount, r.Currency = amount, currency }
}

func TestDeedsCountTouchpointsOnce(t *testing.T) {
	first := func(r *heed.Row) { r.First = true }
	rows := []*heed.Row{
		did(1, "sales", "deal.won", paid(5000, "EUR")),
		did(1, "renewal", "deal.won", paid(5000, "EUR")), // the same
		did(2, heed.NoProgram, "order.paid", paid(200, "EUR")),
		did(3, "sales", "deal.won", func(r *heed.Row) { paid(70, "USD")(r); first(r) }),
		did(4, "sales", "deal.won", paid(0, "EUR")),
		did(5, "sales", "deal.won", paid(-9, "EUR")),
		did(6, "sales", "deal.won", paid(9, "")),
		did(7, "support", "subscription.cancelled", paid(9, "EUR")),
		did(8, "support", "ticket.solved", func(*heed.Row) {}),
		did(9, "support", "ticket.solved", first),
		did(9, "sales", "ticket.solved", func(*heed.Row) {}), // which knows no better
	}
	day := uint64(rows[0].Day)
	want := Deeds{
		Joined: 2, Left: 1, Bought: 6, Again: 5, Joining: 2 * day, Leaving: day,
		Amounts: map[string]Amount{"EUR": {2, Uint128{Lo: 5200}, Uint128{Lo: 25_040_000}}, "USD": {1, Uint128{Lo: 70}, Uint128{Lo: 4900}}},
	}
	var reversed []*heed.Row
	for _, r := range slices.Backward(rows) {
		reversed = append(reversed, r)
	}
	for _, rows := range [][]*heed.Row{rows, reversed} {
		all := Of(slices.Values(rows), nil)
		var stages uint64
		for key, c := range all {
			switch {
			case key.Program != heed.EveryProgram:
				if !c.Deeds.empty() {
					t.Errorf("%v has deeds %+v", key, c.Deeds)
				}
			case key.Dim == "" || key.Dim == "cohort":
				if diff := cmp.Diff(&Cell{Deeds: want}, c); diff != "" {
					t.Errorf("%v (-want +got):\n%s", key, diff)
				}
			case key.Dim == "stage":
				stages += c.Deeds.Bought
			default:
				t.Errorf("a cell of %v", key)
			}
		}
		if stages != want.Bought {
			t.Errorf("%d bought in all stages, want %d", stages, want.Bought)
		}
	}
}

func TestTopics(t *testing.T) {
	for _, c := range [][3]string{{"Ada", "Mail", "late"}, {"", "", "late"}, {"a/b", "%2F", "//%"}, {"Ada", "", ""}, {"%25/", "é/\x1f", "%"}} {
		agent, product, issue := SplitTopic(TopicOf(c[0], c[1], c[2]))
		if got := [3]string{agent, product, issue}; got != c {
			t.Errorf("%q became %q and that %q", c, TopicOf(c[0], c[1], c[2]), got)
		}
	}
	dims := func(list ...string) (dims []heed.Dim) {
		for i := 0; i < len(list); i += 2 {
			dims = append(dims, heed.Dim{Name: list[i], Value: list[i+1]})
		}
		return dims
	}
	for want, d := range map[string][]heed.Dim{
		"Ada/Mail/late": dims("agent", "Ada", "issue", "late", "issue", "rude", "product", "Mail"),
		"//late":        dims("issue", "late"),
		"Ada//":         dims("agent", "Ada", "team", "billing"),
		"":              dims("product", "Mail", "team", "billing"),
	} {
		all, got := Of(slices.Values([]*heed.Row{row(func(r *heed.Row) { r.Dims = d })}), nil), ""
		for key, c := range all {
			if key.Dim == Topic {
				got += key.Value
				if c.Population().N != 1 {
					t.Errorf("%d touchpoints about %q", c.Population().N, key.Value)
				}
			}
		}
		if got != want {
			t.Errorf("topics %q, want %q", got, want)
		}
	}
}

func TestKept(t *testing.T) {
	r := did(1, "sales", "deal.won", answered(9))
	r.Response.Comment = "#late"
	r.Dims = nil
	for _, name := range heed.Dimensions {
		r.Dims = append(r.Dims, heed.Dim{Name: name, Value: "x"})
	}
	made := map[string]bool{}
	for key := range Of(slices.Values([]*heed.Row{r}), plainReader{}) {
		made[key.Dim] = true
		if !slices.Contains(Kept, key.Dim) {
			t.Errorf("a cell of %q", key.Dim)
		}
	}
	if len(made) != len(Kept) || Kept[0] != "" {
		t.Errorf("made are cells of %v, kept of %q", made, Kept)
	}
}
