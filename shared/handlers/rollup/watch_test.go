package rollup_test

import (
	"bytes"
	"fmt"
	"log/slog"
	"slices"
	"strings"
	"testing"
	"time"

	"heed/shared/heed"
	"heed/shared/table/tabletest"
)

const team = `
notify: {alerts: [ada@acme.example, grace@acme.example]}
`

// notices are the names of those there are.
func (r *room) notices() (names []string) {
	r.Helper()
	list, err := r.store().Notices(r.Context(), 0)
	if err != nil {
		r.Fatal(err)
	}
	for _, n := range list {
		names = append(names, n.Name())
	}
	return names
}

func (r *room) paused() bool {
	r.Helper()
	paused, err := r.store().Paused(r.Context(), "heed")
	if err != nil {
		r.Fatal(err)
	}
	return paused
}

func (r *room) resume() {
	r.Helper()
	if err := r.store().Resume(r.Context(), "heed"); err != nil {
		r.Fatal(err)
	}
}

// mail puts so many invitations that went then, of which so many bounced.
func (r *room) mail(at time.Time, sent, bounced int) {
	r.Helper()
	var rows []*heed.Row
	for i := range sent {
		t := &heed.Touchpoint{Source: "zendesk", Kind: "ticket.solved", Object: fmt.Sprint(at, i)}
		row := &heed.Row{
			RowRef: heed.RowRef{Day: heed.DayOf(at, r.config.Zone), ID: t.ID().Row("support")}, Source: t.Source, Kind: t.Kind, Object: t.Object, At: at,
			Customer: heed.Hash{byte(i)}, Scope: heed.Hash{byte(i)},
			Decision:   heed.Decision{Program: "support", Ask: heed.CSAT, Reason: heed.Asked, Decided: at, Due: at, Pi: 2e8, Limit: 1 << 61, Alpha: 1e9},
			Invitation: &heed.Invitation{To: "c@example.org", Claimed: at, Sent: at, MessageID: "m"},
		}
		if i < bounced {
			row.Invitation.Fate, row.Invitation.Failed = heed.Bounced, at
		}
		rows = append(rows, row)
	}
	r.put(rows...)
	if err := r.store().PutMark(r.Context(), heed.DayOf(at, r.config.Zone), noon); err != nil {
		r.Fatal(err)
	}
}

// A burst of bounces pauses sending and is told once: not again by the next
// roll-up, nor after the operator has resumed, that day or the next, but for as
// many others.
func TestABurstOfBouncesPausesOnce(t *testing.T) {
	r := newRoom(t, utc+team)
	var log bytes.Buffer
	r.log = slog.New(slog.NewTextHandler(&log, nil))
	r.mail(noon.Add(-24*time.Hour), 60, 4)
	r.mail(noon, 60, 5)
	r.tick(noon.Add(time.Minute))
	if r.paused() || len(r.notices()) > 0 {
		t.Fatal("9 bounces are a burst")
	}
	r.mail(noon.Add(time.Second), 20, 6)
	r.tick(noon.Add(15 * time.Minute))
	if got := r.notices(); !r.paused() || !slices.Equal(got, []string{"bounces/2026-11-03"}) {
		t.Fatalf("paused %v, notices %q", r.paused(), got)
	}
	n, err := r.store().Notice(t.Context(), heed.Bounces, "2026-11-03", 0)
	if err != nil || n.Sent != 140 || n.Bounced != 15 || len(n.Copies) != 2 {
		t.Errorf("the notice says %+v, error %v", n, err)
	}
	r.resume()
	r.tick(noon.Add(30 * time.Minute))
	r.tick(noon.Add(24 * time.Hour)) // the same bounces are yesterday's
	if r.paused() {
		t.Error("paused again for the same bounces")
	}
	r.mail(noon.Add(24*time.Hour), 100, 20)
	r.tick(noon.Add(24*time.Hour + 15*time.Minute))
	if got := r.notices(); !r.paused() || len(got) != 2 {
		t.Errorf("paused %v, notices %q after others", r.paused(), got)
	}
	if got := strings.Count(log.String(), "sending paused after bounces"); got != 2 {
		t.Errorf("logged %d times", got)
	}
}

// After the operator has resumed, as many others that bounce on the same day
// pause sending again, and once more after that; each is told once, under a name
// of its own.
func TestFurtherBurstsOfADay(t *testing.T) {
	r := newRoom(t, utc+team)
	r.mail(noon.Add(-24*time.Hour), 20, 2)
	var want []string
	for i, name := range []string{"bounces/2026-11-03", "bounces/2026-11-03/2", "bounces/2026-11-03/3"} {
		at := noon.Add(time.Duration(i) * time.Hour)
		r.mail(at, 100, 20)
		r.tick(at.Add(time.Minute))
		if want = append(want, name); !r.paused() || !slices.Equal(r.notices(), want) {
			t.Fatalf("burst %d: paused %v, notices %q", i, r.paused(), r.notices())
		}
		r.resume()
		r.mail(at.Add(10*time.Minute), 40, 1)
		r.tick(at.Add(16 * time.Minute))
		if r.paused() || !slices.Equal(r.notices(), want) {
			t.Fatalf("paused again for the same bounces, notices %q", r.notices())
		}
	}
	r.tick(noon.Add(24 * time.Hour))
	if r.paused() {
		t.Error("paused the next day for the bounces of this one")
	}
}

