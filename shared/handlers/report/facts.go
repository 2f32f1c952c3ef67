package report

import (
	"time"

	"heed/shared/heed"
)

// facts are what the source measured; what it did not tell is left out.
type facts struct {
	Created  *time.Time `json:"created,omitempty"`
	Replied  *time.Time `json:"replied,omitempty"`
	Reopens  uint16     `json:"reopens,omitempty"`
	Handled  int64      `json:"handled_seconds,omitempty"`
	Amount   int64      `json:"amount,omitempty"` // in minor units of the currency
	Currency string     `json:"currency,omitempty"`
}

func factsOf(f *heed.Facts) *facts {
	if *f == (heed.Facts{}) {
		return nil
	}
	return &facts{
		Created: happened(f.Created), Replied: happened(f.Replied), Reopens: f.Reopens,
		Handled: int64(f.Handled / time.Second), Amount: f.Amount, Currency: f.Currency,
	}
}

// after is what followed, and when; what did not is left out.
type after struct {
	Reopened *time.Time `json:"reopened,omitempty"`
	Left     *time.Time `json:"left,omitempty"`
	Bought   *time.Time `json:"bought,omitempty"`
}

func afterOf(a *heed.After) *after {
	if *a == (heed.After{}) {
		return nil
	}
	return &after{happened(a.Reopened), happened(a.Left), happened(a.Bought)}
}
