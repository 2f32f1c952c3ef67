package laptop_test

import (
	"cmp"
	"context"
	"fmt"
	"maps"
	"net/url"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"heed/infra/laptop"
	"heed/infra/laptop/year"
	"heed/shared/heed"
)

// A chronicle is a house whose customers have lived through a year, with all that
// was posted.
type chronicle struct {
	*house
	events []year.Event
	hidden year.Hidden
}

// livedThrough lives a year of so many customers with what Heed ships.
func livedThrough(t *testing.T, customers int) *chronicle {
	t.Helper()
	l := &chronicle{}
	o := year.Options{Seed: 1, Customers: customers, Record: func(e year.Event) { l.events = append(l.events, e) }}
	l.house = open(t, shipped(t), func(h *house) {
		h.begin = func(ctx context.Context, l *laptop.Laptop) error { return year.Begin(ctx, l, o) }
	})
	if err := year.Live(t.Context(), l.laptop, l.base, o); err != nil {
		t.Fatal(err)
	}
	l.settle(t)
	l.hidden = year.Hides(o.Seed, l.laptop.Clock.Now().In(l.laptop.Config.Zone))
	return l
}

// A told is a row, with what was measured of it.
type told struct {
	row
	At         time.Time
	Source     string
	Occurrence string
	Facts      struct {
		Created, Replied time.Time
		Reopens          int
		Amount           int64
		Currency         string
	}
}

// told lists every row, a month at a time.
func (l *chronicle) told(t *testing.T) []told {
	t.Helper()
	var all []told
	now := l.laptop.Clock.Now()
	for from := now.AddDate(-1, 0, -10); !from.After(now); from = from.AddDate(0, 0, 20) {
		var list struct{ Rows []told }
		period := url.Values{"from": {from.Format(time.DateOnly)}, "to": {from.AddDate(0, 0, 19).Format(time.DateOnly)}, "limit": {fmt.Sprint(mostRows)}}
		l.read(t, "/api/touchpoints?"+period.Encode(), &list)
		all = append(all, list.Rows...)
	}
	return all
}

// A happening is what a plain count knows of a touchpoint, whether it was
// recorded as it was posted or is read from its row.
type happening struct {
	kind, object, occurrence, customer, team, agent, product string
	tags                                                     []string
	at, created                                              time.Time
	amount                                                   int64
	currency                                                 string
}

func (l *chronicle) posted() []happening {
	var all []happening
	for _, e := range l.events {
		tags := slices.Clone(e.Tags)
		slices.Sort(tags)
		all = append(all, happening{e.Kind, e.Object, e.Occurrence, e.Customer, e.Team, e.Agent, e.Product, tags, e.At.UTC(), e.Created.UTC(), e.Amount, e.Currency})
	}
	return all
}

func readBack(rows []told) []happening {
	var all []happening
	for _, r := range rows {
		dim := func(name string) string { return strings.Join(r.Dimensions[name], " ") }
		all = append(all, happening{
			r.Kind, r.Object, r.Occurrence, r.Customer, dim("team"), dim("agent"), dim("product"), r.Dimensions["tag"],
			r.At.UTC(), r.Facts.Created.UTC(), r.Facts.Amount, r.Facts.Currency,
		})
	}
	return all
}

// plain are the measures of what happened, as anybody would count them.
type plain struct {
	Solved       map[string]int           // by team and quarter
	Resolution   map[string]time.Duration // likewise, the median
	Reopened     map[string]float64       // likewise, the share of solvings
	Volume       map[string]int           // solvings by product and tag
	Bought       map[string]int64         // by currency
	Joined, Gone map[string]int           // customers by cohort
}

// within returns the quarter, as year and number.
func (l *chronicle) within(at time.Time) string {
	return heed.QuarterOf(heed.DayOf(at, l.laptop.Config.Zone)).String()
}