// With a delay of days, touchpoints decided before a burst are mailed after it:
// their bounces count, and those that it was found by do not.
func TestBurstsUnderADelay(t *testing.T) {
	r := newRoom(t, strings.ReplaceAll(utc+team, "rate: 20%", "rate: 20%, delay: 72h"))
	r.mail(noon.Add(-4*24*time.Hour), 50, 0)
	r.mail(noon.Add(-72*time.Hour), 100, 30)
	r.tick(noon.Add(time.Minute))
	if !r.paused() || len(r.notices()) != 1 {
		t.Fatalf("paused %v, notices %q", r.paused(), r.notices())
	}
	r.resume()
	r.mail(noon.Add(-48*time.Hour), 100, 9) // mailed the next day
	r.tick(noon.Add(24 * time.Hour))
	if r.paused() {
		t.Error("9 bounces are a burst, or the same ones pause again")
	}
	r.mail(noon.Add(-48*time.Hour+time.Minute), 60, 20)
	r.tick(noon.Add(24*time.Hour + 16*time.Minute))
	if got := r.notices(); !r.paused() || !slices.Equal(got, []string{"bounces/2026-11-03", "bounces/2026-11-04"}) {
		t.Errorf("paused %v, notices %q", r.paused(), got)
	}
	r.resume()
	for d := 2; d < 7; d++ {
		if r.tick(noon.AddDate(0, 0, d)); r.paused() {
			t.Errorf("paused for the same bounces %d days later", d)
		}
	}
}

// tally puts what came to a source's door on a day.
func (r *room) tally(day heed.Day, n uint64, last time.Time) {
	r.Helper()
	one := &heed.Tally{ID: heed.TallyID{byte(day)}, Source: "zendesk", Day: day, Deliveries: n, Delivered: last}
	if err := r.store().PutTally(r.Context(), one); err != nil {
		r.Fatal(err)
	}
}

// deliver puts weeks of a source that was heard of last at noon.
func (r *room) deliver() {
	today := heed.DayOf(noon, time.UTC)
	for d := range heed.Day(28) {
		r.tally(today-d, 50, noon.AddDate(0, 0, -int(d)))
	}
}

// A silent source is told of once for its silence, whether anybody is named to
// be mailed or not, and again once it has come back and fallen silent.
func TestASilentSourceIsToldOfOnce(t *testing.T) {
	for _, who := range []string{team, ""} {
		r := newRoom(t, utc+who)
		var log bytes.Buffer
		r.log = slog.New(slog.NewTextHandler(&log, nil))
		r.deliver()
		for h := range 4 * 4 {
			r.tick(noon.Add(time.Duration(6*h) * time.Hour))
		}
		if got := r.notices(); !slices.Equal(got, []string{"silent/zendesk/2026-11-03"}) {
			t.Fatalf("notices %q", got)
		}
		n, err := r.store().Notice(t.Context(), heed.Silence, "zendesk/2026-11-03", 0)
		if want := 2 * min(len(who), 1); err != nil || len(n.Copies) != want || !n.Since.Equal(noon) || n.Source != "zendesk" {
			t.Errorf("the notice says %+v, error %v", n, err)
		}
		if got := strings.Count(log.String(), `msg="source silent"`); got != 1 {
			t.Errorf("logged %d times", got)
		}
	}
}

// Wherever a roll-up dies, the next makes good: sending is paused and the notice
// there.
func TestBurstsAfterMishaps(t *testing.T) {
	for _, mishap := range tabletest.Mishaps {
		for op := 1; ; op++ {
			r := newRoom(t, utc+team)
			r.mail(noon, 100, 20)
			life := &tabletest.Life{N: op, Mishap: mishap}
			_ = r.handler(noon.Add(time.Minute), life.Table(r.table)).Tick(t.Context())
			if len(r.notices()) > 0 && !r.paused() {
				t.Errorf("%s operation %d: told of, and not paused", mishap, op)
			}
			r.tick(noon.Add(16 * time.Minute))
			if got := r.notices(); !r.paused() || !slices.Equal(got, []string{"bounces/2026-11-03"}) {
				t.Errorf("%s operation %d: paused %v, notices %q", mishap, op, r.paused(), got)
			}
			if !life.Met() {
				break
			}
			op += 80 // most of a roll-up's operations are others'
		}
	}
}
