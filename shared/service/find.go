package service

import (
	"heed/shared/estimates"
	"heed/shared/figures"
	"heed/shared/heed"
)

// A Case is what is known of a program, or of one value of a dimension, in a
// period and of how it differs from the one before.
type Case struct {
	Value   string // "" for the whole
	Ask     heed.Ask
	Score   figures.Figure
	Change  *figures.Difference // of the score; nil where there is none
	Now     *Measures           // nil without tickets
	Changes *Changes            // likewise
}

// The kinds of finding, and which of them Find looks for.
const (
	FasterAndWorse = "faster_and_worse" // less time, and a lower score
	SlowerAndWorse = "slower_and_worse" // more time, and a lower score
	FewerAndBetter = "fewer_and_better" // fewer touchpoints, a higher score, and nobody has to come back more often
	FewerNotBetter = "fewer_not_better" // fewer touchpoints, and a lower score, more reopened, or more coming back
	FewerUnclear   = "fewer_unclear"    // fewer touchpoints, of the whole, and it is not clear whether that is good

	KeptOutMore    = "kept_out"        // FindKeptOut
	HighScoreLeave = "high_nps_leaves" // loyalty.Find
)

// discovery is the adjusted p below which something is found.
const discovery = 1 - estimates.Level

// Find says what is worth saying of cases of one kind: a program's, or those of
// one dimension. A claim of several changes is as unlikely to be chance as the
// least sure of them (intersection-union: Berger 1982), and of all claims on all
// cases at most 5% are expected to be false (Benjamini & Hochberg 1995).
func Find(cases []Case) []Finding {
	var all []claim
	for i := range cases {
		all = append(all, cases[i].claims()...)
	}
	p := make([]float64, len(all))
	for i := range all {
		p[i] = all[i].p()
	}
	var found []Finding
	said := map[[2]string]bool{}
	for i, p := range estimates.Discoveries(p) {
		c := &all[i]
		about := [2]string{c.of.Value, c.group}
		if p < discovery && !said[about] && !c.of.against(c.kind) {
			said[about] = true
			found = append(found, Finding{Kind: c.kind, Value: c.of.Value, Says: c.says(), Ask: c.of.Ask})
		}
	}
	return found
}

// A claim is of one case: that some changes go the way that makes a finding. Of
// one group only the first that holds is said.
type claim struct {
	of    *Case
	kind  string
	group string
	turns []turn
}

// A turn is a change that goes up or down from none, 1 of ratios and 0 of others.
type turn struct {
	what measured
	Change
	none float64
	up   bool
}

// p is that of the least sure turn; 1 if one goes the other way.
func (c *claim) p() float64 {
	most := 0.0
	for _, t := range c.turns {
		if (t.Change.Change.Value > t.none) != t.up {
			return 1
		}
		most = max(most, *t.P)
	}
	return most
}

// claims lists those that all numbers are there for.
func (c *Case) claims() []claim {
	if c.Now == nil || c.Changes == nil {
		return nil
	}
	score, volume := c.score(false), turn{volumes, c.Changes.Volume, 1, false}
	times := func(up bool) []turn {
		return []turn{{resolutions, c.Changes.Resolution, 1, up}, {handlings, c.Changes.Handling, 1, up}}
	}
	var list []claim
	add := func(kind, group string, turns ...turn) {
		for _, t := range turns {
			if !t.Shown {
				return
			}
		}
		list = append(list, claim{c, kind, group, turns})
	}
	for i := range times(false) {
		add(FasterAndWorse, "pace", times(false)[i], score)
		add(SlowerAndWorse, "pace", times(true)[i], score)
	}
	add(FewerNotBetter, "volume", volume, score)
	add(FewerNotBetter, "volume", volume, turn{reopenings, c.Changes.Reopened, 0, true})
	add(FewerNotBetter, "volume", volume, turn{contacts, c.Changes.Contact, 1, true})
	add(FewerAndBetter, "volume", volume, c.score(true))
	if c.Value == "" {
		add(FewerUnclear, "volume", volume)
	}
	return list
}

// score is the change of the score as a turn.
func (c *Case) score(up bool) turn {
	t := turn{what: scores, up: up}
	if d := c.Change; d != nil && d.Shown {
		t.Change = Change{Shown: true, Change: &Estimate{*d.Difference, *d.Low, *d.High}, P: d.P, Sure: *d.Low > 0 || *d.High < 0}
	}
	return t
}

// against reports what speaks against calling a fall in volume good, though it
// may be too little to be a finding of its own.
func (c *Case) against(kind string) bool { return kind == FewerAndBetter && len(c.worsened()) > 0 }

// worsened lists what surely rises that should not, each by its own interval.
func (c *Case) worsened() (list []turn) {
	for _, t := range []turn{{reopenings, c.Changes.Reopened, 0, true}, {contacts, c.Changes.Contact, 1, true}} {
		if t.Sure && t.Change.Change.Value > t.none {
			list = append(list, t)
		}
	}
	return list
}
