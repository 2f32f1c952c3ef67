package send_test

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"log/slog"
	"slices"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"heed/shared/handlers/send"
	"heed/shared/heed"
	"heed/shared/mail"
	"heed/shared/records"
	"heed/shared/sheets"
	"heed/shared/surveys"
	"heed/shared/table"
	"heed/shared/table/tabletest"
	"heed/shared/topics"
	"heed/shared/wiring"
)

const notifying = `
brand: {name: Acme}
sources: [{name: zendesk, type: zendesk}]
programs:
  - {name: support, ask: csat, stage: support, when: {kinds: [ticket.solved]}, rate: 98%, ceiling: 99%}
notify:
  alerts: [ada@acme.example, grace@acme.example]
  digest: [ada@acme.example]
  keywords: [refund]
`

// A newsroom is a desk at which nothing is due, and whose team wants to be told.
type newsroom struct {
	*desk
	log   bytes.Buffer
	made  map[string]any // sheets, by program, name and period
	reads int
}

func newNewsroom(t *testing.T) *newsroom {
	t.Helper()
	n := &newsroom{desk: newDesk(t), made: map[string]any{}}
	n.table, n.due = newMemory(), nil
	var err error
	if n.config, err = surveys.Load([]byte(notifying)); err != nil {
		t.Fatal(err)
	}
	return n
}

// Sheet reads one that a test has made.
func (n *newsroom) Sheet(_ context.Context, program, name, period string, into any) (bool, error) {
	n.reads++
	sheet, ok := n.made[program+" "+name+" "+period]
	if !ok {
		return false, nil
	}
	b, err := json.Marshal(sheet)
	if err != nil {
		return false, err
	}
	return true, json.Unmarshal(b, into)
}

// teller is a process that lives that life, behind the grants of its row.
func (n *newsroom) teller(at time.Time, life *tabletest.Life, sees bool) *send.Handler {
	h := n.sender(at, life, sees)
	h.Store = records.Store{Table: table.Guard(life.Table(n.table), wiring.Find("send").Table)}
	h.Sheets, h.Words, h.Home = n, topics.New(n.config), "heed"
	h.Log = slog.New(slog.NewTextHandler(&n.log, nil))
	return h
}

func (n *newsroom) tick(at time.Time) {
	n.Helper()
	if err := n.teller(at, long(), false).Tick(n.Context()); err != nil {
		n.Error(err)
	}
}

// answer puts a row that was answered then.
func (n *newsroom) answer(at time.Time, score int, comment string) heed.RowRef {
	n.Helper()
	touchpoint := &heed.Touchpoint{Source: "zendesk", Kind: "ticket.solved", Object: "ticket:" + at.String(), Occurrence: "1"}
	row := &heed.Row{
		RowRef: heed.RowRef{Day: heed.DayOf(at.Add(-day), time.UTC), ID: touchpoint.ID().Row("support")},
		Source: touchpoint.Source, Kind: touchpoint.Kind, Object: "ticket:4711", Occurrence: "1", At: at.Add(-day), Customer: heed.Hash{7}, Scope: heed.Hash{7},
		Dims:       []heed.Dim{{Name: "product", Value: "Router X200"}},
		Decision:   heed.Decision{Program: "support", Ask: heed.CSAT, Reason: heed.Asked, Pi: 1e8, Decided: at.Add(-day), Due: at.Add(-day)},
		Invitation: &heed.Invitation{To: "customer@example.org", Locale: "en", Claimed: at.Add(-day), Sent: at.Add(-day), MessageID: "m"},
		Response:   &heed.Response{Score: score, Channel: heed.Page, At: at, Comment: comment},
	}
	if err := n.store().PutRow(n.Context(), row); err != nil {
		n.Fatal(err)
	}
	return row.RowRef
}

// told lists the mails that went, by address and subject.
func (n *newsroom) told() []string {
	var list []string
	for _, m := range n.taken {
		list = append(list, m.To+" "+m.Subject)
	}
	slices.Sort(list)
	return list
}

