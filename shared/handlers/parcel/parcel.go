// Package parcel packs touchpoints for the queue: fresh from a webhook, or
// replayed.
package parcel

import (
	"encoding/hex"
	"strings"

	"heed/shared/heed"
	"heed/shared/queue"
	"heed/shared/surveys"
)

// Distinct names the source of the touchpoints of one delivery and returns each
// of them once: vendors repeat an event within a batch.
func Distinct(source string, touchpoints []heed.Touchpoint) []heed.Touchpoint {
	seen := make(map[heed.TouchpointID]bool, len(touchpoints))
	out := touchpoints[:0:len(touchpoints)]
	for _, t := range touchpoints {
		t.Source = source
		if id := t.ID(); !seen[id] {
			seen[id] = true
			out = append(out, t)
		}
	}
	return out
}

// Messages packs touchpoints that know their source, each in the group of its
// account or customer, so that no two of one scope are decided at once.
func Messages(scope surveys.Scope, touchpoints []heed.Touchpoint) ([]queue.Message, error) {
	messages := make([]queue.Message, 0, len(touchpoints))
	for i := range touchpoints {
		t := &touchpoints[i]
		body, err := queue.Parcel{Touchpoint: t}.Pack()
		if err != nil {
			return nil, err
		}
		messages = append(messages, queue.Message{Group: group(scope, t), Key: t.ID().String(), Body: body})
	}
	return messages, nil
}

// group is the account's or the customer's. Where the vendor has yet to be asked
// who it was, it is the object's: what happened to that stays in order.
func group(scope surveys.Scope, t *heed.Touchpoint) string {
	c := &t.Customer
	switch {
	case scope == surveys.Account && c.Account != "":
		return digest("account", t.Source, c.Account)
	case c.Email != "":
		return digest("address", strings.ToLower(c.Email))
	case c.ID != "":
		return digest("customer", t.Source, c.ID)
	}
	return digest("object", t.Source, t.Object)
}

func digest(fields ...string) string {
	sum := heed.Fingerprint(fields...)
	return hex.EncodeToString(sum[:16])
}
