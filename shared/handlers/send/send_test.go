package send_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"log/slog"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/aws/aws-sdk-go-v2/service/sesv2"

	"heed/shared/cloud"
	"heed/shared/cloud/ses"
	"heed/shared/cloud/standin"
	"heed/shared/embedded"
	"heed/shared/handlers/send"
	"heed/shared/heed"
	"heed/shared/keyring"
	"heed/shared/mail"
	"heed/shared/records"
	"heed/shared/surveys"
	"heed/shared/table"
	"heed/shared/wiring"
)

const program = `
brand: {name: Acme}
sources: [{name: zendesk, type: zendesk}]
programs:
  - {name: support, ask: csat, stage: support, when: {kinds: [ticket.solved]}, rate: 10%}
`

// An office is a sender, with the mail service it meets and a table that it
// may touch as the wiring says.
type office struct {
	*testing.T
	send.Handler
	ses    *standin.SES
	all    records.Store // past every grant
	engine *embedded.Table
	now    time.Time
	log    bytes.Buffer
	before func(mail int) // done before a mail goes to the service, 1 being the first
	mails  int
}

var noon = time.Date(2026, 11, 20, 12, 0, 0, 0, time.UTC)

func open(t *testing.T) *office {
	t.Helper()
	o := &office{T: t, ses: standin.NewSES(t), now: noon, before: func(int) {}}
	file, err := embedded.Open(filepath.Join(t.TempDir(), "heed.db"))
	o.must(err)
	t.Cleanup(func() { _ = file.Close() })
	config, err := surveys.Load([]byte(program))
	o.must(err)
	ring, err := keyring.Make(rand.NewChaCha8([32]byte{}), noon.AddDate(0, -1, 0))
	o.must(err)
	o.engine = file.Table()
	o.engine.Meter = &table.Meter{}
	o.all = records.Store{Table: o.engine}
	o.Handler = send.Handler{
		Config: config, Ring: func(ctx context.Context) (*keyring.Ring, error) { return ring, ctx.Err() },
		Store:  records.Store{Table: table.Guard(o.engine, wiring.Find("send").Table)},
		Mail:   counter{o, &ses.Sender{Client: sesAt(o.ses.URL), ConfigurationSet: "heed"}},
		Letter: send.Letter{Base: "https://ask.example.com", From: "surveys@example.com"},
		Home:   "heed",
		Now:    func() time.Time { return o.now },
		Log:    slog.New(slog.NewTextHandler(&o.log, nil)),
	}
	return o
}

// Tests run side by side, so what Lambda would set is set once for all.
func TestMain(m *testing.M) {
	for _, pair := range standin.Env() {
		name, value, _ := strings.Cut(pair, "=")
		if err := os.Setenv(name, value); err != nil {
			panic(err)
		}
	}
	os.Exit(m.Run())
}

func sesAt(url string) *sesv2.Client {
	return sesv2.NewFromConfig(cloud.Config(), func(o *sesv2.Options) { o.BaseEndpoint = &url })
}

// counter counts the mails on their way to the service.
type counter struct {
	office *office
	sender send.Sender
}

func (c counter) Send(ctx context.Context, m mail.Mail) (string, error) {
	c.office.mails++
	c.office.before(c.office.mails)
	return c.sender.Send(ctx, m)
}

func (o *office) must(err error) {
	o.Helper()
	if err != nil {
		o.Fatal(err)
	}
}

// invite puts an invitation that is due then, and returns it.
func (o *office) invite(due time.Time, change ...func(*heed.Row)) heed.RowRef {
	o.Helper()
	object := fmt.Sprint("ticket:", due.UnixNano(), len(o.rows()))
	t := &heed.Touchpoint{Source: "zendesk", Kind: "ticket.solved", Object: object, Occurrence: "1"}
	row := &heed.Row{
		RowRef: heed.RowRef{Day: heed.DayOf(due.Add(-time.Hour), time.UTC), ID: t.ID().Row("support")},
		Source: t.Source, Kind: t.Kind, Object: t.Object, Occurrence: t.Occurrence, At: due.Add(-time.Hour),
		Customer: heed.Hash{7}, Scope: heed.Hash{7},
		Decision:   heed.Decision{Program: "support", Ask: heed.CSAT, Reason: heed.Asked, Pi: 1e8, Decided: due.Add(-time.Hour), Due: due},
		Invitation: &heed.Invitation{To: "grace@example.org"},
	}
	for _, c := range change {
		c(row)
	}
	o.must(o.all.PutRow(o.Context(), row))
	return row.RowRef
}

