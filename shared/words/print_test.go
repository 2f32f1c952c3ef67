package words_test

import (
	"reflect"
	"regexp"
	"strings"
	"testing"
	"unicode"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"

	"heed/shared/words"
)

// scripts are what a language is written in where that isn't Latin.
var scripts = map[string][]*unicode.RangeTable{
	"el": {unicode.Greek},
	"ru": {unicode.Cyrillic}, "uk": {unicode.Cyrillic}, "bg": {unicode.Cyrillic},
	"ar": {unicode.Arabic}, "he": {unicode.Hebrew},
	"ja": {unicode.Hiragana, unicode.Katakana, unicode.Han, unicode.Lm}, "ko": {unicode.Hangul},
	"zh": {unicode.Han}, "zh-Hant": {unicode.Han},
	"th": {unicode.Thai}, "hi": {unicode.Devanagari},
}

func TestNoScriptStrays(t *testing.T) {
	for _, w := range words.All {
		script, ok := scripts[w.Lang]
		if !ok {
			script = []*unicode.RangeTable{unicode.Latin}
		}
		texts(w, func(path, text string, _ reflect.Type, _ string) {
			var own, all int
			for _, r := range hole.ReplaceAllString(text, "") {
				if unicode.IsLetter(r) {
					all++
				}
				if unicode.IsLetter(r) && unicode.In(r, script...) {
					own++
				}
			}
			// Some say email in Latin letters; and Re: is what mail programs know.
			if own <= all/2 && all > 0 && path != "Mail.BackSubject" || own < all && !ok {
				t.Errorf("%s: %s is of another script: %s", w.Lang, path, text)
			}
		})
	}
}

// A letter that looks right and is another alphabet's stands beside its own.
func TestNoWordMixesAlphabets(t *testing.T) {
	for _, w := range words.All {
		texts(w, func(path, text string, _ reflect.Type, _ string) {
			for word := range strings.FieldsFuncSeq(text, func(r rune) bool { return !unicode.IsLetter(r) }) {
				alphabets := 0
				for _, a := range []*unicode.RangeTable{unicode.Latin, unicode.Greek, unicode.Cyrillic, unicode.Arabic, unicode.Hebrew} {
					if strings.ContainsFunc(word, func(r rune) bool { return unicode.Is(a, r) }) {
						alphabets++
					}
				}
				if alphabets > 1 {
					t.Errorf("%s: %s: %s", w.Lang, path, word)
				}
			}
		})
	}
}

func TestChineseKeepsToOneWayOfWriting(t *testing.T) {
	for lang, charset := range map[string]encoding.Encoding{
		"zh": simplifiedchinese.HZGB2312, "zh-Hant": traditionalchinese.Big5,
	} {
		texts(words.For(lang), func(path, text string, _ reflect.Type, _ string) {
			if _, err := charset.NewEncoder().String(text); err != nil {
				t.Errorf("%s: %s: %v: %s", lang, path, err, text)
			}
		})
	}
}

// wrong are marks that good print doesn't have, in any language.
var wrong = []string{"  ", "...", `"`, "\t", "\n", " ,", " .", "--"}

func TestMarksAreWellSet(t *testing.T) {
	for _, w := range words.All {
		texts(w, func(path, text string, _ reflect.Type, _ string) {
			for _, s := range wrong {
				if strings.Contains(text, s) {
					t.Errorf("%s: %s has %q: %s", w.Lang, path, s, text)
				}
			}
			if strings.TrimSpace(text) != text {
				t.Errorf("%s: %s begins or ends with a space: %q", w.Lang, path, text)
			}
		})
	}
}

// French sets a narrow space that doesn't break before ? ! ; : and within « ».
func TestFrenchSpaces(t *testing.T) {
	bare := regexp.MustCompile(`[^\x{202f}][?!;:»]|«[^\x{202f}]`)
	texts(words.For("fr"), func(path, text string, _ reflect.Type, _ string) {
		if bare.MatchString(text) && path != "Mail.BackSubject" {
			t.Errorf("%s: %s", path, text)
		}
	})
}
