package cells

import (
	"maps"
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"heed/shared/heed"
)

var noon = time.Date(2026, 11, 21, 12, 0, 0, 0, time.UTC)

// row is an eligible touchpoint with a chance of one in five, not asked.
func row(change func(*heed.Row)) *heed.Row {
	r := &heed.Row{
		RowRef:   heed.RowRef{Day: 20778},
		Kind:     "ticket.solved",
		Scope:    heed.Hash{15: 64 + 7}, // group 7
		Decision: heed.Decision{Program: "support", Reason: heed.NotDrawn, Pi: 200_000_000, Alpha: 800_000_000, Limit: 1 << 62},
	}
	change(r)
	return r
}

func asked(r *heed.Row) {
	r.Reason, r.Invitation = heed.Asked, &heed.Invitation{}
}

func answered(score int) func(*heed.Row) {
	return func(r *heed.Row) {
		asked(r)
		r.Invitation.Sent = noon
		r.Response = &heed.Response{Score: score, At: noon}
	}
}

func TestOneRow(t *testing.T) {
	five, fifth := Uint128{Lo: 5_000_000}, Uint128{Lo: 200_000_000}
	spread := Mul64(200_000_000, 800_000_000)
	for name, c := range map[string]struct {
		row  func(*heed.Row)
		want Population
		n    uint64 // responses in the score sums
	}{
		"not drawn": {func(*heed.Row) {}, Population{N: 1, Eligible: 1, Weight: five, Expected: fifth, Spread: spread}, 0},
		"no chance": {func(r *heed.Row) { r.Pi, r.Reason = 0, heed.Uncovered }, Population{N: 1}, 0},
		"asked":     {asked, Population{N: 1, Eligible: 1, Asked: 1, Drawn: 1, Weight: five, Expected: fifth, Spread: spread}, 0},
		"sent": {func(r *heed.Row) {
			asked(r)
			r.Invitation.Sent = noon
		}, Population{N: 1, Eligible: 1, Asked: 1, Sent: 1, Drawn: 1, Weight: five, Expected: fifth, Spread: spread}, 0},
		"delivered, the sending unrecorded": {func(r *heed.Row) {
			asked(r)
			r.Invitation.Delivered = noon
		}, Population{N: 1, Eligible: 1, Asked: 1, Sent: 1, Drawn: 1, Weight: five, Expected: fifth, Spread: spread}, 0},
		"lapsed": {func(r *heed.Row) {
			asked(r)
			r.Invitation.Fate = heed.Lapsed
		}, Population{N: 1, Eligible: 1, Asked: 1, Failed: 1, Drawn: 1, Weight: five, Expected: fifth, Spread: spread}, 0},
		"sent and bounced": {func(r *heed.Row) {
			asked(r)
			r.Invitation.Sent, r.Invitation.Fate = noon, heed.Bounced
		}, Population{N: 1, Eligible: 1, Asked: 1, Sent: 1, Failed: 1, Bounced: 1, Drawn: 1, Weight: five, Expected: fifth, Spread: spread}, 0},
		"answered":   {answered(9), Population{N: 1, Eligible: 1, Asked: 1, Sent: 1, Answered: 1, Drawn: 1, Weight: five, Expected: fifth, Spread: spread}, 1},
		"answered 0": {answered(0), Population{N: 1, Eligible: 1, Asked: 1, Sent: 1, Answered: 1, Drawn: 1, Weight: five, Expected: fifth, Spread: spread}, 1},
		"answered, chance unknown": {func(r *heed.Row) {
			answered(9)(r)
			r.Pi = 0
		}, Population{N: 1, Asked: 1, Sent: 1, Answered: 1, Drawn: 1}, 0},
		"answered below every scale": {answered(-1), Population{N: 1, Eligible: 1, Asked: 1, Sent: 1, Answered: 1, Drawn: 1, Weight: five, Expected: fifth, Spread: spread}, 0},
		"answered above every scale": {answered(256 + 9), Population{N: 1, Eligible: 1, Asked: 1, Sent: 1, Answered: 1, Drawn: 1, Weight: five, Expected: fifth, Spread: spread}, 0},
		"answered, but never asked": {func(r *heed.Row) {
			answered(9)(r)
			r.Reason = heed.Observed
		}, Population{N: 1, Eligible: 1, Drawn: 1, Weight: five, Expected: fifth, Spread: spread}, 0},
		"observed": {func(r *heed.Row) { r.Observe = true }, Population{N: 1, Expected: fifth, Spread: spread}, 0},
		"no program": {func(r *heed.Row) {
			answered(9)(r)
			r.Program = heed.NoProgram
		}, Population{N: 1, Eligible: 1, Weight: five}, 0},
		"observed, and drawn": {func(r *heed.Row) {
			r.Observe, r.Reason = true, heed.Observed
		}, Population{N: 1, Drawn: 1, Expected: fifth, Spread: spread}, 0},
		"quiet":                                 {func(r *heed.Row) { r.Reason = heed.Quiet }, Population{N: 1, Eligible: 1, Weight: five, Expected: fifth, Spread: spread}, 0},
		"held out, which nothing was drawn for": {func(r *heed.Row) { r.Reason = heed.Holdout }, Population{N: 1, Eligible: 1, Weight: five}, 0},
		"the team's own":                        {func(r *heed.Row) { r.Reason, r.Pi = heed.OwnDomain, 0 }, Population{N: 1, LeftOut: 1}, 0},
		"with a tag that is excluded":           {func(r *heed.Row) { r.Reason, r.Pi = heed.ExcludedTag, 0 }, Population{N: 1, LeftOut: 1}, 0},
		"in doubt":                              {func(r *heed.Row) { r.Doubt = heed.Merged }, Population{N: 1, Eligible: 1, Doubtful: 1, Weight: five, Expected: fifth, Spread: spread}, 0},
	} {
		t.Run(name, func(t *testing.T) {
			r := row(c.row)
			cell := Of(slices.Values([]*heed.Row{r}), nil)[Key{Program: r.Program, Day: r.Day}]
			if diff := cmp.Diff(c.want, cell.Population()); diff != "" {
				t.Errorf("population (-want +got):\n%s", diff)
			}
			want := map[Slot]Weights{}
			if c.n > 0 {
				want[Slot{uint8(r.Response.Score), 7}] = Weights{c.n, five, Uint128{Lo: 25_000_000_000_000}}
			}
			kind := "ticket.solved"
			if r.Program == heed.NoProgram {
				kind = "" // whatever senders write would be as many classes
			}
			got := cell.Classes[Class{kind, 0}].Responses
			if !maps.Equal(got, want) {
				t.Errorf("responses: got %v, want %v", got, want)
			}
		})
	}
}