// waiting puts so many invitations that are due.
func (o *office) waiting(n int) {
	o.Helper()
	for i := range n {
		o.invite(noon.Add(time.Duration(i-n) * time.Second))
	}
}

func (o *office) rows() []*heed.Row {
	o.Helper()
	var rows []*heed.Row
	for days := -3; days <= 2; days++ {
		for row, err := range o.all.Day(o.Context(), heed.DayOf(noon.AddDate(0, 0, days), time.UTC)) {
			o.must(err)
			rows = append(rows, row)
		}
	}
	slices.SortFunc(rows, func(a, b *heed.Row) int { return a.Due.Compare(b.Due) })
	return rows
}

// states are those of the invitations, longest due first.
func (o *office) states() string {
	o.Helper()
	var states []string
	for _, row := range o.rows() {
		states = append(states, row.Invitation.State())
	}
	return strings.Join(states, " ")
}

// tick ticks once, as Lambda does unless told otherwise, and looks what has
// become of the invitations.
func (o *office) tick(ctx context.Context, want string) {
	o.Helper()
	o.must(o.Tick(ctx))
	if got := o.states(); got != want {
		o.Fatalf("the invitations are %s, want %s; logged:\n%s", got, want, &o.log)
	}
}

func (o *office) logged(text string) bool { return strings.Contains(o.log.String(), text) }

const stopped = `msg="sending held off"`

func TestSends(t *testing.T) {
	t.Parallel()
	o := open(t)
	o.waiting(3)
	o.tick(t.Context(), "sent sent sent")
	if len(o.ses.Sent()) != 3 || o.log.Len() > 0 {
		t.Errorf("%d mails, logged: %s", len(o.ses.Sent()), &o.log)
	}
	o.waiting(1)
	o.engine.Meter.Reset()
	o.tick(t.Context(), "sent sent sent sent")
	if got := o.engine.Meter.Units().Write; got != 3+2 {
		t.Errorf("a mail cost %v write units, want 3 and 2 for the tick", got)
	}
}

// Observing, nothing goes: what waits has lapsed when observing ends two days
// later.
func TestObserving(t *testing.T) {
	t.Parallel()
	o := open(t)
	o.waiting(2)
	o.engine.Meter.Reset()
	o.Observe = true
	o.tick(t.Context(), "waiting waiting")
	if o.ses.Attempts() != 0 || o.engine.Meter.Units().Write != 0 {
		t.Errorf("%d mails were tried, %v units written", o.ses.Attempts(), o.engine.Meter.Units().Write)
	}
	o.Observe = false
	o.now = noon.Add(48 * time.Hour)
	o.invite(o.now)
	o.tick(t.Context(), "lapsed lapsed sent")
}

// Of what SES does not take at once it hears again in the next tick, and of
// the others in this one.
func TestThrottled(t *testing.T) {
	t.Parallel()
	o := open(t)
	o.waiting(3)
	o.before = func(n int) { o.ses.Set(map[int]standin.Mood{1: standin.Throttle}[n]) }
	began := time.Now()
	o.tick(t.Context(), "waiting sent sent")
	if took := time.Since(began); took < time.Second || o.logged(stopped) {
		t.Errorf("took %v, logged: %s", took, &o.log)
	}
	o.tick(t.Context(), "sent sent sent")
}

