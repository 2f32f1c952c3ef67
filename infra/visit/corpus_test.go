package visit_test

import (
	"flag"
	"fmt"
	"os"
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
	for k, m := range p.mailed(list, func(k int) string { return fmt.Sprint("visitor-", some[k]) }) {
		p.mails[some[k]] = m
	}
}

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
const preface = ``

// documented fails the test unless the document shows just this table.
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
	if diff := cmp.Diff(string(stands), whole); diff != "" {
		t.Errorf("docs/scanners.md shows something else; look at it, then: go test ./infra/visit -run Corpus -update\n%s", diff)
	}
}