func (l *chronicle) count(all []happening) plain {
	slices.SortStableFunc(all, func(a, b happening) int { return a.at.Compare(b.at) })
	p := plain{map[string]int{}, map[string]time.Duration{}, map[string]float64{}, map[string]int{}, map[string]int64{}, map[string]int{}, map[string]int{}}
	took, cohort, solved := map[string][]time.Duration{}, map[string]string{}, map[string]happening{}
	for _, h := range all {
		quarter := l.within(h.at)
		if cohort[h.customer] == "" {
			cohort[h.customer] = quarter
			p.Joined[quarter]++
		}
		part := h.team + " " + quarter
		switch heed.DeedOf(h.kind) {
		case heed.Solved:
			p.Solved[part]++
			took[part] = append(took[part], h.at.Sub(h.created))
			for _, tag := range h.tags {
				p.Volume[h.product+" "+tag]++
			}
			solved[h.object] = h
		case heed.Reopened:
			before := solved[h.object]
			if h.at.Sub(before.at) <= heed.ReopenedWithin {
				p.Reopened[before.team+" "+l.within(before.at)]++
			}
		case heed.Bought:
			p.Bought[h.currency] += h.amount
		case heed.Left:
			p.Gone[cohort[h.customer]]++
		}
	}
	for part, all := range took {
		p.Resolution[part] = median(all)
		p.Reopened[part] /= float64(p.Solved[part])
	}
	return p
}

func median[T cmp.Ordered](all []T) T {
	slices.Sort(all)
	return all[len(all)/2]
}

// What Heed keeps of a year is what happened in it, as anybody would count it,
// and what the year hides stands out in that.
func TestAYearIsFound(t *testing.T) {
	t.Parallel()
	l := livedThrough(t, 400)
	rows := l.told(t)
	posted, kept := l.count(l.posted()), l.count(readBack(rows))
	if !reflect.DeepEqual(posted, kept) {
		t.Errorf("of what was posted\n%+v\nHeed keeps\n%+v", posted, kept)
	}
	h := l.hidden
	quarter := l.within(h.TeamFrom)
	before := l.within(h.TeamFrom.AddDate(0, 0, -1))
	now, then := h.Team+" "+quarter, h.Team+" "+before
	if posted.Resolution[now] > posted.Resolution[then]*2/3 || posted.Reopened[now] < 2*posted.Reopened[then] {
		t.Errorf("%s took %v and %.2f were reopened, after %v and %.2f", h.Team, posted.Resolution[now], posted.Reopened[now], posted.Resolution[then], posted.Reopened[then])
	}
	for _, k := range slices.Sorted(maps.Keys(posted.Solved)) {
		t.Log(k, posted.Solved[k], posted.Resolution[k], posted.Reopened[k])
	}
	t.Log(posted.Volume, posted.Bought, posted.Joined, posted.Gone)
	t.Logf("%+v", h)
	scores := map[string][2]int{}
	add := func(key string, good bool) {
		s := scores[key]
		s[1]++
		if good {
			s[0]++
		}
		scores[key] = s
	}
	for _, r := range rows {
		if r.Response == nil {
			continue
		}
		if r.Program == "support" {
			good := r.Response.Score >= 4
			if r.Decision.DecidedAt.Before(h.ProductFrom) {
				add("product before "+r.Dimensions["product"][0], good)
			} else {
				add("product then "+r.Dimensions["product"][0], good)
			}
			add("agent "+r.Dimensions["agent"][0], good)
			if r.Decision.DecidedAt.Before(h.TeamFrom) {
				add("team before "+r.Dimensions["team"][0], good)
			} else {
				add("team then "+r.Dimensions["team"][0], good)
			}
		}
		if r.Program == "renewal" {
			add("promoters "+r.Dimensions["product"][0], r.Response.Score >= 9)
		}
	}
	for _, k := range slices.Sorted(maps.Keys(scores)) {
		t.Logf("%s: %d of %d, %.2f", k, scores[k][0], scores[k][1], float64(scores[k][0])/float64(scores[k][1]))
	}
}
