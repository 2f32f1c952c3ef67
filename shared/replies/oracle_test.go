package replies

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"github.com/jhillyerd/enmime/v2"
)

// wellFormed are mails as they should be, in several charsets and encodings.
func wellFormed() (list [][]byte) {
	bodies := []struct{ charset, encoding, text string }{
		{"utf-8", "quoted-printable", "9 =E2=80=93 tr=C3=A8s bien, =\r\nmerci\r\n"},
		{"utf-8", "base64", "OSDigJMgdHLDqHMgYmllbg==\r\n"},
		{"iso-8859-1", "quoted-printable", "9, tr=E8s bien\r\n"},
		{"windows-1251", "8bit", "9, \xf1\xef\xe0\xf1\xe8\xe1\xee\r\n"},
		{"iso-2022-jp", "7bit", "9\x1b$BE@\x1b(B\r\n"},
		{"gbk", "8bit", "9\xb7\xd6\r\n"},
		{"euc-kr", "8bit", "9\xc1\xa1\r\n"},
		{"big5", "base64", "OaTA\r\n"},
		{"us-ascii", "7bit", "9\r\n"},
	}
	for _, b := range bodies {
		part := func(kind string) string {
			return fmt.Sprintf("Content-Type: %s; charset=%q\r\nContent-Transfer-Encoding: %s\r\n\r\n%s", kind, b.charset, b.encoding, b.text)
		}
		both := "Content-Type: multipart/alternative; boundary=\"=_b\"\r\n\r\n--=_b\r\n" + part("text/plain") + "\r\n--=_b\r\n" + part("text/html") + "\r\n--=_b--\r\n"
		for _, body := range []string{
			part("text/plain"), both,
			"Content-Type: multipart/mixed; boundary=a\r\n\r\n--a\r\n" + both + "\r\n--a\r\nContent-Type: image/png\r\nContent-Disposition: attachment; filename=a.png\r\nContent-Transfer-Encoding: base64\r\n\r\niVBORw==\r\n--a--\r\n",
		} {
			list = append(list, []byte(head+"MIME-Version: 1.0\r\n"+body))
		}
	}
	return list
}

// Where mails are as they should be, a library reads the same texts.
func TestAgreesWithEnmime(t *testing.T) {
	for _, raw := range wellFormed() {
		want, err := enmime.ReadEnvelope(bytes.NewReader(raw))
		if err != nil {
			t.Fatal(err)
		}
		l := read(t, string(raw))
		if strings.TrimSpace(l.Text) != strings.TrimSpace(want.Text) || want.HTML != "" && strings.TrimSpace(l.HTML) != strings.TrimSpace(want.HTML) {
			t.Errorf("%q: text %q, HTML %q; enmime reads %q, %q", raw, l.Text, l.HTML, want.Text, want.HTML)
		}
	}
}

func withAttachment() []byte {
	return []byte(alternative + "--b\r\n\r\n9\r\n--b\r\nContent-Type: application/zip\r\nContent-Disposition: attachment\r\nContent-Transfer-Encoding: base64\r\n\r\n" +
		strings.Repeat(strings.Repeat("QUJD", 19)+"\r\n", 330_000) + "--b--\r\n")
}

func BenchmarkRead(b *testing.B) {
	for name, list := range map[string][][]byte{"small": wellFormed(), "attachment": {withAttachment()}} {
		size := 0
		for _, raw := range list {
			size += len(raw)
		}
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(size))
			b.ReportAllocs()
			for b.Loop() {
				for _, raw := range list {
					if _, err := Read(raw); err != nil {
						b.Fatal(err)
					}
				}
			}
		})
		b.Run(name+"/enmime", func(b *testing.B) {
			b.SetBytes(int64(size))
			b.ReportAllocs()
			for b.Loop() {
				for _, raw := range list {
					if _, err := enmime.ReadEnvelope(bytes.NewReader(raw)); err != nil {
						b.Fatal(err)
					}
				}
			}
		})
	}
}
