package records

import (
	"context"

	"heed/shared/heed"
)

// Peace returns what holds for a customer and for whoever went on in their
// stead: whether all of them are suppressed, and the day until which all of
// them are hushed. It is for looking; Suppress and Hush read for themselves.
func (s Store) Peace(ctx context.Context, customer heed.Hash) (suppressed bool, hushed heed.Day, err error) {
	suppressed = true
	err = follow(customer, func(id heed.Hash) (heed.Hash, error) {
		scope, _, err := s.customer(ctx, id)
		if err != nil {
			return heed.Hash{}, err
		}
		suppressed = suppressed && scope.Suppressed != 0
		if hushed = min(hushed, scope.Hushed); id == customer {
			hushed = scope.Hushed
		}
		return scope.Successor, nil
	})
	return suppressed, hushed, err
}
