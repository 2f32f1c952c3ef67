package rollup_test

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"heed/shared/heed"
)

// What happens to an invitation reaches its cells however long after the
// decision it does, and whatever delay surveys.yaml has had since: as here none,
// though the mail became due after 20 days.
func TestDelayShortenedMidStream(t *testing.T) {
	for name, after := range map[string]time.Duration{
		"an hour": time.Hour, "a day": 24 * time.Hour, "just not late": heed.RolledUpFor, "just late": heed.RolledUpFor + time.Minute,
		"three days": 72 * time.Hour, "twenty days": 20 * 24 * time.Hour,
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			r := newRoom(t, utc)
			at := noon.Add(after)
			rows := r.ofDay(noon, 0, 20)
			for _, row := range rows {
				if row.Invitation != nil {
					row.Due, row.Response, row.Invitation = at, nil, &heed.Invitation{To: "a@example.com"}
				}
			}
			r.put(rows...)
			for since := time.Duration(0); since < after; since += 24 * time.Hour {
				r.tick(noon.Add(since))
			}
			r.tick(at)
			for _, row := range rows {
				if row.Invitation == nil {
					continue
				}
				if row.Late(at) {
					if err := r.store().PutMark(t.Context(), row.Day, at); err != nil {
						t.Fatal(err)
					}
				}
				row.Invitation.Sent = at
				r.change(row, func(x *heed.Row) { x.Invitation.Sent = at })
			}
			r.tick(at.Add(15 * time.Minute))
			if diff := cmp.Diff(fresh(t, rows, at), r.stored()); diff != "" {
				t.Errorf("first roll-up of the same rows (-want +got):\n%s", diff)
			}
		})
	}
}
