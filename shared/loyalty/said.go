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
	s := Said{
		Program: program.Name, Stage: program.Stage,
		All:    figures.Of(program, whole, settled),
		Left:   figures.Answered{Figure: figure(whole.Followed(heed.Left))},
		Stayed: figures.Answered{Figure: figure(whole.Unfollowed(heed.Left))},
		Bought: figures.Answered{Figure: figure(whole.Followed(heed.Bought))},
	}
	all := some{}
	for i, t := range thirdsOf(program.Ask, whole) {
		s.LeftOf[i] = t.share(t.left)
		all = all.plus(t)
	}
	s.Leaving, s.Buying = all.share(all.left), all.share(all.bought)
	return s
}

// Some is answers, such as those of detractors, with those that something
// followed on.
type some struct {
	all, left, bought cells.Weights
	groups            uint64 // a bit for each hashed group that one is in
}

func (s some) plus(o some) some {
	return some{s.all.Add(o.all), s.left.Add(o.left), s.bought.Add(o.bought), s.groups | o.groups}
}

// thirdsOf are the answers of detractors, of passives and of promoters.
func thirdsOf(ask heed.Ask, whole *cells.Cell) (thirds [3]some) {
	for _, s := range whole.Classes {
		for slot, w := range s.Responses {
			if t := &thirds[ask.Third(int(slot.Score))]; ask.Holds(int(slot.Score)) {
				*t = t.plus(some{all: w, groups: 1 << slot.Group})
			}
		}
	}
	for slot, sequel := range whole.After {
		if t := &thirds[ask.Third(int(slot.Score))]; ask.Holds(int(slot.Score)) {
			*t = t.plus(some{left: sequel.Left, bought: sequel.Bought})
		}
	}
	return thirds
}

// share is by weight: that of touchpoints, among those that would have been
// answered so, on which it followed. Wilson's interval is at Kish's effective n.
func (s some) share(followed cells.Weights) service.Share {
	share := service.Share{N: followed.N, Of: s.all.N}
	if bits.OnesCount64(s.groups) < fewest {
		share.Reason = figures.TooFew
		return share
	}
	w := s.all.W.Float()
	return share.Show(followed.W.Float()/w, w*w/s.all.Q.Float())
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
	if f := &s.Left.Figure; f.Ask == heed.NPS && f.Shown && *f.Score > 0 {
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
		"%s: Customers who then left had been content: the NPS of their answers was %s", s.Program, s.Left.Figure.InWords())}
	if s.Stayed.Shown {
		parts = append(parts, fmt.Sprintf("that of the others %s", s.Stayed.Figure.InWords()))
	}
	return strings.Join(parts, ", ") + ". A high score here does not say who stays."
}
