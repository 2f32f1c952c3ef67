package records

import (
	"bytes"
	"context"
	"fmt"
	"slices"

	"heed/shared/heed"
	"heed/shared/surveys"
	"heed/shared/table"
)

// hops is how many successors are followed in one go.
const hops = 4

// Way returns the scope of a customer, those of whoever went on in their stead,
// one after the other, and last the one that decides now. A longer way is made
// shorter first, and then, or if somebody else was faster, the error is
// table.ErrConflict: begin again.
func (s Store) Way(ctx context.Context, customer heed.Hash) ([]*Head, error) {
	var way []*Head
	for id := customer; len(way) <= hops; {
		head, err := s.Scope(ctx, surveys.Customer, id)
		if err != nil {
			return nil, err
		}
		way = append(way, head)
		id = head.Scope.Successor
		if id.IsZero() {
			return way, nil
		}
		if i := slices.IndexFunc(way, func(h *Head) bool { return h.ID == id }); i >= 0 {
			return round(way, i), nil
		}
	}
	way[0].Scope.Successor = way[hops].ID
	if err := s.PutScope(ctx, way[0]); err != nil {
		return nil, err
	}
	return nil, table.ErrConflict
}

// round ends a way that comes back to its ith scope, as it does where two
// customers were named each other's former one at once. Of those in the circle
// the one with the lowest hash goes on: whoever looks finds the same.
func round(way []*Head, i int) []*Head {
	circle := way[i:]
	least := slices.MinFunc(circle, func(a, b *Head) int { return bytes.Compare(a.ID[:], b.ID[:]) })
	after := slices.Index(circle, least) + 1
	least.Scope.Successor = heed.Hash{}
	return slices.Concat(way[:i], circle[after:], circle[:after])
}

// Take lets a customer's scope take over a former one that bears the mark of
// its successor. It copies the former's pages and its list, which change no
// more, and changes the scope in memory; the caller puts it.
func (s Store) Take(ctx context.Context, head, former *Head) error {
	pk := scopePK(head.Kind, head.ID)
	own := table.Item{Key: pageKey("", former.Scope.Pages), Data: packPage(former.Scope.Decided)}
	for _, page := range append(slices.Clip(former.pages), own) {
		if bytes.HasPrefix(page.SK, pageSK) {
			page.SK = slices.Concat(formerSK, former.ID[:], page.SK[len(pageSK):])
		} else if id := page.SK[len(formerSK):]; bytes.HasPrefix(id, former.ID[:]) || bytes.HasPrefix(id, head.ID[:]) {
			continue // of a merge that came to nothing
		}
		page = table.Item{Key: table.Key{PK: pk, SK: page.SK}, Data: page.Data}
		if err := s.absent(ctx, page); err != nil {
			return fmt.Errorf("copy page of a former scope: %w", err)
		}
	}
	head.Older = slices.Concat(head.Older, former.Older, former.Scope.Decided)
	head.Scope.Take(former.ID, former.Scope)
	return nil
}

// follow visits a customer's scope, and those of whoever went on in their stead.
func follow(customer heed.Hash, visit func(heed.Hash) (successor heed.Hash, err error)) error {
	seen := map[heed.Hash]bool{}
	for id := customer; !id.IsZero() && !seen[id]; {
		seen[id] = true
		next, err := visit(id)
		if err != nil {
			return err
		}
		id = next
	}
	return nil
}
