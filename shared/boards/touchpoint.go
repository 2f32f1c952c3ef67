package boards

import (
	"io"
	"time"

	"heed/shared/heed"
	"heed/shared/markup"
)

// TouchpointData is one touchpoint, and what each program made of it.
type TouchpointData struct {
	Frame
	RowData
	Facts     [][2]string // what the source measured, each with its name
	Decisions []DecisionData
}

// DecisionData is what was decided about a touchpoint, why, and what followed.
// Times are shown in their own location and zero where nothing happened.
type DecisionData struct {
	Program string
	Reason  heed.Reason
	Why     string // in a few sentences
	Config  string // version of surveys.yaml
	At, Due time.Time

	Invited                 string // how the invitation stands; "" if there is none
	Sent, Delivered, Failed time.Time
	Further                 []FurtherData
	Back                    *BackData // what came back; nil if nothing did
	Reopened, Left, Bought  time.Time // what its customer did next
}

// FurtherData is a mail that belongs to an invitation.
type FurtherData struct {
	Kind      string
	Due, Sent time.Time
}

// Touchpoint explains one touchpoint.
func Touchpoint(w io.Writer, d *TouchpointData) error {
	p := &board{}
	p.begin(&d.Frame, "Touchpoint")
	p.Put(`<article class="explained"><h2><bdi>`).Text(d.Kind).Put(` `).Text(d.Object).Put(`</bdi></h2><dl>`)
	p.when("Happened", d.RowData.At)
	p.fact("Source", d.Source)
	for _, dim := range d.Dims {
		if dim.Name != "source" {
			p.fact(sentence(dim.Name), dim.Value)
		}
	}
	for _, f := range d.Facts {
		p.fact(f[0], f[1])
	}
	p.Put(`<dt>Customer</dt><dd><a class="n" href="`).Text(d.Customer).Put(`">all that happened to this customer</a></dd></dl></article>`)
	for i := range d.Decisions {
		p.decision(&d.Decisions[i])
	}
	p.end()
	return p.To(w)
}

func (p *board) decision(d *DecisionData) {
	p.Put(`<article class="explained"><h2>`)
	p.outcome(d)
	p.Put(`</h2><p class="words">`).Text(d.Why).Put(`</p><dl>`)
	p.when("Decided", d.At)
	p.fact("By surveys.yaml", d.Config)
	p.when("Due", d.Due)
	p.mailed(d)
	p.when("Opened again", d.Reopened)
	p.when("Customer left", d.Left)
	p.when("Customer bought", d.Bought)
	p.Put(`</dl>`)
	if d.Back != nil {
		p.back(d.Back)
	}
	p.Put(`</article>`)
}

// mailed is which mails there were, and what became of the invitation.
func (p *board) mailed(d *DecisionData) {
	if d.Invited != "" {
		p.fact("Invitation", d.Invited)
	}
	p.when("Mailed", d.Sent)
	p.when("Delivered", d.Delivered)
	p.when("Failed", d.Failed)
	for _, f := range d.Further {
		name, at := f.Kind+" mailed", f.Sent
		if at.IsZero() {
			name, at = f.Kind+" due", f.Due
		}
		p.fact(sentence(name), at.Format("2 Jan 2006, 15:04"))
	}
}

func (p *board) fact(name, value string) {
	p.Put(`<dt>`).Text(name).Put(`</dt><dd><bdi>`).Text(value).Put(`</bdi></dd>`)
}

// when is an instant, where there was one.
func (p *board) when(name markup.Markup, at time.Time) {
	if !at.IsZero() {
		p.Put(`<dt>`).Put(name).Put(`</dt><dd><time datetime="`).Text(at.Format(time.RFC3339)).Put(`">`).Text(at.Format("2 Jan 2006, 15:04")).Put(`</time></dd>`)
	}
}
