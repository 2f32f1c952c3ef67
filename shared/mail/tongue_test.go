package mail_test

import (
	"strings"
	"testing"

	"heed/shared/heed"
	"heed/shared/mail"
	"heed/shared/surveys"
)

// A team's own words are read as their own language is, whatever the mail's is.
func TestTongues(t *testing.T) {
	text := surveys.Text{"": "Well?", "de": "Nun?", "fa": "خوب؟"}
	for locale, want := range map[string]string{"de-AT": `"`, "fr": `" dir="auto"`, "fa-IR": `" lang="fa" dir="rtl"`, "ar": `" dir="auto"`} {
		p := surveys.Program{Ask: heed.CES, Question: text, Intro: text, Low: text, High: text}
		html := must(t, (*mail.Writer).Invitation, in(locale, occasion(p))).HTML
		said := text.In(locale)
		for _, one := range []string{want + ">" + said + "</h1>", want + ">" + said + "</td></tr>", want + ">1 = " + said + "</td>", want + ">7 = " + said + "</td>"} {
			if !strings.Contains(html, one) {
				t.Errorf("%s: no %s", locale, one)
			}
		}
		p.Ask, p.Style = heed.CSAT, surveys.Thumbs
		html = must(t, (*mail.Writer).Invitation, in(locale, occasion(p))).HTML
		if !strings.Contains(html, want+`><span aria-hidden="true"`) {
			t.Errorf("%s: the thumbs are not read as they are", locale)
		}
	}
}
