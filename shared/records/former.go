package records

import (
	"context"
	"errors"
	"fmt"

	"heed/shared/heed"
	"heed/shared/sampling"
	"heed/shared/table"
)

// Customer reads a customer's own scope as it stands, without its full pages;
// one that is new is empty. It is for looking: what is read here is never
// written back.
func (s Store) Customer(ctx context.Context, customer heed.Hash) (*sampling.Scope, error) {
	item, err := s.Table.Get(ctx, customerKey(customer))
	if errors.Is(err, table.ErrNotFound) {
		return &sampling.Scope{}, nil
	}
	if err != nil {
		return nil, fmt.Errorf("read customer: %w", err)
	}
	return unpackScope(customer, item.Data)
}
