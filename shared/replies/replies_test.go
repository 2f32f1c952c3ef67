package replies

import (
	"encoding/base64"
	"slices"
	"strings"
	"testing"
	"time"

	"heed/shared/heed"
)

const head = "From: Ann <Ann@Example.com>\r\nTo: reply+TOKEN@in.example.com\r\nSubject: Re\r\n"

func read(t testing.TB, mail string) *Letter {
	t.Helper()
	l, err := Read([]byte(mail))
	if err != nil {
		t.Fatalf("%.200q: %v", mail, err)
	}
	return l
}

func TestRead(t *testing.T) {
	l := read(t, head+"Message-ID: <1@example.com>\r\nX-Loop: heed.example\r\n\r\n8 fine\r\n")
	if l.From != "ann@example.com" || len(l.To) != 1 || l.To[0] != "reply+token@in.example.com" || l.Rejected ||
		l.MessageID != "1@example.com" || l.Subject != "Re" || !slices.Equal(l.Loops, []string{"heed.example"}) || l.Verdict != Human {
		t.Errorf("letter %+v", l)
	}
	if l.Text != "8 fine\r\n" || l.HTML != "" {
		t.Errorf("text %q, HTML %q", l.Text, l.HTML)
	}
}

func TestAddresses(t *testing.T) {
	for value, want := range map[string]string{
		`Ann <ann@example.com>`: "ann@example.com",
		`ann@example.com`:       "ann@example.com",
		`"Ann, of x@y" <ann@example.com>, bob@example.org`: "ann@example.com bob@example.org",
		`ann@example.com (Ann <b@example.com>)`:            "ann@example.com",
		`=?utf-8?q?=22Ann=22?= <ANN@example.com>`:          "ann@example.com",
		`undisclosed-recipients:;`:                         "",
		`team: ann@example.com, Bob <bob@example.org>;`:    "ann@example.com bob@example.org",
		`<ann@example.com`:                                 "ann@example.com",
		"Ann \xe9 <ann@example.com>":                       "ann@example.com",
		`Ann ann@example.com`:                              "ann@example.com",
		`"a\"b <x@y>" <ann@example.com>`:                   "ann@example.com",
		``:                                                 "",
		`,,;`:                                              "",
	} {
		if got := strings.Join(header{{"to", value}}.addresses("to"), " "); got != want {
			t.Errorf("%q: %q, want %q", value, got, want)
		}
	}
}

const alternative = head + "Content-Type: multipart/alternative; boundary=b\r\n\r\n"

