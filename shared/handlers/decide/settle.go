package decide

import (
	"context"
	"fmt"

	"heed/shared/heed"
	"heed/shared/records"
)

// settle writes the rows of the scope's last decision where they are missing:
// whoever made it may have died before it could.
func (h *Handler) settle(ctx context.Context, head *records.Head) error {
	for i := range head.Scope.Pending {
		there, err := h.there(ctx, head.Scope.Pending[i].RowRef)
		if err == nil && !there {
			err = h.put(ctx, head.Scope.Pending[i:i+1])
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// there reports whether a row is in the table. One that is, and can't be read,
// is for people to see to: it must not hold up all that its scope decides.
func (h *Handler) there(ctx context.Context, ref heed.RowRef) (bool, error) {
	_, unread := h.Store.Row(ctx, ref)
	switch {
	case unread == nil:
		return true, nil
	case heed.CodeOf(unread) == heed.NotFound:
		return false, nil
	}
	_, err := h.Store.Table.Get(ctx, records.RowKey(ref))
	if err != nil {
		return false, fmt.Errorf("look for row: %w", err)
	}
	h.Log.Error("row not readable", "row", ref.ID.String(), "cause", unread.Error())
	return true, nil
}
