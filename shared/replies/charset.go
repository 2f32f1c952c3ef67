package replies

import (
	"io"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/simplifiedchinese"
)

// plain is the text of a plain part.
func plain(h header, k kind, body []byte) string {
	text := decoded(transferred(h, body, maxText), k.params["charset"])
	if strings.EqualFold(k.params["format"], "flowed") {
		text = flowed(text, strings.EqualFold(k.params["delsp"], "yes"))
	}
	return unsigned(text)
}

// rich is the text of an HTML part, which may say itself how it is written.
func rich(h header, k kind, body []byte) string {
	body = transferred(h, body, maxText)
	label := k.params["charset"]
	if label == "" && !utf8.Valid(body) {
		_, label, _ = charset.DetermineEncoding(body, "")
	}
	return decoded(body, label)
}

// decoded makes text of bytes in that charset. One that nobody knows, or that
// only names ASCII, is UTF-8 where that can be, and else what Windows wrote in
// the west.
func decoded(body []byte, label string) string {
	label = strings.ToLower(strings.Trim(label, "'\" \t"))
	if label == "utf-7" {
		return utf7(string(body))
	}
	e := lookup(label)
	if e == nil {
		if utf8.Valid(body) {
			return string(body)
		}
		e = charmap.Windows1252
	}
	text, err := e.NewDecoder().Bytes(body)
	if err != nil {
		text = body
	}
	return strings.ToValidUTF8(string(text), "\uFFFD")
}

// lookup returns what a charset is written in, nil if that must be seen from
// the bytes. As in browsers, names mean the larger charset that mails under
// them are written in: ISO 8859-1 is Windows-1252; and of GB 2312 that is GB
// 18030.
func lookup(label string) encoding.Encoding {
	switch label {
	case "", "us-ascii", "ascii", "ansi_x3.4-1968":
		return nil
	case "gb2312", "gbk", "gb_2312-80", "x-gbk", "cp936":
		return simplifiedchinese.GB18030
	}
	e, name := charset.Lookup(label)
	if name == "replacement" {
		return nil
	}
	return e
}

// charsetReader decodes encoded words; it knows every charset.
func charsetReader(label string, r io.Reader) (io.Reader, error) {
	b, err := io.ReadAll(r)
	if err != nil {
		return nil, err
	}
	return strings.NewReader(decoded(b, strings.ToLower(label))), nil
}

// utf7 decodes UTF-7 (RFC 2152).
func utf7(s string) string {
	var b strings.Builder
	for {
		before, rest, found := strings.Cut(s, "+")
		b.WriteString(before)
		if !found {
			return b.String()
		}
		n := 0
		for n < len(rest) && sextet[rest[n]] > 0 {
			n++
		}
		if n == 0 {
			b.WriteByte('+')
		} else {
			raw := unbase64([]byte(rest[:n]))
			units := make([]uint16, 0, len(raw)/2)
			for i := 0; i+1 < len(raw); i += 2 {
				units = append(units, uint16(raw[i])<<8|uint16(raw[i+1]))
			}
			b.WriteString(string(utf16.Decode(units)))
		}
		s = strings.TrimPrefix(rest[n:], "-")
	}
}
