package send_test

import (
	"bytes"
	"cmp"
	"context"
	"slices"
	"sync"

	"heed/shared/table"
)

// memory is a table without a disk to wait for, of which one page holds all.
// The engines themselves are held to this behaviour by a suite of their own.
type memory struct {
	mu    sync.Mutex
	items map[string]table.Item
}

func newMemory() *memory { return &memory{items: map[string]table.Item{}} }

func place(key table.Key) string { return key.PK + "\x00" + string(key.SK) }

func (m *memory) Get(_ context.Context, key table.Key) (table.Item, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	item, there := m.items[place(key)]
	if !there {
		return table.Item{}, table.ErrNotFound
	}
	return item, nil
}

func (m *memory) PutIfAbsent(ctx context.Context, item table.Item) error {
	return m.PutIfVersion(ctx, item, 0)
}

func (m *memory) PutIfVersion(_ context.Context, item table.Item, version uint64) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.items[place(item.Key)].Version != version {
		return table.ErrConflict
	}
	item.Version = version + 1
	m.items[place(item.Key)] = item
	return nil
}

func (m *memory) Delete(_ context.Context, key table.Key, version uint64) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	if is := m.items[place(key)].Version; version != 0 && is != 0 && is != version {
		return table.ErrConflict
	}
	delete(m.items, place(key))
	return nil
}

func (m *memory) Query(_ context.Context, q table.Query) (page table.Page, err error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	at := func(item table.Item) []byte {
		if q.Index == table.Base {
			return item.SK
		}
		return item.Place(q.Index)
	}
	for _, item := range m.items {
		in := q.Index == table.Base && item.PK == q.PK || q.Index != table.Base && at(item) != nil
		if in && bytes.Compare(at(item), q.From) >= 0 && (q.Before == nil || bytes.Compare(at(item), q.Before) < 0) {
			page.Items = append(page.Items, item)
		}
	}
	slices.SortFunc(page.Items, func(a, b table.Item) int {
		return cmp.Or(bytes.Compare(at(a), at(b)), cmp.Compare(place(a.Key), place(b.Key)))
	})
	if q.Limit > 0 {
		page.Items = page.Items[:min(q.Limit, len(page.Items))]
	}
	return page, nil
}
