package records

import (
	"context"
	"errors"
	"fmt"

	"heed/shared/heed"
	"heed/shared/sampling"
	"heed/shared/surveys"
	"heed/shared/table"
)

// Suppression returns why the customer is never asked, 0 if nothing keeps them.
func (s Store) Suppression(ctx context.Context, customer heed.Hash) (sampling.Suppression, error) {
	item, err := s.Table.Get(ctx, customerKey(customer))
	if errors.Is(err, table.ErrNotFound) {
		return 0, nil
	}
	if err != nil {
		return 0, fmt.Errorf("read customer: %w", err)
	}
	scope, err := unpackScope(customer, item.Data)
	if err != nil {
		return 0, err
	}
	return scope.Suppressed, nil
}

// Suppress makes sure that the customer is never asked again. The first
// reason stands.
func (s Store) Suppress(ctx context.Context, customer heed.Hash, why sampling.Suppression) error {
	return s.changeCustomer(ctx, customer, func(scope *sampling.Scope) bool {
		if scope.Suppressed != 0 {
			return false
		}
		scope.Suppressed = why
		return true
	})
}

// Hush keeps the customer quiet until a day, for an invitation that an account
// imposed.
func (s Store) Hush(ctx context.Context, customer heed.Hash, until heed.Day) error {
	return s.changeCustomer(ctx, customer, func(scope *sampling.Scope) bool {
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

// changeCustomer reads a customer's scope and writes it if change altered it.
func (s Store) changeCustomer(ctx context.Context, customer heed.Hash, change func(*sampling.Scope) bool) error {
	return again(ctx, func() error {
		item, err := s.Table.Get(ctx, customerKey(customer))
		if err != nil && !errors.Is(err, table.ErrNotFound) {
			return fmt.Errorf("read customer: %w", err)
		}
		scope := &sampling.Scope{}
		if err == nil {
			if scope, err = unpackScope(customer, item.Data); err != nil {
				return err
			}
		}
		if !change(scope) {
			return nil
		}
		return s.put(ctx, table.Item{Key: customerKey(customer), Data: packScope(scope)}, item.Version)
	})
}
