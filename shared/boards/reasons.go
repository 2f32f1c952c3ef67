package boards

import "heed/shared/heed"

// reasonTexts says each reason as an operator would.
var reasonTexts = map[heed.Reason]struct{ name, note string }{
	heed.Asked:       {"Asked", "drawn, and an invitation was made"},
	heed.NotDrawn:    {"Not drawn", "the draw said no"},
	heed.Quiet:       {"Quiet", "an earlier invitation keeps the customer in peace"},
	heed.Holdout:     {"Holdout", "of the share that is never asked, for comparison"},
	heed.Suppressed:  {"Suppressed", "unsubscribed, bounced or complained"},
	heed.ExcludedTag: {"Excluded tag", "bears a tag that surveys.yaml excludes"},
	heed.OwnDomain:   {"Own domain", "an address of the team's own"},
	heed.Unresolved:  {"Unresolved", "no address is known"},
	heed.Uncovered:   {"Uncovered", "the chance fell below 1 in 10,000"},
	heed.NoMatch:     {"No match", "no program asks about it"},
	heed.Observed:    {"Observed", "drawn, but Heed only observes"},
	heed.Hushed:      {"Hushed", "kept quiet by an invitation of another scope, or of a former tool"},
}

// reasons lists what was decided, and why.
func (p *board) reasons(d *DashboardData) {
	counts := d.Reasons
	var all, most uint64
	for _, c := range counts {
		all += c.Count
		most = max(most, c.Count)
	}
	p.Put(`<section aria-labelledby="decisions"><h2 id="decisions">Decisions</h2>`)
	if d.Decisions != "" {
		p.Put(`<p class="empty"><a href="`).Text(d.Decisions).Put(`">Count the decisions of its last days</a>, and why they were made.</p></section>`)
		return
	}
	if all == 0 {
		p.Put(`<p class="empty">No touchpoint was decided in this period.</p></section>`)
		return
	}
	p.Put(`<table class="reasons"><thead><tr><th scope="col">Reason</th><th scope="col" class="pic" aria-hidden="true"></th><th scope="col">Touchpoints</th><th scope="col">Share</th></tr></thead><tbody>`)
	for _, c := range counts {
		text, known := reasonTexts[c.Reason]
		if !known {
			text.name = c.Reason.String()
		}
		p.Put(`<tr><th scope="row">`).Text(text.name).Put(` <span class="soft">`).Text(text.note)
		p.Put(`</span></th><td class="pic"><svg class="share" aria-hidden="true" focusable="false" width="100%" height="10"><rect width="`)
		p.Put(share(100 * float64(c.Count) / float64(most))).Put(`" height="10" rx="2"/></svg></td><td>`)
		p.Text(count(c.Count)).Put(`</td><td>`).Text(rate(float64(c.Count) / float64(all))).Put(`</td></tr>`)
	}
	p.Put(`</tbody></table></section>`)
}