func TestKeysAndClasses(t *testing.T) {
	billing := heed.Dim{Name: "team", Value: "billing"}
	rows := []*heed.Row{
		row(func(r *heed.Row) { answered(9)(r); r.Response.Channel = heed.Reply }),
		row(func(r *heed.Row) { r.Dims = []heed.Dim{{Name: "tag", Value: "vip"}, billing} }),
		row(func(r *heed.Row) { r.Dims, r.N90 = []heed.Dim{billing}, 4 }),
		row(func(r *heed.Row) { r.Day++ }),
		row(func(r *heed.Row) { r.Program, r.Kind = "sales", "deal.won" }),
	}
	all := Of(slices.Values(rows), nil)
	got := map[Key]uint64{}
	for key, c := range all {
		got[key] = c.Population().N
	}
	day := rows[0].Day
	want := map[Key]uint64{
		{"support", "", "", day}:            3,
		{"support", "team", "billing", day}: 2,
		{"support", "tag", "vip", day}:      1,
		{"support", Answer, "reply", day}:   1,
		{"support", "", "", day + 1}:        1,
		{"sales", "", "", day}:              1,
		{heed.EveryProgram, "", "", day}:    0, // the deal
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("touchpoints by key (-want +got):\n%s", diff)
	}
	classes := all[Key{"support", "", "", day}].Classes
	if a, b := classes[Class{"ticket.solved", 0}], classes[Class{"ticket.solved", 2}]; a.N != 2 || b.N != 1 || len(classes) != 2 {
		t.Errorf("classes of support: got %v", classes)
	}
}

func TestSubtract(t *testing.T) {
	cell := func(rows ...*heed.Row) *Cell {
		return Of(slices.Values(rows), nil)[Key{Program: "support", Day: 20778}]
	}
	whole := cell(row(answered(9)), row(answered(9)), row(func(*heed.Row) {}))
	for name, part := range map[string]*Cell{
		"more touchpoints": cell(row(func(*heed.Row) {}), row(func(*heed.Row) {}), row(func(*heed.Row) {}), row(func(*heed.Row) {})),
		"heavier":          cell(row(func(r *heed.Row) { r.Pi = 100_000 })),
		"another class":    cell(row(func(r *heed.Row) { r.Kind = "deal.won" })),
		"another score":    cell(row(answered(8))),
		"another group": cell(row(func(r *heed.Row) {
			answered(9)(r)
			r.Scope = heed.Hash{}
		})),
	} {
		if got, err := Subtract(whole, part); err != ErrNotPart || got != nil {
			t.Errorf("%s: got %v, %v, want ErrNotPart", name, got, err)
		}
	}
	light, heavy := Weights{N: 1, W: Uint128{Lo: 9}, Q: Uint128{Lo: 41}}, Weights{N: 1, W: Uint128{Lo: 9}, Q: Uint128{Lo: 81}}
	_, less := light.minus(heavy)
	if _, more := heavy.minus(light); less || !more {
		t.Errorf("squares are not looked at")
	}
	rest, err := Subtract(whole, cell(row(answered(9)), row(answered(9))))
	if err != nil || len(rest.Scores()) != 0 || rest.Population().N != 1 {
		t.Errorf("without its responses: got %+v, %v", rest, err)
	}
	if n := whole.Population().N; n != 3 {
		t.Errorf("the whole has changed: %d touchpoints, want 3", n)
	}
}
