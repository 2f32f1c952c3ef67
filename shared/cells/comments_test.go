package cells

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"heed/shared/heed"
)

// A listener is a reader that writes down what it is asked.
type listener struct {
	plainReader
	heard []string
}

func (l *listener) Words(comment, locale string) []string {
	l.heard = append(l.heard, locale+": "+comment)
	return append(l.plainReader.Words(comment, locale), "", strings.Repeat("x", maxWord+1))
}

func commented(score int, comment string) *heed.Row {
	return row(func(r *heed.Row) {
		answered(score)(r)
		r.Ask, r.Invitation.Locale, r.Response.Comment = heed.NPS, "de", comment
	})
}

func TestComments(t *testing.T) {
	rows := []*heed.Row{
		commented(2, "late late late"),
		commented(8, "late #billing #billing"),
		commented(10, "#care"),
		commented(9, ""),
		row(func(r *heed.Row) { r.Response = &heed.Response{Comment: "late"} }), // never asked
		row(func(r *heed.Row) { *r = *commented(2, "late"); r.Program = heed.NoProgram }),
	}
	l := &listener{}
	got := map[string]*Cell{}
	for key, c := range Of(slices.Values(rows), l) {
		if key.Dim == Words || key.Dim == Mention {
			got[key.Program+" "+key.Dim+" "+key.Value] = c
		}
	}
	just := func(r *heed.Row) *Cell {
		return Of(slices.Values([]*heed.Row{r}), nil)[Key{Program: "support", Day: r.Day}]
	}
	want := map[string]*Cell{
		"support words ": {Words: map[string]Thirds{
			AllComments: {1, 1, 1}, "late": {1, 1, 0}, "late late": {1, 0, 0},
			"late #billing": {0, 1, 0}, "#billing": {0, 1, 0}, "#billing #billing": {0, 1, 0}, "#care": {0, 0, 1},
		}},
		"support mention billing": just(rows[1]),
		"support mention care":    just(rows[2]),
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("cells of comments (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff([]string{"de: late late late", "de: late #billing #billing", "de: #care"}, l.heard); diff != "" {
		t.Errorf("read (-want +got):\n%s", diff)
	}
}

func TestFollowed(t *testing.T) {
	rows := []*heed.Row{
		row(answered(9)), row(answered(9)),
		row(func(r *heed.Row) { answered(9)(r); r.After.Left = noon }),
		row(func(r *heed.Row) { answered(3)(r); r.After.Left = noon; r.N90 = 40 }),
		row(func(r *heed.Row) { answered(10)(r); r.After.Bought = noon }),
		row(func(r *heed.Row) { answered(10)(r); r.After.Left, r.Pi = noon, 0 }), // by no known chance
		row(func(r *heed.Row) { r.After.Left = noon }),
	}
	c := Of(slices.Values(rows), nil)[Key{Program: "support", Day: 20778}]
	count := func(c *Cell) map[uint8]uint64 {
		n := map[uint8]uint64{}
		for score, w := range c.Scores() {
			n[score] = w.N
		}
		if p := c.Population(); p.Answered != p.N || len(c.Classes) > 1 || c.After != nil {
			t.Errorf("not of answers alone: %+v", p)
		}
		return n
	}
	for name, c := range map[string]struct{ got, want map[uint8]uint64 }{
		"left":   {count(c.Followed(heed.Left)), map[uint8]uint64{3: 1, 9: 1}},
		"stayed": {count(c.Unfollowed(heed.Left)), map[uint8]uint64{9: 2, 10: 1}},
		"bought": {count(c.Followed(heed.Bought)), map[uint8]uint64{10: 1}},
		"others": {count(c.Unfollowed(heed.Bought)), map[uint8]uint64{3: 1, 9: 3}},
	} {
		if diff := cmp.Diff(c.want, c.got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
	both := Merge(c.Followed(heed.Left), c.Unfollowed(heed.Left))
	if diff := cmp.Diff(c.Scores(), both.Scores()); diff != "" {
		t.Errorf("left and stayed together (-want +got):\n%s", diff)
	}
}
