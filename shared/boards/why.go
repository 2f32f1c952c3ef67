package boards

import (
	"io"

	"heed/shared/heed"
	"heed/shared/markup"
)

// WhyData is what customers come with, and what they write.
type WhyData struct {
	Frame
	NoIssues    bool // surveys.yaml names none
	NoDimension bool // it names some, and doesn't keep those of touchpoints
	Programs    []SpokenData
}

// SpokenData is what the customers of one program come with and write. Score is
// that of the whole program.
type SpokenData struct {
	Name, Stage string
	Ask         heed.Ask
	NotMade     string // why there is nothing to show; "" if there is
	Score       Measure
	Issues      []IssueData // of touchpoints, the most frequent first
	Mentions    []IssueData // of comments, likewise
	Comments    uint64
	Phrases     []PhraseData // the surest first
	Products    []CrossedData
	Agents      []CrossedData
	LeftOut     int    // issues, phrases, products and agents beyond those
	All         string // address of a page with more of them; "" if there is none
}

// IssueData is an issue, and what the score is where there is one. Effect is that
// score less the others'.
type IssueData struct {
	Name   string
	Count  uint64
	Share  Stated
	Score  Measure // its Behind leads to the touchpoints counted, or is ""
	Effect Stated
	Apart  string // how far it is from the others; "" where that could be chance among many
}

// PhraseData is a phrase that low scores' comments hold more often, or more
// seldom, than others do. Effect is the share of low scores with it less without.
type PhraseData struct {
	Phrase        string
	Comments, Low uint64
	Effect        Stated
}

// CrossedData is a product's or an agent's issues. Effect and Apart are beside the
// same issue elsewhere.
type CrossedData struct {
	Value   string
	Of      uint64 // touchpoints with an issue
	Issues  []IssueData
	LeftOut int
}

// Why shows which issues and which phrases go with low scores.
func Why(w io.Writer, d *WhyData) error {
	p := &board{}
	p.begin(&d.Frame, "Why")
	if d.NoIssues {
		p.unnamed()
	}
	if d.NoDimension {
		p.Put(`<p class="notice" role="note">Issues of touchpoints are not kept: name <code>issue</code> among the <code>dimensions</code> of <code>surveys.yaml</code>.</p>`)
	}
	if len(d.Programs) == 0 {
		p.Put(`<p class="empty">No program asks anything yet. Programs are written in <code>surveys.yaml</code>.</p>`)
	}
	for i := range d.Programs {
		p.spoken(&d.Programs[i], i, d.NoIssues)
	}
	p.Put(`<footer class="soft">`)
	p.older()
	p.Put(`<p>A touchpoint is about an issue by its tags and its subject, as it was when it was decided; a comment by its words. One may be about several. <code>docs/topics.md</code> says how words are found.</p>`)
	p.Put(`<p>Less the others: the score where there is the issue, less that of all the rest. It says what goes together, not what causes what. What stands out does so by more than chance, among as many as are compared (p below 0.05). Intervals are of 95%.</p></footer>`)
	p.end()
	return p.To(w)
}

// whole is the score of all of a program's touchpoints, in one line.
func (p *board) whole(m *Measure) {
	p.Put(`<p class="whole">All together: `)
	switch {
	case !m.Shown:
		p.Text(m.Reason)
	case m.IntervalOnly:
		p.number(minus(m.Interval), m.Behind, counted)
	default:
		p.Put(`<strong>`)
		p.number(minus(m.Score), m.Behind, counted)
		p.Put(`</strong> (`).Text(minus(m.Interval)).Put(`)`)
	}
	p.Put(`, by `).Text(counts(m.Answered, "answer")).Put(` on `)
	p.number(counts(m.Touchpoints, "touchpoint"), m.Behind, all)
	p.Put(`</p>`)
}

// example is what issues look like.
const example markup.Markup = `issues:
  - name: billing
    tags: [billing]
    words: [invoice, charged twice, refund]
  - name: login
    words: [password, log in, locked out]`

// unnamed says how to name issues.
func (p *board) unnamed() {
	p.Put(`<section class="unnamed" aria-labelledby="unnamed"><h2 id="unnamed">No issues are named yet</h2><p>Name what your customers come with in <code>surveys.yaml</code>, by tags of your source and by words, of which every form is found:</p><pre>`)
	p.Put(example)
	p.Put(`</pre><p>Name <code>issue</code> among its <code>dimensions</code>, too. Touchpoints decided from then on are counted by issue, and comments as far back as their days are still added up. Phrases need no names.</p></section>`)
}

// spoken is one program.
func (p *board) spoken(d *SpokenData, i int, unnamed bool) {
	p.Put(`<article aria-labelledby="p`).Num(i).Put(`"><h2 id="p`).Num(i).Put(`">`).Text(d.Name).Put(`</h2><p class="ask">`).Text(scales[d.Ask].name)
	if d.Stage != "" {
		p.Put(` · `).Text(d.Stage)
	}
	p.Put(`</p>`)
	if d.NotMade != "" {
		p.Put(`<p class="empty">`).Text(d.NotMade).Put(`</p></article>`)
		return
	}
	p.whole(&d.Score)
	if !unnamed {
		p.issues(d, `What touchpoints are about`, `Touchpoints`, `No touchpoint is about an issue.`, d.Issues)
		p.issues(d, `What comments speak of`, `Comments`, `No comment speaks of an issue.`, d.Mentions)
	}
	p.phrases(d)
	p.crossed(d, `By product, for the roadmap`, `Product`, d.Products)
	p.crossed(d, `By agent, for training`, `Agent`, d.Agents)
	if d.LeftOut > 0 {
		p.Put(`<p class="soft more">And `).Text(counts(uint64(d.LeftOut), "line")).Put(` more`)
		if d.All != "" {
			p.Put(`: <a href="`).Text(d.All).Put(`">show more of them</a>`)
		} else {
			p.Put(`, in this page’s JSON`)
		}
		p.Put(`.</p>`)
	}
	p.Put(`</article>`)
}
