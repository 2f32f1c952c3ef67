package pages

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

// Link leads to another page of the same host.
type Link struct {
	Text, Path string
	Here       bool // it is this page
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
	p.begin(d.Brand, d.Nav)
	p.put(`<main><div class="top"><div><h1>Scores</h1>`)
	p.span(d)
	p.put(`</div>`)
	p.choice(d)
	p.put(`</div>`)
	p.periods(d.Periods)
	for _, notice := range d.Notices {
		p.put(`<p class="notice" role="note">`).text(notice).put(`</p>`)
	}
	if len(d.Programs) == 0 {
		p.put(`<p class="empty">No program asks anything yet. Programs are written in <code>surveys.yaml</code>.</p>`)
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
	p.put(`</main>`)
	return p.to(w)
}

// footer says what the words above mean.
func (p *board) footer(d *DashboardData) {
	p.put(`<footer class="soft"><p>Scores are weighted by touchpoints: a customer with ten of them counts ten times. Intervals hold the truth 95 times of 100.</p>`)
	p.put(`<p>Adjusted for who answers: the answers of each kind of touchpoint, and of customers as busy, stand for as many as there were, so that those who answer readily count no more for it.</p>`)
	apart, ranked := false, false
	for i := range d.Programs {
		for _, part := range d.Programs[i].Parts {
			apart, ranked = apart || part.Apart != "", ranked || part.Rank != ""
		}
	}
	p.when(apart, `<p>Above or below the rest: by more than chance, among as many as are compared (p below 0.05).</p>`)
	p.when(ranked, `<p>Ranks are given from 30 effective answers on, where the order is not all chance, with the places that each may really have.</p>`)
	p.when(d.Reader, `<p>Whole months, quarters and years are shown here, once no answer can change them any more. What would tell fewer than 5 people's answers is left out.</p>`)
	p.put(`</footer>`)
}

// board is a page for an operator.
type board struct{ page }

// begin opens the page and shows what others there are.
func (p *board) begin(brand string, nav []Link) {
	p.open("en", "ltr", "Heed · "+brand, markup(boardCSS))
	p.put(`<header><p class="name">`).text(brand).put(`</p>`)
	if len(nav) > 0 {
		p.put(`<nav aria-label="Pages">`)
		p.links(nav)
		p.put(`</nav>`)
	}
	p.put(`</header>`)
}

// span says which days these are.
func (p *board) span(d *DashboardData) {
	p.put(`<p class="soft">`).text(d.From).put(` to `).text(d.To)
	if d.Zone != "" {
		p.put(`, days as in `).text(d.Zone)
	}
	p.put(`</p>`)
}

// choice is the form for another period.
func (p *board) choice(d *DashboardData) {
	p.put(`<form method="get" action="?" class="choice">`)
	if d.Reader {
		p.put(`<label>Period <input name="period" size="9" value="`).text(d.Period).put(`"> <span class="soft">2026-10, 2026-Q4 or 2026</span></label>`)
	} else {
		p.put(`<label>From <input type="date" name="from" value="`).text(d.From).put(`"></label>`)
		p.put(`<label>to <input type="date" name="to" value="`).text(d.To).put(`"></label>`)
	}
	p.put(`<label>by <select name="by"><option value="">nothing</option>`)
	for _, name := range d.Dimensions {
		p.put(`<option`).when(name == d.By, ` selected`).put(`>`).text(name).put(`</option>`)
	}
	p.put(`</select></label><button>Show</button></form>`)
}

// periods are the periods that most want to see.
func (p *board) periods(links []Link) {
	if len(links) == 0 {
		return
	}
	p.put(`<nav class="periods" aria-label="Periods">`)
	p.links(links)
	p.put(`</nav>`)
}

func (p *board) links(links []Link) {
	for _, l := range links {
		p.put(`<a href="`).text(l.Path).put(`"`).when(l.Here, ` aria-current="page"`).put(`>`).text(l.Text).put(`</a>`)
	}
}
