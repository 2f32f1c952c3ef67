package delivery_test

import (
	"fmt"
	"log/slog"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"heed/shared/embedded"
	"heed/shared/handlers/delivery"
	"heed/shared/heed"
	"heed/shared/queue"
	"heed/shared/records"
	"heed/shared/sampling"
	"heed/shared/table"
	"heed/shared/wiring"
)

var noon = time.Date(2026, 11, 20, 12, 0, 0, 0, time.UTC)

// An office is a table with one row, and what records events in it.
type office struct {
	*testing.T
	delivery.Handler
	all records.Store
	ref heed.RowRef
}

// open puts a row that was mailed at noon, with a reminder and a question back
// of which nothing is known yet.
func open(t *testing.T) *office {
	t.Helper()
	file, err := embedded.Open(filepath.Join(t.TempDir(), "heed.db"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = file.Close() })
	o := &office{T: t, all: records.Store{Table: file.Table()}, ref: heed.RowRef{Day: heed.DayOf(noon, time.UTC), ID: heed.RowID{1, 9: 2}}}
	o.Handler = delivery.Handler{
		Store: records.Store{Table: table.Guard(file.Table(), wiring.Find("delivery").Table)},
		Now:   func() time.Time { return noon.Add(time.Hour) }, Log: slog.New(slog.DiscardHandler),
	}
	row := &heed.Row{RowRef: o.ref, Customer: heed.Hash{7}, Scope: heed.Hash{7}, Decision: heed.Decision{Program: "support", Ask: heed.CSAT, Reason: heed.Asked, Decided: noon, Due: noon}}
	row.Invitation = &heed.Invitation{To: "grace@example.org", Claimed: noon, Sent: noon, MessageID: "first", Further: []heed.Further{
		{FurtherName: reminder, Due: noon, Claimed: noon},
		{FurtherName: question, Due: noon, Claimed: noon, Fate: heed.Unsure, Failed: noon},
	}}
	if err := o.all.PutRow(t.Context(), row); err != nil {
		t.Fatal(err)
	}
	return o
}

var (
	reminder = heed.FurtherName{Kind: heed.Reminder, Round: 1}
	question = heed.FurtherName{Kind: heed.QuestionBack, Round: 1}
	missing  = heed.FurtherName{Kind: heed.ExportLink, Round: 3}
)

// say has the handler work an event of the row's mail of that name.
func (o *office) say(name heed.FurtherName, kind, more string) {
	o.Helper()
	body := fmt.Sprintf(`{"eventType":%q,"mail":{"timestamp":"2026-11-20T12:00:01Z","messageId":"m","tags":{"heed-row":[%q]}}%s}`, kind, o.ref.FurtherID(name), more)
	if failed := o.Work(o.Context(), []queue.Message{{ID: "1", Body: []byte(body)}}); len(failed) > 0 {
		o.Error("the event was not recorded")
	}
}

func (o *office) row() *heed.Row {
	o.Helper()
	row, err := o.all.Row(o.Context(), o.ref)
	if err != nil {
		o.Fatal(err)
	}
	return row
}

const (
	forGood   = `,"bounce":{"bounceType":"Permanent","timestamp":"2026-11-20T12:00:02Z"}`
	forNow    = `,"bounce":{"bounceType":"Transient","timestamp":"2026-11-20T12:00:02Z"}`
	complaint = `,"complaint":{"timestamp":"2026-11-20T12:00:02Z"}`
)

