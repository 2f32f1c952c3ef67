package bench

import (
	"strings"
	"testing"
	"time"

	"heed/infra/customer"
	"heed/infra/laptop"
	"heed/shared/heed"
)

// surveyed is how many touchpoints BenchmarkUnits posts.
const surveyed = 1000

// BenchmarkUnits counts what things cost in DynamoDB's write units, indexes
// included: a touchpoint that is not asked; a survey that is, from decision to
// answer; and its share of the cells that the roll-up then writes. These are
// counts, and the same in every run but for who is drawn.
func BenchmarkUnits(b *testing.B) {
	l := running(b, b.TempDir())
	address := serve(b, l.Handler())
	secret := l.Secrets["zendesk"][0]
	for b.Loop() {
		post(b, address, deliveries(b, surveyed, 1, secret)) // the first of all keeps the text of surveys.yaml
		idle(b, l)
		spent(l, "decide", "send", "delivery", "respond", "rollup")

		post(b, address, deliveries(b, 0, surveyed, secret))
		idle(b, l)
		asked := countAsked(b, l)
		decided := spent(l, "decide")
		if err := l.Advance(b.Context(), 25*time.Hour); err != nil {
			b.Fatal(err)
		}
		answerAll(b, l, address)
		survey := spent(l, "send", "delivery", "respond") / asked
		spent(l, "rollup")
		if err := l.Advance(b.Context(), time.Minute); err != nil {
			b.Fatal(err)
		}
		const deciding = 3 // a survey's scope, row and place in the due index
		b.ReportMetric(0, "ns/op")
		b.ReportMetric((decided-deciding*asked)/(surveyed-asked), "units/not-asked")
		b.ReportMetric(deciding+survey, "units/survey")
		b.ReportMetric(spent(l, "rollup")/asked, "cell-units/survey")
	}
}

// spent returns the write units of functions since it was last asked.
func spent(l *laptop.Laptop, functions ...string) (units float64) {
	for _, f := range functions {
		units += l.Meters[f].Reset().Write
	}
	return units
}

func idle(b *testing.B, l *laptop.Laptop) {
	b.Helper()
	if err := l.Idle(b.Context()); err != nil {
		b.Fatal(err)
	}
}

func countAsked(b *testing.B, l *laptop.Laptop) (asked float64) {
	b.Helper()
	for row, err := range l.Store().Day(b.Context(), heed.DayOf(l.Clock.Now(), l.Config.Zone)) {
		if err != nil {
			b.Fatal(err)
		}
		if row.Reason == heed.Asked && row.Object != "ticket:1001000" { // the first of all
			asked++
		}
	}
	return asked
}

// answerAll answers every mail from the survey page.
func answerAll(b *testing.B, l *laptop.Laptop, address string) {
	b.Helper()
	mails, err := l.Mailbox.List(b.Context(), surveyed+1)
	if err != nil {
		b.Fatal(err)
	}
	var opened []*customer.Page
	for _, m := range mails {
		_, path, _ := strings.Cut(m.Text, l.Base)
		path, _, _ = strings.Cut(path, "?")
		page, err := customer.Open(b.Context(), nil, "http://"+address+path)
		if err != nil {
			b.Fatal(err)
		}
		opened = append(opened, page)
	}
	if err := l.Clock.Advance(b.Context(), 20*time.Second); err != nil {
		b.Fatal(err)
	}
	for _, page := range opened {
		if after, err := page.Press(b.Context(), 5); err != nil || !after.Answered() {
			b.Fatalf("an answer was answered %+v, %v", after, err)
		}
	}
}
