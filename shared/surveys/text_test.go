package surveys

import "testing"

func TestTextIn(t *testing.T) {
	some := Text{"": "all", "de": "deutsch", "pt-br": "brasil", "zh": "zhongwen"}
	for locale, want := range map[string]string{"": "all", "de": "deutsch", "DE_AT": "deutsch", "pt": "all", "pt-BR": "brasil", "zh-Hant-TW": "zhongwen", "fr": "all", "-": "all"} {
		if got := some.In(locale); got != want {
			t.Errorf("%q: %q, want %q", locale, got, want)
		}
	}
	for locale, want := range map[string]string{"": "", "de": "de", "DE_AT": "de", "pt": "", "pt-BR": "pt-br", "zh-Hant-TW": "zh", "fr": ""} {
		if _, lang := some.Said(locale); lang != want {
			t.Errorf("%q: said in %q, want %q", locale, lang, want)
		}
	}
	if Text(nil).In("de") != "" {
		t.Error("no words are some")
	}
}

func TestFill(t *testing.T) {
	values := map[string]string{"name": "Ada {agent|x}", "brand": "Acme"}
	for words, want := range map[string]string{
		"Hello {name|there}, {agent|our team} of {brand}": "Hello Ada {agent|x}, our team of Acme",
		"no holes":      "no holes",
		"{name|":        "{name|",
		"a } b {brand}": "a } b Acme",
		"":              "",
	} {
		if got := Fill(words, values); got != want {
			t.Errorf("%q: %q, want %q", words, got, want)
		}
	}
}
