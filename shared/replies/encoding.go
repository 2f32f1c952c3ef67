package replies

import (
	"bytes"
	"strings"
)

// transferred undoes the transfer encoding of a part, of which it makes at most
// limit bytes. What is not of the encoding is left out (base64) or left as it is
// (quoted-printable); an encoding that nobody knows is none.
func transferred(h header, body []byte, limit int) []byte {
	body = body[:min(len(body), 3*limit)] // quoted-printable triples
	switch strings.ToLower(kindOf(h.get("content-transfer-encoding")).name) {
	case "base64":
		body = unbase64(body)
	case "quoted-printable":
		body = unquote(body)
	}
	return body[:min(len(body), limit)]
}

// sextet is what a character of base64 stands for, and one more than that; 0
// for what is none.
var sextet = func() (table [256]byte) {
	for i, c := range []byte("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/") {
		table[c] = byte(i) + 1
	}
	return table
}()

// unbase64 decodes base64 with anything between its characters, and several
// texts of it one behind another.
func unbase64(body []byte) []byte {
	out := make([]byte, 0, len(body)*3/4)
	bits, n := uint32(0), 0
	for _, c := range body {
		if c == '=' {
			bits, n = 0, 0
			continue
		}
		v := sextet[c]
		if v == 0 {
			continue
		}
		bits, n = bits<<6|uint32(v-1), n+6
		if n >= 8 {
			n -= 8
			out = append(out, byte(bits>>n))
		}
	}
	return out
}

// unquote decodes quoted-printable.
func unquote(body []byte) []byte {
	out := make([]byte, 0, len(body))
	for len(body) > 0 {
		i := bytes.IndexByte(body, '=')
		if i < 0 {
			return append(out, body...)
		}
		out = append(out, body[:i]...)
		body = body[i+1:]
		if n := softBreak(body); n > 0 {
			body = body[n:]
			continue
		}
		if len(body) >= 2 && hex(body[0]) >= 0 && hex(body[1]) >= 0 {
			out = append(out, byte(hex(body[0])<<4|hex(body[1])))
			body = body[2:]
			continue
		}
		if len(body) > 0 {
			out = append(out, '=')
		}
	}
	return out
}

// softBreak is the length of the end of line that b begins with, 0 if it begins
// with none. Blanks before it are of no account, as far as a line is long.
func softBreak(b []byte) int {
	for i := range min(len(b), 80) {
		switch b[i] {
		case ' ', '\t', '\r':
		case '\n':
			return i + 1
		default:
			return 0
		}
	}
	return 0
}

func hex(c byte) int {
	switch {
	case '0' <= c && c <= '9':
		return int(c - '0')
	case 'A' <= c && c <= 'F':
		return int(c - 'A' + 10)
	case 'a' <= c && c <= 'f':
		return int(c - 'a' + 10)
	}
	return -1
}

// flowed joins the lines of a text in format=flowed (RFC 3676): one that ends
// with a blank goes on in the next, as far as both are quoted alike.
func flowed(text string, delete bool) string {
	var b strings.Builder
	depth, open := 0, false
	for line := range strings.Lines(text) {
		line = strings.TrimRight(line, "\r\n")
		rest := strings.TrimLeft(line, ">")
		quotes := len(line) - len(rest)
		rest = strings.TrimPrefix(rest, " ")
		signature := rest == "-- "
		if open && (quotes != depth || signature) {
			b.WriteByte('\n')
			open = false
		}
		if !open && quotes > 0 {
			b.WriteString(line[:quotes] + " ")
		}
		depth, open = quotes, strings.HasSuffix(rest, " ") && !signature
		if open && delete {
			rest = rest[:len(rest)-1]
		}
		b.WriteString(rest)
		if !open {
			b.WriteByte('\n')
		}
	}
	return b.String()
}

// unsigned is a text without its signature in OpenPGP's way (RFC 9580, 7),
// which stands around the words.
func unsigned(text string) string {
	head, rest, found := strings.Cut(text, "-----BEGIN PGP SIGNED MESSAGE-----")
	if !found || strings.TrimSpace(head) != "" {
		return text
	}
	for line := range strings.Lines(strings.TrimLeft(rest, " \t\r\n")) {
		_, rest, _ = strings.Cut(rest, line)
		if strings.TrimSpace(line) == "" {
			break // behind the names of the hashes
		}
	}
	words, _, _ := strings.Cut(rest, "-----BEGIN PGP SIGNATURE-----")
	return strings.ReplaceAll("\n"+words, "\n- ", "\n")[1:]
}
