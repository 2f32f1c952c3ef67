package records

import (
	"context"

	"heed/shared/heed"
	"heed/shared/sampling"
)

// Peace returns what holds for a customer and for whoever went on in their
// stead: whether Suppress for that reason would change nothing, and the day
// until which all of them are hushed. It is for looking; Suppress and Hush read
// for themselves.
func (s Store) Peace(ctx context.Context, customer heed.Hash, why sampling.Suppression) (suppressed bool, hushed heed.Day, err error) {
	suppressed = true
	err = follow(customer, func(id heed.Hash) (heed.Hash, error) {
		scope, _, err := s.customer(ctx, id)
		if err != nil {
			return heed.Hash{}, err
		}
		if id == customer {
			hushed = scope.Hushed
		} else {
			why = why.Follows()
		}
		hushed = min(hushed, scope.Hushed)
		suppressed = suppressed && !scope.Suppress(why)
		return scope.Successor, nil
	})
	return suppressed, hushed, err
}
