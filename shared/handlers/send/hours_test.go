package send

import (
	"math/rand/v2"
	"testing"
	"time"

	"heed/shared/heed"
	"heed/shared/sampling"
	"heed/shared/surveys"
)

// Zones with clocks set forward by an hour and by half of one, at night and at
// midnight, and without.
var zones = []string{"UTC", "Europe/Berlin", "America/New_York", "America/Santiago", "Australia/Lord_Howe", "Pacific/Auckland", "Africa/Cairo", "Asia/Kathmandu"}

// A due mail is one that was due in its hours, in any week of two years.
type due struct {
	surveys.Hours
	zone *time.Location
	at   time.Time
	late bool // the hours are of later than its ledger, which was told of two days
}

func (d *due) last() time.Time {
	if d.late {
		return d.at.Add(heed.LapsesAfter)
	}
	return sampling.Latest(&surveys.Program{Hours: d.Hours}, d.at, d.zone)
}

// open reports whether the hours are open then.
func (d *due) open(at time.Time) bool { return d.Next(at, d.zone).Equal(at) }

func someDue(t *testing.T, r *rand.Rand) *due {
	t.Helper()
	zone, err := time.LoadLocation(zones[r.IntN(len(zones))])
	if err != nil {
		t.Fatal(err)
	}
	d := &due{zone: zone, late: r.IntN(2) == 0}
	if r.IntN(5) > 0 {
		d.From = r.IntN(47) * 30
		d.To = d.From + 30*(1+r.IntN(48-d.From/30))
		d.To = min(d.To, 24*60)
	}
	for range r.IntN(8) {
		d.Days[r.IntN(7)] = true
	}
	asked := time.Date(2026, 1, 1, 0, r.IntN(2*365*24*60), r.IntN(60), 0, time.UTC)
	d.at = d.Next(asked, zone)
	return d
}

// Whenever a sender comes: a mail goes in its hours or within the grace after
// them, is put off to hours that begin before it lapses, or lapses. Its ledger,
// which frees the customer the quiet period after its last moment, is right about
// each that goes. None lapses before that,
// unless the program had no hours or others when it was decided.
func TestHours(t *testing.T) {
	t.Parallel()
	r := rand.New(rand.NewPCG(1, 2))
	met := map[string]int{}
	for range 50_000 {
		d := someDue(t, r)
		now := d.at.Add(time.Duration(r.Int64N(int64(d.last().Sub(d.at)))))
		at, ok := opens(d.Hours, d.zone, now, d.last())
		switch {
		case !ok:
			met["lapsed"]++
			if d.open(now) || d.Next(now, d.zone).Add(sampling.Grace).Before(d.last()) || !d.late {
				t.Fatalf("%+v: lapsed at %v, and %v is in time", d, now, d.Next(now, d.zone))
			}
			continue
		case !at.Equal(now):
			met["put off"]++
			if at.Before(now) || !d.open(at) || d.open(now) || at.Add(sampling.Grace).After(d.last()) {
				t.Fatalf("%+v: put off from %v to %v", d, now, at)
			}
		case d.open(now):
			met["sent"]++
		default:
			met["in the grace"]++
			if d.Next(now.Add(-sampling.Grace), d.zone).After(now) {
				t.Fatalf("%+v: sent at %v, long after hours", d, now)
			}
		}
		if at.After(d.last()) {
			t.Fatalf("%+v: goes on %v, when its ledger thinks that it went", d, at)
		}
	}
	for _, what := range []string{"lapsed", "put off", "sent", "in the grace"} {
		if met[what] < 300 {
			t.Errorf("%s: only %d times", what, met[what])
		}
	}
}

// Hours alone make no mail lapse: whichever they are, one that a sender reaches
// within the hour goes in the end, however late in its minute each tick comes.
func TestHoursDropNothing(t *testing.T) {
	t.Parallel()
	r := rand.New(rand.NewPCG(3, 4))
	for range 30_000 {
		d := someDue(t, r)
		now := d.at
		for step := 0; ; step++ {
			now = now.Add(time.Duration(r.Int64N(int64(sampling.Grace))))
			at, ok := opens(d.Hours, d.zone, now, d.last())
			if !ok || at.After(d.last()) || step > 9 {
				t.Fatalf("%+v: lapsed at %v, after %d steps", d, now, step)
			}
			if at.Equal(now) {
				break
			}
			now = at
		}
		if now.After(d.last()) {
			t.Fatalf("%+v: went at %v", d, now)
		}
	}
}
