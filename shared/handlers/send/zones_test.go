package send_test

import (
	"testing"
	"time"

	"heed/shared/heed"
	"heed/shared/records"
	"heed/shared/sampling"
	"heed/shared/surveys"
)

// office hours, from Monday to Friday.
var officeHours = surveys.Hours{From: 9 * 60, To: 17 * 60, Days: [7]bool{false, true, true, true, true, true, false}}

// lives has the customer live in that zone.
func lives(zone string) func(*heed.Row) {
	return func(r *heed.Row) { r.Invitation.Zone = zone }
}

// decided has the row be one of a decision that knew of the hours.
func decided(r *heed.Row) {
	zone, err := time.LoadLocation(r.Invitation.Zone)
	if err != nil {
		panic(err)
	}
	r.Expires = heed.DayOf(sampling.Latest(&surveys.Program{Hours: officeHours}, r.Due, zone), time.UTC) + 90
}

// Noon is on a Friday.
func TestKeepsToHours(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		due    time.Duration // before noon
		change func(*heed.Row)
		want   time.Duration // after noon; -1 for never
		writes int           // of the row, in the first tick
	}{
		"in New York":               {0, lives("America/New_York"), 2 * time.Hour, 1},
		"in Auckland, on Saturday":  {0, lives("Pacific/Auckland"), -1, 1},
		"on Friday in Auckland":     {7*time.Hour + 30*time.Minute, lives("Pacific/Auckland"), -1, 1},
		"eight hours late in Tokyo": {8 * time.Hour, lives("Asia/Tokyo"), -1, 1},
		"on Friday, to be Monday":   {7*time.Hour + 30*time.Minute, later(lives("Pacific/Auckland"), decided), 2*day + 8*time.Hour, 1},
		"late in Tokyo, on Monday":  {8 * time.Hour, later(lives("Asia/Tokyo"), decided), 2*day + 12*time.Hour, 1},
		"Friday's, on Monday":       {27 * time.Hour, later(lives("Asia/Tokyo"), decided), 2*day + 12*time.Hour, 1},
		"Thursday's, too late":      {55 * time.Hour, later(lives("Asia/Tokyo"), decided), -1, 1},
		"in Berlin":                 {0, lives("Europe/Berlin"), 0, 2},
		"nobody knows where":        {0, lives("Mars/Olympus"), 0, 2},
		"a reminder in Berlin":      {2 * day, later(lives("Europe/Berlin"), mailed(26*time.Hour), reminded), 0, 2},
		"a reminder on Saturday":    {2 * day, later(lives("Pacific/Auckland"), mailed(26*time.Hour), reminded), 2*day + 8*time.Hour, 1},
		"a question on Saturday":    {2 * day, later(lives("Pacific/Auckland"), mailed(day), wants(heed.QuestionBack, time.Minute)), 0, 2},
		"a link asked for at night": {2 * day, later(lives("Pacific/Auckland"), mailed(day), wants(heed.ExportLink, time.Minute)), 0, 2},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			o := open(t)
			o.Config.Programs[0].Hours, o.Config.Programs[0].Quiet = officeHours, 90
			ref := o.invite(noon.Add(-c.due), c.change)
			before := o.version(ref)
			o.must(o.Tick(t.Context()))
			if n := o.version(ref) - before; n != c.writes {
				t.Errorf("the row was written %d times, want %d", n, c.writes)
			}
			went := time.Duration(-1)
			for ; went < 0 && o.now.Before(noon.Add(4*day)); o.now = o.now.Add(15 * time.Minute) {
				o.must(o.Tick(t.Context()))
				if len(o.ses.Sent()) > 0 {
					went = o.now.Sub(noon)
				}
			}
			if went != c.want {
				row, err := o.all.Row(t.Context(), ref)
				t.Errorf("it went after %v, want %v: %+v, error %v", went, c.want, row.Invitation, err)
			}
		})
	}
}

// later makes several changes, one after the other.
func later(changes ...func(*heed.Row)) func(*heed.Row) {
	return func(r *heed.Row) {
		for _, change := range changes {
			change(r)
		}
	}
}

// version is how often a row was written.
func (o *office) version(ref heed.RowRef) int {
	o.Helper()
	item, err := o.engine.Get(o.Context(), records.RowKey(ref))
	o.must(err)
	return int(item.Version)
}
