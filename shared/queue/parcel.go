package queue

import (
	"encoding/json"
	"fmt"

	"heed/shared/heed"
)

// A Parcel is what webhook puts on the touchpoints queue for decide: a
// touchpoint, or a part of a delivery to keep.
type Parcel struct {
	Touchpoint *heed.Touchpoint `json:"touchpoint,omitempty"`
	Kept       *heed.KeptPart   `json:"kept,omitempty"`
}

// Pack returns the parcel as the body of a message.
func (p Parcel) Pack() ([]byte, error) {
	body, err := json.Marshal(p)
	if err != nil {
		return nil, fmt.Errorf("pack parcel: %w", err)
	}
	return body, nil
}

// Unpack reads what Pack wrote.
func Unpack(body []byte) (Parcel, error) {
	var p Parcel
	if err := json.Unmarshal(body, &p); err != nil {
		return p, fmt.Errorf("unpack parcel: %w", err)
	}
	if (p.Touchpoint == nil) == (p.Kept == nil) {
		return p, fmt.Errorf("unpack parcel: it holds neither a touchpoint nor a part to keep")
	}
	return p, nil
}
