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

// Messages names the source of the touchpoints and packs each in the group of
// its account or customer, so that no two of one scope are decided at once.
func Messages(scope surveys.Scope, source string, touchpoints []heed.Touchpoint) ([]queue.Message, error) {
	messages := make([]queue.Message, 0, len(touchpoints))
	for i := range touchpoints {
		t := &touchpoints[i]
		t.Source = source
		body, err := queue.Parcel{Touchpoint: t}.Pack()
		if err != nil {
			return nil, err
		}
		messages = append(messages, queue.Message{Group: group(scope, t), Key: t.ID().String(), Body: body})
	}
	return messages, nil
}

func group(scope surveys.Scope, t *heed.Touchpoint) string {
	c := &t.Customer
	switch {
	case scope == surveys.Account && c.Account != "":
		return digest("account", t.Source, c.Account)
	case c.Email != "":
		return digest("address", strings.ToLower(c.Email))
	}
	return digest("customer", t.Source, c.ID)
}

func digest(fields ...string) string {
	sum := heed.Fingerprint(fields...)
	return hex.EncodeToString(sum[:16])
}
