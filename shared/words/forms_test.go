package words_test

import (
	"encoding/json"
	"os"
	"strconv"
	"strings"
	"testing"
	"time"

	"golang.org/x/text/feature/plural"
	"golang.org/x/text/language"

	"heed/shared/words"
)

// categories returns which forms whole numbers take in a language, by the
// places of words.Plural.
func categories(lang string) (found [6]bool) {
	places := map[plural.Form]int{plural.Zero: 0, plural.One: 1, plural.Two: 2, plural.Few: 3, plural.Many: 4, plural.Other: 5}
	for n := range 201 {
		found[places[plural.Cardinal.MatchPlural(language.Make(lang), n, 0, 0, 0, 0)]] = true
	}
	return found
}

func TestPluralsHaveTheFormsOfTheirLanguage(t *testing.T) {
	for _, w := range words.All {
		p := w.Mail.Left
		want := categories(w.Lang)
		for i, form := range []words.Phrase{p.Zero, p.One, p.Two, p.Few, p.Many, p.Other} {
			const other = 5 // the fractions' in some languages; never missing, as all others fall back to it
			if got := form != ""; got != want[i] && i != other || i == other && !got {
				t.Errorf("%s: form %d is %q", w.Lang, i, form)
			}
		}
	}
}

func TestPluralsSayTheirNumber(t *testing.T) {
	for _, w := range words.All {
		for n := 1; n <= 30; n++ {
			said := string(w.Mail.Left.For(w.Lang, n))
			inWords := n == 1 && said == string(w.Mail.Left.One) || n == 2 && said == string(w.Mail.Left.Two)
			if !strings.Contains(said, strconv.Itoa(n)) && !inWords {
				t.Errorf("%s: %d: %s", w.Lang, n, said)
			}
		}
	}
}

// Arabic has them all.
func TestEachNumberHasItsForm(t *testing.T) {
	p := words.Plural{Zero: "zero", One: "one", Two: "two", Few: "few {n}", Many: "many {n}", Other: "other {n}"}
	for n, want := range map[int]words.Phrase{0: "zero", 1: "one", 2: "two", 3: "few 3", 11: "many 11", 100: "other 100", 103: "few 103"} {
		if got := p.For("ar", n); got != want {
			t.Errorf("%d: got %q, want %q", n, got, want)
		}
	}
}

func TestAMissingFormIsTheOther(t *testing.T) {
	p := words.Plural{One: "one", Other: "{n} of them"}
	for n, want := range map[int]words.Phrase{1: "one", 2: "2 of them", 5: "5 of them", 22: "22 of them"} {
		if got := p.For("pl", n); got != want {
			t.Errorf("%d: got %q", n, got)
		}
	}
}

// The dates are Node's; testdata/dates.mjs says how they are made.
func TestDay(t *testing.T) {
	data, err := os.ReadFile("testdata/dates.json")
	if err != nil {
		t.Fatal(err)
	}
	var dates map[string][]string
	if err := json.Unmarshal(data, &dates); err != nil {
		t.Fatal(err)
	}
	for _, w := range words.All {
		if len(dates[w.Lang]) != 12 {
			t.Errorf("%s: dates.json has %d dates", w.Lang, len(dates[w.Lang]))
			continue
		}
		for i, want := range dates[w.Lang] {
			day := time.Date(2026, time.Month(i+1), i+9, 23, 59, 0, 0, time.UTC)
			if got := w.Day(day); got != want {
				t.Errorf("%s: got %q, want %q", w.Lang, got, want)
			}
		}
	}
}
