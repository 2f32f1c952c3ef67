package boards

import (
	"cmp"
	"time"

	"heed/shared/heed"
)

// unasked says why the vendor can't be asked who a customer is, and what to do.
func (p *board) unasked(d *SourceData) {
	if !d.Recent {
		return
	}
	vendor, name := cmp.Or(vendors[d.Type], d.Type), d.Name
	p.Put(`<p class="notice" role="note">`).Text(vendor)
	switch d.Trouble {
	case heed.TroubleLocked:
		p.Put(` does not let Heed ask who a customer is: the credential is missing, wrong, or may not read that. Put a good one where <code>docs/deploy.md</code> says, on a laptop with <code>heed credential `).Text(name)
		p.Put(`</code>; <code>docs/sources/`).Text(d.Type).Put(`.md</code> says what it must open.`)
	case heed.TroubleBusy:
		p.Put(` says that it is asked too often who a customer is. Heed asks again later by itself; if this goes on, see what else uses up the limit of its API.`)
	case heed.TroubleStrange:
		p.Put(` can’t be asked who a customer is: its API is not found, or something else answers. See <code>api</code> of this source in <code>surveys.yaml</code>, and whether Heed reaches the internet.`)
	default:
		p.Put(` does not answer when it is asked who a customer is. See whether it says that it is down.`)
	}
	p.Put(` It was last so on <time datetime="`).Text(d.Troubled.Format(time.RFC3339)).Put(`">`).Text(d.Troubled.Format("2 Jan 2006, 15:04")).Put(`</time>. Touchpoints wait for it, up to four hours, and go on by themselves when it answers.</p>`)
}
