// Package simulation compares ways of asking on made-up customers, of whom,
// unlike of real ones, everything is known: what each would have said at every
// touchpoint, so what the score truly is.
//
// What is ours runs through the code that runs in earnest: package sampling
// decides, cells sums the rows, figures makes the number and its interval. What
// others do is written here, in designs.go, and summed by the same cells and
// figures with every answer counting once.
//
// The population (population.go): customers meet four kinds of touchpoint in a
// Poisson stream, some 11.3 in a year each, log-normal between customers (σ 1.1
// of the logarithm), so that 3,000 have 34,000. The busier are the less content
// (0.9 points of the answer for each e-fold of their rate), contentment differs
// otherwise too (1.0), and so does one touchpoint from the next (1.5). In the
// middle of the year all become less content by 0.7. The score is the NPS of
// all touchpoints of the year, whoever was asked or answered. Heed is switched
// on as the year begins: it knows of nothing before.
//
// Who answers (answers.go) is one of five stories: all; by the class that a row
// records, its kind and band; by that, and wearied by surveys, each of which
// halves the chance of answering the next, a loss that halves every 30 days; by
// how busy the customer truly is, of which bands are only an echo, and wearied;
// by class and by how content they are, and wearied. How large the errors of
// any design are follows from these numbers, which are made up; which design
// has errors of what kind does not.
//
// Seeds are arguments, and the workers do not matter: the same options give the
// same report. Floating point is for making the people up and for reporting;
// products are rounded before they are added, so that processors agree, but
// where two differ in the last bit of a logarithm one answer in many millions
// may differ with it. No decision depends on that.
package simulation

import (
	"context"
	"sync"
	"sync/atomic"
)

// Options is what to simulate.
type Options struct {
	Seed        uint64
	Populations int
	Customers   int    // in each population
	Quiet       int    // days of peace after an invitation, in every design that has any
	Workers     int    // populations lived at once, at least 1
	Done        func() // if not nil, called after each population, from any worker
}

// Run lives a year with each population under each design.
func Run(ctx context.Context, o Options) (*Report, error) {
	rules, err := rulesOf(o.Quiet)
	if err != nil {
		return nil, err
	}
	results := make([]result, o.Populations)
	var next atomic.Int64
	var workers sync.WaitGroup
	for range max(1, o.Workers) {
		workers.Go(func() {
			w := &world{rules: rules}
			for i := int(next.Add(1)) - 1; i < o.Populations && ctx.Err() == nil; i = int(next.Add(1)) - 1 {
				results[i] = w.live(o, i)
				if o.Done != nil {
					o.Done()
				}
			}
		})
	}
	workers.Wait()
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	return report(o, results), nil
}
