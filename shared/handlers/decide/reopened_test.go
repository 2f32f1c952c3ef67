package decide_test

import (
	"context"
	"fmt"
	"testing"
	"time"

	"heed/shared/heed"
	"heed/shared/table"
	"heed/shared/table/tabletest"
	"heed/shared/wiring"
)

// happened is what happened to one customer's ticket some time after noon.
func happened(kind, ticket string, after time.Duration) *heed.Touchpoint {
	return &heed.Touchpoint{
		Source: "zendesk", Kind: "ticket." + kind, Object: "ticket:" + ticket, Occurrence: kind + after.String(), At: noon.Add(after),
		Customer: heed.Customer{Email: "grace@example.com", Account: "a1"},
	}
}

// asked returns the row of a touchpoint that must be one that is asked.
func (c scene) asked(t *heed.Touchpoint) heed.Row {
	c.Helper()
	row := c.about(t)
	if row.Reason != heed.Asked || row.Invitation == nil || row.Pi == 0 {
		c.Fatalf("it was not asked: %s", row.Reason)
	}
	return row
}

// alter changes a row as somebody else would.
func (c scene) alter(row heed.Row, how func(*heed.Row)) {
	c.Helper()
	_, err := c.store().ChangeRow(c.Context(), row.RowRef, func(r *heed.Row) error { how(r); return nil })
	if err != nil {
		c.Fatal(err)
	}
}

func TestReopened(t *testing.T) {
	t.Parallel()
	solved, hour := happened("solved", "1", 0), time.Hour
	other := happened("reopened", "1", hour)
	other.Source = "jira"
	nothing := func(*heed.Row) {}
	for name, c := range map[string]struct {
		between func(*heed.Row)
		next    *heed.Touchpoint
		after   time.Duration
		want    string
	}{
		"at once":            {nothing, happened("reopened", "1", hour), hour, "cancelled"},
		"days later":         {nothing, happened("reopened", "1", 50*hour), 50 * hour, "cancelled"},
		"told late":          {nothing, happened("reopened", "1", hour), 30 * hour, "cancelled"},
		"another ticket":     {nothing, happened("reopened", "2", hour), hour, "waiting"},
		"another source's":   {nothing, other, hour, "waiting"},
		"of before":          {nothing, happened("reopened", "1", -hour), hour, "waiting"},
		"replied to":         {nothing, happened("replied", "1", hour), hour, "waiting"},
		"taken in hand":      {func(r *heed.Row) { r.Invitation.Claimed = noon }, happened("reopened", "1", hour), hour, "claimed"},
		"lapsed":             {func(r *heed.Row) { r.Invitation.Fate = heed.Lapsed }, happened("reopened", "1", hour), hour, "lapsed"},
		"asked of reopening": {func(r *heed.Row) { r.Kind = "ticket.reopened" }, happened("reopened", "1", hour), hour, "waiting"},
	} {
		for _, scope := range []string{"", "scope: account", "timezone: Pacific/Auckland", "timezone: America/Los_Angeles"} {
			t.Run(name+" "+scope, func(t *testing.T) {
				t.Parallel()
				s := story{scope: scope}.begin(t).scene()
				defer s.close()
				s.decide(noon, solved)
				row := s.asked(solved)
				s.alter(row, c.between)
				for range 2 {
					s.decide(noon.Add(c.after), c.next)
				}
				is := s.asked(solved)
				if is.Invitation.State() != c.want || is.Limit != row.Limit || is.Expires != row.Expires {
					t.Errorf("it is %s, want %s: %+v", is.Invitation.State(), c.want, is)
				}
				marks, err := s.store().Marks(t.Context())
				if late := c.want == "cancelled" && c.after > heed.RolledUpFor; err != nil || (len(marks) == 1) != late {
					t.Errorf("marks %v, error %v", marks, err)
				}
			})
		}
	}
}

// What is solved is not asked about if it was opened again since, in whatever
// order that is told.
func TestReopenedBeforeSolvingIsTold(t *testing.T) {
	t.Parallel()
	for after, want := range map[time.Duration]string{time.Hour: "cancelled", -time.Hour: "waiting", 0: "waiting"} {
		for _, scope := range []string{"", "scope: account", "timezone: Pacific/Auckland", "timezone: America/Los_Angeles"} {
			s := story{scope: scope}.begin(t).scene()
			s.decide(noon.Add(2*time.Hour), happened("replied", "7", 90*time.Minute))
			s.decide(noon.Add(2*time.Hour), happened("reopened", "7", after))
			solved := happened("solved", "7", 0)
			s.decide(noon.Add(14*time.Hour), solved)
			if got := s.asked(solved).Invitation.State(); got != want {
				t.Errorf("%q, reopened %v after it was solved: %s, want %s", scope, after, got, want)
			}
			s.close()
		}
	}
}

