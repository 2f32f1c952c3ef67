package service

import (
	"maps"
	"slices"

	"heed/shared/cells"
)

// A mix is the touchpoints of a program told apart by what they are about, so
// that agents can be held against what anybody makes of the same.
type mix struct {
	whole  *cells.Cell            // with a class for each kind, topic and band
	agents map[string]*cells.Cell // likewise
	topics []topic
}

// A topic is the tickets of one product and issue, by agent.
type topic map[string]*cells.Service

// mixOf takes apart the cells of the dimension Topic.
func mixOf(values map[string]*cells.Cell) *mix {
	m := &mix{agents: map[string]*cells.Cell{}}
	parts, about := map[string][]*cells.Cell{}, map[string]topic{}
	var all []*cells.Cell
	for _, value := range slices.Sorted(maps.Keys(values)) {
		agent, product, issue := cells.SplitTopic(value)
		what := cells.TopicOf("", product, issue)
		fine := finer(values[value], what)
		parts[agent], all = append(parts[agent], fine), append(all, fine)
		if about[what] == nil {
			about[what] = topic{}
		}
		about[what][agent] = &values[value].Service
	}
	for agent, own := range parts {
		m.agents[agent] = cells.Merge(own...)
	}
	m.whole = cells.Merge(all...)
	for _, what := range slices.Sorted(maps.Keys(about)) {
		m.topics = append(m.topics, about[what])
	}
	return m
}

// finer is the responses of a cell with the topic in their classes. The band
// stands behind it: where classes are too small and neighbours are put together,
// those are then the bands of one topic, since agents differ in what they are
// given more than in whom.
func finer(c *cells.Cell, what string) *cells.Cell {
	fine := &cells.Cell{Classes: map[cells.Class]*cells.Sums{}}
	for class, s := range c.Classes {
		kind := class.Kind + "\x00" + what + "\x00" + string(rune('0'+class.Band))
		fine.Classes[cells.Class{Kind: kind}] = s
	}
	return fine
}

// A tally is some numbers: how many, their sum, and that of their squares.
type tally struct{ n, sum, squares float64 }

func (t tally) plus(o tally) tally { return tally{t.n + o.n, t.sum + o.sum, t.squares + o.squares} }

func (t tally) mean() float64 { return t.sum / t.n }

// variance is that of one number around the mean, at least what one more of them
// at the distance of 1 would make of it.
func (t tally) variance() float64 {
	least := 1 / (t.n + 1)
	if t.n < 2 {
		return least
	}
	return max(least, (t.squares-t.sum*t.sum/t.n)/(t.n-1))
}

// A beyond is how the mean of an agent's numbers differs from what anybody's are
// of the same topics, in the same shares (indirect standardisation),
//
//	Σ_t n_t·(x_t - X_t) / n,   variance Σ_t n_t·σ_t² / n²
//
// with x the agent's means and X and σ² everybody's mean and variance.
type beyond struct {
	tally
	difference, variance float64
}

// expected is the mean that anybody's numbers would have.
func (b *beyond) expected() float64 { return b.mean() - b.difference }

// beyondOf holds each agent against everybody. Topics of fewer than enough
// numbers are put together as one.
func beyondOf(topics []topic, count func(*cells.Service) tally) map[string]*beyond {
	agents := map[string]*beyond{}
	var rest []topic
	for _, t := range topics {
		if t.all(count).n < enough {
			rest = append(rest, t)
			continue
		}
		hold(agents, []topic{t}, count)
	}
	hold(agents, rest, count)
	for _, b := range agents {
		b.difference, b.variance = b.difference/b.n, b.variance/(b.n*b.n)
	}
	return agents
}

func (t topic) all(count func(*cells.Service) tally) (all tally) {
	for _, agent := range slices.Sorted(maps.Keys(t)) {
		all = all.plus(count(t[agent]))
	}
	return all
}

// hold adds up what some topics, taken for one, say of each agent.
func hold(agents map[string]*beyond, topics []topic, count func(*cells.Service) tally) {
	var all tally
	for _, t := range topics {
		all = all.plus(t.all(count))
	}
	for _, t := range topics {
		for agent, s := range t {
			own := count(s)
			if own.n == 0 {
				continue
			}
			b := agents[agent]
			if b == nil {
				b = &beyond{}
				agents[agent] = b
			}
			b.tally = b.plus(own)
			b.difference += own.sum - own.n*all.mean()
			b.variance += own.n * all.variance()
		}
	}
}
