package history

import (
	"encoding/json"
	"fmt"
	"time"

	"heed/shared/heed"
)

// Append adds the line as JSON, with a newline. Reading it gives the line
// again; of a reason that bars the customer only that there is one.
func (l *Line) Append(b []byte) ([]byte, error) {
	w := wire{
		fields: fields{
			At: l.At.UTC().Format(time.RFC3339Nano), Source: l.Source, Kind: l.Kind, Object: l.Object, Occurrence: l.Occurrence,
			Team: l.Team, Agent: l.Agent, Product: l.Product, Channel: l.Channel, Tags: l.Tags,
		},
		Customer: customer{ID: l.Customer.ID, Email: l.Customer.Email, Account: l.Customer.Account, Locale: l.Customer.Locale},
	}
	if !l.Person.IsZero() {
		w.Customer.Hash = l.Person.String()
	}
	if l.Barred != 0 {
		w.Reachable = new(bool)
	}
	text, err := json.Marshal(&w)
	if err != nil {
		return b, fmt.Errorf("write a touchpoint: %w", err)
	}
	if len(text) >= LongestLine {
		return b, heed.Errorf(heed.TooLarge, "a touchpoint does not fit a line")
	}
	return append(append(b, text...), '\n'), nil
}
