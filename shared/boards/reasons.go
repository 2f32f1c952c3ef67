package boards

import (
	"heed/shared/heed"
)

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

// reasons lists what was decided of a program's touchpoints, and why.
func (p *board) reasons(d *ProgramData) {
	var sum, most uint64
	for _, c := range d.Reasons {
		sum += c.Count
		most = max(most, c.Count)
	}
	if sum == 0 {
		return
	}
	p.Put(`<details><summary>What was asked of whom: `).Text(count(sum)).Put(` decisions by reason</summary>`)
	p.Put(`<table class="reasons"><caption class="away">Decisions by reason</caption><thead><tr><th scope="col">Reason</th><th scope="col" class="pic" aria-hidden="true"></th><th scope="col">Touchpoints</th><th scope="col">Share</th></tr></thead><tbody>`)
	for _, c := range d.Reasons {
		text, known := reasonTexts[c.Reason]
		if !known {
			text.name = c.Reason.String()
		}
		p.Put(`<tr><th scope="row">`).Text(text.name).Put(` <span class="soft">`).Text(text.note)
		p.Put(`</span></th><td class="pic"><svg class="share" aria-hidden="true" focusable="false" width="100%" height="10"><rect width="`)
		p.Put(share(100 * float64(c.Count) / float64(most))).Put(`" height="10" rx="2"/></svg></td><td>`)
		p.number(count(c.Count), withReason(d.All.Behind, c.Reason), all)
		p.Put(`</td><td>`).Text(rate(float64(c.Count) / float64(sum))).Put(`</td></tr>`)
	}
	p.Put(`</tbody></table></details>`)
}

func withReason(behind string, r heed.Reason) string {
	if behind == "" {
		return ""
	}
	return behind + "&reason=" + r.String()
}
