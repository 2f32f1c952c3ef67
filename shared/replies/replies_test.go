package replies

import (
	"strings"
	"testing"

	"heed/shared/heed"
)

func TestScore(t *testing.T) {
	for _, test := range []struct {
		text    string
		ask     heed.Ask
		score   int
		comment string
		ok      bool
	}{
		{"9", heed.NPS, 9, "", true},
		{"\n\n  10  \nOn Monday you wrote", heed.NPS, 10, "", true},
		{"9/10", heed.NPS, 9, "", true},
		{"0 - never again", heed.NPS, 0, "never again", true},
		{"4, quick and kind", heed.CSAT, 4, "quick and kind", true},
		{"5.", heed.CSAT, 5, "", true},
		{"I'd say 7", heed.NPS, 7, "I'd say 7", true},
		{"11", heed.NPS, 0, "", false},
		{"-1", heed.NPS, 0, "", false},
		{"6", heed.CSAT, 0, "", false},
		{"0", heed.CSAT, 0, "", false},
		{"9.5", heed.NPS, 0, "", false},
		{"between 3 and 4", heed.CSAT, 0, "", false},
		{"On 3 Nov 2026 at 10:12, Acme wrote:", heed.NPS, 0, "", false},
		{"> 9", heed.NPS, 0, "", false},
		{"thanks!", heed.NPS, 0, "", false},
		{"", heed.NPS, 0, "", false},
	} {
		score, comment, ok := Score(test.text, test.ask)
		if score != test.score || comment != test.comment || ok != test.ok {
			t.Errorf("Score(%q, %s) = %d, %q, %v", test.text, test.ask, score, comment, ok)
		}
	}
}

const head = "From: Ann <Ann@Example.com>\r\nTo: reply+TOKEN@in.example.com\r\nSubject: Re\r\n"

func TestRead(t *testing.T) {
	l, err := Read([]byte(head + "\r\n8 fine\r\n"))
	if err != nil {
		t.Fatal(err)
	}
	if l.From != "ann@example.com" || len(l.To) != 1 || l.To[0] != "reply+token@in.example.com" || l.Automatic || l.Rejected {
		t.Errorf("letter %+v", l)
	}
	if !strings.HasPrefix(l.Text, "8 fine") {
		t.Errorf("text %q", l.Text)
	}
}

func TestReadsHTMLAndEncodings(t *testing.T) {
	for name, mail := range map[string]string{
		"html":   head + "Content-Type: text/html\r\n\r\n<div>9<br></div><blockquote>old 3</blockquote>",
		"base64": head + "Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\nOSBtZXJjaSDDoCB0b3Vz\r\n",
		"parts":  head + "Content-Type: multipart/alternative; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\n9\r\n--b\r\nContent-Type: text/html\r\n\r\n<p>9</p>\r\n--b--\r\n",
	} {
		l, err := Read([]byte(mail))
		if err != nil {
			t.Fatal(name, err)
		}
		if score, _, ok := Score(l.Text, heed.NPS); !ok || score != 9 {
			t.Errorf("%s: %q has score %d, %v", name, l.Text, score, ok)
		}
	}
}

func TestMachinesAreTold(t *testing.T) {
	for _, header := range []string{
		"Auto-Submitted: auto-replied", "Precedence: bulk", "X-Autoreply: yes", "Return-Path: <>",
		"List-Id: <x.example.com>", "Content-Type: multipart/report; boundary=b",
	} {
		l, err := Read([]byte(head + header + "\r\n\r\n9\r\n"))
		if err != nil || !l.Automatic {
			t.Errorf("%s: %+v, %v", header, l, err)
		}
	}
	if l, _ := Read([]byte(head + "Auto-Submitted: no\r\n\r\n9\r\n")); l.Automatic {
		t.Error("a person is taken for a machine")
	}
}

// SES writes its verdicts above whatever the sender wrote.
func TestOnlyTheTopmostVerdictCounts(t *testing.T) {
	for verdicts, want := range map[string]bool{
		"X-SES-Spam-Verdict: FAIL\r\nX-SES-Virus-Verdict: PASS\r\n":                             true,
		"X-SES-Spam-Verdict: PASS\r\nX-SES-Virus-Verdict: PASS\r\nX-SES-Spam-Verdict: FAIL\r\n": false,
		"Authentication-Results: amazonses.com; spf=pass; dkim=pass; dmarc=fail\r\n":            true,
		"Authentication-Results: amazonses.com; spf=fail; dkim=pass; dmarc=pass\r\n":            false,
		"Authentication-Results: evil.example; dmarc=fail\r\n":                                  false,
		"X-SES-Virus-Verdict: FAIL\r\nX-SES-Virus-Verdict: PASS\r\n":                            true,
	} {
		l, err := Read([]byte(verdicts + head + "\r\n9"))
		if err != nil || l.Rejected != want {
			t.Errorf("%q: %+v, %v", verdicts, l, err)
		}
	}
}

func TestTooMuchIsRefused(t *testing.T) {
	for name, mail := range map[string]string{
		"parts":  head + "Content-Type: multipart/mixed; boundary=b\r\n\r\n" + strings.Repeat("--b\r\n\r\n", 5000),
		"depth":  head + strings.Repeat("Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n", 100),
		"nobody": "Subject: x\r\n\r\n9",
		"empty":  "",
	} {
		if _, err := Read([]byte(mail)); heed.CodeOf(err) != heed.Invalid {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func FuzzRead(f *testing.F) {
	f.Add([]byte(head + "\r\n9"))
	f.Add([]byte(head + "Content-Type: multipart/alternative; boundary=b\r\n\r\n--b\r\n\r\n9\r\n--b--\r\n"))
	f.Fuzz(func(t *testing.T, raw []byte) {
		if len(raw) > 1<<16 {
			return
		}
		if l, err := Read(raw); err == nil {
			Score(l.Text, heed.NPS)
		}
	})
}
