package embedded

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/binary"
	"errors"
	"fmt"
	"sync/atomic"
	"testing"
	"time"

	"heed/shared/queue"
	"heed/shared/table"
)

// BenchmarkTouchpoint is what the laptop does with a touchpoint: 64 callers
// put messages; workers get each one's scope, put it, put a row, and the
// message is deleted. An operation is one touchpoint from its put to its
// deletion, each of the four writes fsynced.
func BenchmarkTouchpoint(b *testing.B) {
	for _, workers := range []int{8, 32, 64} {
		b.Run(fmt.Sprintf("workers=%d", workers), func(b *testing.B) {
			f := open(b, b.TempDir()+"/heed.db")
			q := f.mustQueue(b, ordered)
			ctx, stop := context.WithCancel(b.Context())
			done := make(chan struct{})
			go func() { q.Run(ctx, &decider{b: b, table: f.Table()}, workers); close(done) }()
			b.ReportAllocs()
			touch(b, q, 64)
			if err := q.Idle(ctx); err != nil {
				b.Fatal(err)
			}
			b.StopTimer()
			b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "touchpoints/s")
			stop()
			<-done
		})
	}
}

// touch puts b.N messages of 10,000 customers, by as many callers at once.
func touch(b *testing.B, q *Queue, callers int) {
	var n atomic.Int64
	body := bytes.Repeat([]byte("touchpoint "), 50)
	b.SetParallelism(callers / 2)
	b.RunParallel(func(pb *testing.PB) {
		for pb.Next() {
			i := n.Add(1)
			m := queue.Message{Group: fmt.Sprint("g", i*7919%10_000), Key: fmt.Sprint("k", i), Body: body}
			if err := q.Put(b.Context(), m); err != nil {
				b.Error(err)
			}
		}
	})
}

// A decider writes what a decision writes.
type decider struct {
	b     *testing.B
	table *Table
}

func (d *decider) Work(ctx context.Context, batch []queue.Message) []queue.Failure {
	for _, m := range batch {
		if err := d.decide(ctx, m); err != nil {
			d.b.Error(err)
		}
	}
	return nil
}

func (d *decider) decide(ctx context.Context, m queue.Message) error {
	scope := table.Key{PK: "c#" + m.Group + "-0123456789abcdef", SK: []byte{0}}
	it, err := d.table.Get(ctx, scope)
	fresh := errors.Is(err, table.ErrNotFound)
	if err != nil && !fresh {
		return err
	}
	version := it.Version
	it = table.Item{Key: scope, Data: make([]byte, 750)}
	if fresh {
		err = d.table.PutIfAbsent(ctx, it)
	} else {
		err = d.table.PutIfVersion(ctx, it, version)
	}
	if err != nil {
		return err
	}
	id := sha256.Sum256([]byte(m.Key))
	row := table.Item{Key: table.Key{PK: fmt.Sprintf("day#2026-11-21#%x", id[7]&15), SK: id[:16]}, Data: make([]byte, 200)}
	if id[8]%3 == 0 {
		row.Due = append(binary.BigEndian.AppendUint64(nil, uint64(time.Now().UnixMilli())), row.SK...)
	}
	return d.table.PutIfAbsent(ctx, row)
}

// BenchmarkGet is one read of an item of 750 bytes.
func BenchmarkGet(b *testing.B) {
	t := open(b, b.TempDir()+"/heed.db").Table()
	it := item("c#1", "0")
	it.Data = make([]byte, 750)
	if err := t.PutIfAbsent(b.Context(), it); err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	for b.Loop() {
		if _, err := t.Get(b.Context(), it.Key); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkQuery reads a shard of a day as the roll-up does.
func BenchmarkQuery(b *testing.B) {
	f := open(b, b.TempDir()+"/heed.db")
	t := f.Table()
	for i := range 2000 {
		row := item("day#1", fmt.Sprintf("%016d", i))
		row.Data = make([]byte, 200)
		if err := t.PutIfAbsent(b.Context(), row); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportAllocs()
	for b.Loop() {
		page, err := t.Query(b.Context(), table.Query{PK: "day#1"})
		if err != nil || len(page.Items) != 2000 {
			b.Fatal(len(page.Items), err)
		}
	}
}
