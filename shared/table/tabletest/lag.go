package tabletest

import (
	"context"
	"sync"

	"heed/shared/table"
)

// Lagging returns a table as DynamoDB may at worst be: queries that don't ask
// for consistency see all as it was when Lagging was called. Of items made and
// changed since then through it they see none or what was; of those removed,
// nothing.
func Lagging(t table.Table) table.Table {
	return &lagging{Table: t, before: map[string]*table.Item{}}
}

type lagging struct {
	table.Table

	mu     sync.Mutex
	before map[string]*table.Item // by key, of what was put since; nil where nothing was
}

func place(k table.Key) string { return k.PK + "\x00" + string(k.SK) }

func (l *lagging) PutIfAbsent(ctx context.Context, item table.Item) error {
	l.remember(ctx, item.Key)
	return l.Table.PutIfAbsent(ctx, item)
}

func (l *lagging) PutIfVersion(ctx context.Context, item table.Item, version uint64) error {
	l.remember(ctx, item.Key)
	return l.Table.PutIfVersion(ctx, item, version)
}

// remember keeps what is there before the first put.
func (l *lagging) remember(ctx context.Context, key table.Key) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if _, known := l.before[place(key)]; known {
		return
	}
	l.before[place(key)] = nil
	if was, err := l.Table.Get(ctx, key); err == nil {
		l.before[place(key)] = &was
	}
}

func (l *lagging) Query(ctx context.Context, q table.Query) (table.Page, error) {
	page, err := l.Table.Query(ctx, q)
	if err != nil || q.Consistent || q.Index != table.Base {
		return page, err
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	seen := page.Items[:0:0]
	for _, item := range page.Items {
		was, changed := l.before[place(item.Key)]
		if changed && was == nil {
			continue
		}
		if changed {
			item = *was
		}
		seen = append(seen, item)
	}
	page.Items = seen
	return page, nil
}
