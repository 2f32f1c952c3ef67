package service

import (
	"fmt"
	"maps"
	"slices"

	"heed/shared/cells"
	"heed/shared/estimates"
	"heed/shared/heed"
)

// byHand are the reasons for which a touchpoint is not asked about that an
// agent's hand can bring about: a tag that is excluded, the team's own address in
// place of the customer's, or none.
var byHand = [...]heed.Reason{heed.ExcludedTag, heed.OwnDomain, heed.Unresolved}

// alarming is the adjusted p below which an agent's share is no chance.
const alarming = 0.01

// keptOut fills in what each agent kept from being drawn beside what the others
// did, by Fisher's exact test one way, among all agents (Benjamini & Hochberg
// 1995); the difference has Newcombe's interval.
func keptOut(all []Performance, named map[string]*cells.Cell) {
	var kept, of uint64
	for _, c := range named {
		k, n := kepts(c)
		kept, of = kept+k, of+n
	}
	p := make([]float64, len(all))
	for i := range all {
		k, n := kepts(named[all[i].Value])
		own, others := ShareOf(k, n), ShareOf(kept-k, of-n)
		all[i].KeptOut = &KeptOut{Share: own, Others: others, More: difference(others.Share, own.Share).Change}
		p[i] = estimates.Fisher(k, n, kept, of)
	}
	for i, p := range estimates.Discoveries(p) {
		k := all[i].KeptOut
		k.Alarm = p < alarming && k.More != nil && k.More.Low > 0
	}
}

// kepts counts the touchpoints of a cell kept out by hand, and all.
func kepts(c *cells.Cell) (kept, of uint64) {
	for _, reason := range byHand {
		kept += c.Reasons[reason]
	}
	for n := range maps.Values(c.Reasons) {
		of += n
	}
	return kept, of
}

// FindKeptOut says of which agents more touchpoints are kept from being drawn
// than of the others, the most first.
func FindKeptOut(all []Performance) []Finding {
	var alarms []Performance
	for _, a := range all {
		if a.KeptOut != nil && a.KeptOut.Alarm {
			alarms = append(alarms, a)
		}
	}
	slices.SortStableFunc(alarms, func(a, b Performance) int {
		if a.KeptOut.More.Value > b.KeptOut.More.Value {
			return -1
		}
		return 1
	})
	found := make([]Finding, len(alarms))
	for i, a := range alarms {
		k := a.KeptOut
		found[i] = Finding{Kind: KeptOutMore, Value: a.Value, Says: fmt.Sprintf(
			"%sMore touchpoints are kept from being asked about, by a tag or an address, than of other agents: %s, of %d, against %s, of %d.",
			of(a.Value), span(k.Share.Share, 100, 1, "%"), k.Share.Of, span(k.Others.Share, 100, 1, "%"), k.Others.Of)}
	}
	return found
}
