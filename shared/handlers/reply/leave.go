package reply

import (
	"context"

	"heed/shared/heed"
	"heed/shared/sampling"
)

// leave unsubscribes, as a press of the button does (RFC 2369). The address
// alone says who: mail programs write to it in their own name, and nobody asks
// to be let go by a forged one.
func (m *mail) leave(ctx context.Context, ref heed.RowRef) (why string, err error) {
	row, err := m.invited(ctx, ref)
	if err != nil || row == nil {
		return "no such row", err
	}
	return "", m.Store.Suppress(ctx, row.Customer, sampling.Unsubscribed)
}