// A reminder of a ticket that is open again does not go either.
func TestReopenedBeforeTheReminder(t *testing.T) {
	t.Parallel()
	s := story{}.begin(t).scene()
	defer s.close()
	solved := happened("solved", "1", 0)
	s.decide(noon, solved)
	s.alter(s.asked(solved), func(r *heed.Row) {
		r.Invitation.Claimed, r.Invitation.Sent, r.Invitation.Remind = noon, noon, 48*time.Hour
	})
	s.decide(noon.Add(time.Hour), happened("reopened", "1", time.Hour))
	row := s.asked(solved)
	if f := row.Invitation.Last(heed.Reminder); f == nil || f.Fate != heed.Cancelled || row.Invitation.State() != "sent" {
		t.Errorf("the reminder is %+v, the invitation %s", f, row.Invitation.State())
	}
	if _, _, waits := row.Next(); waits {
		t.Error("something still waits")
	}
}

// Whichever operation goes wrong, and however: once both were told, nothing
// waits to be mailed, in either order.
func TestMishapsOfReopening(t *testing.T) {
	t.Parallel()
	solved, reopened := happened("solved", "1", 0), happened("reopened", "1", time.Hour)
	for _, scope := range []string{"", "scope: account"} {
		p := story{scope: scope}.begin(t)
		for _, order := range [][]*heed.Touchpoint{{solved, reopened}, {reopened, solved}} {
			for which := range order {
				for _, mishap := range tabletest.Mishaps {
					for n, met := 1, true; met; n++ {
						c := p.scene()
						life := &tabletest.Life{N: n, Mishap: mishap}
						for i, touchpoint := range order {
							if i == which {
								_ = c.handler(noon, life.Table(c.table)).Touchpoint(t.Context(), touchpoint)
							}
							if i != which || which == 1 {
								c.decide(noon.Add(time.Hour), touchpoint)
							}
						}
						if which == 0 {
							c.decide(noon.Add(time.Hour), order[0])
						}
						met = life.Met()
						if got := c.asked(solved).Invitation.State(); got != "cancelled" {
							t.Errorf("%s operation %d of %s, %s first: it is %s", mishap, n, order[which].Kind, order[0].Kind, got)
						}
						c.close()
					}
				}
			}
		}
	}
}

// meeting has something else happen before one operation of a process.
type meeting struct {
	table.Table
	before    int
	meanwhile func()
}

func (m *meeting) now() {
	if m.before--; m.before == 0 {
		m.meanwhile()
	}
}

func (m *meeting) Get(ctx context.Context, key table.Key) (table.Item, error) {
	m.now()
	return m.Table.Get(ctx, key)
}

func (m *meeting) PutIfVersion(ctx context.Context, item table.Item, version uint64) error {
	m.now()
	return m.Table.PutIfVersion(ctx, item, version)
}

// A sender that takes the invitation in hand at any moment of that keeps it, and
// one that was too late does not: the first write wins.
func TestReopenedWhileItIsClaimed(t *testing.T) {
	t.Parallel()
	p := story{}.begin(t)
	solved, reopened := happened("solved", "1", 0), happened("reopened", "1", time.Hour)
	states := map[string]int{}
	for before := 1; ; before++ {
		c := p.scene()
		c.decide(noon, solved)
		row, won := c.asked(solved), false
		m := &meeting{Table: c.table, before: before, meanwhile: func() {
			c.alter(row, func(r *heed.Row) {
				if won = r.Invitation.Open(); won {
					r.Invitation.Claimed = noon
				}
			})
		}}
		if err := c.handler(noon.Add(time.Hour), m).Touchpoint(t.Context(), reopened); err != nil {
			t.Fatal(err)
		}
		state := c.asked(solved).Invitation.State()
		if state != map[bool]string{true: "claimed", false: "cancelled"}[won] {
			t.Errorf("claimed before operation %d: %v, and then %s", before, won, state)
		}
		states[state]++
		c.close()
		if m.before > 0 {
			break
		}
	}
	if states["claimed"] < 2 || states["cancelled"] < 2 {
		t.Errorf("not both orders were met: %v", states)
	}
}

