package said

import (
	"fmt"
	"strings"
	"testing"
	"time"
)

// hostile are pieces that, repeated, make a reader look far: back, ahead, or
// again and again at the same.
var hostile = []string{
	"a\n", "a:\n", "\n", ">\na\n", "> a\nb\n", "On Mon, 5 Jan 2026\n", "On Mon, 5 Jan 2026 at 10:00\nX wrote\n", "wrote:\n",
	"From: a\n", "Subject: a\n\n", "From:\nTo:\n", "--\n", "-- \n", "---\n", "-----\nx\n", "regards\n", "best regards, best regards\n",
	"Thanks,\nIda\n", "- Ida\n", "Ida\n+1 555 010 0199\n\n", "this message is confidential and privileged, recipient.\n\n",
	"Sent from my iPhone\n", "iphone sent ", "a ", "1.1.1.", "1:", "am ", "@", "年月日", "写道", "เขียน", "gesendet ", "((((", "<<<<", "*_*_",
	"-----original message", ">>>>", "|", "\u202a", "é́", "ᄀ", "\xff", "reply above this line ", "PS: \n\n", "بتاريخ ١٢ ",
	"<div>", "</div>", "<div class=gmail_quote>", "<blockquote>", "</blockquote><blockquote>", "<p>", "<b><i></b>", "<br>", "<pre>\n",
	"<td>", "<a b c d e f>", "&amp;", "<!--", "<", "<div style='display:none'>", "</p>", "<blockquote>a</blockquote>b",
	"<div class=moz-cite-prefix>a</div>", "<span id=appendonsend>", "<script>", "<textarea>", "<x", "<div id='",
}

// steps counts what is looked at of a mail, in both forms.
func steps(text string) int {
	plain := &letter{lines: split(text)}
	plain.follow()
	plain.quotes([]string{"How likely are you to recommend us?"})
	plain.signatures()
	lines, _ := parse(text)
	rich := &letter{lines: lines}
	rich.follow()
	rich.quotes(nil)
	rich.signatures()
	return plain.work + rich.work + len(plain.lines) + len(rich.lines)
}

// grows fails if twice the mail takes more than two and a half times the work.
func grows(t *testing.T, piece string, size int) {
	t.Helper()
	if piece == "" {
		return
	}
	once := strings.Repeat(piece, 1+size/len(piece))
	if a, b := steps(once), steps(once+once); 2*b > 5*a+size {
		t.Errorf("%q: %d steps, twice as much takes %d", piece, a, b)
	}
}

func TestHostileMailsTakeLinearWork(t *testing.T) {
	for _, piece := range hostile {
		grows(t, piece, 8_000)
		grows(t, "a"+piece+"b\n", 8_000)
	}
}

func FuzzPlain(f *testing.F) {
	for _, piece := range hostile {
		f.Add(piece)
	}
	f.Fuzz(func(t *testing.T, text string) {
		words := Plain(text)
		if len(words) > len(text) {
			t.Fatalf("%d bytes of words in %d", len(words), len(text))
		}
		rest := strings.ReplaceAll(strings.ReplaceAll(strings.ToValidUTF8(text, ""), "\r\n", "\n"), "\r", "\n")
		for line := range strings.SplitSeq(words, "\n") {
			_, after, found := strings.Cut(rest, line)
			if !found {
				t.Fatalf("%q is not there", line)
			}
			rest = after
		}
		grows(t, text, 3_000)
	})
}

func FuzzHTML(f *testing.F) {
	for _, piece := range hostile {
		f.Add(piece)
	}
	f.Fuzz(func(t *testing.T, body string) {
		// An entity can be longer than its character, never shorter by much.
		if words := HTML(body); len(words) > 2*len(body) {
			t.Fatalf("%d bytes of words in %d", len(words), len(body))
		}
		grows(t, body, 3_000)
	})
}

func BenchmarkWords20kB(b *testing.B) {
	reply := "Nine. Your people were kind, and the new export saved me a whole afternoon.\nIt prints this: 10:00\n\n"
	text := strings.Repeat(reply, 100) + "Best regards,\nIda\n\nOn Mon, Jan 5, 2026 at 10:12 AM Acme <hello@example.com> wrote:\n" + strings.Repeat("> How likely are you to recommend us to a friend?\n", 200)
	mail := Mail{Text: text, HTML: "<div>" + strings.ReplaceAll(text, "\n", "<br>\n") + "</div>"}
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		Words(mail)
	}
}

// BenchmarkHostile1MB reads a megabyte of each hostile piece, as text and as
// HTML, and tells of the slowest. Of two readings the faster counts: what else
// the machine does is not the piece's.
func BenchmarkHostile1MB(b *testing.B) {
	var slowest time.Duration
	var which string
	for b.Loop() {
		for _, piece := range hostile {
			body := strings.Repeat(piece, 1+maxBytes/len(piece))[:maxBytes]
			for name, read := range map[string]func(string) string{"text": Plain, "HTML": HTML} {
				if took := min(timed(read, body), timed(read, body)); took > slowest {
					slowest, which = took, fmt.Sprintf("%s of %q", name, piece)
				}
			}
		}
	}
	b.ReportMetric(float64(slowest.Microseconds())/1000, "ms/slowest")
	b.Log("slowest: " + which)
}

func timed(read func(string) string, body string) time.Duration {
	began := time.Now()
	read(body)
	return time.Since(began)
}
