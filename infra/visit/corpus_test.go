package visit_test

import (
	"flag"
	"fmt"
	"os"
	"regexp"
	"slices"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"heed/infra/browser"
	"heed/infra/visit"
)

var update = flag.Bool("update", false, "write docs/scanners.md anew")

// crowd is how many visitors there are at once. They mostly wait.
const crowd = 6

// A party is visitors and their mails.
type party struct {
	*house
	list   []visit.Visitor
	mails  []visit.Mail
	visits []*visit.Visit
}

// TestCorpus lets every visitor loose on a mail of their own. No machine is
// recorded but those that nobody can tell from people, every person is, and
// docs/scanners.md says so, word for word.
func TestCorpus(t *testing.T) {
	b := eyes(t)
	h := open(t)
	machines, people := visit.Machines(), slices.Concat(visit.People, visit.Leavers)
	p := party{house: h, list: slices.Concat(machines, visit.Imitators, people)}
	traces := p.run(b)
	table := &visit.Table{}
	table.Machines(machines, traces[:len(machines)])
	traces = traces[len(machines):]
	table.Imitators(visit.Imitators, traces[:len(visit.Imitators)])
	table.People(people, traces[len(visit.Imitators):])
	t.Log("\n" + table.String())
	documented(t, table.String())
}

// run lets visitors act: those who come at delivery first, then after ten
// minutes the others, and ten minutes later whoever returns.
func (p *party) run(b *browser.Browser) []visit.Trace {
	p.Helper()
	p.visits, p.mails = make([]*visit.Visit, len(p.list)), make([]visit.Mail, len(p.list))
	for _, soon := range []bool{true, false} {
		var at []int
		for i, v := range p.list {
			if v.Soon == soon {
				at = append(at, i)
			}
		}
		// Those who are to come at delivery are mailed a few at a time, or the
		// last of them would come late.
		for some := range slices.Chunk(at, map[bool]int{true: 3, false: len(at)}[soon]) {
			p.arrive(some)
			if !soon {
				p.advance(pause)
			}
			p.each(some, func(i int) {
				p.visits[i] = visit.Begin(p.Context(), b, p.mails[i])
				p.list[i].Act(p.visits[i])
			})
		}
	}
	p.advance(pause)
	var back []int
	for i, v := range p.list {
		if v.Return != nil {
			back = append(back, i)
		}
	}
	doors := p.doors()
	for _, i := range back {
		p.visits[i].Door = doors[address(visitor(i))]
	}
	p.each(back, func(i int) { p.list[i].Return(p.visits[i]) })
	traces := make([]visit.Trace, len(p.list))
	for i := range p.list {
		p.visits[i].End()
		if traces[i] = p.left(p.mails[i]); p.visits[i].Err != nil {
			p.Errorf("%s: %v", p.list[i].Name, p.visits[i].Err)
		}
		if traces[i].Outcome != p.list[i].Want {
			p.Errorf("%s left %+v, want %+v", p.list[i].Name, traces[i], p.list[i].Want)
		}
	}
	return traces
}

// pause is what lies between two rounds of visits, on the laptop's clock.
const pause = 10 * time.Minute

// arrive has some visitors get their mails.
func (p *party) arrive(some []int) {
	p.Helper()
	var list []visit.Visitor
	for _, i := range some {
		list = append(list, p.list[i])
	}
	for k, m := range p.mailed(list, func(k int) string { return visitor(some[k]) }) {
		p.mails[some[k]] = m
	}
}

func visitor(i int) string { return fmt.Sprint("visitor-", i) }

// each has some visitors do something, a few at once.
func (p *party) each(some []int, do func(int)) {
	var wg sync.WaitGroup
	places := make(chan struct{}, crowd)
	for _, i := range some {
		places <- struct{}{}
		wg.Go(func() {
			do(i)
			if p.list[i].Return == nil {
				p.visits[i].End()
			}
			<-places
		})
	}
	wg.Wait()
}

const document = "../../docs/scanners.md"

// preface is what the document says before the table.
const preface = `# Machines and people at a survey

Programs open the links of a mail before anybody reads it, and some press what they find. Heed wants none of them among
its answers, and no person turned away. Below stands every visitor of [the corpus](../infra/visit), each let loose on a
mail of its own, on a whole laptop and in a real Chromium, and what was recorded. ` + "`go test ./infra/visit -run Corpus -v`" + `
prints these tables again, and fails if a visitor is recorded otherwise than it says here;
` + "`-update`" + ` writes them anew.

- **Recorded** is what counts in scores. **Kept apart** are answers that a machine may have given: they are shown to
  the operator with the **evidence**, and counted nowhere, unless the same visitor confirms them by another press or by
  words. How many there are of them, and for what reasons, differs a little with how fast the machine is that runs the
  tests; what is recorded doesn't.
- A GET or HEAD records nothing, whoever sends it, so most machines leave no trace at all.
- Of the preferences, and of the link to have all deleted, **recorded** says what was chosen or deleted. What no script
  or no cookie vouches for is asked there once more, with nothing chosen.
- **Precision** is the share of people's answers among all that are recorded, **recall** the share of people whose
  answer is recorded as they meant it, both over this corpus: one visitor of each kind. How many of each kind come to a
  real survey nobody knows beforehand.
- **Seen at** is where such a machine was described: issues of open-source projects, and help pages of survey tools.

The limit is stated, not hidden. A machine that fakes a person's hand on the one button, in a browser that calls itself
a person's, later than ten seconds after the mail, is a person to any web page; so is one that was written for Heed.
Without scripts a page sees even less of who presses. Whoever must be surer asks for a reply by mail. And
RFC 8058 wants a single POST to unsubscribe, with no questions asked, so whatever sends that form unsubscribes.

`

// measured are the last cells of a machine's line: how many answers were kept
// apart and for what reasons. That depends on how fast things go.
var measured = regexp.MustCompile(`(?m) \| [0-9]+ \| [a-z_, ]*\|$`)

// documented fails the test unless the document shows just this table, but for
// what differs from run to run.
func documented(t *testing.T, table string) {
	t.Helper()
	whole := preface + table
	if *update {
		if err := os.WriteFile(document, []byte(whole), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	stands, err := os.ReadFile(document)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(measured.ReplaceAllString(string(stands), ""), measured.ReplaceAllString(whole, "")); diff != "" {
		t.Errorf("docs/scanners.md shows something else; look at it, then: go test ./infra/visit -run Corpus -update\n%s", diff)
	}
}
