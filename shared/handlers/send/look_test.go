package send_test

import (
	"context"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"heed/shared/heed"
	"heed/shared/records"
	"heed/shared/table"
)

// damage makes an item be what no Heed wrote.
func (n *newsroom) damage(key table.Key) {
	n.Helper()
	item, err := n.table.Get(n.Context(), key)
	if err != nil {
		n.Fatal(err)
	}
	item.Data = []byte{99, 9}
	if err := n.table.PutIfVersion(n.Context(), item, item.Version); err != nil {
		n.Fatal(err)
	}
}

// An answer that can't be read is logged, and keeps none of the others from
// being told, nor the look from going on.
func TestOneUnreadableAnswer(t *testing.T) {
	n := newNewsroom(t)
	n.answer(midday, 1, "")
	n.damage(records.RowKey(n.answer(midday.Add(time.Second), 1, "")))
	n.answer(midday.Add(2*time.Second), 1, "")
	n.minutes(midday.Add(11*time.Minute), midday.Add(14*time.Minute))
	n.wants(toAda, toAda, toGrace, toGrace)
	if got := strings.Count(n.log.String(), `level=ERROR msg="row not readable"`); got != 1 {
		t.Errorf("logged %d times:\n%s", got, &n.log)
	}
}

// A notice that can't be read is logged, and the others are told.
func TestOneUnreadableNotice(t *testing.T) {
	n := newNewsroom(t)
	key := table.Key{PK: table.NoticePrefix, SK: []byte("\xff\xff\xff\xffsilent/zendesk/2026-11-18")}
	if err := n.table.PutIfAbsent(t.Context(), table.Item{Key: key, Data: []byte{99, 9}}); err != nil {
		t.Fatal(err)
	}
	n.answer(midday, 1, "")
	n.tick(midday.Add(11 * time.Minute))
	n.wants(toAda, toGrace)
	if !strings.Contains(n.log.String(), "level=ERROR") || !strings.Contains(n.log.String(), "silent/zendesk/2026-11-18") {
		t.Errorf("logged %s", &n.log)
	}
}

// sluggish takes its time for each notice that is put.
type sluggish struct {
	table.Table
	takes time.Duration
}

func (s sluggish) PutIfAbsent(ctx context.Context, item table.Item) error {
	if item.Key.PK == table.NoticePrefix {
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-time.After(s.takes):
		}
	}
	return s.Table.PutIfAbsent(ctx, item)
}

// A look at many answers ends after 20 seconds, tells what it has found and goes
// on from there.
func TestALookEndsInTime(t *testing.T) {
	n := newNewsroom(t)
	n.config.Notify.Alerts = n.config.Notify.Alerts[:1]
	for i := range 20 {
		n.answer(midday.Add(time.Duration(i)*time.Second), 1, "")
	}
	synctest.Test(t, func(t *testing.T) {
		for i, want := range []int{6, 12, 18, 20} { // of 3 s each
			h := n.teller(midday.Add(time.Duration(11+i)*time.Minute), long(), false)
			h.Store = records.Store{Table: sluggish{n.table, 3 * time.Second}}
			began := time.Now()
			if err := h.Tick(t.Context()); err != nil {
				t.Error(err)
			}
			if took := time.Since(began); took > 21*time.Second {
				t.Errorf("tick %d took %s", i, took)
			}
			if len(n.taken) < want-1 || len(n.taken) > want+1 {
				t.Errorf("tick %d: %d mails, want %d", i, len(n.taken), want)
			}
			looked, _, err := n.store().Looked(t.Context())
			if err != nil || i == 0 && !looked.Equal(midday.Add(5*time.Second)) {
				t.Errorf("tick %d: looked until %s, error %v", i, looked, err)
			}
		}
	})
	list, err := n.store().Notices(t.Context(), heed.DayOf(midday, time.UTC))
	if len(n.taken) != 20 || len(list) != 20 || err != nil {
		t.Errorf("%d mails of %d notices, error %v", len(n.taken), len(list), err)
	}
}
