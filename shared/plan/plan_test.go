package plan_test

import (
	"iter"
	"math"
	"math/rand/v2"
	"os"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"heed/shared/heed"
	"heed/shared/history"
	"heed/shared/history/madeup"
	"heed/shared/keyring"
	"heed/shared/plan"
	"heed/shared/sampling"
	"heed/shared/surveys"
)

var start = time.Date(2025, 1, 1, 6, 0, 0, 0, time.UTC)

func load(t testing.TB, text string) *surveys.Config {
	t.Helper()
	c, err := surveys.Load([]byte(text))
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// shipped is the surveys.yaml that Heed comes with.
func shipped(t testing.TB) *surveys.Config {
	t.Helper()
	text, err := os.ReadFile("../../surveys.yaml")
	if err != nil {
		t.Fatal(err)
	}
	return load(t, string(text))
}

func ring(t testing.TB, seed byte) *keyring.Ring {
	t.Helper()
	r, err := keyring.Make(rand.NewChaCha8([32]byte{seed}), start)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// sure is a history in which nothing is wrong.
func sure(lines iter.Seq[*history.Line]) iter.Seq2[*history.Line, error] {
	return func(yield func(*history.Line, error) bool) {
		for l := range lines {
			if !yield(l, nil) {
				return
			}
		}
	}
}

func of(t testing.TB, lines iter.Seq[*history.Line], variants []plan.Variant) *plan.Plan {
	t.Helper()
	p, err := plan.Of(sure(lines), ring(t, 1), variants, plan.Assume(0.2))
	if err != nil {
		t.Fatal(err)
	}
	return p
}

const simple = `
brand: {name: Acme, domains: [acme.example]}
exclude: {tags: [internal]}
dimensions: [team]
sources: [{name: s, type: standard}]
programs:
  - {name: support, ask: csat, stage: support, when: {kinds: [k]}, rate: 20%}
`

// touches makes a history of one touchpoint a line: a day, a customer and a
// change.
func touches(list ...func(*history.Line)) iter.Seq[*history.Line] {
	return func(yield func(*history.Line) bool) {
		for i, change := range list {
			l := &history.Line{Touchpoint: heed.Touchpoint{Source: "s", Kind: "k", Object: string(rune('a' + i)), Occurrence: "1", At: start}}
			l.Customer.Email = "a@example.com"
			change(l)
			if !yield(l) {
				return
			}
		}
	}
}

func at(day int, who string) func(*history.Line) {
	return func(l *history.Line) { l.At, l.Customer.Email, l.Team = start.AddDate(0, 0, day), who, "Billing" }
}

// Two touchpoints of one customer, worked by hand: the first has a chance of
// 20%, the second at most 80% · 30%, which the rate holds to 20% too.
func TestByHand(t *testing.T) {
	p := of(t, touches(at(0, "a@example.com"), at(1, "a@example.com"), at(3, "b@example.com")), []plan.Variant{{Name: "as it is", Config: load(t, simple)}})
	o := p.Variants[0]
	if p.From != "2025-01-01" || p.Days != 4 || p.Scopes != 2 || p.Touchpoints != 3 {
		t.Errorf("plan %+v", p)
	}
	if diff := cmp.Diff([]float64{0.2, 0.2, 0, 0.2}, o.Days); diff != "" {
		t.Error(diff)
	}
	close := func(name string, got, want float64) {
		t.Helper()
		if math.Abs(got-want) > 1e-9 {
			t.Errorf("%s: %v, want %v", name, got, want)
		}
	}
	close("mails", o.Mails.All, 0.6)
	close("mails a day", o.Mails.Daily, 0.15)
	close("per customer and year", o.Burden.PerYear, 0.3*365.25/4)
	close("most for one", o.Burden.Most, 0.4)
	close("largest weight", o.Heaviest, 5)
	s := o.Programs[0]
	close("effective n", s.Effective, 3*0.2*0.2)
	close("free", s.Free, 2.8/3)
	if s.HalfWidth != nil || o.Mails.Later != nil {
		t.Error("says more than there is")
	}
	if got := s.By[1]; got.Dimension != "team" || got.Values[0].Value != "Billing" || got.Values[0].Touchpoints != 3 {
		t.Errorf("by %+v", s.By)
	}
}

func TestWhatIsNotAsItShouldBe(t *testing.T) {
	lines := touches(
		at(1, "a@example.com"),
		func(l *history.Line) { at(1, "a@example.com")(l); l.Object = "a" },          // again
		func(l *history.Line) { at(0, "b@example.com")(l) },                          // late
		func(l *history.Line) { l.At, l.Customer = start, heed.Customer{ID: "7"} },   // no address said
		func(l *history.Line) { l.Customer, l.Barred = heed.Customer{ID: "8"}, 8 },   // said to have none
		func(l *history.Line) { l.Person, l.Barred = heed.Hash{1}, heed.Suppressed }, // of an export
		func(l *history.Line) { l.Customer.Email = "me@acme.example" },
		func(l *history.Line) { l.Tags = []string{"internal"} },
		func(l *history.Line) { l.Kind = "other" },
	)
	p := of(t, lines, []plan.Variant{{Name: "as it is", Config: load(t, simple)}})
	if p.Again != 1 || p.Touchpoints != 8 || p.NoAddress != 1 || p.Backward != 7 || p.DaysBack != 1 {
		t.Errorf("plan %+v", p)
	}
	got := map[heed.Reason]uint64{}
	for _, u := range p.Variants[0].Unreached {
		got[u.Reason] = u.Count
	}
	want := map[heed.Reason]uint64{heed.Unresolved: 1, heed.Suppressed: 1, heed.OwnDomain: 1, heed.ExcludedTag: 1, heed.NoMatch: 1}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	if n := p.Variants[0].Programs[0].Touchpoints; n != 7 {
		t.Errorf("%d touchpoints in the program", n)
	}
}

// A little disorder is let pass, a shuffled history is not.
func TestOrder(t *testing.T) {
	days := func(late map[int]int) iter.Seq[*history.Line] {
		return func(yield func(*history.Line) bool) {
			for i := range 300 {
				l := &history.Line{Touchpoint: heed.Touchpoint{Source: "s", Kind: "k", Object: strconv.Itoa(i), Occurrence: "1", At: start.AddDate(0, 0, i-late[i])}}
				if l.Customer.ID = strconv.Itoa(i); !yield(l) {
					return
				}
			}
		}
	}
	for name, c := range map[string]struct {
		late map[int]int // days, by place
		want string
	}{
		"in order":            {nil, ""},
		"a few by six days":   {map[int]int{20: 7, 100: 7, 200: 7}, ""},
		"some by six days":    {map[int]int{20: 7, 100: 7, 200: 7, 250: 7}, "4 of 300 touchpoints stand more than a day after"},
		"many by a day":       {map[int]int{20: 2, 30: 2, 40: 2, 50: 2, 60: 2, 70: 2, 80: 2, 90: 2}, ""},
		"one by a week":       {map[int]int{200: 8}, ""},
		"one by eight days":   {map[int]int{200: 9}, "a touchpoint of 2025-07-11 stands after one of 2025-07-19; sort the history by at"},
		"the first ones last": {map[int]int{299: 299}, "a touchpoint of 2025-01-01 stands after"},
	} {
		_, err := plan.Of(sure(days(c.late)), ring(t, 1), []plan.Variant{{Name: "as it is", Config: load(t, simple)}}, plan.Assume(0.2))
		if c.want == "" && err != nil || c.want != "" && (heed.CodeOf(err) != heed.Invalid || !strings.Contains(err.Error(), c.want)) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestAnErrorEndsIt(t *testing.T) {
	broken := func(yield func(*history.Line, error) bool) { yield(nil, &history.Error{Line: 3, Why: "is bad"}) }
	if p, err := plan.Of(broken, ring(t, 1), plan.Usual(shipped(t)), plan.Assume(0.2)); err == nil || p != nil {
		t.Errorf("plan %v, error %v", p, err)
	}
	if _, err := plan.Of(sure(touches()), ring(t, 1), plan.Usual(shipped(t)), plan.Assume(0.2)); heed.CodeOf(err) != heed.Invalid {
		t.Errorf("nothing: %v", err)
	}
}

// Parts add up to their whole, and more mails never say less.
func TestPartsAddUp(t *testing.T) {
	lines := madeup.Touchpoints(madeup.Options{Seed: 1, Customers: 300, From: start, Days: 200, Tickets: 6})
	p := of(t, lines, plan.Usual(shipped(t)))
	for i, o := range p.Variants {
		days, programs := 0.0, 0.0
		for _, d := range o.Days {
			days += d
		}
		for j, s := range o.Programs {
			programs += s.Mails.All
			for _, b := range s.By {
				mails, n := 0.0, uint64(0)
				for _, v := range b.Values {
					mails, n = mails+v.Mails, n+v.Touchpoints
				}
				if b.Dimension != "tag" && b.Dimension != "agent" && (math.Abs(mails-s.Mails.All) > 1e-6 || n != s.Touchpoints) {
					t.Errorf("%s by %s: %v mails of %v, %d touchpoints of %d", s.Name, b.Dimension, mails, s.Mails.All, n, s.Touchpoints)
				}
			}
			if s.Effective > s.Answers+1e-9 {
				t.Errorf("%s: effective n %v of %v answers", s.Name, s.Effective, s.Answers)
			}
			if i > 0 && s.Mails.All < p.Variants[i-1].Programs[j].Mails.All {
				t.Errorf("%s: fewer mails at a higher rate", s.Name)
			}
		}
		if math.Abs(days-o.Mails.All) > 1e-6 || math.Abs(programs-o.Mails.All) > 1e-6 {
			t.Errorf("%s: %v mails, %v by day, %v by program", o.Name, o.Mails.All, days, programs)
		}
		if o.Mails.Later == nil || *o.Mails.Later > o.Mails.Daily*1.2 || o.Burden.Once <= 0 || o.Burden.Once > o.Burden.PerYear {
			t.Errorf("%s: %+v %+v", o.Name, o.Mails, o.Burden)
		}
	}
}

// Later ones are what comes once the first invitations keep nobody quiet any
// more, which hours may hold up by days; and four weeks of them are a mean.
func TestLaterIsBeyondTheDrawsReach(t *testing.T) {
	const hours = "\nmails: {hours: 9-17, days: [mon, tue, wed, thu, fri]}\n"
	for name, text := range map[string]string{
		"simple": simple, "hours": simple + hours, "delay": strings.Replace(simple, "rate: 20%", "rate: 20%, delay: 30h", 1), "both": strings.Replace(simple+hours, "rate: 20%", "rate: 20%, delay: 30h", 1),
	} {
		config := load(t, text)
		enough := int(sampling.Reach(config)) + 28 // days
		for days, want := range map[int]bool{enough - 1: false, enough: true} {
			p := of(t, touches(at(0, "a@example.com"), at(days-1, "b@example.com")), []plan.Variant{{Name: "as it is", Config: config}})
			if p.Days != days || (p.Variants[0].Mails.Later != nil) != want {
				t.Errorf("%s: of %d days %v are later", name, p.Days, p.Variants[0].Mails.Later)
			}
		}
	}
}

func TestRatesKeepToTheCeiling(t *testing.T) {
	c := load(t, simple)
	c.Programs[0].Strata = []surveys.Stratum{{Name: "vip", Rate: 300_000_000}, {Name: "rare", Rate: 10_000_000}}
	for _, test := range []struct {
		variant plan.Variant
		want    [3]uint32
	}{
		{plan.Usual(c)[0], [3]uint32{100_000_000, 150_000_000, 5_000_000}},
		{plan.Usual(c)[2], [3]uint32{300_000_000, 300_000_000, 20_000_000}},
		{plan.Rated("10%", c, 100_000_000), [3]uint32{100_000_000, 150_000_000, 5_000_000}},
		{plan.Rated("90%", c, 900_000_000), [3]uint32{300_000_000, 300_000_000, 45_000_000}},
	} {
		p := test.variant.Config.Programs[0]
		if got := [3]uint32{p.Rate, p.Strata[0].Rate, p.Strata[1].Rate}; got != test.want {
			t.Errorf("%s: %v, want %v", test.variant.Name, got, test.want)
		}
		if p.Floor > p.Strata[1].Rate {
			t.Errorf("%s: floor %d above a rate", test.variant.Name, p.Floor)
		}
	}
	if c.Programs[0].Rate != 200_000_000 || c.Programs[0].Strata[0].Rate != 300_000_000 {
		t.Error("the configuration itself changed")
	}
}

// A budget is kept on average, by rates that are lower and not by mails that
// are left out; its first day has no forecast yet.
func TestBudget(t *testing.T) {
	lines := madeup.Options{Seed: 1, Customers: 300, From: start, Days: 180, Tickets: 20}
	c := load(t, strings.ReplaceAll(strings.ReplaceAll(simple, "[k]", "[ticket.solved]"), "rate: 20%", "rate: 20%, floor: 1%, budget: {day: 1, month: 20}"))
	free := load(t, strings.ReplaceAll(simple, "[k]", "[ticket.solved]"))
	p := of(t, madeup.Touchpoints(lines), []plan.Variant{{Name: "paced", Config: c}, {Name: "free", Config: free}})
	paced, full := p.Variants[0], p.Variants[1]
	for month := range 5 {
		sent := 0.0
		for _, mails := range paced.Days[31*(month+1)-10:][:28] {
			sent += mails
		}
		if sent > 1.2*20 || sent < 12 {
			t.Errorf("%v mails in four weeks", sent)
		}
	}
	if !p.Paced || paced.Mails.All > 0.6*full.Mails.All {
		t.Errorf("%v mails with a budget, %v without", paced.Mails.All, full.Mails.All)
	}
}

// One far below the demand, without a floor, is kept as well: what a spent
// budget holds back is not taken for want of demand.
func TestSmallBudget(t *testing.T) {
	lines := madeup.Options{Seed: 1, Customers: 300, From: start, Days: 180, Tickets: 20}
	c := load(t, strings.ReplaceAll(strings.ReplaceAll(simple, "[k]", "[ticket.solved]"), "rate: 20%", "rate: 20%, budget: {month: 1}"))
	c.Programs[0].Floor = 0
	p := of(t, madeup.Touchpoints(lines), []plan.Variant{{Name: "paced", Config: c}})
	if got := p.Variants[0].Mails.All; got < 5.5 || got > 6.5 {
		t.Errorf("%v mails in six months at one a month", got)
	}
}
