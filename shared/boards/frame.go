package boards

import (
	"time"

	"heed/shared/heed"
	"heed/shared/markup"
)

// Where the operator's pages are.
const (
	ScoresPath      = "/"
	SupportPath     = "/support"
	AgentsPath      = "/agents"
	WhyPath         = "/why"
	LoyaltyPath     = "/loyalty"
	CustomersPath   = "/customers"
	TouchpointsPath = "/touchpoints" // what is behind a number; led to by numbers alone
	AnswersPath     = "/answers"
	SourcesPath     = "/sources"
)

// Link leads to another page of the same host.
type Link struct {
	Text, Path string
	Here       bool // it is this page
}

// Nav leads to all of the operator's pages, and to those that only this
// deployment has. One of them is here.
func Nav(here string, more ...Link) []Link {
	links := append([]Link{
		{Text: "Scores", Path: ScoresPath},
		{Text: "Support", Path: SupportPath},
		{Text: "Agents", Path: AgentsPath},
		{Text: "Why", Path: WhyPath},
		{Text: "Loyalty", Path: LoyaltyPath},
		{Text: "Customers", Path: CustomersPath},
		{Text: "Answers", Path: AnswersPath},
		{Text: "Sources", Path: SourcesPath},
	}, more...)
	for i := range links {
		links[i].Here = links[i].Path == here
	}
	return links
}

// A Frame is what stands around the content of every page: where else to go,
// of which days the page is and which others there are to choose, and what to
// know before any number.
type Frame struct {
	Brand    string
	Nav      []Link    // nil for readers, who have one page
	From, To heed.Day  // first and last day of the page; 0 where it is of none
	Zone     string    // in which the days begin; "" if that isn't to be said
	AsOf     time.Time // when its numbers were brought up to date, shown in its own location; zero if that isn't to be said
	Periods  []Link    // to choose from; nil if there is no choice
	Days     *DaysData // any others; nil if they can't be had
	By       []Link    // dimensions to choose from, none among them; nil if there is no choice
	Notices  []string  // what the operator should know before any number: paused, observing ...
}

// DaysData is a form for days of one's own choice, which asks for from and to;
// for readers one that asks for a period by its name.
type DaysData struct {
	Kept   [][2]string // fields that are sent along, such as by
	Reader bool
	Period string // that the page is of
}

// begin opens a page: its head, where else to go, the title with its days, the
// choices, the notices. What follows is the content, and then end.
func (p *board) begin(f *Frame, title string) {
	p.head(f.Brand, title, f.Nav)
	p.Put(`<main id="content"><div class="top"><div><h1>`).Text(title).Put(`</h1>`)
	p.span(f)
	p.Put(`</div>`)
	if f.Days != nil {
		p.days(f)
	}
	p.Put(`</div>`)
	p.choice("Period", f.Periods)
	p.choice("By", f.By)
	for _, notice := range f.Notices {
		p.Put(`<p class="notice" role="note">`).Text(notice).Put(`</p>`)
	}
}

// end closes the content that begin opened.
func (p *board) end() { p.Put(`</main>`) }

// older says how old numbers may be, which are laid out after roll-ups.
func (p *board) older() {
	p.Put(`<p>Large tables are laid out anew more seldom than small ones: their numbers may be older than the last roll-up, a day at the most. What a number leads to is always as it is now.</p>`)
}

// head opens the document and shows what other pages there are. Whoever goes by
// keyboard can pass over them.
func (p *board) head(brand, title string, nav []Link) {
	p.Open("en", "ltr", title+" · Heed · "+brand, markup.Markup(boardCSS))
	p.When(len(nav) > 0, `<a class="pass" href="#content">Go to the content</a>`)
	p.Put(`<header><p class="name">`).Text(brand).Put(`</p>`)
	if len(nav) > 0 {
		p.Put(`<nav aria-label="Pages">`)
		p.links(nav)
		p.Put(`</nav>`)
	}
	p.Put(`</header>`)
}

func (p *board) links(links []Link) {
	for _, l := range links {
		p.Put(`<a href="`).Text(l.Path).Put(`"`).When(l.Here, ` aria-current="page"`).Put(`>`).Text(l.Text).Put(`</a>`)
	}
}

// span says which days these are, and of when the numbers.
func (p *board) span(f *Frame) {
	if f.To == 0 && f.AsOf.IsZero() {
		return
	}
	p.Put(`<p class="soft">`)
	if f.To != 0 {
		p.day(f.From)
		if f.From != f.To {
			p.Put(` to `)
			p.day(f.To)
		}
		if f.Zone != "" {
			p.Put(`, days as in `).Text(f.Zone)
		}
	}
	if !f.AsOf.IsZero() {
		p.When(f.To != 0, ` · `).Put(`rolled up <time datetime="`).Text(f.AsOf.Format(time.RFC3339)).Put(`">`).Text(f.AsOf.Format("2 Jan 2006, 15:04")).Put(`</time>`)
	}
	p.Put(`</p>`)
}

// day writes a day as people do.
func (p *board) day(d heed.Day) {
	p.Put(`<time datetime="`).Text(d.String()).Put(`">`).Text(d.Start(time.UTC).Format("2 Jan 2006")).Put(`</time>`)
}

// days is the form for days of one's own choice.
func (p *board) days(f *Frame) {
	p.Put(`<form method="get" action="?" class="choice">`)
	if f.Days.Reader {
		p.Put(`<label>Period <input name="period" size="9" value="`).Text(f.Days.Period).Put(`"> <span class="soft">2026-10, 2026-Q4 or 2026</span></label>`)
	} else {
		p.between(f)
	}
	for _, kept := range f.Days.Kept {
		p.Put(`<input type="hidden" name="`).Text(kept[0]).Put(`" value="`).Text(kept[1]).Put(`">`)
	}
	p.Put(`<button>Show</button></form>`)
}

// between is the fields for the first and the last day.
func (p *board) between(f *Frame) {
	p.Put(`<label>From <input type="date" name="from" value="`).Text(f.From.String()).Put(`"></label>`)
	p.Put(`<label>to <input type="date" name="to" value="`).Text(f.To.String()).Put(`"></label>`)
}

// choice is links of which one is here.
func (p *board) choice(of markup.Markup, links []Link) {
	if len(links) == 0 {
		return
	}
	p.Put(`<nav class="periods" aria-label="`).Put(of).Put(`"><span class="soft">`).Put(of).Put(`</span>`)
	p.links(links)
	p.Put(`</nav>`)
}
