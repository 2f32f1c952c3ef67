package send_test

import (
	"bytes"
	"context"
	"fmt"
	"log/slog"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/google/go-cmp/cmp"

	"heed/shared/handlers/delivery"
	"heed/shared/handlers/send"
	"heed/shared/heed"
	"heed/shared/mail"
	"heed/shared/queue"
	"heed/shared/table/tabletest"
	"heed/shared/wiring"
)

// What the mail service does with the first mail that it is handed.
const (
	answers   = "answers"
	throttles = "throttles"
	timesOut  = "times out"
	silent    = "accepts, then times out"
)

// When the event comes that tells of a mail that went.
const (
	never  = "never"
	atOnce = "at once, before its sender hears or dies"
	hours  = "hours later"
)

// A trial is one mail, which one sender tries to send that meets a mishap and a
// service that does something, and then others, who meet neither.
type trial struct {
	*desk
	name     heed.FurtherName
	ref      heed.RowRef
	begin    time.Time
	service  string
	word     string
	life     *tabletest.Life
	answered bool // somebody who lived was told what became of it
	log      bytes.Buffer
}

// row puts a row of which only that mail waits, and returns its invitation.
func (x *trial) row() *heed.Invitation {
	x.Helper()
	touchpoint := &heed.Touchpoint{Source: "zendesk", Kind: "ticket.solved", Object: x.begin.String(), Occurrence: "1"}
	row := &heed.Row{
		RowRef: heed.RowRef{Day: heed.DayOf(x.begin, time.UTC), ID: touchpoint.ID().Row("support")},
		Source: touchpoint.Source, Kind: touchpoint.Kind, Object: touchpoint.Object, Occurrence: touchpoint.Occurrence, At: x.begin, Customer: heed.Hash{7}, Scope: heed.Hash{7},
		Decision:   heed.Decision{Program: "support", Ask: heed.CSAT, Reason: heed.Asked, Pi: 1e8, Decided: x.begin, Due: x.begin},
		Invitation: &heed.Invitation{To: "grace@example.org"},
	}
	i := row.Invitation
	if x.name.Kind != 0 {
		i.Claimed, i.Sent, i.MessageID = x.begin.Add(-day), x.begin.Add(-day), "first"
	}
	switch x.name.Kind {
	case heed.Reminder:
		i.Remind = day
	case heed.QuestionBack, heed.ExportLink:
		i.Further = []heed.Further{{FurtherName: x.name, Due: x.begin}}
	}
	if err := x.store().PutRow(x.Context(), row); err != nil {
		x.Fatal(err)
	}
	x.ref = row.RowRef
	return i
}

// Send is the service's. Whoever hands the mail over may die before or after.
func (x *trial) Send(_ context.Context, m mail.Mail) (id string, err error) {
	done := x.life.Do(func() error {
		if x.service == answers || x.service == silent {
			x.taken = append(x.taken, m)
			if x.word == atOnce {
				x.tell()
			}
		}
		return nil
	})
	switch {
	case done != nil || x.service == timesOut || x.service == silent:
		return "", mail.ErrUnknown
	case x.service == throttles:
		return "", mail.ErrLater
	}
	x.answered = true
	return "named-" + m.ID, nil
}

// tell works the event of the mail's delivery.
func (x *trial) tell() {
	event := fmt.Sprintf(`{"eventType":"Delivery","mail":{"timestamp":"2026-11-20T12:00:01Z","messageId":"m","tags":{"heed-row":[%q]}},"delivery":{}}`, x.ref.FurtherID(x.name))
	h := delivery.Handler{Store: x.store(), Now: func() time.Time { return x.begin }, Log: slog.New(slog.DiscardHandler)}
	if failed := h.Work(x.Context(), []queue.Message{{ID: "1", Body: []byte(event)}}); len(failed) > 0 {
		x.Error("the event was not recorded")
	}
}

// run runs the first sender and four more, in the time in which all must be
// settled.
func (x *trial) run() {
	first := x.life
	for n, after := range []time.Duration{0, 3 * time.Minute, 6 * time.Minute, 70 * time.Minute, 73 * time.Minute} {
		h := x.sender(x.begin.Add(after), x.life, false)
		h.Mail, h.Log = x, slog.New(slog.NewJSONHandler(&x.log, nil))
		if err := h.Tick(x.Context()); err != nil && n > 0 {
			x.Error(err)
		}
		x.service, x.life = answers, long()
	}
	if x.word == hours && len(x.taken) > 0 {
		x.tell()
	}
	x.life = first
}

