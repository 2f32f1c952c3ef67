package score

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// look finds what a word means.
func (r *reader) look(s string) token {
	if len(s) > 60 {
		return token{what: unknown}
	}
	folded := fold(s)
	m, known := r.book.phrases[folded]
	brief := abbreviations[folded]
	switch {
	case !known:
		return token{what: unknown, brief: brief}
	case m.number >= 0 && (m.number < r.low || m.number > r.high):
		if m.sense != 0 {
			return token{what: aWord, meaning: m, brief: brief}
		}
		return token{what: aNoise, n: m.number, spelled: true, big: m.number == 10, meaning: m}
	case m.number >= 0:
		return token{what: aNumber, n: m.number, spelled: true, meaning: m}
	}
	return token{what: aWord, meaning: m, brief: brief}
}

// segments cuts a run in a script without spaces: the longest phrase that is
// known, and so on. A number in words counts only where all of the run is known:
// its signs are parts of other words, too.
func (r *reader) segments(run string) {
	first, strange := len(r.out), false
	for len(run) > 0 {
		n, t := r.longest(run)
		strange = strange || t.what == unknown
		r.put(t, n)
		run = run[n:]
	}
	for i := first; strange && i < len(r.out); i++ {
		if r.out[i].spelled {
			r.out[i] = token{what: unknown, meaning: meaning{number: -1}, from: r.out[i].from, to: r.out[i].to, glued: r.out[i].glued}
		}
	}
}

// longest finds the longest phrase that the run begins with, or else the one
// letter, with its marks, that nothing is known of.
func (r *reader) longest(run string) (n int, t token) {
	for n = min(len(run), r.book.longest); n > 0; n-- {
		if n < len(run) && !cluster(run[n:]) {
			continue
		}
		if t = r.look(run[:n]); t.what != unknown {
			return n, t
		}
	}
	_, n = utf8.DecodeRuneInString(run)
	for n < len(run) && !cluster(run[n:]) {
		n++
	}
	return n, token{what: unknown}
}

// cluster reports whether s begins with a letter of its own, not with a mark on
// the one before.
func cluster(s string) bool {
	c, _ := utf8.DecodeRuneInString(s)
	return utf8.RuneStart(s[0]) && !unicode.Is(unicode.M, c)
}

// joined puts phrases of several words together.
func (r *reader) joined() []token {
	out := r.out[:0]
	for i := 0; i < len(r.out); {
		n, t := r.phrase(i)
		out = append(out, t)
		i += n
	}
	return out
}

// phrase finds the longest phrase that begins with the token.
func (r *reader) phrase(i int) (int, token) {
	isText := func(t token) bool { return t.what == aWord || t.what == unknown || t.spelled }
	if !isText(r.out[i]) {
		return 1, r.out[i]
	}
	last := i
	for last+1 < len(r.out) && last-i < maxPhrase-1 && isText(r.out[last+1]) {
		last++
	}
	for ; last > i; last-- {
		s := r.line[r.out[i].from:r.out[last].to]
		if len(s) > 60 {
			continue
		}
		t := r.look(strings.Join(strings.Fields(s), " "))
		if t.what != unknown {
			t.from, t.to, t.glued = r.out[i].from, r.out[last].to, r.out[i].glued
			return last - i + 1, t
		}
	}
	return 1, r.out[i]
}

// towards reports whether the word before is the Hebrew to, which is written on
// the number that it belongs to. What that means, the words before it say.
func (r *reader) towards() bool {
	n := len(r.out)
	return n > 0 && r.line[r.out[n-1].from:r.out[n-1].to] == "ל"
}
