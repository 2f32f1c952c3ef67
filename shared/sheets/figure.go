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
	type absent *struct{}
	f.Adjusted, f.ResponseRate = nil, nil
	return json.Marshal(struct {
		figures.Figure
		Population absent `json:"population,omitempty"`
		Eligible   absent `json:"eligible,omitempty"`
		Doubtful   absent `json:"doubtful,omitempty"`
		Asked      absent `json:"asked,omitempty"`
		Sent       absent `json:"sent,omitempty"`
		Failed     absent `json:"failed,omitempty"`
	}{Figure: f.Figure})
}

// UnmarshalJSON reads it again.
func (f *Figure) UnmarshalJSON(b []byte) error { return json.Unmarshal(b, &f.Figure) }
