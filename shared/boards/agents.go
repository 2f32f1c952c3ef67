package boards

import (
	"io"

	"heed/shared/heed"
)

// AgentsData is how agents did in a period.
type AgentsData struct {
	Frame
	Kept     bool   // surveys.yaml keeps agents
	Missing  string // why there are no numbers; "" if there are
	Orders   []Link
	Programs []AgentsProgram
}

// AgentsProgram is the agents of a program.
type AgentsProgram struct {
	Name, Stage string
	Ask         heed.Ask
	Findings    []FindingData
	Agents      []AgentData // in the order asked for
	Few         []FewData   // of whom there is too little to say anything
	LeftOut     int         // with fewer tickets than those
	AllAgents   string      // path of a page with more of them; "" if there is none
}

// AgentData is an agent beside what anybody would make of the same mix.
type AgentData struct {
	Value, Behind   string
	Tickets         uint64
	Answers         uint64
	Score           NumberData
	Expected        string     // score that the mix would give anybody; "" if that isn't known
	Beyond          NumberData // the score beyond that, shrunk
	Once, Handling  NumberData // beyond the mix, too
	Performance     NumberData
	Rank            string // "3 (1 to 5)"; "" if there is none
	NoRank          string // why not
	KeptOut, Others NumberData
}

// FewData is an agent with too few answers and tickets.
type FewData struct {
	Value, Behind    string
	Tickets, Answers uint64
}

// Agents shows how each agent did beside what anybody would make of the same mix
// of tickets. It is no list of the best: by name unless asked otherwise, and
// nobody has a place who can't be told from the others.
func Agents(w io.Writer, d *AgentsData) error {
	p := &board{}
	p.begin(&d.Frame, "Agents")
	p.choice("Order", d.Orders)
	switch {
	case !d.Kept:
		p.Put(`<p class="empty">Agents are not kept. Put <code>agent</code> among the <code>dimensions</code> of <code>surveys.yaml</code>; it holds for touchpoints from then on.</p>`)
	case d.Missing != "":
		p.Put(`<p class="empty">`).Text(d.Missing).Put(`</p>`)
	case len(d.Programs) == 0:
		p.Put(`<p class="empty">No touchpoint of these days names an agent.</p>`)
	}
	if len(d.Programs) > 0 {
		p.Put(`<p class="meant">The performance score puts satisfaction, first contact resolution and handling time together, each beside what anybody would do with the same products and issues: 100 is that, and 10 more is one standard deviation among agents better. It is there to find who could show others how, and who needs help; it is not for pay, praise or blame, because it cannot see how hard a ticket was within its issue.</p>`)
	}
	for i := range d.Programs {
		p.agents(&d.Programs[i], i)
	}
	if len(d.Programs) > 0 {
		p.Put(`<footer class="soft">`)
		p.older()
		p.Put(`<p>Beyond the mix: the score less what the agent’s mix of tickets would give anybody, drawn towards that of all agents as far as it could be chance. First contact and handling time: beside what all agents do with the same products and issues.</p>`)
		p.Put(`<p>No ranks below 30: of fewer than 30 effective answers or 30 tickets there is the interval alone, marked few, and no place. A rank stands with the places that it may really be.</p>`)
		p.Put(`<p>Kept out: touchpoints that an excluded tag, a colleague’s address or a missing one kept from being asked about. More than of other agents, beyond chance, is a question to ask and no verdict.</p></footer>`)
	}
	p.end()
	return p.To(w)
}

func (p *board) agents(d *AgentsProgram, i int) {
	p.entitled(d.Name, d.Stage, d.Ask, i)
	p.stand(d.Findings, i)
	if len(d.Agents) > 0 {
		p.sideways("p", i)
		p.Put(`<table class="figs parts agents" id="t`).Num(i).Put(`"><caption class="away">Agents</caption><thead><tr><th scope="col">Agent</th><th scope="col">Performance</th><th scope="col" class="pic" aria-hidden="true"></th><th scope="col">Rank</th><th scope="col">Score</th><th scope="col">Beyond the mix</th><th scope="col">First contact</th><th scope="col">Handling time</th><th scope="col">Kept out</th></tr></thead><tbody>`)
		s := hundred(d.Agents)
		for k := range d.Agents {
			p.Put(`<tr id="r`).Num(i).Put(`-`).Num(k).Put(`">`)
			p.agent(&d.Agents[k], s)
			p.Put(`</tr>`)
		}
		p.Put(`</tbody></table></div>`)
	}
	p.leftOut(d.LeftOut, d.AllAgents)
	if len(d.Few) > 0 {
		p.Put(`<p class="few soft">Too few to say anything, with fewer than 5 answers and fewer than 5 tickets: `)
		for k, f := range d.Few {
			p.When(k > 0, `; `).Put(`<bdi>`)
			p.number(f.Value, f.Behind, all)
			p.Put(`</bdi> (answers: `).Text(count(f.Answers)).Put(`, tickets: `).Text(count(f.Tickets)).Put(`)`)
		}
		p.Put(`.</p>`)
	}
	p.Put(`</article>`)
}

func (p *board) agent(a *AgentData, s scale) {
	p.Put(`<th scope="row"><bdi>`)
	p.number(a.Value, a.Behind, all)
	p.Put(`</bdi><span class="soft">`).Text(count(a.Tickets)).Put(` tickets, `).Text(count(a.Answers)).Put(` answers</span></th>`)
	p.cell(&a.Performance, nil)
	p.Put(`<td class="pic">`)
	if n := &a.Performance; n.Shown {
		p.picture(s, &Measure{At: n.At, Low: n.Low, High: n.High, IntervalOnly: n.IntervalOnly, Settled: true}, false)
	}
	p.Put(`</td><td>`)
	if a.Rank != "" {
		p.Text(a.Rank)
	} else {
		p.Put(`<span class="soft">`).Text(a.NoRank).Put(`</span>`)
	}
	p.Put(`</td><td>`)
	p.estimated(&a.Score)
	if a.Expected != "" {
		p.Put(`<span class="soft">the mix gives `).Text(minus(a.Expected)).Put(`</span>`)
	}
	p.Put(`</td>`)
	for _, n := range []*NumberData{&a.Beyond, &a.Once, &a.Handling} {
		p.cell(n, nil)
	}
	p.Put(`<td>`)
	p.estimated(&a.KeptOut)
	if a.KeptOut.Marked {
		p.Put(`<span class="apart">more than of others</span><span class="soft">others: `).Text(a.Others.Text).Put(`, `).Text(a.Others.Interval).Put(` · n `).Text(count(a.Others.N)).Put(`</span>`)
	}
	p.Put(`</td>`)
}

// hundred is an axis that has 100, what anybody would do, in its middle and holds
// all intervals.
func hundred(agents []AgentData) scale {
	reach := 5.0
	for i := range agents {
		if n := &agents[i].Performance; n.Shown {
			reach = max(reach, 100-n.Low, n.High-100)
		}
	}
	s := scale{from: 100 - reach, to: 100 + reach}
	for _, at := range []float64{s.from, 100, s.to} {
		s.marks = append(s.marks, mark{at, ""})
	}
	return s
}
