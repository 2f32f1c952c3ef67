package boards

import "io"

// ScoresData is the figures of a period.
type ScoresData struct {
	Frame
	Reader   bool // whoever reads may not see single responses
	By       string
	Programs []ProgramData
	Journeys []JourneyData

	Unmatched uint64 // touchpoints that no program asks about
	NoProgram string // address of these
}

// Scores is the operator's first page, and the readers' only one. Every picture
// stands beside the numbers it is drawn from, and every number of an operator's
// leads to the touchpoints behind it.
func Scores(w io.Writer, d *ScoresData) error {
	p := &board{}
	p.begin(&d.Frame, "Scores")
	if len(d.Programs) == 0 {
		p.Put(`<p class="empty">No program asks anything yet. Programs are written in <code>surveys.yaml</code>.</p>`)
	}
	for i := range d.Programs {
		p.program(&d.Programs[i], d.By, i)
	}
	for i := range d.Journeys {
		p.journey(&d.Journeys[i], i)
	}
	if d.Unmatched > 0 {
		p.Put(`<p class="unmatched soft">`)
		p.number(count(d.Unmatched), d.NoProgram, all)
		p.Put(` more touchpoints fit no program of <code>surveys.yaml</code>, and nobody was asked about them.</p>`)
	}
	p.footer(d)
	p.end()
	return p.To(w)
}

// footer says what the words above mean.
func (p *board) footer(d *ScoresData) {
	p.Put(`<footer class="soft">`)
	p.older()
	p.Put(`<p>Scores are weighted by touchpoints: a customer with ten of them counts ten times. Intervals hold the truth 95 times of 100.</p>`)
	p.Put(`<p>Adjusted for who answers: the answers of each kind of touchpoint, and of customers as busy, stand for as many as there were, so that those who answer readily count no more for it.</p>`)
	apart, ranked, changed := false, false, false
	for i := range d.Programs {
		changed = changed || d.Programs[i].Change != nil
		for _, part := range d.Programs[i].Parts {
			apart, ranked = apart || part.Apart != "", ranked || part.Rank != ""
		}
	}
	p.When(changed, `<p>What may be chance: the 95% interval of the difference holds 0 as well.</p>`)
	p.When(apart, `<p>Above or below the rest: by more than chance, among as many as are compared (p below 0.05).</p>`)
	p.When(ranked, `<p>Ranks are given from 30 effective answers on, where the order is not all chance, with the places that each may really have.</p>`)
	p.When(d.Reader, `<p>Whole months, quarters and years are shown here, once no answer can change them any more. What would tell fewer than 5 people's answers is left out.</p>`)
	p.Put(`</footer>`)
}
