package decide

import (
	"slices"

	"heed/shared/heed"
	"heed/shared/records"
	"heed/shared/sampling"
)

// Topics finds the issues that a touchpoint is about; *topics.Topics does.
type Topics interface {
	Of(t *heed.Touchpoint) []string
}

// classed returns the touchpoint with its issues, where rows keep those, and without
// its subject, which is read for them alone. From here on nothing knows that.
func (h *Handler) classed(t *heed.Touchpoint) *heed.Touchpoint {
	own := *t
	if h.Topics != nil && len(t.Issues) == 0 && slices.Contains(h.Config.Dimensions, "issue") {
		own.Issues = h.Topics.Of(t)
	}
	own.Subject = ""
	return &own
}

// cohort is the quarter in which the first touchpoint of a scope was decided: today's
// if it is this one. Days are UTC as in the scope's list, which knows no others: so
// all of its touchpoints are of one cohort. A mark of who was taken over that had no
// day of its own has none here.
func cohort(head *records.Head, today heed.Day) string {
	first := heed.Day(0)
	for _, list := range [][]sampling.Decided{head.Older, head.Scope.Decided} {
		for _, d := range list {
			if d.Day > 0 && (first == 0 || d.Day < first) {
				first = d.Day
			}
		}
	}
	if first == 0 {
		first = today
	}
	return heed.QuarterOf(first).String()
}
