package simulation

import (
	"context"
	"encoding/json"
	"errors"
	"flag"
	"math"
	"os"
	"strings"
	"sync/atomic"
	"testing"

	"heed/shared/figures"
	"heed/shared/heed"
)

var update = flag.Bool("update", false, "write the table anew")

// few is as many people as a test has time for.
var few = Options{Seed: 7, Populations: 2, Customers: 200, Quiet: 90, Workers: 2}

func run(t *testing.T, o Options) *Report {
	t.Helper()
	r, err := Run(context.Background(), o)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// The report is the same with one worker as with many, and another with
// another seed.
func TestSeedsAloneMatter(t *testing.T) {
	var done atomic.Int64
	o := few
	o.Done = func() { done.Add(1) }
	first := text(t, run(t, o))
	if done.Load() != int64(few.Populations) {
		t.Errorf("%d of %d populations were told of", done.Load(), few.Populations)
	}
	o.Workers = 5
	if again := text(t, run(t, o)); again != first {
		t.Error("five workers make another report than two")
	}
	o.Seed = 8
	if other := text(t, run(t, o)); other == first {
		t.Error("another seed makes the same report")
	}
}

// The table is as it was: what it says is looked at when it changes. Run with
// -update to write it anew.
func TestTable(t *testing.T) {
	var b strings.Builder
	if _, err := run(t, few).WriteTo(&b); err != nil {
		t.Fatal(err)
	}
	const path = "testdata/few.txt"
	if *update {
		if err := os.WriteFile(path, []byte(b.String()), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if b.String() != string(want) {
		t.Errorf("the table is now\n%s", &b)
	}
}

func text(t *testing.T, r *Report) string {
	t.Helper()
	b, err := json.Marshal(r)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

func TestRunStopsWhenTold(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	o := few
	o.Populations, o.Workers, o.Done = 1_000_000, 2, cancel
	if _, err := Run(ctx, o); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
	o.Quiet = 1_000_000
	if _, err := Run(context.Background(), o); err == nil {
		t.Error("a quiet period of a million days was taken")
	}
}

// world makes one population with its decisions.
func aWorld(t *testing.T, customers int) *world {
	t.Helper()
	rules, err := rulesOf(90)
	if err != nil {
		t.Fatal(err)
	}
	w := &world{rules: rules, key: []byte("a key")}
	w.populate(stream(1, 2, 3), customers)
	w.decide(w.year)
	w.respond()
	return w
}

// The population is the one that the package comment tells of.
func TestPopulation(t *testing.T) {
	w := aWorld(t, 1_500)
	if n := len(w.moments); n < 14_000 || n > 20_000 {
		t.Errorf("%d touchpoints", n)
	}
	var had [len(kinds)]float64
	last := int64(0)
	for _, m := range w.moments {
		if m.second < last || m.second >= yearSeconds || m.score < 0 || m.score > 10 {
			t.Fatalf("%+v after second %d", m, last)
		}
		last = m.second
		had[m.kind]++
	}
	for i, n := range had {
		if share := n / float64(len(w.moments)); math.Abs(share-kinds[i].share) > 0.02 {
			t.Errorf("%s: %.3f of all", kinds[i].name, share)
		}
	}
	events, customers, step := w.truth()
	if customers-events < 20 || step > -10 {
		t.Errorf("truth is %.1f by event, %.1f by customer, with a step of %.1f", events, customers, step)
	}
}

// If everyone is asked and answers, the plain mean is the truth, by the code of
// cells and figures as by the definition.
func TestTruthIsWhatEveryoneSays(t *testing.T) {
	w := aWorld(t, 300)
	events, customers, _ := w.truth()
	everyone(w, nil)
	w.answer(&answerings[0])
	f := figures.Of(w.program(), whole(w.sum(asked)), true)
	if f.Answered != uint64(len(w.moments)) || math.Abs(*f.Score-events) > 1e-9 {
		t.Errorf("all say %.6f, truth is %.6f", *f.Score, events)
	}
	c := figures.ByCustomer(w.program(), w.where(asked), true)
	if c.Score == nil || math.Abs(*c.Score-customers) > 1e-9 {
		t.Errorf("customers say %v, truth is %.6f", c.Score, customers)
	}
}

// Ours and the peers' both keep the peace; everyone and the coin do not.
func TestBurden(t *testing.T) {
	w := aWorld(t, 400)
	if b := w.burden(); b.most != 1 || b.twice != 0 || math.Abs(float64(b.mails)-w.expected) > 4*math.Sqrt(w.expected) {
		t.Errorf("ours: %+v, expected %.0f", b, w.expected)
	}
	w.peers(stream(1, 1, 1), [2]float64{1, 1})
	if b := w.burden(); b.most != 1 || b.twice != 0 {
		t.Errorf("peers: %+v", b)
	}
	everyone(w, nil)
	direct := burden{}
	for who := range w.people {
		var at []int64
		for _, m := range w.moments {
			if int(m.who) == who {
				at = append(at, m.second)
			}
		}
		most := 0
		for i := range at {
			n := 0
			for _, later := range at[i:] {
				if later < at[i]+quarter {
					n++
				}
			}
			most = max(most, n)
		}
		direct.mails, direct.most = direct.mails+len(at), max(direct.most, most)
		if most > 1 {
			direct.twice += 1.0 / 400
		}
	}
	b := w.burden()
	if b.mails != direct.mails || b.most != direct.most || math.Abs(b.twice-direct.twice) > 1e-9 {
		t.Errorf("everyone: %+v, counted anew %+v", b, direct)
	}
}

// An answer needs to have been asked for, and a survey yesterday halves the
// chance of one today.
func TestAnswering(t *testing.T) {
	w := aWorld(t, 300)
	for a := range answerings {
		w.answer(&answerings[a])
		n := 0
		for j := range w.rows {
			row := &w.rows[j]
			if row.Response == nil {
				continue
			}
			n++
			if row.Reason != heed.Asked || row.Response.Score != int(w.moments[j].score) {
				t.Fatalf("%s: row %d is %v, answered %d", answerings[a].name, j, row.Reason, row.Response.Score)
			}
		}
		if n == 0 {
			t.Errorf("%s: nobody does", answerings[a].name)
		}
	}
	for _, c := range []struct {
		days int64
		want float64
	}{{0, 0.5}, {30, 0.75}, {60, 0.875}, {36_500, 1}} {
		if got := weariness(c.days * daySeconds); math.Abs(got-c.want) > 1e-9 {
			t.Errorf("after %d days: %.3f, want %.3f", c.days, got, c.want)
		}
	}
}
