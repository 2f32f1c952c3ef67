package boards

import (
	"io"

	"heed/shared/markup"
)

// PlanData is what a configuration would do, several variants side by side.
// All texts are as people read them; a hyphen in a number is a minus.
type PlanData struct {
	Brand    string
	Lead     string   // what was planned on
	Notices  []string // what to know before any number
	Variants []string // their names; three at most are told apart in pictures
	All      PlanPart
	Programs []PlanPart
	Notes    []string // what the numbers rest on
}

// PlanPart is the whole, or one program.
type PlanPart struct {
	Name, Note string
	Rows       []PlanRow
	Days       *PlanDays // mails over time; nil if there is no time to speak of
	By         []PlanTable
}

// PlanRow is one number in every variant.
type PlanRow struct {
	Label string
	Under bool // it belongs to the row above
	Cells []string
}

// PlanDays is the mails a day of each stretch of time.
type PlanDays struct {
	Unit   string // what a stretch is: month, quarter ...
	Labels []string
	Mails  [][]float64 // by variant
	Cells  [][]string  // by stretch, then variant
}

// PlanTable is a part by the values of one dimension.
type PlanTable struct {
	By, Count, Cell string  // what the rows, their count and the numbers in them are
	Widths          string  // what the picture is of; "" for none
	Least, Most     float64 // ends of the picture's scale
	LeastText       string  // the same in words
	MostText        string
	Lines           []PlanLine
	Others          string // what was left out; "" for nothing
}

// PlanLine is one value of a dimension in every variant.
type PlanLine struct {
	Value, Count string
	Cells        []string
	Widths       []float64 // negative where there is none
}

// planned is the page of a plan.
type planned struct{ board }

// begin opens the page, with a sheet of its own beside the dashboard's.
func (p *planned) begin(brand string) {
	p.Open("en", "ltr", "Heed · "+brand+" · plan", markup.Markup(boardCSS), markup.Markup(planCSS))
	p.Put(`<header><p class="name">`).Text(brand).Put(`</p></header>`)
}

// Plan writes the page. It asks for nothing and links to nothing, so that it
// can be sent to whoever is to agree.
func Plan(w io.Writer, d *PlanData) error {
	p := &planned{}
	p.begin(d.Brand)
	p.Put(`<main><div class="top"><div><h1>Plan</h1><p class="lead">`).Text(d.Lead).Put(`</p></div>`)
	p.key(d.Variants)
	p.Put(`</div>`)
	for _, notice := range d.Notices {
		p.Put(`<p class="notice" role="note">`).Text(notice).Put(`</p>`)
	}
	p.part(&d.All, d.Variants, 0)
	for i := range d.Programs {
		p.part(&d.Programs[i], d.Variants, i+1)
	}
	p.Put(`<section aria-labelledby="rests"><h2 id="rests">What this rests on</h2><ul class="rests">`)
	for _, note := range d.Notes {
		p.Put(`<li>`).Text(note).Put(`</li>`)
	}
	p.Put(`</ul></section></main>`)
	return p.To(w)
}

// key says how each variant is drawn.
func (p *planned) key(variants []string) {
	p.Put(`<ul class="key">`)
	for i, name := range variants {
		p.Put(`<li><svg aria-hidden="true" focusable="false" width="18" height="18"><rect class="v`).Num(i % 3)
		p.Put(`" x="1" y="1" width="16" height="16" rx="2"/></svg><bdi>`).Text(name).Put(`</bdi></li>`)
	}
	p.Put(`</ul>`)
}

func (p *planned) part(d *PlanPart, variants []string, i int) {
	p.Put(`<section class="plan" aria-labelledby="p`).Num(i).Put(`"><h2 id="p`).Num(i).Put(`">`).Text(d.Name).Put(`</h2>`)
	if d.Note != "" {
		p.Put(`<p class="ask">`).Text(d.Note).Put(`</p>`)
	}
	p.Put(`<div class="pair"><div>`)
	p.rows(d.Rows, variants, d.Name)
	p.Put(`</div>`)
	if d.Days != nil {
		p.days(d.Days, variants)
	}
	p.Put(`</div>`)
	for j := range d.By {
		p.by(&d.By[j], variants)
	}
	p.Put(`</section>`)
}

// rows is the table of single numbers.
func (p *planned) rows(rows []PlanRow, variants []string, name string) {
	p.Put(`<table class="side"><caption class="away">`).Text(name).Put(`</caption><thead><tr><td></td>`)
	p.names(variants)
	p.Put(`</tr></thead><tbody>`)
	for _, r := range rows {
		p.Put(`<tr`).When(r.Under, ` class="under"`).Put(`><th scope="row">`).Text(r.Label).Put(`</th>`)
		p.cells(r.Cells)
		p.Put(`</tr>`)
	}
	p.Put(`</tbody></table>`)
}

func (p *planned) names(variants []string) {
	for _, name := range variants {
		p.Put(`<th scope="col"><bdi>`).Text(name).Put(`</bdi></th>`)
	}
}

func (p *planned) cells(cells []string) {
	for _, c := range cells {
		p.Put(`<td>`).Text(minus(c)).Put(`</td>`)
	}
}
