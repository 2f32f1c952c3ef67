package decide_test

import (
	"context"
	"errors"
	"net/http"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"heed/shared/heed"
	"heed/shared/records"
	"heed/shared/table"
)

// troubled is what was counted of a source's vendor on the day of the bench.
func (b *bench) troubled(source string) heed.Tally {
	b.Helper()
	day := heed.DayOf(b.now, b.config.Zone)
	got, err := records.Store{Table: b.table}.Tallies(b.Context(), source, day, day)
	if err != nil || len(got) > 1 {
		b.Fatalf("%+v, error %v", got, err)
	}
	if got == nil {
		return heed.Tally{}
	}
	return got[0]
}

// An operator sees on the page of sources, and not in a log alone, what is the
// matter with a vendor.
func TestWhatIsTheMatterWithAVendor(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		says http.HandlerFunc
		want heed.Trouble
	}{
		"limit":     {status(http.StatusTooManyRequests), heed.TroubleBusy},
		"refused":   {status(http.StatusUnauthorized), heed.TroubleLocked},
		"forbidden": {status(http.StatusForbidden), heed.TroubleLocked},
		"down":      {status(http.StatusServiceUnavailable, "Retry-After", "1"), heed.TroubleSilent},
		"moved":     {status(http.StatusFound), heed.TroubleStrange},
		"a page":    {func(w http.ResponseWriter, _ *http.Request) { _, _ = w.Write([]byte("<html>")) }, heed.TroubleStrange},
	} {
		b := seat(t, "jira", "")
		h := b.process(b.table)
		if got := b.troubled("jira"); got.Deliveries != 0 || !got.Troubled.IsZero() {
			t.Errorf("%s: before anything %+v", name, got)
		}
		b.vendor.set(c.says)
		if failed := work(t, h, 1, solved("jira", 1, "7"), solved("jira", 2, "")); len(failed) != 2 {
			t.Errorf("%s: %v", name, failed)
		}
		if failed := work(t, h, 8, solved("jira", 1, "7"), solved("jira", 2, "")); failed != nil {
			t.Errorf("%s at last: %v", name, failed)
		}
		got := b.troubled("jira")
		want := heed.Tally{Source: "jira", Day: heed.DayOf(b.now, b.config.Zone), Unresolved: 2, Last: c.want, Troubled: b.now}
		want.Vain[c.want] = 4
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
}

// However many wait, that is seldom written.
func TestManyInVainAreFewWrites(t *testing.T) {
	t.Parallel()
	b := seat(t, "jira", "")
	b.vendor.set(status(http.StatusTooManyRequests))
	l := &ledger{Table: b.table}
	h := b.process(l)
	for n := range 100 {
		work(t, h, 1, solved("jira", n, "7"))
	}
	if got := b.troubled("jira").Vain[heed.TroubleBusy]; got != 64 || l.puts != 7 { // 1, 2, 4 ... 64
		t.Errorf("%d in vain are written, by %d puts", got, l.puts)
	}
	b.now = b.now.Add(time.Minute)
	work(t, h, 2, solved("jira", 1, "7"))
	if got := b.troubled("jira").Vain[heed.TroubleBusy]; got != 101 {
		t.Errorf("a minute later %d in vain are written", got)
	}
}

// A ledger counts what is written of its source's counts, or refuses it.
type ledger struct {
	table.Table
	puts int
	fail error
}

func (l *ledger) of(key table.Key, put func() error) error {
	if key.PK != table.TallyPrefix+"jira" {
		return put()
	}
	if l.puts++; l.fail != nil {
		return l.fail
	}
	return put()
}

func (l *ledger) PutIfAbsent(ctx context.Context, item table.Item) error {
	return l.of(item.Key, func() error { return l.Table.PutIfAbsent(ctx, item) })
}

func (l *ledger) PutIfVersion(ctx context.Context, item table.Item, version uint64) error {
	return l.of(item.Key, func() error { return l.Table.PutIfVersion(ctx, item, version) })
}

func TestCountsHoldNoDecisionUp(t *testing.T) {
	t.Parallel()
	b := seat(t, "jira", "")
	b.vendor.set(status(http.StatusTooManyRequests))
	l := &ledger{Table: b.table, fail: errors.New("on fire")}
	if failed := work(t, b.process(l), 8, solved("jira", 1, "7")); failed != nil || l.puts == 0 {
		t.Errorf("%v after %d puts of counts", failed, l.puts)
	}
	b.want("ticket:1 unresolved", b.vendor.calls.Load())
}
