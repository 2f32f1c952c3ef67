package boards

import (
	"io"

	"heed/shared/heed"
)

// DashboardData is what the dashboard shows: the figures of a period.
type DashboardData struct {
	Brand      string
	Nav        []Link   // the operator's other pages
	Notices    []string // what the operator should know before any number: paused, observing ...
	From, To   string   // first and last day of the period, 2006-01-02
	Period     string   // the calendar period that these are: 2026-10; "" if it is none
	Periods    []Link   // others to choose from
	Reader     bool     // whoever reads may not see single responses: there is nothing to choose but calendar periods
	Zone       string   // in which the days begin
	By         string   // the dimension that tables are by; "" for none
	Dimensions []string // those there are to choose from
	Programs   []ProgramData
	Journeys   []JourneyData
	Reasons    []ReasonCount // the decisions of the period; those not mentioned are not shown
	Decisions  string        // path of a page that counts them, where this one doesn't; "" if there is none
}

// ReasonCount is how many decisions were made for a reason.
type ReasonCount struct {
	Reason heed.Reason
	Count  uint64
}

// Dashboard is the operator's first page, and the readers' only one. Its form
// asks for another period with from, to and by, or period and by, in the query
// of the same path. Every picture stands
// beside the numbers it is drawn from.
func Dashboard(w io.Writer, d *DashboardData) error {
	p := &board{}
	p.head(d.Brand, "Scores", d.Nav)
	p.Put(`<main id="content"><div class="top"><div><h1>Scores</h1>`)
	p.covers(d)
	p.Put(`</div>`)
	p.form(d)
	p.Put(`</div>`)
	p.choice("Period", d.Periods)
	for _, notice := range d.Notices {
		p.Put(`<p class="notice" role="note">`).Text(notice).Put(`</p>`)
	}
	if len(d.Programs) == 0 {
		p.Put(`<p class="empty">No program asks anything yet. Programs are written in <code>surveys.yaml</code>.</p>`)
	}
	for i := range d.Programs {
		p.program(&d.Programs[i], d.By, i)
	}
	for i := range d.Journeys {
		p.journey(&d.Journeys[i], i)
	}
	if !d.Reader {
		p.reasons(d)
	}
	p.footer(d)
	p.Put(`</main>`)
	return p.To(w)
}

// footer says what the words above mean.
func (p *board) footer(d *DashboardData) {
	p.Put(`<footer class="soft"><p>Scores are weighted by touchpoints: a customer with ten of them counts ten times. Intervals hold the truth 95 times of 100.</p>`)
	p.Put(`<p>Adjusted for who answers: the answers of each kind of touchpoint, and of customers as busy, stand for as many as there were, so that those who answer readily count no more for it.</p>`)
	apart, ranked := false, false
	for i := range d.Programs {
		for _, part := range d.Programs[i].Parts {
			apart, ranked = apart || part.Apart != "", ranked || part.Rank != ""
		}
	}
	p.When(apart, `<p>Above or below the rest: by more than chance, among as many as are compared (p below 0.05).</p>`)
	p.When(ranked, `<p>Ranks are given from 30 effective answers on, where the order is not all chance, with the places that each may really have.</p>`)
	p.When(d.Reader, `<p>Whole months, quarters and years are shown here, once no answer can change them any more. What would tell fewer than 5 people's answers is left out.</p>`)
	p.Put(`</footer>`)
}

// covers says which days these are.
func (p *board) covers(d *DashboardData) {
	p.Put(`<p class="soft">`).Text(d.From).Put(` to `).Text(d.To)
	if d.Zone != "" {
		p.Put(`, days as in `).Text(d.Zone)
	}
	p.Put(`</p>`)
}

// form is the form for another period.
func (p *board) form(d *DashboardData) {
	p.Put(`<form method="get" action="?" class="choice">`)
	if d.Reader {
		p.Put(`<label>Period <input name="period" size="9" value="`).Text(d.Period).Put(`"> <span class="soft">2026-10, 2026-Q4 or 2026</span></label>`)
	} else {
		p.Put(`<label>From <input type="date" name="from" value="`).Text(d.From).Put(`"></label>`)
		p.Put(`<label>to <input type="date" name="to" value="`).Text(d.To).Put(`"></label>`)
	}
	p.Put(`<label>by <select name="by"><option value="">nothing</option>`)
	for _, name := range d.Dimensions {
		p.Put(`<option`).When(name == d.By, ` selected`).Put(`>`).Text(name).Put(`</option>`)
	}
	p.Put(`</select></label><button>Show</button></form>`)
}
