package laptop_test

import (
	"fmt"
	"net/url"
	"slices"
	"testing"
	"time"

	"heed/shared/heed"
)

// Many answer in few months, of few teams.
const talkative = `
brand: {name: Acme}
quiet: 10d
dimensions: [team, stage]
sources:
  - {name: zendesk, type: zendesk}
  - {name: app, type: standard}
programs:
  - {name: support, ask: csat, stage: support, when: {kinds: [ticket.solved]}, rate: 60%, ceiling: 80%, window: 7d}
  - {name: renewal, ask: nps, stage: renewal, when: {kinds: [subscription.renewed]}, rate: 60%, ceiling: 80%, window: 7d}
  - {name: start, ask: nps, stage: onboarding, when: {kinds: [onboarding.done]}, rate: 60%, ceiling: 80%, window: 7d}
`

// lived is a house in which some months have passed and nothing is open.
func lived(t *testing.T) *house {
	return filled(t, talkative, made{rows: 1800, customers: 120, teams: 8, agents: 14, from: 160, to: 25, answered: 0.5})
}

// A seen is a figure that readers are shown, and the responses behind it.
type seen struct {
	what    string
	program string
	answers map[string]string // customer by row
}

// Whoever comes in by /read/ finds no figure of fewer than 5 people, and none
// by taking one shown figure from another: all that are shown, of all periods
// and dimensions, are held against the rows that only operators see.
func TestReadersLearnOfNoFewerThanFive(t *testing.T) {
	t.Parallel()
	h := lived(t)
	rows := h.rows(t, "")
	days := dayOf(t, h)
	var all []seen
	shown, withheld := 0, 0
	for _, period := range h.calendar(t) {
		for _, by := range []string{"", "team", "stage"} {
			var said struct{ Figures []result }
			h.read(t, "/read/api/scores?"+url.Values{"period": {period.String()}, "by": {by}}.Encode(), &said)
			for _, f := range said.Figures {
				if !f.Shown {
					if withheld++; f.N != 0 || f.Answered != 0 || f.Score != nil || f.EffectiveN != 0 {
						t.Errorf("%s of %s by %q is not shown, but %+v", f.Program, period, by, f)
					}
					continue
				}
				shown++
				if !f.Settled {
					t.Errorf("%s of %s is open", f.Program, period)
				}
				s := behind(rows, days, &f, period, by)
				if len(s.answers) != f.N {
					t.Fatalf("%s has %d answers, and says %d", s.what, len(s.answers), f.N)
				}
				all = append(all, s)
			}
		}
	}
	if shown < 50 || withheld < 50 {
		t.Fatalf("%d figures are shown and %d withheld", shown, withheld)
	}
	told := 0
	for i := range all {
		if n := people(all[i].answers, nil); n < 5 {
			t.Errorf("%s is of %d people", all[i].what, n)
		}
		for k := range all {
			if left := taken(&all[i], &all[k]); left > 0 && left < 5 {
				if told++; told < 10 {
					t.Errorf("%s less %s is of %d people", all[i].what, all[k].what, left)
				}
			}
		}
	}
	t.Logf("%d figures shown, %d withheld", shown, withheld)
}

// dayOf returns the day that each row was decided on.
func dayOf(t *testing.T, h *house) map[string]heed.Day {
	days := map[string]heed.Day{}
	var list struct {
		Rows []struct{ ID, Day string }
	}
	h.read(t, h.touchpoints(t, ""), &list)
	for _, r := range list.Rows {
		day, err := heed.ParseDay(r.Day)
		if err != nil {
			t.Fatal(err)
		}
		days[r.ID] = day
	}
	return days
}

// calendar lists all periods of the last months.
func (h *house) calendar(t *testing.T) []heed.Period {
	var clock struct{ Now time.Time }
	h.read(t, "/local/clock", &clock)
	today := heed.DayOf(clock.Now, h.options.Config.Zone)
	seen := map[heed.Period]bool{}
	var all []heed.Period
	for d := today - 165; d <= today; d++ {
		for _, p := range []heed.Period{heed.MonthOf(d), heed.QuarterOf(d), heed.YearOf(d)} {
			if !seen[p] {
				seen[p] = true
				all = append(all, p)
			}
		}
	}
	return all
}

// behind finds the answers that a figure is made of.
func behind(rows []row, days map[string]heed.Day, f *result, p heed.Period, by string) seen {
	s := seen{fmt.Sprintf("%s %s %s=%s", f.Program, p, by, f.Value), f.Program, map[string]string{}}
	for _, r := range rows {
		if r.Program != f.Program || r.Response == nil || days[r.ID] < p.First || days[r.ID] > p.Last {
			continue
		}
		values := r.Dimensions[by]
		if by == "" || slices.Contains(values, f.Value) {
			s.answers[r.ID] = r.Customer
		}
	}
	return s
}

// taken is how many people answered for a and not for b, 0 if b is no part.
func taken(a, b *seen) int {
	if a.program != b.program || len(b.answers) >= len(a.answers) {
		return 0
	}
	for id := range b.answers {
		if _, in := a.answers[id]; !in {
			return 0
		}
	}
	return people(a.answers, b.answers)
}

func people(answers, without map[string]string) int {
	all := map[string]bool{}
	for id, customer := range answers {
		if _, out := without[id]; !out {
			all[customer] = true
		}
	}
	return len(all)
}
