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
	Zone       string   // in which the days begin
	By         string   // the dimension that tables are by; "" for none
	Dimensions []string // those there are to choose from
	Programs   []ProgramData
	Reasons    []ReasonCount // the decisions of the period; those not mentioned are not shown
}

// Link leads to another page of the same host.
type Link struct {
	Text, Path string
	Here       bool // it is this page
}

// ProgramData is one program's score, and the scores it is made of.
type ProgramData struct {
	Name, Stage string
	Question
	All   Measure
	Parts []PartData // by DashboardData.By
}

// PartData is the score of one value of a dimension.
type PartData struct {
	Value string
	Measure
}

// Measure is a score with all that makes it honest. Score, Interval and Reason
// are as people read them, rounded already; a hyphen in them is a minus.
type Measure struct {
	Shown           bool
	Reason          string // why it isn't
	Score, Interval string
	At, Low, High   float64 // the same, to be drawn: on the scale of the question's score
	IntervalOnly    bool    // too uncertain for a number without its interval
	Settled         bool    // no answer can change it any more
	Touchpoints     uint64
	Asked, Answered uint64
	Effective       float64 // n of answers of equal weight that would say as much
	Rate            float64 // answered by asked, 0 to 1; negative if none was asked
}

// ReasonCount is how many decisions were made for a reason.
type ReasonCount struct {
	Reason heed.Reason
	Count  uint64
}

// Dashboard is the operator's first page. Its form asks for another period
// with from, to and by in the query of the same path. Every picture stands
// beside the numbers it is drawn from.
func Dashboard(w io.Writer, d *DashboardData) error {
	p := &board{}
	p.begin(d.Brand, d.Nav)
	p.put(`<main><div class="top"><div><h1>Scores</h1>`)
	if d.Zone != "" {
		p.put(`<p class="soft">Days as in `).text(d.Zone).put(`</p>`)
	}
	p.put(`</div>`)
	p.choice(d)
	p.put(`</div>`)
	for _, notice := range d.Notices {
		p.put(`<p class="notice" role="note">`).text(notice).put(`</p>`)
	}
	if len(d.Programs) == 0 {
		p.put(`<p class="empty">No program asks anything yet. Programs are written in <code>surveys.yaml</code>.</p>`)
	}
	for i := range d.Programs {
		p.program(&d.Programs[i], d.By, i)
	}
	p.reasons(d.Reasons)
	p.put(`</main>`)
	return p.to(w)
}

// board is a page for an operator.
type board struct{ page }

// begin opens the page and shows what others there are.
func (p *board) begin(brand string, nav []Link) {
	p.open("en", "ltr", "Heed · "+brand, markup(boardCSS))
	p.put(`<header><p class="name">`).text(brand).put(`</p>`)
	if len(nav) > 0 {
		p.put(`<nav aria-label="Pages">`)
		for _, l := range nav {
			p.put(`<a href="`).text(l.Path).put(`"`).when(l.Here, ` aria-current="page"`).put(`>`).text(l.Text).put(`</a>`)
		}
		p.put(`</nav>`)
	}
	p.put(`</header>`)
}

// choice is the form for another period.
func (p *board) choice(d *DashboardData) {
	p.put(`<form method="get" action="?" class="choice">`)
	p.put(`<label>From <input type="date" name="from" value="`).text(d.From).put(`"></label>`)
	p.put(`<label>to <input type="date" name="to" value="`).text(d.To).put(`"></label>`)
	p.put(`<label>by <select name="by"><option value="">nothing</option>`)
	for _, name := range d.Dimensions {
		p.put(`<option`).when(name == d.By, ` selected`).put(`>`).text(name).put(`</option>`)
	}
	p.put(`</select></label><button>Show</button></form>`)
}
