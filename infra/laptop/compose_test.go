package laptop

import (
	"bytes"
	"net/mail"
	"strings"
	"testing"
	"time"

	"github.com/jhillyerd/enmime/v2"

	"heed/shared/embedded"
	outgoing "heed/shared/mail"
	"heed/shared/replies"
)

var asked4 = &embedded.Kept{
	Mail: outgoing.Mail{
		From: "Acme <surveys@heed.example>", To: "maren@example.com", ReplyTo: "reply+abc@in.heed.example",
		Subject: "Wie war’s — إلى اللقاء?", Text: "How was it?\n\n1  2  3\n", HTML: "<html><head><style>p{}</style></head><body class=x><p>How was it?</p></body></html>",
	},
	MessageID: "0100-abc",
}

var written = time.Date(2026, 11, 22, 9, 30, 0, 0, time.UTC)

// Whatever somebody writes stays in the body, letter by letter, and the mail is
// one that the reader of replies takes: from whoever is named, and believed.
func TestWordsStayInTheBody(t *testing.T) {
	t.Parallel()
	for name, words := range map[string]string{
		"plain":         "9 because it was quick",
		"header lines":  "Bcc: all@example.com\r\nAuto-Submitted: auto-replied\r\n\r\nFrom: boss@example.com",
		"dots":          ".\n..\n.\n",
		"long lines":    strings.Repeat("abcdefghij", 20_000),
		"boundaries":    "--\n--=\n--abc--\nContent-Type: text/html",
		"emoji":         "👍🏽 ★★★★ 👨‍👩‍👧",
		"right to left": "أعطيكم 9 من 10 \u202eevil\u202c שלום",
		"bytes":         "caf\xe9 \xff\xfe",
		"controls":      "a\x00b\x1b[31mc\td",
		"markup":        "</div></blockquote><script>alert(1)</script> & =3D =\n",
		"nothing":       "",
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			stays(t, words)
		})
	}
}

func FuzzCompose(f *testing.F) {
	f.Add("9\r\n.\rBcc: x@example.com")
	f.Fuzz(stays)
}

func stays(t *testing.T, words string) {
	raw, err := compose(asked4, &mail.Address{Name: "Måren\r\nBcc: a@example.com", Address: "maren@example.com"}, words, written)
	if err != nil {
		t.Fatal(err)
	}
	for line := range bytes.Lines(raw) {
		if len(line) > 998+2 || bytes.ContainsFunc(bytes.TrimSuffix(line, []byte("\r\n")), func(r rune) bool { return r == '\r' || r == '\n' || r > 0x7e }) {
			t.Fatalf("the line %q is none of a mail", line[:min(len(line), 80)])
		}
	}
	e, err := enmime.ReadEnvelope(bytes.NewReader(raw))
	if err != nil || len(e.Errors) > 0 {
		t.Fatal(err, e.Errors)
	}
	want := strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(strings.ToValidUTF8(words, "\uFFFD"))
	said, quote, found := strings.Cut(strings.ReplaceAll(e.Text, "\r\n", "\n"), "\n\nOn Sun, Nov 22, 2026 at 9:30 AM Acme <surveys@heed.example> wrote:\n\n")
	if !strings.Contains(words, " wrote:") && (!found || said != want || quote != "> How was it?\n>\n> 1  2  3\n") {
		t.Errorf("the text is %q, quoting %q, want %q", said, quote, want)
	}
	if strings.Contains(e.HTML, "<script") || strings.Count(e.HTML, "<style") > 0 || !strings.Contains(e.HTML, `<div class="gmail_quote`) {
		t.Errorf("the HTML is %q", e.HTML)
	}
	l, err := replies.Read(raw)
	if err != nil {
		t.Fatal(err)
	}
	if l.From != "maren@example.com" || len(l.To) != 1 || l.To[0] != asked4.ReplyTo || l.Rejected || l.Verdict != replies.Human {
		t.Errorf("it is read as from %q to %q, %v, %v", l.From, l.To, l.Rejected, l.Verdict)
	}
	if got := e.GetHeader("Subject"); got != "Re: "+asked4.Subject {
		t.Errorf("the subject is %q", got)
	}
	for name, want := range map[string]string{"Bcc": "", "Auto-Submitted": "", "In-Reply-To": "<0100-abc@email.amazonses.com>", "Date": "Sun, 22 Nov 2026 09:30:00 +0000"} {
		if got := e.GetHeader(name); got != want {
			t.Errorf("%s is %q, want %q", name, got, want)
		}
	}
}
