package replies

import (
	"slices"
	"strings"
	"testing"

	locales "heed/shared/words"
)

func TestFarewell(t *testing.T) {
	for said, want := range map[string]bool{
		"Unsubscribe":                    true,
		"STOP":                           true,
		"stop!!!":                        true,
		"Please unsubscribe me, thanks.": true,
		"un\u00adsubscribe":              true,
		"Don’t e-mail me again!":         true,
		"Hello,\n\nplease take me off your list.\n\nKind regards\nAnn Lee\nAcme": true,
		"Bitte abmelden":                         true,
		"Keine E-Mails mehr, bitte!":             true,
		"désabonner":                             true,
		"Desabonnez-moi svp":                     true,
		"Прошу отписать меня":                    true,
		"ABONELİKTEN ÇIK":                        true,
		"退订。":                                    true,
		"수신거부 부탁드립니다":                            true,
		"إلغاء الاشتراك من فضلكم":                true,
		"stop the delays":                        false,
		"Stop the mails from Bob, mine are fine": false,
		"I want to stop waiting":                 false,
		"don't stop":                             false,
		"stop?! no, go on":                       false,
		"9 - stop":                               false,
		"Stop\nThat was the best service ever":   false,
		"Unsubscribe\nThanks\n1\n2\n3\n4\n5":     false,
		"They were kind.\nStop":                  false,
		"Baja":                                   false,
		"cancel":                                 false,
		"please":                                 false,
		"":                                       false,
		"stop " + strings.Repeat("please ", 100): false,
	} {
		if got := Farewell(said); got != want {
			t.Errorf("%q: %v", said, got)
		}
	}
}

func TestFarewellLine(t *testing.T) {
	for said, want := range map[string]bool{
		"9\nUnsubscribe":                       true,
		"9 - they were kind\n\nPlease stop.\n": true,
		"9. Please stop these mails":           false,
		"You all do this so very well, and what I hope for is that you will never\nstop.": false,
		"9": false,
	} {
		if got := FarewellLine(said); got != want {
			t.Errorf("%q: %v", said, got)
		}
	}
}

// Every language that mails are written in has phrases, each of which is one.
func TestFarewells(t *testing.T) {
	var langs []string
	for _, l := range farewells {
		langs = append(langs, l.lang)
		for s := range strings.SplitSeq(l.farewell, ",") {
			if !Farewell(s) || strings.TrimSpace(s) != s {
				t.Errorf("%s: %q is none", l.lang, s)
			}
		}
		for s := range strings.SplitSeq(l.polite, ",") {
			if Farewell(s) || phrases().bare(fold(s)) != "" {
				t.Errorf("%s: %q is not polite", l.lang, s)
			}
		}
	}
	want := locales.Langs()
	slices.Sort(want)
	if slices.Sort(langs); !slices.Equal(langs, want) {
		t.Errorf("phrases of %q, mails in %q", langs, want)
	}
}
