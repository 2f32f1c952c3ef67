package boards

import "heed/shared/heed"

// ProgramData is one program's score, and the scores it is made of.
type ProgramData struct {
	Name, Stage string
	Ask         heed.Ask
	Question    string // in the program's own words; "" for the usual ones
	All         Measure
	Change      *ChangeData // nil if there is nothing to compare with
	Months      []MonthData // oldest first; none where they aren't shown
	Findings    []string    // worth saying in words, each a sentence or two
	Audit       *AuditData  // nil if there is none
	Rates       RatesData
	Reasons     []ReasonData
	Parts       []PartData // by ScoresData.By
	LeftOut     int        // smaller values than those
	AllParts    string     // path of a page with more of them; "" if there is none
}

// ChangeData is how far a score is from that of another period, as people read it:
// "+5 points", "-2 to 12 points".
type ChangeData struct {
	Text, Interval string
	IntervalOnly   bool
	Sure           bool   // more than chance
	Before         string // the other period, in words: "1 Sep to 30 Sep 2026"
}

// MonthData is the score of a month.
type MonthData struct {
	Name, Short string // as in October 2026, and Oct
	Year        int    // written beside Short; 0 where it is that of the month before
	Measure
}

// ReasonData is how many decisions were made for a reason.
type ReasonData struct {
	Reason heed.Reason
	Count  uint64
}

// PartData is the score of one value of a dimension. Apart is how far it is
// from the rest of the program, and Rank its place, as people read them; both
// are "" where they could be chance.
type PartData struct {
	Value string
	Measure
	Apart, Rank string
	Change      *ChangeData
}

// JourneyData is one score over the stages of a journey.
type JourneyData struct {
	Ask    heed.Ask
	All    Measure // its counts are 0
	Stages []StageData
}

// StageData is a stage with its share of all touchpoints, 0 to 1.
type StageData struct {
	Stage, Program string
	Share          float64
	Measure
}

// Measure is a score with all that makes it honest. Score, Interval and Reason
// are as people read them, rounded already; a hyphen in them is a minus.
type Measure struct {
	Shown           bool
	Reason          string // why it isn't
	Score, Interval string
	At, Low, High   float64   // the same, to be drawn: on the scale of the question's score
	Withheld        bool      // whoever reads is not to know of the answers either
	IntervalOnly    bool      // too uncertain for a number without its interval
	Settled         bool      // no answer can change it any more
	Adjusted        *Adjusted // nil if there is none
	Touchpoints     uint64
	Asked, Answered uint64
	Respondents     int
	Doubtful        uint64  // touchpoints whose chance is only nearly known
	Effective       float64 // n of answers of equal weight that would say as much
	Rate            float64 // answered by asked, 0 to 1; negative if none was asked
	Behind          string  // address of the touchpoints it is of, with a query; "" for readers
}

// Adjusted is the score after the answers were made to stand for everyone,
// whoever answers more readily.
type Adjusted struct {
	Score, Interval string
	At, Low, High   float64
}
