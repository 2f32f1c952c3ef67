package pages

import (
	"cmp"
	"time"

	"heed/shared/heed"
)

// unasked says why the vendor does not say who its customers are, and what to do.
func (p *board) unasked(d *SourceData) {
	if !d.Recent {
		return
	}
	vendor, name := cmp.Or(vendors[d.Type], d.Type), d.Name
	p.put(`<p class="notice" role="note">`).text(vendor)
	switch d.Trouble {
	case heed.TroubleLocked:
		p.put(` does not let Heed ask who its customers are: the credential is missing, wrong, or may not read them. Put a good one where <code>docs/deploy.md</code> says, on a laptop with <code>heed credential `).text(name)
		p.put(`</code>; <code>docs/sources/`).text(d.Type).put(`.md</code> says what it must open.`)
	case heed.TroubleBusy:
		p.put(` says that it is asked too often. Heed waits as it is told; if that does not end, see what else uses up the limit of its API.`)
	case heed.TroubleStrange:
		p.put(` is not where it is asked who its customers are, or answers otherwise than its API does: see <code>api</code> of this source in <code>surveys.yaml</code>.`)
	default:
		p.put(` does not answer who its customers are. See whether it says of itself that it is down.`)
	}
	p.put(` Last so on <time datetime="`).text(d.Troubled.Format(time.RFC3339)).put(`">`).text(d.Troubled.Format("2 Jan 2006, 15:04")).put(`</time>. Touchpoints wait for up to four hours, and those that wait are taken up without anybody’s doing.</p>`)
}
