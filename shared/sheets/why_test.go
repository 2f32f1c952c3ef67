package sheets

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"heed/shared/cells"
	"heed/shared/figures"
	"heed/shared/heed"
	"heed/shared/surveys"
)

var csat = &surveys.Program{Name: "support", Ask: heed.CSAT, Stage: "support"}

// plainly reads comments that are issues and words, with spaces between them.
type plainly struct{}

func (plainly) Issues(comment, _ string) []string {
	return slices.DeleteFunc(strings.Fields(comment), func(s string) bool { return !strings.HasPrefix(s, "on-") })
}

func (plainly) Words(comment, _ string) []string { return strings.Fields(comment) }

// spoken are rows made up at random: of up to three issues, of a product and an
// agent most of them, and answered by some, whose comments speak of some issues.
// Those of product b about billing are worse, and so is whoever writes slow.
func spoken(rnd *rand.Rand, n int) []*heed.Row {
	rows := make([]*heed.Row, n)
	for i := range rows {
		r := &heed.Row{Scope: heed.Hash{0: byte(i), 15: byte(rnd.IntN(64))}, Kind: "ticket.solved"}
		r.ID = heed.RowID{0: byte(i), 1: byte(i >> 8)}
		r.Decision = heed.Decision{Program: "support", Ask: heed.CSAT, Reason: heed.Asked, Pi: heed.PPB / uint32(1+rnd.IntN(4))}
		for k, issue := range []string{"billing", "login", "price"} {
			if rnd.IntN(3+k) == 0 {
				r.Dims = append(r.Dims, heed.Dim{Name: "issue", Value: issue})
			}
		}
		if rnd.IntN(5) > 0 {
			r.Dims = append(r.Dims, heed.Dim{Name: "product", Value: []string{"a", "b/c", "d"}[rnd.IntN(3)]})
		}
		if rnd.IntN(5) > 0 {
			r.Dims = append(r.Dims, heed.Dim{Name: "agent", Value: []string{"Ann", "Bo"}[rnd.IntN(2)]})
		}
		if rnd.IntN(2) == 0 {
			r.Invitation, r.Response = &heed.Invitation{}, &heed.Response{Score: 1 + rnd.IntN(5)}
			r.Response.Comment = strings.TrimSpace([]string{"", "on-billing", "on-login slow", "fine"}[rnd.IntN(4)] + " " + []string{"", "on-price"}[rnd.IntN(2)])
			if strings.Contains(r.Response.Comment, "slow") || first(r, "issue") == "billing" && first(r, "product") == "b/c" && rnd.IntN(4) > 0 {
				r.Response.Score = 1 + rnd.IntN(2)
			}
		}
		rows[i] = r
	}
	return rows
}

func first(r *heed.Row, dim string) string {
	for _, d := range r.Dims {
		if d.Name == dim {
			return d.Value
		}
	}
	return ""
}

// cellsBy are the cells of rows by a dimension's values.
func cellsBy(rows []*heed.Row, dim string) map[string]*cells.Cell {
	named := map[string]*cells.Cell{}
	for key, c := range cells.Of(slices.Values(rows), plainly{}) {
		if key.Program == "support" && key.Dim == dim {
			named[key.Value] = cells.Merge(named[key.Value], c)
		}
	}
	return named
}

func whyOf(rows []*heed.Row) *Why {
	p := Period{Days, 100, 129}
	return WhyOf(csat, Spoken{
		Now:    Span{Period: p, Settled: true, Whole: cellsBy(rows, "")[""], Parts: cellsBy(rows, "issue")},
		Before: Span{Period: p.Before(), Settled: true}, Mentions: cellsBy(rows, cells.Mention),
		Topics: cellsBy(rows, cells.Topic), Words: cellsBy(rows, cells.Words)[""],
	})
}

// counts are of those rows that some condition holds for, by going through them.
type counts struct{ rows, answers, good, weight float64 }

func countOf(rows []*heed.Row, in func(r *heed.Row) bool) (c counts) {
	for _, r := range rows {
		if !in(r) {
			continue
		}
		c.rows++
		if r.Response != nil {
			w := float64(cells.Weight(r.Pi))
			c.answers, c.weight = c.answers+1, c.weight+w
			if r.Response.Score >= 4 {
				c.good += w
			}
		}
	}
	return c
}

func (c counts) score() float64 { return 100 * c.good / c.weight }

func near(t *testing.T, what string, got, want float64) {
	t.Helper()
	if !(math.Abs(got-want) <= 1e-9*max(1, math.Abs(want))) {
		t.Errorf("%s: got %.12g, want %.12g", what, got, want)
	}
}

// holds compares an issue with what it is by going through the rows: those of it,
// those beside it, and how many it is a share of.
func (i *Issue) holds(t *testing.T, what string, n, of float64, with, without counts) {
	t.Helper()
	near(t, what+", number", float64(i.Share.N), n)
	near(t, what+", of", float64(i.Share.Of), of)
	near(t, what+", share", i.Share.Share.Value, n/of)
	near(t, what+", answers", float64(i.Figure.N), with.answers)
	near(t, what+", score", *i.Figure.Score, with.score())
	near(t, what+", against the rest", *i.Rest.Difference, with.score()-without.score())
	if i.Rest.AmongMany == nil || *i.Rest.AmongMany < *i.Rest.P*(1-1e-9) || i.Figure.From == "" || i.Share.Share.Low >= i.Share.Share.High {
		t.Errorf("%s: got %+v, %+v", what, i.Rest, i.Share)
	}
}