func TestThrottledAgainAndAgain(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		moods    string // of SES, for a mail each: t throttles, r refuses, a accepts
		want     string
		attempts int
		stopped  bool
	}{
		"three in a row":       {"tttaa", "waiting waiting waiting waiting waiting", 3, true},
		"one taken in between": {"ttatt", "waiting waiting sent waiting waiting", 5, false},
		"one refused between":  {"ttrta", "waiting waiting refused waiting sent", 5, false},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			o := open(t)
			o.waiting(len(c.moods))
			moods := map[byte]standin.Mood{'t': standin.Throttle, 'r': standin.Reject, 'a': standin.Accept}
			o.before = func(n int) { o.ses.Set(moods[c.moods[n-1]]) }
			o.tick(t.Context(), c.want)
			if o.ses.Attempts() != c.attempts || o.logged(stopped) != c.stopped {
				t.Errorf("%d attempts, logged: %s", o.ses.Attempts(), &o.log)
			}
		})
	}
}

// What has lapsed in between says nothing of SES.
func TestLapsedDoesNotHideThrottling(t *testing.T) {
	t.Parallel()
	o := open(t)
	o.now = noon.Add(time.Hour)
	o.ses.Set(standin.Throttle)
	for i := range 5 {
		o.invite(noon.Add(time.Duration(i) * time.Minute))
	}
	o.before = func(n int) {
		if n == 2 { // the third lapses while the second is tried, and only it
			o.now = noon.Add(48*time.Hour + 150*time.Second)
		} else {
			o.now = noon.Add(time.Hour)
		}
	}
	o.tick(t.Context(), "waiting waiting lapsed waiting waiting")
	if o.ses.Attempts() != 3 || !o.logged(stopped) {
		t.Errorf("%d attempts, logged: %s", o.ses.Attempts(), &o.log)
	}
}

func TestPaceIsWaitedForBeforeTheClaim(t *testing.T) {
	t.Parallel()
	o := open(t)
	o.waiting(3)
	var seen []string
	o.Pace = func(context.Context) error {
		seen = append(seen, o.states())
		if len(seen) == 3 {
			return errors.New("no more until the end")
		}
		return nil
	}
	o.tick(t.Context(), "sent sent waiting")
	if want := []string{"waiting waiting waiting", "sent waiting waiting", "sent sent waiting"}; !slices.Equal(seen, want) {
		t.Errorf("waited when the invitations were %q, want %q", seen, want)
	}
	if o.logged("level=ERROR") || o.logged(stopped) {
		t.Errorf("logged: %s", &o.log)
	}
}

// A mail may take its time, so none is begun when little is left.
func TestNoneBegunNearTheEnd(t *testing.T) {
	t.Parallel()
	for left, want := range map[time.Duration]string{14 * time.Second: "waiting waiting", 30 * time.Second: "sent sent"} {
		o := open(t)
		o.waiting(2)
		ctx, stop := context.WithTimeout(t.Context(), left)
		o.tick(ctx, want)
		stop()
		if o.logged("level=ERROR") || o.logged(stopped) {
			t.Errorf("%v left, logged: %s", left, &o.log)
		}
	}
}

// The end of a tick cuts nothing that SES may have begun on.
func TestTheEndCutsNoMail(t *testing.T) {
	t.Parallel()
	o := open(t)
	o.waiting(2)
	ctx, end := context.WithCancel(t.Context())
	o.before = func(int) { end() }
	o.tick(ctx, "sent waiting")
	if len(o.ses.Sent()) != 1 || o.logged("level=ERROR") || o.logged(stopped) {
		t.Errorf("%d mails, logged: %s", len(o.ses.Sent()), &o.log)
	}
}

func TestTheEndLeavesNoClaim(t *testing.T) {
	t.Parallel()
	o := open(t)
	o.waiting(1)
	ctx, end := context.WithCancel(t.Context())
	o.Pace = func(context.Context) error { end(); return nil }
	o.tick(ctx, "waiting")
}

func TestPausedMeanwhile(t *testing.T) {
	t.Parallel()
	o := open(t)
	o.waiting(3)
	o.before = func(int) { o.must(o.all.Pause(t.Context())) }
	o.tick(t.Context(), "sent waiting waiting")
	o.tick(t.Context(), "sent waiting waiting")
	if len(o.ses.Sent()) != 1 || o.logged("level=ERROR") || o.logged(stopped) {
		t.Errorf("%d mails, logged: %s", len(o.ses.Sent()), &o.log)
	}
	o.must(o.all.Resume(t.Context(), o.Home))
	o.before = func(int) {}
	o.tick(t.Context(), "sent sent sent")
}
