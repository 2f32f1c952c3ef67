package sheets

import (
	"heed/shared/figures"
	"heed/shared/heed"
)

// A Journeys is one score over the stages of each kind of question that two
// programs or more ask, over a period.
type Journeys struct {
	From     string            `json:"from"`
	To       string            `json:"to"`
	Journeys []figures.Journey `json:"journeys"`
}

// JourneysOf makes the journeys of a period, in the order of the stages.
func JourneysOf(p Period, stages []figures.Stage) (*Journeys, error) {
	j := &Journeys{From: p.First.String(), To: p.Last.String()}
	for _, ask := range []heed.Ask{heed.NPS, heed.CSAT, heed.CES} {
		var list []figures.Stage
		for _, s := range stages {
			if s.Program.Ask == ask {
				s.Cell = orEmpty(s.Cell)
				list = append(list, s)
			}
		}
		if len(list) < 2 {
			continue
		}
		one, err := figures.Along(ask, list)
		if err != nil {
			return nil, err
		}
		j.Journeys = append(j.Journeys, one)
	}
	return j, nil
}
