package topics_test

import (
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"

	"heed/shared/cells"
	"heed/shared/heed"
	"heed/shared/surveys"
	"heed/shared/topics"
)

func told(list []topics.Phrase) []string {
	var names []string
	for _, p := range list {
		names = append(names, p.Phrase)
	}
	return names
}

func TestPhrases(t *testing.T) {
	comments := cells.Thirds{100, 50, 350}
	got := topics.Phrases(heed.CSAT, map[string]cells.Thirds{
		cells.AllComments:  comments,
		"en:bug":           {20, 1, 2},
		"en:bugs":          {10, 0, 1},
		"de:bug":           {6, 0, 0}, // a word that two languages share is one
		"en:support":       {30, 15, 100},
		"en:great":         {0, 2, 90},
		"en:locked":        {9, 0, 0},
		"en:locked me":     {4, 0, 0},
		"en:not working":   {15, 0, 1}, // says more than working, which stands nowhere without it
		"en:working":       {15, 0, 1},
		"en:rare":          {4, 0, 0},
		"en:everyone says": {100, 50, 347},
	}, comments)
	if want := []string{"bug", "great", "not working", "locked"}; !slices.Equal(told(got), want) {
		t.Fatalf("told %q, want %q: %+v", told(got), want, got)
	}
	bug := got[0]
	if bug.Comments != 40 || bug.Low != 36 || bug.Effect != topics.Newcombe(36, 40, 64, 460) || bug.AmongMany > 1e-9 {
		t.Errorf("bug is told as %+v", bug)
	}
	if e := got[1].Effect; e.High >= 0 || e.Low >= e.Value || e.Value >= e.High {
		t.Errorf("great is told as %+v", got[1])
	}
}

func TestPhrasesOfFew(t *testing.T) {
	words := map[string]cells.Thirds{"en:slow": {5, 0, 0}}
	for _, c := range []struct {
		comments cells.Thirds
		want     int
	}{{cells.Thirds{}, 0}, {cells.Thirds{5, 0, 0}, 0}, {cells.Thirds{5, 0, 4}, 0}, {cells.Thirds{5, 0, 5}, 1}} {
		if got := topics.Phrases(heed.NPS, words, c.comments); len(got) != c.want {
			t.Errorf("of %v: %+v", c.comments, got)
		}
	}
	words["en:slow"] = cells.Thirds{4, 0, 0}
	if got := topics.Phrases(heed.NPS, words, cells.Thirds{50, 50, 500}); len(got) != 0 {
		t.Errorf("told of 4: %+v", got)
	}
}

func TestAtMostForty(t *testing.T) {
	words := map[string]cells.Thirds{}
	for i := range 60 {
		words["x"+strings.Repeat("y", i+1)] = cells.Thirds{uint64(20 + i), 0, 0}
	}
	got := topics.Phrases(heed.NPS, words, cells.Thirds{100, 0, 100})
	if len(got) != 40 || got[0].Comments != 79 {
		t.Errorf("%d are told, first %+v", len(got), got[:1])
	}
	if again := topics.Phrases(heed.NPS, words, cells.Thirds{100, 0, 100}); !reflect.DeepEqual(got, again) {
		t.Error("told in two ways")
	}
}

// talk is what some customers say: words of which some are common and most are
// rare, whatever their score; who scores low says what is planted as well,
// four times as often as others do.
func talk(r *rand.Rand, read *topics.Topics, planted string) (map[string]cells.Thirds, cells.Thirds) {
	words, comments := map[string]cells.Thirds{}, cells.Thirds{}
	for range 250 {
		third := []int{0, 0, 1, 2, 2, 2}[r.IntN(6)]
		var said []string
		for range 3 + r.IntN(6) {
			rank := int(50 * r.Float64() * r.Float64() * r.Float64()) // of fifty words
			said = append(said, string([]byte{'b' + byte(rank/10), 'o', 'b' + byte(rank%10), 'a'}))
		}
		if chance := 0.1; planted != "" && (third == 0 && r.Float64() < 4*chance || third != 0 && r.Float64() < chance) {
			said = slices.Insert(said, r.IntN(len(said)+1), planted+".") // whatever follows is no neighbour
		}
		for _, w := range read.Words(strings.Join(said, " "), "cs") {
			held := words[w]
			held[third]++
			words[w] = held
		}
		comments[third]++
	}
	return words, comments
}

// Where scores have nothing to do with words, something is told in at most 5% of
// all cases; where they do, it is found, and of all that is told few have
// nothing to do with it.
func TestDiscoveriesAreTrue(t *testing.T) {
	const times = 100
	r, read := rand.New(rand.NewPCG(1, 2)), topics.New(&surveys.Config{})
	alarms, found, all, wrong := 0, 0, 0, 0
	for range times {
		words, comments := talk(r, read, "")
		if len(topics.Phrases(heed.CSAT, words, comments)) > 0 {
			alarms++
		}
		words, comments = talk(r, read, "pomalu")
		list := topics.Phrases(heed.CSAT, words, comments)
		all += len(list)
		for _, p := range list {
			switch {
			case p.Phrase == "pomalu" && p.Effect.Low > 0:
				found++
			case !strings.Contains(p.Phrase, "pomalu"):
				wrong++
			}
		}
	}
	t.Logf("%d false alarms and %d found in %d; %d wrong of %d told", alarms, found, times, wrong, all)
	if alarms > times*10/100 { // 5% and two standard errors
		t.Errorf("of nothing, something is told in %d of %d cases", alarms, times)
	}
	if found < times*9/10 || wrong > all*8/100 {
		t.Errorf("what is planted is found in %d of %d; of %d that are told %d are wrong", found, times, all, wrong)
	}
}
