package score

import (
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"heed/shared/heed"
	"heed/shared/surveys"
)

type spoken struct {
	line  int
	lang  string
	ask   heed.Ask
	style surveys.Style
	words string
	want  string
}

func cases(t testing.TB) (list []spoken) {
	t.Helper()
	text, err := os.ReadFile("testdata/cases.tsv")
	if err != nil {
		t.Fatal(err)
	}
	for i, line := range strings.Split(strings.TrimSpace(string(text)), "\n") {
		if strings.HasPrefix(line, "#") {
			continue
		}
		f := strings.Split(line, "\t")
		if len(f) != 4 {
			t.Fatalf("line %d has %d fields", i+1, len(f))
		}
		ask, style, _ := strings.Cut(f[1], " ")
		list = append(list, spoken{i + 1, f[0], heed.Ask(ask), surveys.Style(style), strings.ReplaceAll(f[2], `\n`, "\n"), f[3]})
	}
	return list
}

// Every case is a sentence that a customer may write.
func TestCases(t *testing.T) {
	list := cases(t)
	spokenIn := map[string]int{}
	for _, c := range list {
		spokenIn[c.lang]++
		for _, locale := range []string{"", c.lang} {
			if got := Of(c.words, c.ask, c.style, locale); say(got.Score) != c.want {
				t.Errorf("line %d, %s, to %s, of %q: %q is %s, want %s", c.line, c.lang, c.ask, locale, c.words, say(got.Score), c.want)
			}
		}
	}
	if len(list) < 300 {
		t.Errorf("only %d cases", len(list))
	}
	for _, l := range slices.Concat(languages, further, furthest) {
		if spokenIn[l.tag] < 5 {
			t.Errorf("%s has only %d cases", l.tag, spokenIn[l.tag])
		}
	}
}

func say(n int) string {
	if n == heed.None {
		return "-"
	}
	return []string{"0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10"}[n]
}

// What stands by itself is no comment.
func TestRest(t *testing.T) {
	for _, c := range []struct {
		words string
		rest  string
		line  int
	}{
		{"9", "", 0},
		{"9/10!", "", 0},
		{"9, thanks", "thanks", 0},
		{"9 thank you", "thank you", 0},
		{"9점 감사합니다", "감사합니다", 0},
		{"a solid 9 from me", "", 0},
		{"I'd say nine", "", 0},
		{"4 - quick and kind", "quick and kind", 0},
		{"4, they called me back", "they called me back", 0},
		{"4 points: fine", "fine", 0},
		{"4\n\nThey called me back.\nTwice.", "They called me back.\nTwice.", 0},
		{"They called me back.\n4", "They called me back.", 1},
		{"not a 10, more like 6", "not a 10, more like 6", 0},
		{"Everything was great. 10!", "Everything was great. 10!", 0},
		{"no score at all", "no score at all", -1},
		{"９点です。ありがとう、また来ます", "ありがとう、また来ます", 0},
	} {
		got := Of(c.words, heed.NPS, "", "")
		if got.Rest != c.rest || got.Line != c.line {
			t.Errorf("of %q, %q is left and the score on line %d; want %q, %d", c.words, got.Rest, got.Line, c.rest, c.line)
		}
	}
}

// A question that nobody asks has no scores.
func TestNoQuestion(t *testing.T) {
	if got := Of("9", "stars", "", ""); got.Score != heed.None || got.Rest != "9" {
		t.Errorf("%+v", got)
	}
}

// Long words take no longer than short ones: what is read is bounded.
func TestLongWordsAreCut(t *testing.T) {
	for _, s := range []string{"9 ", "九", "9/", "ก็", "not ", "9-", "★", "a’", "점", "\n9", "10 üzerinden ", "é"} {
		began := time.Now()
		Of(strings.Repeat(s, 1<<20/len(s)), heed.NPS, "", "")
		if took := time.Since(began); took > 300*time.Millisecond {
			t.Errorf("a megabyte of %q took %v", s, took)
		}
	}
}

func FuzzScore(f *testing.F) {
	for _, c := range cases(f) {
		f.Add(c.words, string(c.ask), string(c.style))
	}
	f.Fuzz(func(t *testing.T, words, ask, style string) {
		for _, ask := range []heed.Ask{heed.NPS, heed.CSAT, heed.CES, heed.Ask(ask)} {
			r := Of(words, ask, surveys.Style(style), []string{"", "de"}[len(words)%2])
			if r.Score != heed.None && !ask.Holds(r.Score) {
				t.Errorf("%q to %s is %d", words, ask, r.Score)
			}
			if (r.Score == heed.None) != (r.Line < 0) || len(r.Rest) > len(words) {
				t.Errorf("of %q: %+v", words, r)
			}
		}
	})
}

func BenchmarkScore(b *testing.B) {
	words := "I'd say nine, because it took 2 days and 3 calls.\n" + strings.Repeat("Everything else went as one would wish, in 4 steps.\n", 20)
	Of(words, heed.NPS, "", "")
	b.SetBytes(int64(len(words)))
	for b.Loop() {
		Of(words, heed.NPS, "", "")
	}
}
