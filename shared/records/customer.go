package records

import (
	"cmp"
	"context"
	"errors"
	"fmt"

	"heed/shared/heed"
	"heed/shared/sampling"
	"heed/shared/surveys"
	"heed/shared/table"
)

// Suppression returns why the customer is never asked, 0 if nothing keeps
// them. What holds for whoever went on in their stead holds for them, but for
// an address that bounced: they have another.
func (s Store) Suppression(ctx context.Context, customer heed.Hash) (why sampling.Suppression, err error) {
	err = follow(customer, func(id heed.Hash) (heed.Hash, error) {
		scope, _, err := s.customer(ctx, id)
		if err != nil {
			return heed.Hash{}, err
		}
		held := scope.Suppressed
		if id != customer {
			held = held.Follows()
		}
		why = cmp.Or(why, held)
		return scope.Successor, nil
	})
	return why, err
}

// Known reports whether anything was ever written of a customer: a touchpoint, or
// that they are to be left in peace.
func (s Store) Known(ctx context.Context, customer heed.Hash) (bool, error) {
	_, version, err := s.customer(ctx, customer)
	return version > 0, err
}

// customer reads a customer's scope without its pages, and its version.
func (s Store) customer(ctx context.Context, id heed.Hash) (*sampling.Scope, uint64, error) {
	item, err := s.Table.Get(ctx, customerKey(id))
	if errors.Is(err, table.ErrNotFound) {
		return &sampling.Scope{}, 0, nil
	}
	if err != nil {
		return nil, 0, fmt.Errorf("read customer: %w", err)
	}
	scope, err := unpackScope(id, item.Data)
	return scope, item.Version, err
}

// Suppress makes sure that the customer is never asked again, and whoever went
// on in their stead, unless it is but an address that bounced. The first reason
// stands, as of sampling.Scope.
// Nobody is the customer of a row that was forgotten.
func (s Store) Suppress(ctx context.Context, customer heed.Hash, why sampling.Suppression) error {
	if customer.IsZero() {
		return nil
	}
	return s.changeCustomer(ctx, customer, func(id heed.Hash, scope *sampling.Scope) bool {
		if id != customer {
			return scope.Suppress(why.Follows())
		}
		return scope.Suppress(why)
	})
}

// Hush keeps the customer quiet until a day, for an invitation that no ledger
// knows of, such as a former tool's. One that an account's decision makes is
// written with that decision.
func (s Store) Hush(ctx context.Context, customer heed.Hash, until heed.Day) error {
	return s.changeCustomer(ctx, customer, func(_ heed.Hash, scope *sampling.Scope) bool {
		if scope.Hushed >= until {
			return false
		}
		scope.Hushed = until
		return true
	})
}

func customerKey(customer heed.Hash) table.Key {
	return table.Key{PK: scopePK(surveys.Customer, customer), SK: headSK}
}

// changeCustomer reads a customer's scope and writes it if change altered it,
// and so with whoever went on in their stead.
func (s Store) changeCustomer(ctx context.Context, customer heed.Hash, change func(heed.Hash, *sampling.Scope) bool) error {
	return follow(customer, func(id heed.Hash) (next heed.Hash, err error) {
		err = again(ctx, func() error {
			scope, version, err := s.customer(ctx, id)
			if err != nil {
				return err
			}
			next = scope.Successor
			if !change(id, scope) {
				return nil
			}
			return s.put(ctx, table.Item{Key: customerKey(id), Data: packScope(scope)}, version)
		})
		return next, err
	})
}