func TestWhyEqualsPlainOne(t *testing.T) {
	rows := spoken(rand.New(rand.NewPCG(1, 2)), 1500)
	w := whyOf(rows)
	if len(w.Issues) != 3 || len(w.Mentions) != 3 || w.LeftOut+w.LeftOutMentions+w.LeftOutAgents+w.LeftOutProducts != 0 {
		t.Fatalf("got %+v", w)
	}
	for k := range w.Issues {
		i := &w.Issues[k]
		about := func(r *heed.Row) bool { return slices.Contains(r.Dims, heed.Dim{Name: "issue", Value: i.Value}) }
		with := countOf(rows, about)
		i.holds(t, i.Value, with.rows, float64(len(rows)), with, countOf(rows, func(r *heed.Row) bool { return !about(r) }))
		if k > 0 && w.Issues[k-1].Share.N < i.Share.N {
			t.Errorf("%s stands after a smaller one", i.Value)
		}
	}
	written := countOf(rows, func(r *heed.Row) bool { return r.Response != nil && r.Response.Comment != "" })
	near(t, "comments", float64(w.Comments), written.rows)
	for k := range w.Mentions {
		i := &w.Mentions[k]
		speaks := func(r *heed.Row) bool {
			return r.Response != nil && slices.Contains(strings.Fields(r.Response.Comment), i.Value)
		}
		with := countOf(rows, speaks)
		i.holds(t, i.Value, with.rows, written.rows, with, countOf(rows, func(r *heed.Row) bool { return !speaks(r) }))
		if i.Service != nil || i.Changes != nil || i.Change != nil {
			t.Errorf("%s: measures of what was commented on: %+v", i.Value, i)
		}
	}
	// Whoever wrote slow was not content, and nobody wrote login without it.
	if len(w.Phrases) == 0 || !strings.Contains(w.Phrases[0].Phrase, "slow") && !strings.Contains(w.Phrases[0].Phrase, "login") || w.Phrases[0].Effect.Low <= 0 {
		t.Errorf("phrases: %+v", w.Phrases)
	}
}

// Of each product and agent stands the same as of a plain count by the first
// issue, beside the same issue elsewhere.
func TestCrossedEqualPlainOnes(t *testing.T) {
	rows := spoken(rand.New(rand.NewPCG(3, 4)), 3000)
	w := whyOf(rows)
	for dim, list := range map[string][]Crossed{"product": w.Products, "agent": w.Agents} {
		if len(list) != map[string]int{"product": 3, "agent": 2}[dim] {
			t.Fatalf("%s: got %+v", dim, list)
		}
		for _, c := range list {
			all := countOf(rows, func(r *heed.Row) bool { return first(r, dim) == c.Value && first(r, "issue") != "" })
			for k := range c.Issues {
				i := &c.Issues[k]
				with := countOf(rows, func(r *heed.Row) bool { return first(r, dim) == c.Value && first(r, "issue") == i.Value })
				elsewhere := countOf(rows, func(r *heed.Row) bool {
					return first(r, dim) != c.Value && first(r, dim) != "" && first(r, "issue") == i.Value
				})
				i.holds(t, c.Value+" "+i.Value, with.rows, all.rows, with, elsewhere)
				sure, bad := *i.Rest.AmongMany < 0.05 && *i.Rest.Difference < 0, c.Value == "b/c" && i.Value == "billing"
				if dim == "product" && sure != bad {
					t.Errorf("%s, %s stands out: %v, %+v", c.Value, i.Value, sure, *i.Rest.AmongMany)
				}
			}
		}
	}
}

// What is beyond the largest is counted.
func TestLeftOut(t *testing.T) {
	rnd := rand.New(rand.NewPCG(5, 6))
	var rows []*heed.Row
	for value := range Most + 3 {
		for range 1 + value%2 { // the odd ones are larger
			r := spoken(rnd, 1)[0]
			r.ID = heed.RowID{0: byte(len(rows)), 1: byte(len(rows) >> 8)}
			r.Dims = []heed.Dim{{Name: "issue", Value: fmt.Sprintf("i%03d", value)}, {Name: "product", Value: fmt.Sprint("p", value%(mostCrossed+2))}, {Name: "agent", Value: "Ann"}}
			rows = append(rows, r)
		}
	}
	w := whyOf(rows)
	if w.LeftOut != Most+3-mostNamed || len(w.Issues) != mostNamed || w.LeftOutProducts != 2 || len(w.Products) != mostCrossed || w.LeftOutAgents != 0 ||
		len(w.Agents) != 1 || len(w.Agents[0].Issues) != mostIssues || w.Agents[0].LeftOut != Most+3-mostIssues {
		t.Errorf("%d and %d issues, %d and %d products, %d and %d of Ann", len(w.Issues), w.LeftOut, len(w.Products), w.LeftOutProducts, len(w.Agents[0].Issues), w.Agents[0].LeftOut)
	}
	if n := w.Agents[0].Issues[0].Share.Of; n != uint64(len(rows)) {
		t.Errorf("issues left out are out of the count of all, too: %d of %d", n, len(rows))
	}
	if w.Issues[0].Share.N != 2 || w.Issues[0].Figure.Shown || w.Issues[0].Rest.Reason != figures.TooFew {
		t.Errorf("got %+v", w.Issues[0])
	}
}

// Where nothing happened there is nothing, and no panic.
func TestWhyOfNothing(t *testing.T) {
	w := whyOf(nil)
	if len(w.Issues)+len(w.Mentions)+len(w.Phrases)+len(w.Products)+len(w.Agents) != 0 || w.Comments != 0 || w.Issues == nil || w.Whole.Figure.Shown {
		t.Errorf("got %+v", w)
	}
}
