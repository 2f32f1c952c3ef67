package replies

import (
	"os"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"heed/shared/heed"
)

// Whatever comes as a mail is read or refused, quickly, and what is read of it
// is bounded.
func FuzzRead(f *testing.F) {
	text, err := os.ReadFile("testdata/verdicts.tsv")
	if err != nil {
		f.Fatal(err)
	}
	for line := range strings.Lines(string(text)) {
		if fields := strings.Split(line, "\t"); len(fields) == 5 {
			f.Add(mailOf(strings.TrimSuffix(fields[4], "\n")))
		}
	}
	f.Add([]byte(head + "Content-Type: text/plain; format=flowed; charset=gb2312\r\nContent-Transfer-Encoding: base64\r\n\r\nt9Y=\r\n"))
	f.Add([]byte(head + "Content-Type: multipart/mixed; boundary=a\r\n\r\n--a\r\nContent-Type: multipart/alternative; boundary=b\r\n\r\n--b\r\n\r\n=39\r\n--a--"))
	f.Fuzz(func(t *testing.T, raw []byte) {
		began := time.Now()
		l, err := Read(raw)
		if took := time.Since(began); took > 2*time.Second {
			t.Errorf("%d bytes took %v", len(raw), took)
		}
		if err != nil {
			if heed.CodeOf(err) != heed.Invalid {
				t.Errorf("it is refused by %v", err)
			}
			return
		}
		if l.From == "" || !utf8.ValidString(l.Text) || !utf8.ValidString(l.HTML) || len(l.Text) > maxText || len(l.HTML) > maxText || len(l.Traces) > maxTraces {
			t.Errorf("of %q: %+v", raw, l)
		}
		if l.Verdict == "" || l.Judge(true) == "" {
			t.Errorf("no verdict on %q", raw)
		}
	})
}
