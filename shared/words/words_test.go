package words_test

import (
	"reflect"
	"slices"
	"strings"
	"testing"

	"heed/shared/heed"
	"heed/shared/words"
)

func TestWithFillsAllHolesAtOnce(t *testing.T) {
	for phrase, want := range map[words.Phrase]string{
		"{brand}: {score} {other}": "{score}: 9 {other}",
		"{score}{score} {brand}":   "99 {score}",
		"{{score} {score}} {":      "{9 9} {",
		"{scor {score score} {}":   "{scor {score score} {}",
		"no hole":                  "no hole",
		"":                         "",
	} {
		if got := phrase.With("brand", "{score}", "score", "9"); got != want {
			t.Errorf("%q: got %q", phrase, got)
		}
	}
}

func TestThereAreTwentyFiveLanguages(t *testing.T) {
	if n := len(words.All); n < 25 {
		t.Errorf("got %d", n)
	}
	if words.All[0].Lang != "en" {
		t.Errorf("the default is %q", words.All[0].Lang)
	}
	for i, lang := range words.Langs() {
		if slices.Index(words.Langs(), lang) != i {
			t.Errorf("%s is there twice", lang)
		}
	}
}

func TestOnlyArabicAndHebrewRunFromTheRight(t *testing.T) {
	for _, w := range words.All {
		want := "ltr"
		if w.Lang == "ar" || w.Lang == "he" {
			want = "rtl"
		}
		if w.Dir != want {
			t.Errorf("%s: direction %q", w.Lang, w.Dir)
		}
	}
}

func TestQuestionsAreToldApart(t *testing.T) {
	for _, w := range words.All {
		if w.Question(heed.NPS) != w.NPS || w.Question(heed.CSAT) != w.CSAT || w.Question(heed.CES) != w.CES {
			t.Errorf("%s: the questions are mixed up", w.Lang)
		}
	}
}

// A subject is read in a list of mails, where little of it has room.
func TestSubjectsAreShort(t *testing.T) {
	const most = 70
	for _, w := range words.All {
		for _, subject := range []words.Phrase{w.NPS.Subject, w.CSAT.Subject, w.CES.Subject, w.OwnSubject, w.Mail.DoorSubject} {
			if s := subject.With("brand", "Twelve & Co."); len([]rune(s)) > most {
				t.Errorf("%s: %d letters: %s", w.Lang, len([]rune(s)), s)
			}
		}
		for _, before := range []words.Phrase{w.Mail.RemindSubject, w.Mail.BackSubject} {
			if s := before.With("subject", ""); len([]rune(s)) > 20 {
				t.Errorf("%s: %q leaves a subject too little room", w.Lang, s)
			}
		}
	}
}

// texts calls with for every text of one language, by its path in Words, and
// the struct and field that it stands in.
func texts(w *words.Words, with func(path, text string, in reflect.Type, field string)) {
	walk(w.Lang, reflect.ValueOf(*w), nil, "", with)
}

func walk(path string, v reflect.Value, in reflect.Type, field string, with func(path, text string, in reflect.Type, field string)) {
	switch v.Kind() {
	case reflect.Struct:
		for i := range v.NumField() {
			f := v.Type().Field(i)
			walk(path+"."+f.Name, v.Field(i), v.Type(), f.Name, with)
		}
	case reflect.Array:
		for i := range v.Len() {
			walk(path, v.Index(i), in, field, with)
		}
	default:
		if path = path[strings.Index(path, ".")+1:]; path != "Lang" && path != "Dir" {
			with(path, v.String(), in, field)
		}
	}
}
