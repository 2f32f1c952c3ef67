package report

import (
	"encoding/json"
	"testing"
	"time"

	"heed/shared/heed"
)

// What is not known of a touchpoint, or did not follow on it, is not there.
func TestWhatIsShownOfFacts(t *testing.T) {
	at := time.Date(2026, 6, 1, 12, 0, 0, 0, time.UTC)
	for _, c := range []struct {
		row  heed.Row
		want string
	}{
		{heed.Row{}, `{}`},
		{heed.Row{First: true, Facts: heed.Facts{Handled: 90 * time.Minute}}, `{"facts":{"handled_seconds":5400},"first":true}`},
		{
			heed.Row{After: heed.After{Reopened: at, Bought: at.Add(time.Hour)}, Facts: heed.Facts{Amount: -7, Currency: "JPY"}},
			`{"facts":{"amount":-7,"currency":"JPY"},"after":{"reopened":"2026-06-01T12:00:00Z","bought":"2026-06-01T13:00:00Z"}}`,
		},
	} {
		v := viewOf(&c.row)
		got, err := json.Marshal(struct {
			Facts *facts `json:"facts,omitempty"`
			First bool   `json:"first,omitempty"`
			After *after `json:"after,omitempty"`
		}{v.Facts, v.First, v.After})
		if err != nil || string(got) != c.want {
			t.Errorf("%s, want %s (%v)", got, c.want, err)
		}
	}
}
