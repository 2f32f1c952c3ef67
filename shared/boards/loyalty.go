package boards

import "io"

// LoyaltyData is what customers say beside what they do.
type LoyaltyData struct {
	Frame
	NotMade  string   // why there is nothing to show; "" if there is
	NoCohort bool     // surveys.yaml does not keep cohorts
	Findings []string // worth saying in words
	Said     []SaidData
	Programs []string // that ask NPS, as in each cohort's
	Cohorts  []CohortData
	All      CohortData // of them together
}

// CohortData is the customers first heard of in a quarter.
type CohortData struct {
	Name, Short string // as in Quarter 4, 2026, and Q4
	Year        int    // written beside Short; 0 where it is that of the cohort before
	Joined      uint64
	Left        Followed // of those joined
	Again       Followed // of purchases, those by customers heard of before
	Leavings    uint64   // that Churn and lifetimes are made of
	Churn       Stated
	Values      []ValueData
	NPS         []Measure // by LoyaltyData.Programs
}

// ValueData is what the customers of a cohort bring in a currency.
type ValueData struct {
	Currency       string
	Bought         uint64
	Each, Lifetime Stated
}

// SaidData is the NPS of a program's answers by what followed on them. Behind is
// where all of its touchpoints are.
type SaidData struct {
	Program, Stage            string
	All, Left, Stayed, Bought Measure
	Leaving, Buying           Followed
	LeftOf                    [3]Followed // of detractors, passives and promoters
	Behind                    string
}

// Followed is those on which something followed, N of Of, and their share.
type Followed struct {
	N, Of uint64
	Stated
}

// Loyalty shows who left and who bought again, and what they had said.
func Loyalty(w io.Writer, d *LoyaltyData) error {
	p := &board{}
	p.begin(&d.Frame, "Loyalty")
	if d.NotMade != "" {
		p.Put(`<p class="empty">`).Text(d.NotMade).Put(`</p>`)
		p.end()
		return p.To(w)
	}
	p.findings(d.Findings)
	for i := range d.Said {
		p.afterwards(&d.Said[i], i)
	}
	if len(d.Said) == 0 {
		p.Put(`<p class="empty">No program asks NPS. What customers do is below; what they would recommend is asked by a program with <code>ask: nps</code> in <code>surveys.yaml</code>.</p>`)
	}
	switch {
	case d.NoCohort:
		p.Put(`<p class="notice" role="note">Quarters are not kept: name <code>cohort</code> among the <code>dimensions</code> of <code>surveys.yaml</code>.</p>`)
	case len(d.Cohorts) == 0:
		p.Put(`<p class="empty">Of no customer it is known yet when they were first heard of.</p>`)
	default:
		p.cohorts(d)
	}
	p.Put(`<footer class="soft">`)
	p.older()
	p.Put(`<p>What this cannot know: customers from before Heed are first heard of in the quarter in which Heed began, or later, so that quarter holds people of all ages. And only what a source tells is known: where customers just stop, nobody leaves.</p>`)
	p.Put(`<p>The younger a cohort is, the less time it had to leave and to buy again; churn a month can be compared, the share that left cannot. Lifetime value is what all purchases came to by the number of leavings: revenue, if customers go on as they do (<code>docs/measures.md</code>). Intervals are of 95%; below 30 there is no number without it, and below 5 none.</p></footer>`)
	p.end()
	return p.To(w)
}
