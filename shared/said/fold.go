package said

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// fold makes a text comparable, line by line: lower case, letters without
// accents, digits 0 to 9, plain spaces and colons, and none of the invisible
// marks that steer direction or breaking.
func fold(s string) string {
	if strings.IndexByte(s, 0xe1) >= 0 && strings.ContainsFunc(s, func(r rune) bool { return r >= 0x1100 && r < 0x1200 }) {
		s = norm.NFC.String(s) // Korean in pieces, as macOS writes it
	}
	bare := bareLetters()
	b := make([]byte, 0, len(s))
	for i := 0; i < len(s); {
		if s[i] < utf8.RuneSelf {
			b = append(b, lowerASCII[s[i]])
			i++
			continue
		}
		r, size := utf8.DecodeRuneInString(s[i:])
		i += size
		switch {
		case invisible(r):
		case r == 'ß':
			b = append(b, "ss"...)
		case r == 'æ' || r == 'Æ':
			b = append(b, "ae"...)
		case int(r) < len(bare):
			b = utf8.AppendRune(b, bare[r])
		default:
			b = utf8.AppendRune(b, plainRune(r))
		}
	}
	return string(b)
}

// lowerASCII holds each ASCII character in its plain form.
var lowerASCII = func() (plain [utf8.RuneSelf]byte) {
	for i := range plain {
		plain[i] = byte(i)
	}
	for c := byte('A'); c <= 'Z'; c++ {
		plain[c] = c + 'a' - 'A'
	}
	plain['\t'], plain['\v'], plain['\f'] = ' ', ' ', ' '
	return plain
}()

// invisible marks direct, join, or hang on the letter before them.
func invisible(r rune) bool {
	switch {
	case r == 0xad, r == 0x34f, r == 0x61c, r == 0x640, r == 0xfeff, r == 0x2060:
		return true
	case r >= 0x300 && r <= 0x36f, r >= 0x5b0 && r <= 0x5c2, r >= 0x64b && r <= 0x65f:
		return true
	case r >= 0x200b && r <= 0x200f, r >= 0x202a && r <= 0x202e, r >= 0x2066 && r <= 0x2069, r >= 0xfe00 && r <= 0xfe0f:
		return true
	}
	return false
}

// plainRune is the plain form of a character beyond the bare letters.
func plainRune(r rune) rune {
	switch {
	case r >= 0x2000 && r <= 0x200a, r == 0x202f, r == 0x205f, r == 0x3000:
		return ' '
	case r >= 0xff01 && r <= 0xff5e: // full width: ：＜＞０
		return unicode.ToLower(r - 0xfee0)
	case r == '︰', r == '﹕', r == '∶':
		return ':'
	case r == '》', r == '〉', r == '❯':
		return '>'
	case r >= 0x2010 && r <= 0x2015, r == 0x2212, r == 0x2500, r == 0x2501:
		return '-'
	case r == '═':
		return '='
	case r == '’', r == '‘', r == 'ʼ':
		return '\''
	}
	return unicode.ToLower(r)
}

// bareLetters holds each character below 0x2000 in its plain form.
var bareLetters = sync.OnceValue(func() []rune {
	bare := make([]rune, 0x2000)
	for i := range bare {
		r := unicode.ToLower(rune(i))
		if r < 0x530 || r >= 0x1e00 { // Latin, Greek, Cyrillic
			if d := norm.NFD.PropertiesString(string(r)).Decomposition(); d != nil {
				r, _ = utf8.DecodeRuneInString(norm.NFD.String(string(r)))
			}
		}
		if zero := digitZero(r); zero > 0 {
			r = '0' + r - zero
		}
		bare[i] = r
	}
	for from, to := range map[rune]rune{
		'ı': 'i', 'ł': 'l', 'Ł': 'l', 'ø': 'o', 'Ø': 'o', 'đ': 'd', 'Đ': 'd', 0xa0: ' ', 0x85: ' ', 0x1680: ' ', 'ʼ': '\'',
		'أ': 'ا', 'إ': 'ا', 'آ': 'ا', 'ى': 'ي', 'ة': 'ه', 'ς': 'σ', '،': ',', '؛': ';', '؟': '?',
	} {
		bare[from] = to
	}
	return bare
})

// digitZero is the zero of the digits that r is one of; 0 if it is none.
func digitZero(r rune) rune {
	for _, zero := range []rune{0x660, 0x6f0, 0x966, 0x9e6, 0xe50} { // Arabic, Persian, Devanagari, Bengali, Thai
		if r >= zero && r < zero+10 {
			return zero
		}
	}
	return 0
}
