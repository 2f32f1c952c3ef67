// Package topics is what customers speak of: the issues of surveys.yaml's
// taxonomy in a ticket's subject and tags and in comments, and the words that
// set low scores' comments apart. It knows word forms, by the stems of each
// language.
//
// Subjects are read and not kept; of comments what is kept beside them is which
// words they hold, in a day's sum of all (cells.Words).
package topics

import "heed/shared/service"

// A Phrase is a word, or two in a row, that low scores' comments hold more often
// or more seldom than others do.
type Phrase struct {
	Phrase    string           `json:"phrase"`   // as most write it
	Comments  uint64           `json:"comments"` // that hold it, at least 5
	Low       uint64           `json:"low"`      // of these, with a low score
	Effect    service.Estimate `json:"effect"`   // share of low scores with it less without it
	AmongMany float64          `json:"p_among_many"`
}
