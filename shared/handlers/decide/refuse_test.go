package decide_test

import (
	"bytes"
	"fmt"
	"log/slog"
	"strings"
	"testing"
	"time"

	"heed/shared/heed"
	"heed/shared/sampling"
	"heed/shared/table/tabletest"
)

// now returns whose scope decides for an address.
func (c scene) now(address string) heed.Hash {
	c.Helper()
	for try := 0; ; try++ {
		way, err := c.store().Way(c.Context(), c.hash(address))
		if err == nil {
			return way[len(way)-1].ID
		}
		if try == 20 {
			c.Fatal(err)
		}
	}
}

// A sender that writes the same former identity of everybody, since it knows
// of none, makes nobody one with another but the first, and is told of.
func TestOneFormerOfAll(t *testing.T) {
	t.Parallel()
	c := story{}.begin(t).scene()
	defer c.close()
	var log bytes.Buffer
	h := c.handler(noon, c.table)
	h.Log = slog.New(slog.NewJSONHandler(&log, nil))
	for n := range 40 {
		if err := h.Touchpoint(t.Context(), of(fmt.Sprint("p", n), 0, "none")); err != nil {
			t.Fatal(err)
		}
	}
	for n := range 40 {
		address := fmt.Sprint("p", n)
		if c.now(address) != c.hash(address) {
			t.Fatalf("%s is somebody else now", address)
		}
		if r := c.about(of(address, 0)); n > 0 && r.Doubt != 0 {
			t.Errorf("%s: doubt %q", address, r.Doubt)
		}
	}
	if n := len(asked(c.rows())); n < 35 {
		t.Errorf("%d of 40 are asked, of 98%%", n)
	}
	if n := strings.Count(log.String(), `"merge refused"`); n != 39 || strings.Contains(log.String(), "example.com") {
		t.Errorf("refused %d times, want 39: %s", n, &log)
	}
}

// So it is if two come at once, wherever the first was interrupted.
func TestOneFormerOfTwoAtOnce(t *testing.T) {
	t.Parallel()
	p := story{}.begin(t)
	for n := 1; ; n++ {
		c := p.scene()
		life := tabletest.Life{N: n, Mishap: tabletest.DiesAfter}
		_ = c.handler(noon, life.Table(c.table)).Touchpoint(t.Context(), of("a", 0, "none"))
		for _, address := range []string{"b", "a", "b"} {
			c.decide(noon, of(address, 0, "none"))
		}
		for _, address := range []string{"a", "b"} {
			if c.now(address) != c.hash(address) || len(c.head(address).Scope.Merging) > 0 {
				t.Errorf("operation %d: %s is somebody else now, or is to become one with %v", n, address, c.head(address).Scope.Merging)
			}
		}
		c.close()
		if !life.Met() {
			break
		}
	}
}

// A former identity that has gone on into another may come with that other.
func TestFormerWithWhoTookItOver(t *testing.T) {
	t.Parallel()
	c := story{}.begin(t).scene()
	defer c.close()
	c.decide(noon, of("b", 0, "a"))
	c.decide(noon, of("c", 0, "a"))
	if c.now("a") != c.hash("b") || c.now("c") != c.hash("c") {
		t.Error("a is c now, who knew nothing of b")
	}
	c.decide(noon, of("c", 1, "a", "b"))
	for _, address := range []string{"a", "b"} {
		if c.now(address) != c.hash("c") {
			t.Errorf("%s is not c", address)
		}
	}
	c.decide(noon, of("c", 2, "a")) // again does no harm
	if c.now("a") != c.hash("c") {
		t.Error("a is not c any more")
	}
}

// Nobody becomes one with more than so many: neither at once nor one after
// another, so that every way has an end.
func TestSoManyFormers(t *testing.T) {
	t.Parallel()
	c := story{}.begin(t).scene()
	defer c.close()
	for n := range 24 {
		c.decide(noon, of("hub", n, fmt.Sprint("f", n)))
	}
	for n := 1; n <= 24; n++ {
		c.decide(noon, of(fmt.Sprint("n", n), 0, fmt.Sprint("n", n-1)))
	}
	if s := c.head("hub").Scope; s.Taken != sampling.MostTaken || len(s.Merging) > 0 {
		t.Errorf("took over %d, and will %d", s.Taken, len(s.Merging))
	}
	for _, test := range []struct{ address, now string }{
		{"f0", "hub"}, {"f15", "hub"}, {"f16", "f16"}, {"n0", "n16"}, {"n16", "n16"}, {"n17", "n24"},
	} {
		if c.now(test.address) != c.hash(test.now) {
			t.Errorf("%s is not %s", test.address, test.now)
		}
	}
	if err := c.store().Suppress(t.Context(), c.hash("n0"), sampling.Unsubscribed); err != nil {
		t.Fatal(err)
	}
	if c.head("n16").Scope.Suppressed != sampling.Unsubscribed || c.head("n24").Scope.Suppressed != 0 {
		t.Error("who unsubscribed is not who is suppressed")
	}
}

// A former identity that is not taken over still holds back who names it, by what
// it said and by its quiet period, and nobody else; its bounce is its address's.
// Nothing of it is kept: without the name, the customer is asked.
func TestRefusedFormerHoldsBack(t *testing.T) {
	t.Parallel()
	p := story{}.begin(t)
	today := heed.DayOf(noon, time.UTC)
	for name, test := range map[string]struct {
		said  sampling.Suppression
		hush  heed.Day // until then an import keeps it quiet
		asked bool     // or an invitation does
		want  heed.Reason
	}{
		"nothing":        {0, 0, false, heed.Asked},
		"unsubscribed":   {sampling.Unsubscribed, 0, false, heed.Suppressed},
		"complained":     {sampling.ReportedSpam, 0, false, heed.Suppressed},
		"bounced":        {sampling.AddressBounced, 0, false, heed.Asked},
		"hushed":         {0, today + 5, false, heed.Hushed},
		"hushed, before": {0, today, false, heed.Asked},
		"asked":          {0, 0, true, heed.Hushed},
	} {
		t.Run(name, func(t *testing.T) {
			c := p.scene()
			defer c.close()
			if test.asked {
				c.asks("a")
			}
			if err := c.store().Hush(t.Context(), c.hash("a"), test.hush); err != nil {
				t.Fatal(err)
			}
			c.decide(noon, of("b", 0, "a"))
			if err := c.store().Suppress(t.Context(), c.hash("a"), test.said); err != nil {
				t.Fatal(err)
			}
			named := of("c", 0, "a")
			c.decide(noon, named)
			if got := c.about(named).Reason; got != test.want && (test.want != heed.Asked || got != heed.NotDrawn) {
				t.Errorf("%s, want %s", got, test.want)
			}
			if s := c.head("c").Scope; s.Suppressed != 0 || s.Hushed != 0 || s.Taken != 0 {
				t.Errorf("something of it is written: %+v", s)
			}
			if test.want != heed.Asked {
				c.asks("c")
			}
		})
	}
}
