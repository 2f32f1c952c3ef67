package figures

import "encoding/json"

// Answered is a figure of answers alone, such as those before leaving: there were
// no touchpoints to choose them from. Its JSON leaves out whatever is of
// touchpoints, and the rate at which these were answered.
type Answered struct{ Figure }

// MarshalJSON writes the figure as the API does.
func (a Answered) MarshalJSON() ([]byte, error) {
	type absent *struct{}
	a.Adjusted, a.ResponseRate = nil, nil
	return json.Marshal(struct {
		Figure
		Population absent `json:"population,omitempty"`
		Eligible   absent `json:"eligible,omitempty"`
		Doubtful   absent `json:"doubtful,omitempty"`
		Asked      absent `json:"asked,omitempty"`
		Sent       absent `json:"sent,omitempty"`
		Failed     absent `json:"failed,omitempty"`
	}{Figure: a.Figure})
}