// outcome is what is recorded of the mail.
func (x *trial) outcome() (sent bool, fate heed.Fate) {
	x.Helper()
	i := x.desk.row(x.ref).Invitation
	if f := i.Find(x.name); f != nil {
		return !f.Sent.IsZero(), f.Fate
	}
	if x.name.Kind != 0 {
		return false, heed.NoFate
	}
	return !i.Sent.IsZero(), i.Fate
}

// check holds what happened to what is promised.
func (x *trial) check(was *heed.Invitation) {
	x.Helper()
	sent, fate := x.outcome()
	times := x.times(x.ref.FurtherID(x.name))
	lived := !x.life.Met() || x.life.Mishap == tabletest.FailsBefore || x.life.Mishap == tabletest.FailsAfter
	known := times == 1 && (x.word != never || x.answered && lived)
	switch {
	case times == 1 && sent && fate == heed.NoFate:
	case times < 2 && !sent && fate == heed.Unsure && !known:
	default:
		x.Errorf("it went %d times, is sent: %v, fate: %q; its outcome could be known: %v", times, sent, fate, known)
	}
	if len(x.taken) != times {
		x.Errorf("%d other mails went", len(x.taken)-times)
	}
	told := strings.Count(x.log.String(), `"level":"ERROR","msg":"`+unsure+`"`)
	if wants := fate == heed.Unsure; told > 1 || wants && told == 0 {
		x.Errorf("it is %q, and the operator was told %d times", fate, told)
	}
	if is := x.desk.row(x.ref).Invitation; x.name.Kind != 0 {
		is.Further, was.Further = nil, nil
		if diff := cmp.Diff(was, is); diff != "" {
			x.Errorf("the invitation has changed: %s", diff)
		}
	}
	for range x.store().DueBy(x.Context(), x.begin.Add(2*time.Hour)) {
		x.Error("something still waits")
	}
}

// test is the whole trial, in a bubble where a sender's rests take no time.
func (x *trial) test(t *testing.T) {
	x.T = t
	was := x.row()
	x.run()
	x.check(was)
}

// unsure is the line that an alarm is set on.
const unsure = "mail unsure"

// Wherever a sender is killed or fails, whatever the service does with its mail,
// and whether word of it comes or not: no mail goes twice; each goes once where
// what became of it can be known; the others are unsure, and told of. Without a
// mishap none but a service's silence leaves one unsure.
func TestEveryInterleaving(t *testing.T) {
	t.Parallel()
	for _, kind := range []heed.FurtherKind{0, heed.Reminder, heed.QuestionBack, heed.ExportLink} {
		name := heed.FurtherName{Kind: kind, Round: uint8(min(kind, 1))}
		for _, service := range []string{answers, throttles, timesOut, silent} {
			t.Run(fmt.Sprintf("%s %s", (&heed.Further{FurtherName: name}).Kind, service), func(t *testing.T) {
				t.Parallel()
				d, n := emptyDesk(t), 0
				for _, word := range []string{never, atOnce, hours} {
					for _, mishap := range append(tabletest.Mishaps, "") {
						for op, met := 1, true; met && (mishap != "" || op == 1); op++ {
							x := &trial{desk: d, name: name, service: service, word: word, life: &tabletest.Life{N: op, Mishap: mishap}}
							if mishap == "" {
								x.life = long()
							}
							x.begin = midday.Add(time.Duration(n) * 3 * time.Hour)
							d.post = post{}
							t.Run(fmt.Sprintf("%s operation %d, word %s", mishap, op, word), func(t *testing.T) {
								synctest.Test(t, x.test)
							})
							met = x.life.Met()
							n++
						}
					}
				}
				if n < 3*4*9 {
					t.Errorf("only %d trials", n)
				}
			})
		}
	}
}

// emptyDesk is a desk on which nothing is due.
func emptyDesk(t *testing.T) *desk {
	d := newDesk(t)
	h := d.sender(midday, long(), false)
	if err := h.Tick(t.Context()); err != nil {
		t.Fatal(err)
	}
	return d
}

func TestUnsureIsAlarmed(t *testing.T) {
	t.Parallel()
	for _, s := range wiring.Signals {
		if s.Function == "send" && s.Message == unsure && s.Times == 1 {
			return
		}
	}
	t.Error("no signal is set on it")
}

var _ send.Sender = (*trial)(nil)
