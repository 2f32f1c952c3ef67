package boards

import (
	"io"
	"strings"
	"time"

	"heed/shared/heed"
)

// Customer shows how a customer stands and what they live through, the latest
// first.
func Customer(w io.Writer, d *CustomerData) error {
	p := &board{}
	p.begin(&d.Frame, "Customer")
	p.who(d)
	switch {
	case len(d.Life) > 0:
		p.Put(`<ol class="life">`)
		for i := range d.Life {
			p.lived(&d.Life[i])
		}
		p.Put(`</ol>`)
	case d.Next == "":
		p.Put(`<p class="empty">No touchpoint is to be told of.</p>`)
	}
	if d.Next != "" {
		p.Put(`<p class="next"><a href="`).Text(d.Next).Put(`">Earlier</a></p>`)
	}
	p.forget(d)
	p.end()
	return p.To(w)
}

// who is who the customer is, as far as anything says it, and what they are
// to the team.
func (p *board) who(d *CustomerData) {
	p.Put(`<article class="explained"><h2>`)
	if len(d.Names) > 0 {
		p.Put(`<bdi>`).Text(d.Names[0]).Put(`</bdi>`)
	} else {
		p.Put(`No name is known`)
	}
	p.Put(`</h2><dl>`)
	for _, name := range d.Names[min(1, len(d.Names)):] {
		p.fact("Also named", name)
	}
	for _, address := range d.Addresses {
		p.fact("Invited at", address)
	}
	p.fact("Asked", oftens[d.Often])
	if d.Suppressed != "" {
		p.fact("Because", "they have "+d.Suppressed)
	}
	if d.QuietUntil != "" {
		p.fact("Quiet until", d.QuietUntil)
	}
	if d.Since != "" {
		p.fact("First heard of", d.Since)
	}
	if d.GoesOn != "" {
		p.Put(`<dt>Now known as</dt><dd><a href="`).Text(d.GoesOn).Put(`">another customer</a></dd>`)
	}
	p.Put(`</dl>`)
	if d.Sums != nil {
		p.worth(d.Sums)
	}
	p.Put(`</article>`)
}

// worth is what the customer brought until now.
func (p *board) worth(s *LifeSums) {
	p.Put(`<dl>`)
	if len(s.Value) > 0 {
		p.fact("Bought for", strings.Join(s.Value, ", "))
	}
	p.fact("Purchases", count(uint64(s.Purchases)))
	p.when("Left", s.Left)
	p.Put(`</dl>`)
	if !s.All {
		p.Put(`<p class="soft">Of the latest `).Text(count(uint64(s.Looked))).Put(` touchpoints. <a href="?sums=all">Add up all of them</a></p>`)
	}
}

// lived is one touchpoint, and what became of it.
func (p *board) lived(d *LivedData) {
	p.Put(`<li><p><a class="n" href="`).Text(d.Path).Put(`"><bdi>`).Text(strings.TrimSpace(d.Kind + " " + d.Object)).Put(`</bdi></a> <span class="soft"><time datetime="`)
	p.Text(d.RowData.At.Format(time.RFC3339)).Put(`">`).Text(d.RowData.At.Format("2 Jan 2006, 15:04")).Put(`</time> · <bdi>`).Text(d.Source).Put(`</bdi>`)
	for _, f := range d.Facts {
		p.Put(` · `).Text(strings.ToLower(f[0][:1]) + f[0][1:]).Put(` `).Text(f[1])
	}
	p.Put(`</span></p>`)
	for i := range d.Decisions {
		p.chapter(&d.Decisions[i])
	}
	p.Put(`</li>`)
}

// chapter is what one program made of a touchpoint.
func (p *board) chapter(d *DecisionData) {
	p.Put(`<p>`)
	p.outcome(d)
	p.Put(` <span class="soft">`).Text(d.Why).Put(`</span></p><dl>`)
	p.mailed(d)
	p.when("Opened again", d.Reopened)
	p.when("Left after it", d.Left)
	p.when("Bought after it", d.Bought)
	p.Put(`</dl>`)
	if d.Back != nil {
		p.back(d.Back)
	}
}

// outcome is what was decided, and by which program if there was one.
func (p *board) outcome(d *DecisionData) {
	if d.Program != heed.NoProgram {
		p.Put(`<bdi>`).Text(d.Program).Put(`</bdi>: `)
	}
	p.Text(reasonName(d.Reason))
}

// forget asks for a word before anything is taken out.
func (p *board) forget(d *CustomerData) {
	if d.Later {
		return
	}
	p.Put(`<details><summary>Forget this customer</summary><p>Takes out of all of their rows what names them and what they said: address, name, scores, comments, and what the touchpoints were about. It cannot be taken back.</p>`)
	p.Put(`<form method="post" action="`).Text(CustomersPath + "/" + d.Hash.String()).Put(`/forget" class="choice"><label>Type forget to be sure <input name="sure" required pattern="forget" size="10" autocomplete="off" autocapitalize="none"></label><button>Forget</button></form></details>`)
}
