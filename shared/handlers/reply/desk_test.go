package reply_test

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"log/slog"
	"math/rand/v2"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"heed/shared/embedded"
	"heed/shared/handlers/reply"
	"heed/shared/heed"
	"heed/shared/keyring"
	"heed/shared/queue"
	"heed/shared/records"
	"heed/shared/sampling"
	"heed/shared/surveys"
	"heed/shared/table"
	"heed/shared/table/tabletest"
	"heed/shared/token"
	"heed/shared/wiring"
)

const program = `
brand: {name: Acme, domains: [acme.example]}
sources: [{name: zendesk, type: zendesk}]
programs:
  - {name: support, ask: nps, stage: support, when: {kinds: [ticket.solved]}, rate: 10%}
`

var noon = time.Date(2026, 11, 20, 12, 0, 0, 0, time.UTC)

// A desk takes mails for one invitation, which went to Ann a day ago.
type desk struct {
	testing.TB
	reply.Handler
	*bucket
	all  records.Store // past every grant
	file *embedded.Table
	ring *keyring.Ring
	ref  heed.RowRef
	now  time.Time
	log  bytes.Buffer
}

// A bucket holds mails by their keys.
type bucket struct {
	mu    sync.Mutex
	mails map[string][]byte
}

func (b *bucket) Get(_ context.Context, key string, limit int64) ([]byte, error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	raw, ok := b.mails[key]
	switch {
	case !ok:
		return nil, heed.Errorf(heed.NotFound, "no such object")
	case int64(len(raw)) > limit:
		return nil, heed.Errorf(heed.TooLarge, "too large")
	}
	return raw, nil
}

func open(t testing.TB) *desk {
	t.Helper()
	d := &desk{TB: t, now: noon, bucket: &bucket{mails: map[string][]byte{}}}
	file, err := embedded.Open(filepath.Join(t.TempDir(), "heed.db"))
	d.must(err)
	t.Cleanup(func() { _ = file.Close() })
	config, err := surveys.Load([]byte(program))
	d.must(err)
	d.ring, err = keyring.Make(rand.NewChaCha8([32]byte{}), noon.AddDate(0, -1, 0))
	d.must(err)
	d.file = file.Table()
	d.all = records.Store{Table: d.file}
	d.Handler = reply.Handler{
		Config: config, Ring: func(ctx context.Context) (*keyring.Ring, error) { return d.ring, ctx.Err() },
		Store: records.Store{Table: table.Guard(d.file, wiring.Find("reply").Table)},
		Mails: d.bucket, Base: "https://ask.example.com",
		Now: func() time.Time { return d.now }, Log: slog.New(slog.NewTextHandler(&d.log, nil)),
	}
	d.invite()
	return d
}

func (d *desk) must(err error) {
	d.Helper()
	if err != nil {
		d.Fatal(err)
	}
}

// invite puts the row as it is after the mail went.
func (d *desk) invite(change ...func(*heed.Row)) {
	d.Helper()
	t := &heed.Touchpoint{Source: "zendesk", Kind: "ticket.solved", Object: fmt.Sprint("ticket:", len(d.ref.ID.String())), Occurrence: fmt.Sprint(d.ref)}
	sent := noon.Add(-24 * time.Hour)
	d.ref = heed.RowRef{Day: heed.DayOf(sent, time.UTC), ID: t.ID().Row("support")}
	row := &heed.Row{
		RowRef: d.ref, Source: t.Source, Kind: t.Kind, Object: t.Object, Occurrence: t.Occurrence, At: sent, Customer: d.ring.Address("ann@example.com"),
		Decision:   heed.Decision{Program: "support", Ask: heed.NPS, Reason: heed.Asked, Pi: 1e8, Decided: sent, Due: sent},
		Invitation: &heed.Invitation{To: "ann@example.com", Claimed: sent, Sent: sent, MessageID: "m"},
	}
	for _, c := range change {
		c(row)
	}
	d.must(d.all.PutRow(d.Context(), row))
}

func (d *desk) token(purpose token.Purpose) string {
	return token.Make(d.ring.CurrentToken(noon), purpose, d.ref)
}

// letter is a mail of Ann's in answer to the invitation; each line of header
// takes the place of the one of that name.
func (d *desk) letter(text string, header ...string) []byte {
	lines := []string{"From: Ann <ann@example.com>", "To: reply+" + d.token(token.Reply) + "@in.example.com", "Subject: Re: One question"}
	for _, line := range header {
		name, _, _ := strings.Cut(line, ":")
		for i := range lines {
			if strings.HasPrefix(lines[i], name+":") {
				lines[i] = ""
			}
		}
		lines = append(lines, line)
	}
	return []byte(strings.TrimLeft(strings.ReplaceAll(strings.Join(lines, "\r\n"), "\r\n\r\n", "\r\n"), "\r\n") + "\r\n\r\n" + text + "\r\n")
}

// keep puts a mail into the bucket and returns the word of it.
func (d *desk) keep(key string, raw []byte) queue.Message {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.mails[key] = raw
	body, err := json.Marshal(map[string]any{"Records": []any{map[string]any{"s3": map[string]any{"object": map[string]any{"key": key}}}}})
	d.must(err)
	return queue.Message{ID: key, Body: body}
}

// mail hands over a mail and fails if it could not be read.
func (d *desk) mail(raw []byte) {
	d.Helper()
	if failed := d.Work(d.Context(), []queue.Message{d.keep(fmt.Sprint("inbound/", len(d.mails)), raw)}); len(failed) > 0 {
		d.Errorf("the mail failed: %s", d.log.String())
	}
}

func (d *desk) row() *heed.Row {
	d.Helper()
	row, err := d.all.Row(d.Context(), d.ref)
	d.must(err)
	return row
}

func (d *desk) suppression() sampling.Suppression {
	d.Helper()
	why, err := d.all.Suppression(d.Context(), d.ring.Address("ann@example.com"))
	d.must(err)
	return why
}

// state is what of a row a reply may change.
func (d *desk) state() string {
	d.Helper()
	row, b := d.row(), &strings.Builder{}
	if a := row.Response; a != nil {
		fmt.Fprintf(b, "%d by %s %q; ", a.Score, a.Channel, a.Comment)
	}
	for _, n := range row.Notes {
		fmt.Fprintf(b, "%s %d %q; ", n.Kind, n.Score, n.Text)
	}
	for _, f := range row.Invitation.Further {
		fmt.Fprintf(b, "%s %d %s; ", f.Kind, f.Round, f.Fate)
	}
	return strings.TrimSuffix(b.String()+row.Invitation.Fate.String(), "; ")
}

func (d *desk) is(want string) {
	d.Helper()
	if diff := cmp.Diff(want, d.state()); diff != "" {
		d.Errorf("the row (-want +got):\n%s\n%s", diff, d.log.String())
	}
}

// worker is the handler in a process whose life may end.
func (d *desk) worker(life *tabletest.Life) *reply.Handler {
	h := d.Handler
	h.Store = records.Store{Table: life.Table(table.Guard(d.file, wiring.Find("reply").Table))}
	return &h
}
