package plan

import "heed/shared/heed"

// An Outcome is what one variant would do. Numbers of mails are expected ones,
// sums of chances; shares are of one.
type Outcome struct {
	Name      string      `json:"name"`
	Mails     Mails       `json:"mails"`
	Burden    Burden      `json:"burden"`
	Heaviest  float64     `json:"largest_weight"`
	Unreached []Unreached `json:"unreached"` // touchpoints that no program could ask about
	Programs  []Program   `json:"programs"`
	Days      []float64   `json:"days"` // mails of each day, from the first
}

// Mails is how many a configuration would send.
type Mails struct {
	All     float64  `json:"all"`
	Daily   float64  `json:"per_day"`
	Busiest float64  `json:"busiest_day_mails"`
	On      string   `json:"busiest_day"`
	Later   *float64 `json:"per_day_later"` // once the first quiet periods, before which all ledgers were empty, are over; nil if the history is too short
}

// Burden is how often a scope, a customer or an account, would be asked.
type Burden struct {
	PerYear float64 `json:"per_year"`     // invitations, mean
	Most    float64 `json:"most_for_one"` // invitations in the whole history
	Once    float64 `json:"asked_once"`   // share asked at least once in the history, by one draw
}

// Unreached is how many touchpoints had no chance, for one reason.
type Unreached struct {
	Reason heed.Reason `json:"reason"`
	Count  uint64      `json:"count"`
	Share  float64     `json:"share"`
}

// Program is what one program would do and how well its score would be known
// from the whole history's answers.
type Program struct {
	Name        string    `json:"name"`
	Ask         heed.Ask  `json:"ask"`
	Stage       string    `json:"stage,omitempty"`
	Rate        float64   `json:"rate"` // configured
	Touchpoints uint64    `json:"touchpoints"`
	Mails       Mails     `json:"mails"`
	Chance      float64   `json:"mean_chance"` // of the touchpoints that had one
	Free        float64   `json:"mean_free"`   // chance that no earlier invitation kept them quiet, likewise
	Heaviest    float64   `json:"largest_weight"`
	Days        []float64 `json:"days"`
	Precision
	Month     Precision   `json:"month"` // from a month's answers, a twelfth of a year's
	Unreached []Unreached `json:"unreached"`
	By        []Breakdown `json:"by"`
}

// Breakdown is a program by one dimension.
type Breakdown struct {
	Dimension string  `json:"dimension"`
	Values    []Value `json:"values"`            // the most touchpoints first; bands in their order
	Further   uint64  `json:"further,omitempty"` // touchpoints of values beyond the 10,000 that are kept apart
}

// Value is one value of a dimension.
type Value struct {
	Value       string  `json:"value"`
	Touchpoints uint64  `json:"touchpoints"`
	Mails       float64 `json:"mails"`
	Chance      float64 `json:"mean_chance"`
	Heaviest    float64 `json:"largest_weight"`
	Precision
}
