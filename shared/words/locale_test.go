package words_test

import (
	"slices"
	"testing"

	"heed/shared/words"
)

func TestFor(t *testing.T) {
	for locale, lang := range map[string]string{
		"": "en", "en": "en", "en-GB": "en", "EN_us": "en", "-": "en", "\x00": "en", "tlh": "en", "sw-KE": "en",
		"de": "de", "de-AT": "de", "DE_ch": "de", "de-DE-u-co-phonebk": "de", "de_DE.UTF-8": "de",
		"pt-BR": "pt", "pt_PT": "pt", "es-419": "es", "fr-CA": "fr",
		"no": "nb", "nn": "nb", "nb-NO": "nb", "nn_no": "nb",
		"iw": "he", "he-IL": "he", "in": "id", "in_ID": "id",
		"zh": "zh", "zh-CN": "zh", "zh_SG": "zh", "zh-Hans-HK": "zh",
		"zh-TW": "zh-Hant", "zh_hk": "zh-Hant", "zh-MO": "zh-Hant", "zh-Hant-SG": "zh-Hant", "ZH-HANT": "zh-Hant",
		"ar-EG": "ar", "fa": "en", // the same letters don't make it the same language
	} {
		if !slices.Contains(words.Langs(), lang) {
			t.Errorf("no %s", lang)
			continue
		}
		if w := words.For(locale); w.Lang != lang {
			t.Errorf("%q: got %q, want %q", locale, w.Lang, lang)
		}
	}
}

func TestKnown(t *testing.T) {
	for _, locale := range append(words.Langs(), "en-GB", "DE_ch", "pt-PT", "no", "nb-NO", "iw", "in_ID", "zh-TW", "zh-SG") {
		if !words.Known(locale) {
			t.Errorf("%q is not known", locale)
		}
	}
	for _, locale := range []string{"", "-", "und", "tlh", "az", "uz", "fa", "english", "de_DE.UTF-8", "x-foo"} {
		if words.Known(locale) {
			t.Errorf("%q is known", locale)
		}
	}
}

func FuzzFor(f *testing.F) {
	f.Add("zh_Hant-tw")
	f.Add("de-DE-u-co-phonebk-x-y")
	f.Fuzz(func(t *testing.T, locale string) {
		if w := words.For(locale); !slices.Contains(words.All, w) {
			t.Errorf("%q: got %v", locale, w)
		}
		if w := words.For(locale); words.Known(locale) && !words.Known(w.Lang) {
			t.Errorf("%q is known, but %q is not", locale, w.Lang)
		}
	})
}

func TestDir(t *testing.T) {
	for lang, want := range map[string]string{"": "auto", "!": "auto", "de": "ltr", "ar": "rtl", "he-il": "rtl", "fa": "rtl", "ur-pk": "rtl", "az": "ltr", "az-arab": "rtl", "pt-br": "ltr", "zh-hant": "ltr"} {
		if is := words.Dir(lang); is != want {
			t.Errorf("%q is read %s, want %s", lang, is, want)
		}
	}
	for _, w := range words.All {
		if is := words.Dir(w.Lang); is != w.Dir {
			t.Errorf("%s is read %s, want %s", w.Lang, is, w.Dir)
		}
	}
}
