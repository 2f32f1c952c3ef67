package sheets

import (
	"encoding/json"

	"heed/shared/cells"
	"heed/shared/figures"
)

// A Figure is a figure on a sheet. Where it is by a dimension that only answered
// touchpoints have, its JSON leaves out whatever is of touchpoints: it would be
// of the answered alone.
type Figure struct{ figures.Figure }

// OfAnswers reports whether only answered touchpoints have the dimension.
func OfAnswers(dim string) bool { return dim == cells.Answer || dim == cells.Mention }

// MarshalJSON writes the figure as the API does.
func (f Figure) MarshalJSON() ([]byte, error) {
	if !OfAnswers(f.By) {
		return json.Marshal(f.Figure)
	}
	return json.Marshal(figures.Answered{Figure: f.Figure})
}

// UnmarshalJSON reads it again.
func (f *Figure) UnmarshalJSON(b []byte) error { return json.Unmarshal(b, &f.Figure) }