// Word of a further mail is recorded with it, suppresses as any mail's does,
// and changes nothing in the invitation, nor in another mail.
func TestFurtherMails(t *testing.T) {
	t.Parallel()
	at := noon.Add(time.Second)
	for _, c := range []struct {
		name       heed.FurtherName
		kind, more string
		sent       time.Time
		fate       heed.Fate
		why        sampling.Suppression
	}{
		{reminder, "Send", "", at, heed.NoFate, 0},
		{reminder, "Delivery", `,"delivery":{}`, at, heed.NoFate, 0},
		{reminder, "Reject", "", time.Time{}, heed.Refused, 0},
		{reminder, "Bounce", forGood, at.Add(time.Second), heed.Bounced, sampling.AddressBounced},
		{reminder, "Bounce", forNow, at.Add(time.Second), heed.NoFate, 0},
		{reminder, "Complaint", complaint, at.Add(time.Second), heed.Complained, sampling.ReportedSpam},
		{question, "Delivery", `,"delivery":{}`, at, heed.NoFate, 0},
		{question, "Bounce", forGood, at.Add(time.Second), heed.Bounced, sampling.AddressBounced},
		{missing, "Delivery", `,"delivery":{}`, time.Time{}, 0, 0},
		{missing, "Bounce", forGood, time.Time{}, 0, sampling.AddressBounced},
	} {
		t.Run(c.name.Kind.String()+" "+c.kind, func(t *testing.T) {
			o := open(t)
			want := o.row().Invitation
			if f := want.Find(c.name); f != nil {
				f.Sent, f.Fate, f.Failed = c.sent, c.fate, time.Time{}
				if !c.sent.IsZero() {
					f.MessageID = "m"
				}
				switch c.fate {
				case heed.Refused:
					f.Failed = at
				case heed.Bounced, heed.Complained:
					f.Failed = c.sent
				}
			}
			for range 2 {
				o.say(c.name, c.kind, c.more)
			}
			if diff := cmp.Diff(want, o.row().Invitation); diff != "" {
				t.Errorf("the invitation (-want +got):\n%s", diff)
			}
			if why, err := o.all.Suppression(t.Context(), heed.Hash{7}); why != c.why || err != nil {
				t.Errorf("suppressed for %v, want %v; error %v", why, c.why, err)
			}
			if marks, err := o.all.Marks(t.Context()); len(marks) > 0 || err != nil {
				t.Errorf("days are marked of which no cell changes: %v, error %v", marks, err)
			}
		})
	}
}

// In whatever order word comes, a complaint stands, and a mail that was unsure
// is known to have gone.
func TestOrderOfEvents(t *testing.T) {
	t.Parallel()
	events := [][2]string{{"Send", ""}, {"Delivery", `,"delivery":{}`}, {"Complaint", complaint}}
	for _, order := range [][]int{{0, 1, 2}, {2, 1, 0}, {1, 2, 0}, {2, 0, 1}} {
		for _, name := range []heed.FurtherName{{}, reminder, question} {
			o := open(t)
			for _, i := range slices.Concat(order, order) {
				o.say(name, events[i][0], events[i][1])
			}
			i := o.row().Invitation
			sent, fate := i.Sent, i.Fate
			if f := i.Find(name); f != nil {
				if sent, fate = f.Sent, f.Fate; i.Fate != heed.NoFate {
					t.Errorf("the invitation is %s by what its %s met", i.Fate, name.Kind)
				}
			}
			if sent.IsZero() || fate != heed.Complained {
				t.Errorf("%s, order %v: sent %v, %s", name.Kind, order, sent, fate)
			}
		}
	}
}

// Of whoever had themselves forgotten nothing is known any more that could be
// suppressed.
func TestForgotten(t *testing.T) {
	t.Parallel()
	o := open(t)
	_, err := o.all.ChangeRow(t.Context(), o.ref, func(r *heed.Row) error { r.Forget(noon); return nil })
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range []heed.FurtherName{{}, reminder} {
		o.say(name, "Bounce", forGood)
	}
	if why, err := o.all.Suppression(t.Context(), heed.Hash{}); why != 0 || err != nil {
		t.Errorf("nobody is suppressed for %v, error %v", why, err)
	}
}

// One event at which something stumbles fails alone.
func TestPanicFailsOneEvent(t *testing.T) {
	o := open(t)
	now, calls := o.Now, 0
	o.Now = func() time.Time {
		if calls++; calls == 1 {
			panic("grace@example.org")
		}
		return now()
	}
	event := []byte(`{"eventType":"Bounce","mail":{"messageId":"first","tags":{"heed-row":["` + o.ref.MailID() + `"]}},"bounce":{"bounceType":"Permanent","timestamp":"2026-11-20T12:00:05Z","bouncedRecipients":[]}}`)
	if failed := o.Work(t.Context(), []queue.Message{{ID: "1", Body: event}, {ID: "2", Body: event}}); len(failed) != 1 || failed[0].ID != "1" {
		t.Errorf("failed: %v", failed)
	}
}