// What mail programs write, and what some of them get wrong.
func TestBodies(t *testing.T) {
	b64 := base64.StdEncoding.EncodeToString
	for name, c := range map[string]struct{ mail, text, html string }{
		"html":              {head + "Content-Type: text/html\r\n\r\n<p>9</p>", "", "<p>9</p>"},
		"base64":            {head + "Content-Transfer-Encoding: base64\r\n\r\n" + b64([]byte("9 merci à tous")), "9 merci à tous", ""},
		"base64 with junk":  {head + "Content-Transfer-Encoding: BASE64\r\n\r\nOSBt!ZXJ\r\n jaSA=\r\nOQ==", "9 merci 9", ""},
		"quoted":            {head + "Content-Transfer-Encoding: quoted-printable\r\n\r\n9 =C3=A0=\r\n b=3D =zz =", "9 à b= =zz ", ""},
		"unknown encoding":  {head + "Content-Transfer-Encoding: x-uue\r\n\r\n9", "9", ""},
		"alternative":       {alternative + "--b\r\nContent-Type: text/plain\r\n\r\n9\r\n--b\r\nContent-Type: text/html\r\n\r\n<p>9</p>\r\n--b--\r\nx", "9\r\n", "<p>9</p>\r\n"},
		"preamble":          {alternative + "This is MIME.\r\n--b\r\n\r\n9\r\n--b--\r\n", "9\r\n", ""},
		"no type":           {alternative + "--b\r\n\r\n9\r\n--b--\r\n", "9\r\n", ""},
		"no header at all":  {alternative + "--b\r\nContent-Type: text/plain\r\n--b\r\n\r\n9\r\n--b--\r\n", "9\r\n", ""},
		"bare text":         {head + "Content-Type: text\r\n\r\n9", "9", ""},
		"broken type":       {head + "Content-Type: text/plain charset=utf-8\r\n\r\n9", "9", ""},
		"no boundary":       {head + "Content-Type: multipart/mixed\r\n\r\n--x\r\n\r\n9\r\n--x--", "9\r\n", ""},
		"unseen boundary":   {head + "Content-Type: multipart/mixed; boundary=zz\r\n\r\n9\r\n", "9\r\n", ""},
		"unclosed":          {alternative + "--b\r\n\r\n9", "9", ""},
		"no end of inner":   {head + "Content-Type: multipart/mixed; boundary=a\r\n\r\n--a\r\nContent-Type: multipart/alternative; boundary=b\r\n\r\n--b\r\n\r\n9\r\n--a\r\nContent-Type: text/html\r\n\r\n<p>9\r\n--a--", "9\r\n", "<p>9\r\n"},
		"quoted boundary":   {head + "Content-Type: multipart/mixed; boundary=\"a; b\"\r\n\r\n--a; b\r\n\r\n9\r\n--a; b--", "9\r\n", ""},
		"boundary's prefix": {head + "Content-Type: multipart/mixed; boundary=a\r\n\r\n--a\r\n\r\n9\r\n--ab\r\n8\r\n--a--", "9\r\n--ab\r\n8\r\n", ""},
		"attachment":        {alternative + "--b\r\n\r\n9\r\n--b\r\nContent-Type: text/plain; name=x.txt\r\nContent-Disposition: attachment; filename=x.txt\r\n\r\n3\r\n--b--", "9\r\n", ""},
		"inline file":       {alternative + "--b\r\n\r\n9\r\n--b\r\nContent-Type: text/html\r\nContent-Disposition: inline; filename=x.html\r\n\r\n3\r\n--b--", "9\r\n", ""},
		"mail in the mail":  {alternative + "--b\r\n\r\n9\r\n--b\r\nContent-Type: message/rfc822\r\n\r\nFrom: x\r\n\r\n3\r\n--b--", "9\r\n", ""},
		"two texts":         {alternative + "--b\r\n\r\n9\r\n--b\r\nContent-Type: image/png\r\n\r\nxx\r\n--b\r\n\r\nfine\r\n--b--", "9\r\n\nfine\r\n", ""},
		"latin1":            {head + "Content-Type: text/plain; charset=iso-8859-1\r\n\r\n9 \x93\xe0\x94", "9 “à”", ""},
		"gb2312":            {head + "Content-Type: text/plain; charset=GB2312\r\n\r\n9\xb7\xd6\x81\x30\x81\x30", "9分\u0080", ""},
		"iso-2022-jp":       {head + "Content-Type: text/plain; charset=iso-2022-jp\r\n\r\n9\x1b$BE@\x1b(B", "9点", ""},
		"euc-kr":            {head + "Content-Type: text/plain; charset=\"euc-kr\"\r\n\r\n9\xc1\xa1", "9점", ""},
		"unknown charset":   {head + "Content-Type: text/plain; charset=x-nobody\r\n\r\n9 à", "9 à", ""},
		"unknown and 8 bit": {head + "\r\n9 \xe0", "9 à", ""},
		"not the utf-8":     {head + "Content-Type: text/plain; charset=utf-8\r\n\r\n9 \xff!", "9 \uFFFD!", ""},
		"utf-7":             {head + "Content-Type: text/plain; charset=utf-7\r\n\r\n9 +AOA- +-", "9 à +", ""},
		"utf-16":            {head + "Content-Type: text/plain; charset=utf-16le\r\nContent-Transfer-Encoding: base64\r\n\r\nOQA=", "9", ""},
		"html says charset": {head + "Content-Type: text/html\r\n\r\n<meta charset=windows-1251>9 \xe4\xe0", "", "<meta charset=windows-1251>9 да"},
		"flowed":            {head + "Content-Type: text/plain; format=flowed\r\n\r\n9 and \r\nmore\r\n> old \r\n> one\r\n-- \r\nAnn", "9 and more\n> old one\n-- \nAnn\n", ""},
		"flowed, delsp":     {head + "Content-Type: text/plain; format=flowed; delsp=yes\r\n\r\n9 \r\n点\r\n", "9点\n", ""},
		"lone line feeds":   {strings.ReplaceAll(alternative+"--b\r\n\r\n9\r\n--b--\r\n", "\r", ""), "9\n", ""},
		"mbox":              {"From ann@example.com Mon Jan  1 00:00:00 2026\r\n" + head + "\r\n9", "9", ""},
		"header junk":       {"what is this\r\n" + head + ": empty\r\nno colon here\r\n\r\n9", "9", ""},
		"folded type":       {head + "Content-Type: multipart/mixed;\r\n\tboundary=b\r\n\r\n--b\r\n\r\n9\r\n--b--", "9\r\n", ""},
	} {
		if l := read(t, c.mail); l.Text != c.text || l.HTML != c.html {
			t.Errorf("%s: text %q, HTML %q; want %q, %q", name, l.Text, l.HTML, c.text, c.html)
		}
	}
}