// queries counts those of rows.
type queries struct {
	table.Table
	n int
}

func (q *queries) Query(ctx context.Context, of table.Query) (table.Page, error) {
	if of.PK[:len(table.RowPrefix)] == table.RowPrefix {
		q.n++
	}
	return q.Table.Query(ctx, of)
}

// What is neither asked nor solved, and the reopening of anything but a ticket of
// whom nobody was asked lately, reads no rows; a busy customer's reads are bounded.
func TestReadsOfReopening(t *testing.T) {
	t.Parallel()
	s := story{scope: "quiet: 5d"}.begin(t).scene()
	defer s.close()
	q := &queries{Table: table.Guard(s.table, wiring.Find("decide").Table)}
	h := s.handler(noon, q)
	count := func(touchpoint *heed.Touchpoint) int {
		t.Helper()
		q.n = 0
		if err := h.Touchpoint(t.Context(), touchpoint); err != nil {
			t.Fatal(err)
		}
		return q.n
	}
	for i := range 150 {
		if n := count(happened("merged", fmt.Sprint("x", i), 0)); n > 0 {
			t.Fatalf("a touchpoint that is not asked reads %d times", n)
		}
	}
	chat := happened("reopened", "1", time.Hour)
	chat.Kind = "chat.reopened"
	if n := count(chat); n > 0 {
		t.Errorf("reopened, and nobody was asked: %d reads", n)
	}
	var solved *heed.Touchpoint
	for i := 0; solved == nil; i++ {
		one := happened("solved", fmt.Sprint(i), 0)
		n := count(one)
		if s.about(one).Reason == heed.Asked {
			solved = one
		}
		if n > map[bool]int{false: 20, true: 100}[solved != nil] || n == 0 {
			t.Errorf("%s: %d reads", s.about(one).Reason, n)
		}
	}
	reopened := happened("reopened", "", time.Hour)
	reopened.Object = solved.Object
	if n := count(reopened); n > 100 || n == 0 {
		t.Errorf("reopened: %d reads", n)
	}
	if got := s.asked(solved).Invitation.State(); got != "cancelled" {
		t.Errorf("it is %s", got)
	}
}

// What is withdrawn keeps its charge, and its customer in peace: the next solving
// asks nobody.
func TestReopenedKeepsItsCharge(t *testing.T) {
	t.Parallel()
	s := story{scope: "quiet: 30d"}.begin(t).scene()
	defer s.close()
	solved := happened("solved", "1", 0)
	s.decide(noon, solved)
	before := s.head("grace").Scope
	s.decide(noon.Add(time.Hour), happened("reopened", "1", time.Hour))
	after := s.head("grace").Scope
	if after.QuietUntil != before.QuietUntil || after.Available(heed.DayOf(noon, time.UTC)) != before.Available(heed.DayOf(noon, time.UTC)) {
		t.Error("what was cancelled is charged no more")
	}
	again := happened("solved", "1", 2*time.Hour)
	s.decide(noon.Add(2*time.Hour), again)
	if row := s.about(again); row.Reason != heed.Quiet && row.Reason != heed.NotDrawn && row.Reason != heed.Uncovered {
		t.Errorf("the next solving is %s", row.Reason)
	}
}

// Of a reopening that names its ticket alone, or its customer by an id, the
// vendor is asked as of the solving: it is looked for with the same customer.
func TestReopenedByIDAlone(t *testing.T) {
	t.Parallel()
	for _, customer := range []string{"7", ""} {
		for _, first := range []string{"ticket.solved", "ticket.reopened"} {
			b := seat(t, "jira", "")
			one, other := solved("jira", 1, customer), solved("jira", 1, customer)
			other.Kind, other.At = "ticket.reopened", other.At.Add(time.Minute)
			if first == other.Kind {
				one, other = other, one
			}
			for _, touchpoint := range []heed.Touchpoint{one, other} {
				if failed := work(t, b.process(b.table), 1, touchpoint); failed != nil {
					t.Fatal(failed, b.log.String())
				}
			}
			for _, row := range b.rows() {
				if row.Kind == "ticket.solved" && (row.Reason != heed.Asked || row.Invitation.State() != "cancelled") {
					t.Errorf("customer %q, %s first: %s, %+v", customer, first, row.Reason, row.Invitation)
				}
			}
		}
	}
}
