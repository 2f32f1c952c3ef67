package laptop_test

import (
	"math"
	"math/rand/v2"
	"os"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"heed/shared/heed"
	"heed/shared/surveys"
)

// shipped is the surveys.yaml that Heed comes with.
func shipped(t *testing.T) *surveys.Config {
	t.Helper()
	text, err := os.ReadFile("../../surveys.yaml")
	if err != nil {
		t.Fatal(err)
	}
	return configured(t, string(text))
}

// Every delivery that was answered 2xx has its row, the share asked is the one
// that surveys.yaml says, and whoever is asked has one mail. Posting all of it
// again, in another order, changes nothing: not at once, while the queue knows
// the deliveries, and not after a restart and a week.
func TestTwoThousandDeliveries(t *testing.T) {
	t.Parallel()
	h := open(t, shipped(t))
	posted := customers(t, 2000)
	zendesk := h.door(t, "zendesk")
	ids := h.deliverAll(t, zendesk, posted)
	h.settle(t)
	rows := h.rows(t, "")
	everyoneHasARow(t, ids, rows)
	shareIsKept(t, h.options.Config, rows)
	eachAskedHasOneMail(t, rows, h.mails(t))

	before, mails := h.exact(t), h.mails(t)
	again := func() {
		rand.Shuffle(len(posted), func(i, j int) { posted[i], posted[j] = posted[j], posted[i] })
		h.deliverAll(t, zendesk, posted)
		h.settle(t)
		if diff := cmp.Diff(before, h.exact(t)); diff != "" {
			t.Errorf("posting again changed rows:\n%s", diff)
		}
		if diff := cmp.Diff(mails, h.mails(t)); diff != "" {
			t.Errorf("posting again changed mails:\n%s", diff)
		}
	}
	again()
	h.restart()
	h.advance(t, 7*24*time.Hour)
	again()
}

// customers returns each sample of Zendesk's in turn, every one about a ticket
// of its own and a customer of its own.
func customers(t *testing.T, n int) []event {
	t.Helper()
	var samples, list []event
	for _, name := range []string{"ticket-solved", "ticket-solved-again"} {
		samples = append(samples, sample(t, "zendesk/"+name+".json"))
	}
	for i := range n {
		list = append(list, samples[i%len(samples)].numbered(i))
	}
	return list
}

func everyoneHasARow(t *testing.T, ids []string, rows []row) {
	t.Helper()
	seen := map[string]int{}
	for _, r := range rows {
		seen[r.Touchpoint]++
	}
	for _, id := range ids {
		if seen[id] != 1 {
			t.Errorf("touchpoint %s has %d rows", id, seen[id])
		}
	}
	if len(rows) != len(ids) {
		t.Errorf("there are %d rows of %d touchpoints", len(rows), len(ids))
	}
}

// shareIsKept compares the share asked with the chance each had.
func shareIsKept(t *testing.T, config *surveys.Config, rows []row) {
	t.Helper()
	chance := float64(config.Program("support").Rate) / heed.PPB * (1 - float64(config.Holdout)/heed.PPB)
	asked, all := 0.0, 0.0
	for _, r := range rows {
		switch {
		case r.Program != "support" || r.Kind != "ticket.solved":
			t.Errorf("a %s is in program %s for %s", r.Kind, r.Program, r.Decision.Reason)
		case math.Abs(float64(r.Decision.Chance)/heed.PPB-chance) > 1e-9:
			t.Errorf("a chance of %d ppb, want %f", r.Decision.Chance, chance)
		default:
			all++
			if r.Decision.Asked {
				asked++
			}
		}
	}
	if off := math.Abs(asked/all - chance); off > 4*math.Sqrt(chance*(1-chance)/all) {
		t.Errorf("asked %v of %v, each with a chance of %f", asked, all, chance)
	}
}

func eachAskedHasOneMail(t *testing.T, rows []row, mails []caughtMail) {
	t.Helper()
	want, got := map[string]int{}, map[string]int{}
	for _, r := range rows {
		if (r.Invitation != nil) != r.Decision.Asked {
			t.Errorf("%s: asked is %v, invitation %v", r.Object, r.Decision.Asked, r.Invitation)
		}
		if r.Decision.Asked {
			want[r.Invitation.To]++
			if r.Invitation.State != "delivered" || r.Invitation.To != "customer-"+r.Object[len("ticket:"):]+"@example.com" {
				t.Errorf("%s is %+v", r.Object, r.Invitation)
			}
		}
	}
	for _, m := range mails {
		got[m.To]++
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("mails differ from whom was asked:\n%s", diff)
	}
}
