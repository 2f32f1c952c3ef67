package records

import (
	"bytes"
	"context"
	"iter"
	"slices"

	"heed/shared/heed"
	"heed/shared/sampling"
	"heed/shared/surveys"
)

// A Past is everything that is found of one customer: the scopes in which they
// were decided about, and so the rows.
//
// It is found from one of their rows. Their scope lists what was decided in it
// and who they were before; it names the accounts that asked them, whose lists
// are gone through for rows of theirs. Not found are rows of an account that
// never asked them: these hold a keyed hash and the source's id of the object,
// and no name. Whoever went on in their stead is not looked at: another address
// may be somebody else's to read. So a row that was mailed to who they were before
// finds what is of that address alone, though their scope now lists it.
type Past struct {
	store Store
	ids   map[heed.Hash]bool // whoever is mailed, and who they were before
	heads []*Head            // of these, of whom they went on as, and of accounts
}

// Past finds what there is of a row's customer.
func (s Store) Past(ctx context.Context, row *heed.Row) (*Past, error) {
	p := &Past{store: s, ids: map[heed.Hash]bool{}}
	var accounts []heed.Hash
	if row.Scope != row.Customer {
		accounts = append(accounts, row.Scope)
	}
	return p, p.find(ctx, row.Mailed(), []heed.Hash{row.Customer}, accounts)
}

// PastOf finds what there is of a customer: what Past finds of a row that was
// mailed to them. Of whoever went on in their stead it is what was mailed to them
// alone.
func (s Store) PastOf(ctx context.Context, customer heed.Hash) (*Past, error) {
	var beyond []heed.Hash
	err := follow(customer, func(id heed.Hash) (heed.Hash, error) {
		if id != customer {
			beyond = append(beyond, id)
		}
		scope, _, err := s.customer(ctx, id)
		if err != nil {
			return heed.Hash{}, err
		}
		return scope.Successor, nil
	})
	if err != nil {
		return nil, err
	}
	p := &Past{store: s, ids: map[heed.Hash]bool{}}
	return p, p.find(ctx, customer, beyond, nil)
}

// find reads the scopes of whoever is mailed and who they were before, those
// beyond, which may list rows of theirs, and the accounts that these name.
func (p *Past) find(ctx context.Context, mailed heed.Hash, beyond, accounts []heed.Hash) error {
	read := map[heed.Hash]bool{{}: true}
	for next := append([]heed.Hash{mailed}, beyond...); len(next) > 0; next = next[1:] {
		if read[next[0]] {
			continue
		}
		head, err := p.read(ctx, surveys.Customer, next[0])
		if err != nil {
			return err
		}
		read[head.ID] = true
		accounts = append(append(accounts, head.Scope.Asked...), head.Scope.Imposed.Account)
		if head.ID == mailed || !slices.Contains(beyond, head.ID) {
			p.ids[head.ID] = true
			next = append(next, head.formers()...)
		}
	}
	slices.SortFunc(accounts, func(a, b heed.Hash) int { return bytes.Compare(a[:], b[:]) })
	for _, id := range slices.Compact(accounts) {
		if id.IsZero() {
			continue
		}
		if _, err := p.read(ctx, surveys.Account, id); err != nil {
			return err
		}
	}
	return nil
}

func (p *Past) read(ctx context.Context, kind surveys.Scope, id heed.Hash) (*Head, error) {
	head, err := p.store.Scope(ctx, kind, id)
	if err == nil {
		p.heads = append(p.heads, head)
	}
	return head, err
}

// formers lists who the scope's customer was before: those whose pages it took
// over, and those whom it is about to.
func (h *Head) formers() []heed.Hash {
	list := slices.Clone(h.Scope.Merging)
	for _, page := range h.pages {
		if id, is := bytes.CutPrefix(page.SK, formerSK); is && len(id) > len(heed.Hash{}) {
			list = append(list, heed.Hash(id[:len(heed.Hash{})]))
		}
	}
	return list
}

// Theirs reports whether the row is the customer's.
func (p *Past) Theirs(r *heed.Row) bool { return p.ids[r.Customer] || p.ids[r.Mailed()] }

// Known reports whether anything was ever written of whoever is mailed, as of
// Store.Known.
func (p *Past) Known() bool { return p.heads[0].Version > 0 }

// Own is the scope of whoever is mailed.
func (p *Past) Own() *sampling.Scope { return p.heads[0].Scope }

// Since is the day (UTC) of the first touchpoint that is listed as theirs alone; 0
// if none is. Lists of accounts hold those of others.
func (p *Past) Since() (first heed.Day) {
	for _, head := range p.heads {
		if head.Kind != surveys.Customer || !p.ids[head.ID] {
			continue
		}
		for _, d := range slices.Concat(head.Older, head.Scope.Decided) {
			if first == 0 || d.Day < first {
				first = d.Day
			}
		}
	}
	return first
}

// atATime is how many touchpoints are looked for before their rows are yielded.
const atATime = 64

// Rows yields the customer's rows, the latest first, those that are decided and
// not written yet among them.
func (p *Past) Rows(ctx context.Context) iter.Seq2[*heed.Row, error] {
	return func(yield func(*heed.Row, error) bool) {
		for list := range slices.Chunk(p.Decided(), atATime) {
			rows, err := p.RowsOf(ctx, list)
			for _, row := range rows {
				if err == nil && !yield(row, nil) {
					return
				}
			}
			if err != nil {
				yield(nil, err)
				return
			}
		}
	}
}

// RowsOf reads the customer's rows of touchpoints that Decided lists, in its order.
func (p *Past) RowsOf(ctx context.Context, list []sampling.Decided) ([]*heed.Row, error) {
	return gather(ctx, list, p.touchpoint)
}

// Decided lists the touchpoints of all scopes, the latest first. Of those of an
// account few may be the customer's.
func (p *Past) Decided() (list []sampling.Decided) {
	seen := map[heed.TouchpointID]bool{}
	for _, head := range p.heads {
		for _, d := range slices.Backward(slices.Concat(head.Older, head.Scope.Decided)) {
			if !seen[d.ID] {
				seen[d.ID] = true
				list = append(list, d)
			}
		}
	}
	slices.SortStableFunc(list, func(a, b sampling.Decided) int { return int(b.Day - a.Day) })
	return list
}

// touchpoint reads a touchpoint's rows. A list has its day in UTC; a row is
// found under that of the team's zone.
func (p *Past) touchpoint(ctx context.Context, d sampling.Decided) (rows []*heed.Row, err error) {
	for _, day := range []heed.Day{d.Day, d.Day + 1, d.Day - 1} {
		if rows, err = p.store.Touchpoint(ctx, day, d.ID); err != nil {
			return nil, err
		}
		if len(rows) > 0 {
			break
		}
	}
	for _, head := range p.heads {
		for i := range head.Scope.Pending {
			row := &head.Scope.Pending[i]
			written := slices.ContainsFunc(rows, func(r *heed.Row) bool { return r.ID == row.ID })
			if row.ID.Touchpoint() == d.ID && !written {
				rows = append(rows, row)
			}
		}
	}
	return slices.DeleteFunc(rows, func(r *heed.Row) bool { return !p.Theirs(r) }), nil
}