func (n *newsroom) wants(list ...string) {
	n.Helper()
	if got := n.told(); !slices.Equal(got, list) {
		n.Errorf("told %q, want %q; logged:\n%s", got, list, &n.log)
	}
}

// minutes ticks each minute from one time until another.
func (n *newsroom) minutes(from, until time.Time) {
	n.Helper()
	for at := from; !at.After(until); at = at.Add(time.Minute) {
		n.tick(at)
	}
}

const (
	toAda   = "ada@acme.example A customer answered 1 of 5: support"
	toGrace = "grace@acme.example A customer answered 1 of 5: support"
)

// A low answer is told ten minutes after, when its comment is in it, once to
// each; a good one is not.
func TestLowAnswersAreTold(t *testing.T) {
	n := newNewsroom(t)
	ref := n.answer(midday, 1, "")
	n.answer(midday.Add(time.Second), 4, "Fine.")
	n.minutes(midday, midday.Add(9*time.Minute))
	n.wants()
	row := n.row(ref)
	_, err := n.store().ChangeRow(t.Context(), row.RowRef, func(r *heed.Row) error { r.Response.Comment = "Slow & rude: <b>never</b> again."; return nil })
	if err != nil {
		t.Fatal(err)
	}
	n.minutes(midday.Add(10*time.Minute), midday.Add(20*time.Minute))
	n.wants(toAda, toGrace)
	m := n.taken[0]
	for _, s := range []string{"> Slow & rude: <b>never</b> again.", "Router X200", "ticket.solved, ticket:4711 of zendesk", "https://heed.example/answers"} {
		if !strings.Contains(m.Text, s) {
			t.Errorf("the mail does not say %q:\n%s", s, m.Text)
		}
	}
	if strings.Contains(m.HTML, "<b>") || strings.Contains(m.HTML+m.Text+m.Subject, "customer@example.org") {
		t.Error("the mail holds what it should not")
	}
	n.minutes(midday.Add(40*time.Hour), midday.Add(40*time.Hour+5*time.Minute))
	if len(n.taken) != 2 {
		t.Errorf("%d mails", len(n.taken))
	}
}

