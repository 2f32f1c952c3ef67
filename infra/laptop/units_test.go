package laptop_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"heed/infra/customer"
	"heed/shared/sampling"
)

// Hardly anybody is asked; the names of what is kept of a touchpoint come to
// 256 bytes with the values below.
const hardly = `
brand: {name: Acme}
dimensions: [team, agent, tag, source, channel]
sources: [{name: zendesk, type: zendesk}]
programs:
  - {name: support, ask: csat, stage: support, when: {kinds: [ticket.solved]}, rate: 0.1%}
`

// uncounted keeps what came to the doors out of the bill: after the first
// delivery nothing more is written of it.
func uncounted(h *house) { h.options.Tally = time.Hour }

// spent returns the write units that functions have cost since it was last
// asked.
func (h *house) spent(functions ...string) float64 {
	units := 0.0
	for _, f := range functions {
		units += h.laptop.Meters[f].Reset().Write
	}
	return units
}

// decided delivers an event and returns what deciding it cost. The first
// decision of all is not counted: it keeps the text of surveys.yaml.
func (h *house) decided(e event) float64 {
	h.Helper()
	h.deliver(h.T, h.door(h.T, "zendesk"), e)
	h.settle(h.T)
	return h.spent("decide")
}

// A touchpoint that is not asked costs two write units: one for its scope and
// one for its row. That holds at 30 active days, with 30 touchpoints in the
// list and 256 bytes of dimensions.
func TestUnitsOfNotAsked(t *testing.T) {
	t.Parallel()
	h := open(t, configured(t, hardly), uncounted)
	h.decided(ticket(t, 0))
	busy := ticket(t, 1).with("ticket.group", strings.Repeat("g", 64)).
		with("ticket.assignee", strings.Repeat("a", 64)).with("ticket.tags", strings.Repeat("t", 60)+" "+strings.Repeat("u", 28))
	for day := range 30 {
		if got := h.decided(busy.with("ticket.id", fmt.Sprint("4811", day))); got != 2 {
			t.Errorf("touchpoint %d cost %v write units, want 2", day+1, got)
		}
		h.advance(t, 72*time.Hour)
	}
	last := h.about(t, "ticket:481129", "support")
	if size := sizeOf(last.Dimensions); size != 256 || last.Decision.Asked || last.Decision.Available != 1e9-29*1e6 {
		t.Errorf("the last has %d bytes of dimensions: %+v", size, last)
	}
}

// sizeOf counts names and values, a name once for each of its values.
func sizeOf(dims map[string][]string) int {
	n := 0
	for name, values := range dims {
		for _, v := range values {
			n += len(name) + len(v)
		}
	}
	return n
}

// Each program that matches costs one more, and one that none matches two as
// well. When the list of decided touchpoints is full, moving it away costs one.
func TestUnitsOfPrograms(t *testing.T) {
	t.Parallel()
	text := hardly
	for p := 1; p <= 4; p++ {
		h := open(t, configured(t, text), uncounted)
		h.decided(ticket(t, 0).with("type", "ticket.created"))
		if got := h.decided(ticket(t, 1)); got != float64(1+p) {
			t.Errorf("%d programs cost %v write units, want %d", p, got, 1+p)
		}
		if got := h.decided(ticket(t, 2).with("type", "ticket.created")); got != 2 {
			t.Errorf("no program costs %v write units, want 2", got)
		}
		h.close()
		text += fmt.Sprintf("  - {name: more-%d, ask: nps, stage: later, when: {kinds: [ticket.solved]}, rate: 0.1%%}\n", p)
	}
}

func TestUnitsOfFullLists(t *testing.T) {
	t.Parallel()
	h := open(t, configured(t, strings.Replace(hardly, "rate: 0.1%", "rate: 0", 1)), uncounted)
	h.decided(ticket(t, 0))
	for n := 1; n <= 70; n++ {
		want := 2.0
		if n%sampling.PageSize == 1 && n > 1 {
			want = 3
		}
		if got := h.decided(ticket(t, 1).with("ticket.id", fmt.Sprint(n))); got != want {
			t.Errorf("touchpoint %d cost %v write units, want %v", n, got, want)
		}
		h.advance(t, 24*time.Hour)
	}
}

// A survey that is asked, delivered and answered without a comment costs nine:
// three to decide (scope, row, its place among those due), three to send
// (claim, record, out of that place), one for word of the delivery, two for
// the answer (row, its place among those answered). Beside that the sender's
// lease costs two a tick, however many mails go. The functions work one after
// the other: were SES's word to come while the sending is being recorded, one
// of the two would be refused and tried again.
func TestUnitsOfAnswered(t *testing.T) {
	t.Parallel()
	h := open(t, configured(t, everybody), func(h *house) { h.still = true }, uncounted)
	h.surveyed(0)
	for _, steps := range [][]int{{1}, {2, 3}, {4, 5, 6}} {
		n := float64(len(steps))
		decide, send, delivery, respond := h.surveyed(steps...)
		if decide != 3*n || send != 3*n+2 || delivery != n || respond != 2*n {
			t.Errorf("%v surveys: decide cost %v write units, send %v, delivery %v, respond %v", n, decide, send, delivery, respond)
		}
		if got := decide + send - 2 + delivery + respond; got != 9*n {
			t.Errorf("%v surveys cost %v write units, want %v", n, got, 9*n)
		}
	}
}

// surveyed asks customers, all in one tick, has them answer, and returns what
// each function wrote for it.
func (h *house) surveyed(customers ...int) (decide, send, delivery, respond float64) {
	h.Helper()
	for _, n := range customers {
		h.deliver(h.T, h.door(h.T, "zendesk"), ticket(h.T, n))
	}
	h.must(h.laptop.Work(h.Context(), "decide"))
	h.must(h.laptop.Tick(h.Context(), "send"))
	h.must(h.laptop.Work(h.Context(), "delivery"))
	var opened []*customer.Page
	for _, n := range customers {
		opened = append(opened, h.open(link(h.T, h.mailTo(h.T, address(n)), "score=5")))
	}
	h.must(h.laptop.Clock.Advance(h.Context(), time.Minute))
	for i, n := range customers {
		if p, err := opened[i].Press(h.Context(), 5); err != nil || !p.Answered() {
			h.Errorf("an answer was answered %+v, %v", p, err)
		}
		h.state(fmt.Sprint("ticket:", n), "support", "delivered")
	}
	return h.spent("decide"), h.spent("send"), h.spent("delivery"), h.spent("respond")
}

func (h *house) must(err error) {
	h.Helper()
	if err != nil {
		h.Fatal(err)
	}
}
