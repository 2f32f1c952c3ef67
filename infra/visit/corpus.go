package visit

import (
	"fmt"
	"slices"
	"strings"
)

// A Trace is what a visitor has left behind.
type Trace struct {
	Outcome
	Suspects int      // answers kept apart
	Evidence []string // what spoke for a machine
	Notes    int      // what came beside the answer
	Err      error    // its visit did not go as it was to
}

// Machines are all that are to leave nothing, but for the answer of the person
// they come after.
func Machines() []Visitor { return slices.Concat(Crawlers, Browsers) }

// A Table sets down what everybody has left, as docs/scanners.md shows it.
type Table struct {
	b        strings.Builder
	machines tally
	people   tally
	fakes    tally
}

// tally counts visitors, and those of them of whom an answer is recorded.
type tally struct{ all, recorded, right int }

func (t *tally) count(v *Visitor, trace Trace) {
	t.all++
	if trace.Answers {
		t.recorded++
	}
	if trace.Outcome == v.Want {
		t.right++
	}
}

// head begins one of the table's parts.
func (t *Table) head(title string, columns ...string) {
	fmt.Fprintf(&t.b, "\n## %s\n\n| %s |\n|%s\n", title, strings.Join(columns, " | "), strings.Repeat("---|", len(columns)))
}

// Machines sets down machines, in order.
func (t *Table) Machines(list []Visitor, traces []Trace) {
	t.head("Machines", "machine", "what it does", "seen at", "recorded", "kept apart", "evidence")
	for i := range list {
		t.machines.count(&list[i], traces[i])
		t.row(&list[i], traces[i])
	}
}

// Imitators sets down those that can't be told from people.
func (t *Table) Imitators(list []Visitor, traces []Trace) {
	t.head("Machines that can't be told from people", "machine", "what it does", "seen at", "recorded", "kept apart", "evidence")
	for i := range list {
		t.fakes.count(&list[i], traces[i])
		t.row(&list[i], traces[i])
	}
}

func (t *Table) row(v *Visitor, trace Trace) {
	fmt.Fprintf(&t.b, "| %s | %s | %s | %s | %d | %s |\n", v.Name, v.Does, v.Source, recorded(v, trace), trace.Suspects, strings.Join(trace.Evidence, ", "))
}

// recorded says what became of the answer, in a word or two.
func recorded(v *Visitor, trace Trace) string {
	switch {
	case trace.Outcome != v.Want:
		return fmt.Sprintf("**not as it was to be**: %+v", trace.Outcome)
	case v.Follows && trace.Links > 0:
		return "no: nothing is deleted"
	case v.Follows && trace.Unsubscribes:
		return "no: the person's choice stands"
	case trace.Unsubscribes:
		return "no answer; unsubscribed, as RFC 8058 wants it"
	case v.Follows:
		return "no: the person's answer stands"
	case trace.Answers:
		return "yes"
	}
	return "no"
}

// People sets down those who answer.
func (t *Table) People(list []Visitor, traces []Trace) {
	t.head("People", "person", "what they do", "recorded", "kept apart before")
	for i := range list {
		t.people.count(&list[i], traces[i])
		fmt.Fprintf(&t.b, "| %s | %s | %s | %d |\n", list[i].Name, list[i].Does, answer(list[i].Want, traces[i]), traces[i].Suspects)
	}
}

func answer(want Outcome, trace Trace) string {
	if trace.Outcome != want {
		return fmt.Sprintf("**not as it was given**: %+v", trace.Outcome)
	}
	if want.Unsubscribes {
		return "unsubscribed"
	}
	said := fmt.Sprintf("%d, %s", want.Score, want.Channel)
	if want.Comment != "" {
		said += ", with comment"
	}
	return said
}

// Sum says what it comes to.
func (t *Table) Sum() string {
	return fmt.Sprintf(`
## What it comes to

| | |
|---|---|
| people who answered or left | %d |
| of them recorded as they meant it (recall) | %d of %d, %s |
| machines | %d |
| of them recorded, or let unsubscribe by other than RFC 8058 | %d |
| answers recorded that are a person's (precision) | %d of %d, %s |
| the same, with the machines that can't be told from people counted in | %d of %d, %s |
`,
		t.people.all, t.people.right, t.people.all, share(t.people.right, t.people.all),
		t.machines.all, t.wrong(),
		t.people.recorded, t.people.recorded+t.wrong(), share(t.people.recorded, t.people.recorded+t.wrong()),
		t.people.recorded, t.people.recorded+t.wrong()+t.fakes.recorded, share(t.people.recorded, t.people.recorded+t.wrong()+t.fakes.recorded))
}

// wrong is how many machines left something that they should not have.
func (t *Table) wrong() int { return t.machines.all - t.machines.right }

func share(part, all int) string {
	if all == 0 {
		return "none"
	}
	return fmt.Sprintf("%.1f%%", 100*float64(part)/float64(all))
}

// String is the whole table, as Markdown.
func (t *Table) String() string { return strings.TrimPrefix(t.b.String(), "\n") + t.Sum() }