func TestSubjects(t *testing.T) {
	for value, want := range map[string]string{
		"=?utf-8?B?w6A=?= b":              "à b",
		"=?gb2312?B?t9Y=?=":               "分",
		"=?x-nobody?Q?a=E0?=":             "aà",
		"=?utf-8?Q?a?=\r\n =?utf-8?Q?b?=": "ab",
		"\xe0 la carte":                   "à la carte",
		"=?broken":                        "=?broken",
	} {
		if l := read(t, "From: a@example.com\r\nSubject: "+value+"\r\n\r\n9"); l.Subject != want {
			t.Errorf("%q is %q, want %q", value, l.Subject, want)
		}
	}
}

func TestWhatIsNoMail(t *testing.T) {
	for name, mail := range map[string]string{
		"nobody":      "Subject: x\r\n\r\n9",
		"empty":       "",
		"several":     "From: a@example.com, b@example.com\r\n\r\n9",
		"two senders": "From: a@example.com\r\nFrom: b@example.com\r\n\r\n9",
		"fields":      head + strings.Repeat("X: y\r\n", maxFields) + "\r\n9",
		"long header": head + strings.Repeat("X: "+strings.Repeat("y", 1000)+"\r\n", 300) + "\r\n9",
		"large":       head + "\r\n" + strings.Repeat("x", MaxBytes),
	} {
		if _, err := Read([]byte(mail)); heed.CodeOf(err) != heed.Invalid {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// Mails made to take long don't, and what a person wrote in them is read where
// it stands within the bounds.
func TestHostileMails(t *testing.T) {
	deep := func(n int) string {
		var b strings.Builder
		for range n {
			b.WriteString("Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n")
		}
		return b.String()
	}
	for name, mail := range map[string]string{
		"depth":         head + deep(200_000),
		"parts":         alternative + strings.Repeat("--b\r\n\r\n9\r\n", 3_000_000),
		"delimiters":    alternative + strings.Repeat("--b\r\n", 8_000_000),
		"almost":        alternative + strings.Repeat("--c\r\n", 8_000_000),
		"nested almost": head + deep(20) + strings.Repeat("--\n", 13_000_000),
		"folded":        head + strings.Repeat(" x\r\n", 60_000) + "\r\n9",
		"one line":      head + "\r\n" + strings.Repeat("x", 39<<20),
		"base64":        alternative + "--b\r\nContent-Transfer-Encoding: base64\r\n\r\n" + strings.Repeat("A", 39<<20),
		"quoted":        alternative + "--b\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n" + strings.Repeat("= ", 19<<20),
		"attachment":    alternative + "--b\r\n\r\n9\r\n--b\r\nContent-Type: application/zip\r\nContent-Transfer-Encoding: base64\r\n\r\n" + strings.Repeat(strings.Repeat("QUJD", 19)+"\r\n", 490_000),
		"encoded words": "From: a@example.com\r\nSubject: " + strings.Repeat("=?", 100_000) + "\r\n\r\n9",
		"addresses":     head + "Cc: " + strings.Repeat("(", 200_000) + "\r\n\r\n9",
		"angles":        head + "Cc: " + strings.Repeat("<", 200_000) + "\r\n\r\n9",
		"parameters":    head + "Content-Type: text/plain; " + strings.Repeat("a=\"", 60_000) + "\r\n\r\n9",
		"flowed":        head + "Content-Type: text/plain; format=flowed\r\n\r\n" + strings.Repeat("> \n", 1<<20),
		"status":        head + "Content-Type: message/delivery-status\r\n\r\n" + strings.Repeat("A: b\n\n", 5<<20),
		"utf-7":         head + "Content-Type: text/plain; charset=utf-7\r\n\r\n" + strings.Repeat("+", 20<<20),
	} {
		mail = mail[:min(len(mail), MaxBytes)]
		began := time.Now()
		_, err := Read([]byte(mail))
		if took := time.Since(began); took > time.Second {
			t.Errorf("%s: %d bytes took %v (%v)", name, len(mail), took, err)
		} else {
			t.Logf("%s: %d bytes took %v (%v)", name, len(mail), took, err)
		}
	}
}
