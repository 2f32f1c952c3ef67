package score

import (
	"unicode"
	"unicode/utf8"
)

// digit is the value of a decimal digit of any script, of a full-width or a
// circled one; -1 if c is none.
func digit(c rune) int {
	switch {
	case '0' <= c && c <= '9':
		return int(c - '0')
	case c < 0x80:
		return -1
	case '①' <= c && c <= '⑨':
		return int(c-'①') + 1
	case '❶' <= c && c <= '❾':
		return int(c-'❶') + 1
	case !unicode.Is(unicode.Nd, c):
		return -1
	}
	for _, t := range unicode.Nd.R16 {
		if rune(t.Lo) <= c && c <= rune(t.Hi) {
			return int(c-rune(t.Lo)) % 10
		}
	}
	for _, t := range unicode.Nd.R32 {
		if rune(t.Lo) <= c && c <= rune(t.Hi) {
			return int(c-rune(t.Lo)) % 10
		}
	}
	return -1
}

// run reads the digits at at: their value, up to 999, and where they end.
func (r *reader) run(at int) (n, end int) {
	digits := 0
	for end = at; end < len(r.line); digits++ {
		c, size := utf8.DecodeRuneInString(r.line[end:])
		d := digit(c)
		if d < 0 {
			break
		}
		n, end = min(n*10+d, 999), end+size
	}
	if digits > 2 || digits == 2 && n < 10 {
		n = 999 // 007 and the like are no scores
	}
	return n, end
}

// blanks returns where the blanks at at end, and the marks of a keycap.
func (r *reader) blanks(at int) int {
	for at < len(r.line) {
		c, size := utf8.DecodeRuneInString(r.line[at:])
		if c != ' ' && c != '\u00a0' && c != '\ufe0f' && c != '\u20e3' {
			break
		}
		at += size
	}
	return at
}

// number reads a number and what makes something else of it: 8.5, 9:30, 7-8,
// 9/10, $5, 9%, 3rd, -1, the 1) of a list.
func (r *reader) number() {
	n, end := r.run(r.at)
	t := token{what: aNumber, n: n}
	switch {
	case r.prefixed():
		t.what = aNoise
	case n < r.low || n > r.high:
		t.what, t.big = aNoise, n == 10 || n == 100
	}
	at, follows := end, r.blanks(end)
	for follows < len(r.line) { // what follows, as often as it goes on
		c, size := utf8.DecodeRuneInString(r.line[follows:])
		next := r.blanks(follows + size)
		if next == len(r.line) || !mayJoin(c, follows > at || next > follows+size) {
			break
		}
		if d, _ := utf8.DecodeRuneInString(r.line[next:]); digit(d) < 0 {
			break
		}
		m, stop := r.run(next)
		t = r.join(t, c, m)
		at, follows = stop, r.blanks(stop)
	}
	if t.what == aNumber || t.what == aFraction || t.what == aDoubt {
		if c, _ := utf8.DecodeRuneInString(r.line[min(at, len(r.line)):]); at < len(r.line) && spoils(c) {
			t.what = aNoise
		} else if c, _ := utf8.DecodeRuneInString(r.line[follows:]); follows < len(r.line) && (isMoney(c) || c == ')' && len(r.out) == 0) {
			t.what = aNoise
		}
	}
	r.put(t, at-r.at)
	r.suffix()
}

// join says what two numbers with c between them are together.
func (r *reader) join(t token, c rune, m int) token {
	was := t.what
	t.what, t.big = aNoise, false
	switch {
	case was != aNumber:
	case c == '/' || c == '⁄' || c == '／':
		t.what, t.of = aFraction, m
	case c == '.' || c == ',' || c == '٫':
		t.what = aDoubt
	case isDash(c) && m <= r.high:
		t.what = aDoubt
	}
	return t
}

// mayJoin tells which characters make one of two numbers. A point or a colon
// must touch both.
func mayJoin(c rune, apart bool) bool {
	switch c {
	case '/', '⁄', '／', '-', '–', '—', '~', '～', '〜', '−':
		return true
	case '.', ',', ':', '\'', '٫', '：', 'x', '×', '+':
		return !apart
	}
	return false
}

func isDash(c rune) bool {
	switch c {
	case '-', '–', '—', '~', '～', '〜', '−':
		return true
	}
	return false
}

// prefixed reports whether what touches the number before it makes it something
// else: a sign, a currency, a letter.
func (r *reader) prefixed() bool {
	before, size := utf8.DecodeLastRuneInString(r.line[:r.at])
	switch before {
	case '-', '−', '–', '+':
		b, _ := utf8.DecodeLastRuneInString(r.line[:r.at-size])
		return r.at == size || unicode.IsSpace(b) || b == '(' || isLetter(b) && !unicode.Is(unicode.Latin, b) && !r.towards()
	case '#', '$', '€', '£', '¥', '№', '₹', '₽', '@', '<', '>', '^', '~':
		return true
	}
	if isMoney(before) {
		return true
	}
	if n := len(r.out); before == ' ' && n > 0 && r.out[n-1].what == aNoise {
		b, _ := utf8.DecodeLastRuneInString(r.line[:r.at-1])
		return isMoney(b) || b == '#' || b == '№' || b == '>' || b == '<'
	}
	return isLetter(before) && !unspaced(string(before)) && !r.towards()
}

func isMoney(c rune) bool {
	return unicode.Is(unicode.Sc, c) || c == '%' || c == '٪' || c == '％' || c == '°'
}

// spoils reports whether a character right behind a number makes it something
// else.
func spoils(c rune) bool { return c == '+' || c == '×' || isMoney(c) || unicode.Is(unicode.No, c) }

// suffix reads letters that touch the number before them: a unit, or the number
// is something else (9pm, 3rd). In Hungarian a hyphen may stand between.
func (r *reader) suffix() {
	last := &r.out[len(r.out)-1]
	rest := r.line[r.at:]
	hyphen := 0
	if len(rest) > 1 && rest[0] == '-' {
		hyphen = 1
	}
	c, _ := utf8.DecodeRuneInString(rest[hyphen:])
	if !isLetter(c) || unspaced(rest[hyphen:]) {
		return
	}
	end := hyphen
	for i, c := range rest[hyphen:] {
		if !isLetter(c) && !inWord(c) {
			break
		}
		end = hyphen + i + utf8.RuneLen(c)
	}
	t := r.look(rest[hyphen:end])
	switch {
	case t.what == aWord && t.sense&(isUnit|isWithin) != 0:
		r.put(t, end)
	case hyphen == 0:
		last.what = aNoise
		r.put(token{what: unknown}, end)
	}
}
