package words_test

import (
	"reflect"
	"strings"
	"testing"

	"heed/shared/heed"
	"heed/shared/words"
)

func TestWithFillsAllHolesAtOnce(t *testing.T) {
	p := words.Phrase("{brand}: {score} {other}")
	if got := p.With("brand", "{score}", "score", "9"); got != "{score}: 9 {other}" {
		t.Errorf("got %q", got)
	}
}

func TestFor(t *testing.T) {
	for _, locale := range []string{"", "en", "en-GB", "EN_us", "tlh", "-", "\x00"} {
		if w := words.For(locale); w.Lang != "en" {
			t.Errorf("%q: got %q", locale, w.Lang)
		}
	}
}

func TestEveryLanguageIsWhole(t *testing.T) {
	for _, w := range words.All {
		whole(t, w.Lang, reflect.ValueOf(*w))
		if w.Dir != "ltr" && w.Dir != "rtl" {
			t.Errorf("%s: direction %q", w.Lang, w.Dir)
		}
		for _, ask := range []heed.Ask{heed.NPS, heed.CSAT, heed.CES} {
			if !strings.Contains(string(w.Question(ask).Text), "{brand}") {
				t.Errorf("%s: %s does not say who asks", w.Lang, ask)
			}
		}
	}
}

// whole fails for an empty text and for a hole that nobody fills.
func whole(t *testing.T, path string, v reflect.Value) {
	t.Helper()
	if v.Kind() == reflect.Struct {
		for i := range v.NumField() {
			whole(t, path+"."+v.Type().Field(i).Name, v.Field(i))
		}
		return
	}
	s := v.String()
	if s == "" {
		t.Errorf("%s is empty", path)
	}
	for _, hole := range []string{"brand", "name", "low", "high", "score", "label"} {
		s = strings.ReplaceAll(s, "{"+hole+"}", "")
	}
	if strings.ContainsAny(s, "{}<>") {
		t.Errorf("%s: %q", path, v)
	}
}
