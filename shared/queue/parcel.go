package queue

import (
	"encoding/json"
	"errors"
	"fmt"

	"heed/shared/heed"
)

// A Parcel is what webhook puts on the touchpoints queue for decide: a
// touchpoint, a part of a delivery to keep, or what came to a source's door.
type Parcel struct {
	Touchpoint *heed.Touchpoint `json:"-"`
	Kept       *heed.KeptPart   `json:"kept,omitempty"`
	Tally      *heed.Tally      `json:"tally,omitempty"`
}

// Pack returns the parcel as the body of a message.
func (p Parcel) Pack() ([]byte, error) {
	if p.Touchpoint != nil {
		return lines(p.Touchpoint), nil
	}
	body, err := json.Marshal(p)
	if err != nil {
		return nil, fmt.Errorf("pack parcel: %w", err)
	}
	return body, nil
}

// Unpack reads what Pack wrote.
func Unpack(body []byte) (p Parcel, err error) {
	if len(body) > 0 && body[0] == '{' {
		if err = json.Unmarshal(body, &p); err == nil && p.Kept == nil && p.Tally == nil {
			err = errors.New("it holds nothing")
		}
	} else {
		p.Touchpoint, err = touchpoint(string(body))
	}
	if err != nil {
		return Parcel{}, fmt.Errorf("unpack parcel: %w", err)
	}
	return p, nil
}
