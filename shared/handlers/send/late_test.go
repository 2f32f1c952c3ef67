package send_test

import (
	"context"
	"strings"
	"testing"
	"time"

	"heed/shared/heed"
	"heed/shared/records"
	"heed/shared/table"
)

// What happens to an invitation more than two days after it was decided is not
// rolled up by itself: its day is marked first.
func TestLateChangesAreMarked(t *testing.T) {
	t.Parallel()
	claimed := func(at time.Time) func(*heed.Row) { return func(r *heed.Row) { r.Invitation.Claimed = at } }
	for name, c := range map[string]struct {
		due    time.Time
		change func(*heed.Row)
		want   string
		marked bool
	}{
		"sent in time":        {noon.Add(-47 * time.Hour), func(*heed.Row) {}, "sent", false},
		"sent late":           {noon.Add(-48 * time.Hour), func(*heed.Row) {}, "sent", true},
		"lapsed":              {noon.Add(-50 * time.Hour), func(*heed.Row) {}, "lapsed", true},
		"program gone":        {noon.Add(-time.Hour), func(r *heed.Row) { r.Program = "gone" }, "cancelled", false},
		"soon unsure":         {noon.Add(-3 * time.Hour), claimed(noon.Add(-2 * time.Hour)), "unsure", false},
		"unsure after a rest": {noon.Add(-60 * time.Hour), claimed(noon.Add(-59 * time.Hour)), "unsure", true},
	} {
		t.Run(name, func(t *testing.T) {
			o := open(t)
			ref := o.invite(c.due, c.change)
			w := &writes{Table: o.Store.Table}
			o.Store = records.Store{Table: w}
			o.tick(t.Context(), c.want)
			marks, err := o.all.Marks(t.Context())
			if err != nil || (len(marks) == 1) != c.marked || c.marked && marks[0].Day != ref.Day {
				t.Errorf("marks %v, error %v", marks, err)
			}
			if got := strings.Join(w.kinds, " "); c.marked && !strings.Contains(got, "mark day") {
				t.Errorf("wrote %s, want the mark before the row", got)
			}
		})
	}
}

// A mark that can't be put stops the change: it comes with the next tick.
func TestNoChangeWithoutItsMark(t *testing.T) {
	t.Parallel()
	o := open(t)
	o.invite(noon.Add(-50 * time.Hour))
	open := o.Store
	o.Store = records.Store{Table: &writes{Table: open.Table, refuse: table.MarkPrefix}}
	o.tick(t.Context(), "waiting")
	o.Store = open
	o.tick(t.Context(), "lapsed")
}

// writes lists what is put into a table, by what stands before the first # of
// its key, and refuses what begins with refuse.
type writes struct {
	table.Table
	kinds  []string
	refuse string
}

func (w *writes) note(item table.Item) error {
	kind, _, _ := strings.Cut(item.PK, "#")
	w.kinds = append(w.kinds, kind)
	if w.refuse != "" && strings.HasPrefix(item.PK, w.refuse) {
		return table.ErrForbidden
	}
	return nil
}

func (w *writes) PutIfAbsent(ctx context.Context, item table.Item) error {
	if err := w.note(item); err != nil {
		return err
	}
	return w.Table.PutIfAbsent(ctx, item)
}

func (w *writes) PutIfVersion(ctx context.Context, item table.Item, version uint64) error {
	if err := w.note(item); err != nil {
		return err
	}
	return w.Table.PutIfVersion(ctx, item, version)
}
