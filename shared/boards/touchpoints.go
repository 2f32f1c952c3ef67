package boards

import (
	"io"
	"time"

	"heed/shared/heed"
)

// TouchpointsData is some of the touchpoints behind a number.
type TouchpointsData struct {
	Frame
	Only   []FilterData
	Rows   []RowData
	Looked int    // how many touchpoints were looked at for these
	Went   bool   // it is not the first page
	Next   string // path of the next page; "" if this is the last
}

// FilterData is what a touchpoint must be to be listed.
type FilterData struct {
	Name, Value string
	Without     string // path of the list without it
}

// RowData is a touchpoint in one program.
type RowData struct {
	Path, Customer        string // of the pages that explain it, and its customer
	At                    time.Time
	Program, Source, Kind string
	Object                string
	Dims                  []heed.Dim
	Reason                heed.Reason
	Answer                *heed.Response // nil if there is none
	Comment               string
}

// Touchpoints lists what is behind a number.
func Touchpoints(w io.Writer, d *TouchpointsData) error {
	p := &board{}
	p.begin(&d.Frame, "Touchpoints")
	p.filters(d.Only)
	switch {
	case len(d.Rows) > 0:
		p.touchpoints(d.Rows)
	case d.Next != "":
		p.Put(`<p class="empty">None among the `).Text(count(uint64(d.Looked))).Put(` touchpoints that were looked at.</p>`)
	case d.Went:
		p.Put(`<p class="empty">There are no more.</p>`)
	default:
		p.Put(`<p class="empty">There are none.</p>`)
	}
	if d.Next != "" {
		p.Put(`<p class="next"><a href="`).Text(d.Next).Put(`">Next</a> <span class="soft">`).Text(count(uint64(d.Looked))).Put(` touchpoints were looked at for this page; there may be more.</span></p>`)
	}
	p.end()
	return p.To(w)
}

// filters says what is listed, and leads to more.
func (p *board) filters(list []FilterData) {
	if len(list) == 0 {
		return
	}
	p.Put(`<ul class="filters" aria-label="Only">`)
	for _, f := range list {
		p.Put(`<li><span class="soft">`).Text(f.Name).Put(`</span> <bdi>`).Text(f.Value).Put(`</bdi> <a href="`).Text(f.Without)
		p.Put(`" aria-label="Without `).Text(f.Name).Put(`">×</a></li>`)
	}
	p.Put(`</ul>`)
}

func (p *board) touchpoints(rows []RowData) {
	p.Put(`<table class="rows"><caption class="away">Touchpoints, the latest day first</caption><thead><tr><th scope="col">Touchpoint</th><th scope="col">Program</th><th scope="col">Decision</th><th scope="col">Answer</th><th scope="col">Customer</th></tr></thead><tbody>`)
	for i := range rows {
		r := &rows[i]
		p.Put(`<tr><th scope="row"><a class="n" href="`).Text(r.Path).Put(`"><bdi>`).Text(r.Kind).Put(` `).Text(r.Object).Put(`</bdi></a><span class="soft"><time datetime="`)
		p.Text(r.At.Format(time.RFC3339)).Put(`">`).Text(r.At.Format("2 Jan 2006, 15:04")).Put(`</time> · <bdi>`).Text(r.Source).Put(`</bdi></span></th><td><bdi>`).Text(r.Program)
		p.Put(`</bdi></td><td>`).Text(reasonName(r.Reason)).Put(`</td><td>`)
		if r.Answer != nil {
			p.Put(`<strong class="given">`).Num(r.Answer.Score).Put(`</strong>`)
		} else {
			p.Put(`<span class="soft">–</span>`)
		}
		p.Put(`</td><td><a class="n" href="`).Text(r.Customer).Put(`" aria-label="Customer of `).Text(r.Object).Put(`">customer</a></td></tr>`)
		if r.Comment != "" {
			p.Put(`<tr class="said"><td colspan="5"><blockquote dir="auto">`).Text(r.Comment).Put(`</blockquote></td></tr>`)
		}
	}
	p.Put(`</tbody></table>`)
}

func reasonName(r heed.Reason) string {
	if text, known := reasonTexts[r]; known {
		return text.name
	}
	return r.String()
}