// A keyword is told of whatever the score, in one mail with a low one; and after
// it where it comes later.
func TestKeywordsAreTold(t *testing.T) {
	n := newNewsroom(t)
	n.config.Notify.Alerts = n.config.Notify.Alerts[:1]
	n.answer(midday, 5, "All fine, but where are my refunds?")
	n.answer(midday.Add(time.Second), 1, "I want a refund.")
	later := n.answer(midday.Add(2*time.Second), 1, "Bad.")
	n.minutes(midday, midday.Add(15*time.Minute))
	n.wants(toAda, toAda, "ada@acme.example A customer answered 5 of 5: support")
	at := midday.Add(30 * time.Minute)
	_, err := n.store().ChangeRow(t.Context(), later, func(r *heed.Row) error {
		r.Response.Comment = "Bad. I want a refund."
		r.Add(heed.Note{Kind: heed.Afterward, At: at, Score: heed.None, Text: "more"})
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	n.minutes(at, at.Add(15*time.Minute))
	if len(n.taken) != 4 || !strings.Contains(n.taken[3].Text, "speaks of “refund”") {
		t.Errorf("%d mails", len(n.taken))
	}
}

// What was told stays told when something else comes back later, and an old
// answer that something comes back to is not told at all.
func TestOldAnswersAreNotTold(t *testing.T) {
	n := newNewsroom(t)
	ref := n.answer(midday, 1, "")
	n.minutes(midday.Add(10*time.Minute), midday.Add(12*time.Minute))
	old := n.answer(midday.Add(-3*day), 1, "")
	for i, r := range []heed.RowRef{ref, old} {
		_, err := n.store().ChangeRow(t.Context(), r, func(r *heed.Row) error {
			r.Add(heed.Note{Kind: heed.Afterward, At: midday.Add(time.Duration(20+i) * time.Minute), Score: heed.None, Text: "more"})
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	n.minutes(midday.Add(30*time.Minute), midday.Add(35*time.Minute))
	n.wants(toAda, toGrace)
}

// An answer that was erased or made better before the mail goes is not told.
func TestGoneAnswersAreNotTold(t *testing.T) {
	for name, change := range map[string]func(*heed.Row){
		"erased": func(r *heed.Row) { r.Response = nil }, "better": func(r *heed.Row) { r.Response.Score = 5 },
	} {
		n := newNewsroom(t)
		ref := n.answer(midday, 1, "Bad.")
		h := n.teller(midday.Add(11*time.Minute), long(), false)
		h.Mail = answering{mail.ErrLater}
		synctest.Test(t, func(t *testing.T) { // it rests after each
			if err := h.Tick(t.Context()); err != nil {
				t.Error(err)
			}
		})
		if _, err := n.store().ChangeRow(t.Context(), ref, func(r *heed.Row) error { change(r); return nil }); err != nil {
			t.Fatal(err)
		}
		n.minutes(midday.Add(12*time.Minute), midday.Add(14*time.Minute))
		if n.wants(); !strings.Contains(n.log.String(), "mail withdrawn") {
			t.Errorf("%s: logged %s", name, &n.log)
		}
	}
}

// answering is a service that gives one answer.
type answering struct{ err error }

func (a answering) Send(context.Context, mail.Mail) (string, error) { return "", a.err }

// Nothing is looked for where nobody wants to know, or mail has no sender.
func TestNobodyIsTold(t *testing.T) {
	for name, change := range map[string]func(*send.Handler){
		"nobody":    func(h *send.Handler) { c := *h.Config; c.Notify = surveys.Notify{}; h.Config = &c },
		"no sender": func(h *send.Handler) { h.Letter.From = "" },
		"restored":  func(h *send.Handler) { h.Home = "heed-restored" },
	} {
		n := newNewsroom(t)
		n.answer(midday, 1, "refund")
		if err := n.store().PutHome(t.Context(), "heed"); err != nil {
			t.Fatal(err)
		}
		h := n.teller(midday.Add(20*time.Minute), long(), false)
		change(h)
		if err := h.Tick(t.Context()); err != nil {
			t.Error(err)
		}
		list, err := n.store().Notices(t.Context(), 0)
		if n.wants(); len(list) > 0 || err != nil {
			t.Errorf("%s: %d notices, error %v", name, len(list), err)
		}
	}
}

// Neither a pause nor observing holds a notice back.
func TestNoticesGoThoughSendingIsHeld(t *testing.T) {
	n := newNewsroom(t)
	n.answer(midday, 1, "")
	if err := n.store().Pause(t.Context()); err != nil {
		t.Fatal(err)
	}
	h := n.teller(midday.Add(20*time.Minute), long(), false)
	h.Observe = true
	if err := h.Tick(t.Context()); err != nil {
		t.Error(err)
	}
	n.wants(toAda, toGrace)
}

// While the service takes no mail a notice waits, and is dropped after two days.
func TestNoticesWaitForTheService(t *testing.T) {
	n := newNewsroom(t)
	n.answer(midday, 1, "")
	at := midday.Add(11 * time.Minute)
	h := n.teller(at, long(), false)
	h.Mail = answering{mail.ErrHalted}
	if err := h.Tick(t.Context()); err != nil || !strings.Contains(n.log.String(), "sending halted") {
		t.Errorf("error %v, logged %s", err, &n.log)
	}
	n.tick(at.Add(9 * time.Minute)) // a hold
	n.wants()
	n.tick(at.Add(11 * time.Minute))
	n.wants(toAda, toGrace)

	late := newNewsroom(t)
	late.answer(midday, 1, "")
	h = late.teller(at, long(), false)
	h.Mail = answering{mail.ErrHalted}
	_ = h.Tick(t.Context())
	late.tick(at.Add(48*time.Hour + time.Minute))
	if late.wants(); strings.Count(late.log.String(), "fate=lapsed") != 2 {
		t.Errorf("logged %s", &late.log)
	}
}

// Whatever operation of a sender goes wrong, and however: no address is told
// twice, and each is told where the service can be asked. Where it can't be, the
// one in hand may be unsure, which is logged and never sent again.
func TestNoticesAfterMishaps(t *testing.T) {
	t.Parallel()
	for _, sees := range []bool{true, false} {
		for _, mishap := range tabletest.Mishaps {
			t.Run(fmt.Sprint(mishap, " asked ", sees), func(t *testing.T) {
				t.Parallel()
				met, ops := true, 0
				for op := 1; met; op++ {
					n, life := newNewsroom(t), &tabletest.Life{N: op, Mishap: mishap}
					n.answer(midday, 1, "")
					start := midday.Add(11 * time.Minute)
					_ = n.teller(start, life, sees).Tick(t.Context())
					met, ops = life.Met(), op
					for _, after := range []time.Duration{3, 6, 70, 73} {
						if err := n.teller(start.Add(after*time.Minute), long(), sees).Tick(t.Context()); err != nil {
							t.Error(err)
						}
					}
					list, err := n.store().Notices(t.Context(), 0)
					if err != nil || len(list) != 1 {
						t.Fatalf("operation %d: %d notices, error %v", op, len(list), err)
					}
					unsure := 0
					for i := range list[0].Copies {
						c := &list[0].Copies[i]
						times := n.times(list[0].MailID(c))
						switch {
						case times == 1 && !c.Sent.IsZero() && c.Fate == heed.NoFate:
						case times < 2 && c.Fate == heed.Unsure && !sees:
							unsure++
						default:
							t.Errorf("operation %d: %d times, %+v", op, times, c)
						}
					}
					if logged := strings.Count(n.log.String(), `level=ERROR msg="mail unsure"`); unsure > 1 || logged != unsure {
						t.Errorf("operation %d: %d are unsure, told of %d times", op, unsure, logged)
					}
				}
				if ops < 14 {
					t.Errorf("a tick has only %d operations", ops)
				}
			})
		}
	}
}

// Two senders at once, the first so slow that its lease runs out.
func TestTwoTellers(t *testing.T) {
	for moment := range 4 {
		n := newNewsroom(t)
		n.answer(midday, 1, "")
		at, met := midday.Add(11*time.Minute), 0
		other := func(ctx context.Context) error {
			if met++; met == moment+1 {
				return n.teller(at.Add(3*time.Minute), long(), false).Tick(ctx)
			}
			return nil
		}
		slow := n.teller(at, long(), false)
		slow.Pace, slow.Mail = other, slowly{blind{&n.post, long()}, other}
		if err := slow.Tick(t.Context()); err != nil {
			t.Error(err)
		}
		n.wants(toAda, toGrace)
	}
}

// A clock that goes back, and forward again, tells nothing twice.
func TestTheClockMoves(t *testing.T) {
	n := newNewsroom(t)
	n.answer(midday, 1, "")
	n.minutes(midday.Add(10*time.Minute), midday.Add(12*time.Minute))
	n.answer(midday.Add(11*time.Minute), 1, "")
	n.minutes(midday.Add(-3*time.Hour), midday.Add(-3*time.Hour+3*time.Minute))
	n.minutes(midday.Add(22*time.Minute), midday.Add(30*time.Minute))
	n.wants(toAda, toAda, toGrace, toGrace)
}

// Many low answers at once hold no invitation up.
func TestAFloodLeavesRoom(t *testing.T) {
	n := newNewsroom(t)
	for i := range 30 {
		n.answer(midday.Add(time.Duration(i)*time.Second), 1, "")
	}
	n.tick(midday.Add(11 * time.Minute))
	if len(n.taken) != 20 {
		t.Errorf("%d mails in one tick", len(n.taken))
	}
	n.minutes(midday.Add(12*time.Minute), midday.Add(15*time.Minute))
	if len(n.taken) != 60 {
		t.Errorf("%d mails", len(n.taken))
	}
}

// A flood of low answers does not keep word from the team that sending is paused.
func TestAFloodHoldsUpNoOtherNotice(t *testing.T) {
	n := newNewsroom(t)
	for i := range 60 {
		n.answer(midday.Add(time.Duration(i)*time.Second), 1, "")
	}
	n.tick(midday.Add(11 * time.Minute))
	found := midday.Add(11 * time.Minute)
	burst := &heed.Notice{Kind: heed.Bounces, Of: heed.DayOf(found, time.UTC).String(), Found: found, Sent: 100, Bounced: 20}
	burst.Address(n.config.Notify.Alerts)
	if first, err := n.store().PutNotice(t.Context(), burst); err != nil || !first {
		t.Fatal(first, err)
	}
	n.taken = nil
	n.tick(midday.Add(12 * time.Minute))
	for i, to := range n.config.Notify.Alerts {
		if len(n.taken) != 20 || n.taken[i].To != to || !strings.Contains(n.taken[i].Subject, "bounce") {
			t.Fatalf("told %q", n.told())
		}
	}
}

// The digest goes on Monday from seven on, once, with what the sheets say; not
// when that is more than two days ago.
func TestDigests(t *testing.T) {
	monday := time.Date(2026, 11, 23, 7, 0, 0, 0, time.UTC)
	const subject = "ada@acme.example What customers say: 16 to 22 November 2026"
	n := newNewsroom(t)
	whole := sheets.Part{}
	whole.Figure.Ask, whole.Figure.Shown, whole.Figure.N = heed.CSAT, true, 134
	whole.Figure.Score, whole.Figure.Low, whole.Figure.High = new(72.4), new(64.1), new(79.5)
	n.made["support scores/ days"] = sheets.Scores{Whole: whole}
	n.minutes(monday.Add(-3*time.Minute), monday.Add(-time.Minute))
	n.wants()
	n.minutes(monday, monday.Add(3*time.Minute))
	n.wants(subject)
	if m := n.taken[0]; !strings.Contains(m.Text, "72%") || !strings.Contains(m.Text, "64% to 80%") || !strings.Contains(m.Text, "nobody asked") {
		t.Errorf("the digest says\n%s", m.Text)
	}
	n.minutes(monday.Add(47*time.Hour), monday.Add(47*time.Hour+2*time.Minute))
	n.wants(subject)
	late := newNewsroom(t)
	late.tick(monday.Add(47 * time.Hour))
	late.wants(subject)
	later := newNewsroom(t)
	later.minutes(monday.Add(48*time.Hour+time.Minute), monday.Add(48*time.Hour+3*time.Minute))
	later.wants()
	if later.reads != 0 {
		t.Error("it looked at sheets for nothing")
	}
}

// Notices that the roll-up found are told, too.
func TestTheRollUpsNotices(t *testing.T) {
	n := newNewsroom(t)
	for _, notice := range []*heed.Notice{
		{Kind: heed.Silence, Of: "zendesk/2026-11-18", Source: "zendesk", Since: midday.Add(-50 * time.Hour), Found: midday},
		{Kind: heed.Bounces, Of: "2026-11-20", Sent: 160, Bounced: 24, Found: midday},
	} {
		notice.Address(n.config.Notify.Alerts[:1])
		if _, err := n.store().PutNotice(t.Context(), notice); err != nil {
			t.Fatal(err)
		}
	}
	n.minutes(midday, midday.Add(2*time.Minute))
	n.wants("ada@acme.example Nothing comes from zendesk any more", "ada@acme.example Too many mails bounce: sending is paused")
	if text := n.taken[0].Text + n.taken[1].Text; !strings.Contains(text, "24 of 160 invitations sent lately bounced for good (15.0%)") || !strings.Contains(text, "Wednesday, 18 November, at 10:00 UTC") {
		t.Errorf("told\n%s", text)
	}
}
