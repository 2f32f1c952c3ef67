package loyalty

import (
	"fmt"
	"math/bits"
	"strings"

	"heed/shared/cells"
	"heed/shared/estimates"
	"heed/shared/figures"
	"heed/shared/heed"
	"heed/shared/service"
	"heed/shared/surveys"
)

// Of is the score of a program's answers by what followed on them. Whole is the
// program's cell.
func Of(program *surveys.Program, whole *cells.Cell, settled bool) Said {
	figure := figures.Parts(program, figures.DesignRatio(program, whole), settled)
	return Said{
		Program: program.Name, Stage: program.Stage,
		All:    figures.Of(program, whole, settled),
		Left:   figure(whole.Followed(heed.Left)),
		Stayed: figure(whole.Unfollowed(heed.Left)),
		Bought: figure(whole.Followed(heed.Bought)),
		LeftOf: leftOf(program.Ask, whole),
	}
}

// A third is the answers of detractors, of passives, or of promoters.
type third struct {
	all, left cells.Weights
	groups    uint64 // a bit for each hashed group that one is in
}

// leftOf is by weight: the share of touchpoints, among those that would have
// been answered so, whose customer then left. Wilson's interval is at Kish's
// effective n.
func leftOf(ask heed.Ask, whole *cells.Cell) (shares [3]service.Share) {
	var thirds [3]third
	for _, s := range whole.Classes {
		for slot, w := range s.Responses {
			if t := &thirds[ask.Third(int(slot.Score))]; ask.Holds(int(slot.Score)) {
				t.all = t.all.Add(w)
				t.groups |= 1 << slot.Group
			}
		}
	}
	for slot, sequel := range whole.After {
		if t := &thirds[ask.Third(int(slot.Score))]; ask.Holds(int(slot.Score)) {
			t.left = t.left.Add(sequel.Left)
		}
	}
	for i := range thirds {
		shares[i] = thirds[i].share()
	}
	return shares
}

func (t *third) share() service.Share {
	s := service.Share{N: t.left.N, Of: t.all.N}
	if bits.OnesCount64(t.groups) < fewest {
		s.Reason = figures.TooFew
		return s
	}
	w := t.all.W.Float()
	return s.Show(t.left.W.Float()/w, w*w/t.all.Q.Float())
}

// Find says where customers who then left had said that they would recommend
// the product: where the NPS of those is above 0, among all programs (Benjamini
// & Hochberg 1995), and not clearly below that of those who stayed.
func Find(said []Said) []service.Finding {
	p := make([]float64, len(said))
	for i := range said {
		p[i] = said[i].pleased()
	}
	found := []service.Finding{}
	for i, p := range estimates.Discoveries(p) {
		if s := &said[i]; p < 1-estimates.Level && !s.below() {
			found = append(found, service.Finding{
				Kind: service.HighScoreLeave, Value: s.Program, Says: s.says(), Ask: s.Left.Ask,
			})
		}
	}
	return found
}

// pleased is the chance of as high a score of those who left if it were 0.
func (s *Said) pleased() float64 {
	if f := &s.Left; f.Ask == heed.NPS && f.Shown && *f.Score > 0 {
		return estimates.Beside(*f.Score, *f.Low, *f.High)
	}
	return 1
}

// below reports whether those who left scored surely lower than the others.
func (s *Said) below() bool {
	a, b := &s.Stayed, &s.Left
	if !a.Shown {
		return false
	}
	_, high := estimates.Apart(*a.Score, *a.Low, *a.High, *b.Score, *b.Low, *b.High)
	return high < 0
}

func (s *Said) says() string {
	parts := []string{fmt.Sprintf(
		"%s: Customers who then left had been content: the NPS of their answers was %s", s.Program, scored(&s.Left))}
	if s.Stayed.Shown {
		parts = append(parts, fmt.Sprintf("that of the others %s", scored(&s.Stayed)))
	}
	return strings.Join(parts, ", ") + ". A high score here does not say who stays."
}

func scored(f *figures.Figure) string {
	score, interval := f.Display()
	return fmt.Sprintf("%s (%s), of %d answers", score, interval, f.N)
}
