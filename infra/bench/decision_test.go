package bench

import (
	"fmt"
	"math/rand/v2"
	"testing"
	"time"

	"heed/shared/heed"
	"heed/shared/sampling"
)

// BenchmarkDecision measures one decision without any reading or writing: of a
// customer with 30 active days behind them, in the programs of
// surveys.yaml. The median of a hundred thousands.
func BenchmarkDecision(b *testing.B) {
	c := config(b)
	id := heed.Hash{1}
	today := heed.DayOf(midday, time.UTC)
	rnd := rand.New(rand.NewPCG(1, 2))
	busy := sampling.Scope{Last: today}
	for d := range heed.Day(30) {
		busy.Counts = append(busy.Counts, sampling.Count{Day: today - 90 + 3*d, N: 1})
		busy.Ledger = append(busy.Ledger, sampling.Charge{Expires: today + 1 + d, Pi: uint32(rnd.IntN(2e7))})
	}
	touchpoints := make([]*heed.Touchpoint, 1000)
	for i := range touchpoints {
		touchpoints[i] = &heed.Touchpoint{
			Source: "zendesk", Kind: "ticket.solved", Object: fmt.Sprint("ticket:", i), Occurrence: "1", At: midday,
			Team: "Billing", Agent: "Ada", Tags: []string{"refund", "vip"}, Customer: heed.Customer{Email: address},
		}
	}
	decide := func(t *heed.Touchpoint) (drawn int) {
		scope := busy
		scope.Counts = append([]sampling.Count(nil), busy.Counts...)
		scope.Ledger = append([]sampling.Charge(nil), busy.Ledger...)
		one := sampling.Case{
			Config: c, Epoch: 1, Key: []byte("0123456789abcdef0123456789abcdef"), Touchpoint: t,
			Customer: id, Scope: id, Now: midday,
		}
		for _, row := range one.Decide(&scope) {
			if row.Pi > 0 {
				drawn++
			}
		}
		return drawn
	}
	var took []float64
	for b.Loop() {
		for range 100 {
			drawn, began := 0, time.Now()
			for _, t := range touchpoints {
				drawn += decide(t)
			}
			took = append(took, float64(time.Since(began).Nanoseconds())/float64(len(touchpoints)))
			if drawn == 0 {
				b.Fatal("nothing was drawn")
			}
		}
	}
	b.ReportMetric(0, "ns/op")
	b.ReportMetric(median(took), "ns/decision")
}
