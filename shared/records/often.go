package records

import (
	"context"

	"heed/shared/heed"
	"heed/shared/sampling"
)

// Often returns how often the customer lets themselves be asked, and whether
// that is theirs to change: it is not where an address bounced or a mail was
// called spam. What holds for whoever went on in their stead holds for them.
func (s Store) Often(ctx context.Context, customer heed.Hash) (often heed.Often, theirs bool, err error) {
	theirs = true
	err = follow(customer, func(id heed.Hash) (heed.Hash, error) {
		scope, _, err := s.customer(ctx, id)
		if err != nil {
			return heed.Hash{}, err
		}
		if id != customer {
			scope.Suppressed = scope.Suppressed.Follows()
		}
		often = max(often, scope.Often())
		theirs = theirs && (scope.Suppressed == 0 || scope.Suppressed == sampling.Unsubscribed)
		return scope.Successor, nil
	})
	return often, theirs, err
}

// Choose takes a customer's choice, as of sampling.Scope, for them and for
// whoever went on in their stead.
func (s Store) Choose(ctx context.Context, customer heed.Hash, often heed.Often) error {
	if customer.IsZero() {
		return nil
	}
	return s.changeCustomer(ctx, customer, func(_ heed.Hash, scope *sampling.Scope) bool { return scope.Choose(often) })
}
