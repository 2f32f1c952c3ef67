package score

import (
	"testing"

	"heed/shared/heed"
)

// A number word of another language is none, unless something beside it is of
// that language; figures are the same in all.
func TestTongues(t *testing.T) {
	for _, c := range []struct {
		locale, words string
		want          int
	}{
		{"de", "Otto", heed.None},
		{"de", "Danke Otto", heed.None},
		{"de-AT", "Danke\nOtto", heed.None},
		{"it", "otto", 8},
		{"fr", "Bon", heed.None},
		{"vi", "bon", 4},
		{"id", "Hai", heed.None},
		{"en", "Fire", heed.None},
		{"en", "to", heed.None},
		{"en", "Thanks, Lima", heed.None},
		{"en", "neun", heed.None},
		{"en", "Ich gebe neun", 9},
		{"en", "un neuf, merci", 9},
		{"fr", "nine", 9},
		{"fr", "9, danke", 9},
		{"da", "fire", 4},
		{"no", "fire", 4},
		{"nb-NO", "ti", 10},
		{"pt_BR", "nove", 9},
		{"zh-Hant", "八", 8},
		{"ja", "九", 9},
		{"xx", "9 merci", 9},
		{"xx", "neuf", heed.None},
		{"de", "Um 9", heed.None},
		{"de", "Um 9 Uhr", heed.None},
		{"pt", "Um 9", 9},
		{"en", "Um 9, obrigado", 9},
		{"de", "note 1", heed.None},
		{"fr", "note 1", 1},
		{"", "neuf", 9},
		{"", "fire", 4},
	} {
		if got := Of(c.words, heed.NPS, "", c.locale).Score; got != c.want {
			t.Errorf("%q of a speaker of %q is %d, want %d", c.words, c.locale, got, c.want)
		}
	}
}
