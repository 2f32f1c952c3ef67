package score

import "heed/shared/heed"

// abbreviations are words whose point ends no clause: what follows is numbered.
var abbreviations = map[string]bool{
	"no": true, "nr": true, "num": true, "núm": true, "art": true, "vol": true, "č": true, "ca": true, "approx": true,
	"nº": true, "n": true, "nro": true, "kl": true, "fig": true, "p": true, "st": true, "tel": true, "номер": true, "ред": true,
}

// abbreviated makes noise of numbers behind an abbreviation.
func abbreviated(list []token) []token {
	for i := 2; i < len(list); i++ {
		if list[i].what == aNumber && list[i-1].what == aBreak && list[i-1].glued && list[i-1].to-list[i-1].from == 1 && list[i-2].brief {
			list[i].what = aNoise
		}
	}
	return list
}

// frames makes one score of a number, a word and the highest: "nine out of ten",
// "10 üzerinden 9". Of another highest it makes a doubt.
func frames(list []token, s scale) []token {
	out := list[:0]
	for i := 0; i < len(list); {
		t, n := list[i], 1
		switch {
		case t.what == aFraction:
			t = s.fraction(t, t.n, t.of)
		case isInt(t):
			if k := link(list, i+1, isOf); k > 0 && k < len(list) && isInt(list[k]) {
				t, n = s.fraction(t, t.n, list[k].n), k-i+1
				t.to = list[k].to
			} else if k := link(list, i+1, isWithin); k > 0 && k < len(list) && isInt(list[k]) {
				t, n = s.fraction(t, list[k].n, t.n), k-i+1
				t.to = list[k].to
			} else if s.otherStars(list, i) {
				t.what = aDoubt
			}
		}
		out = append(out, t)
		i += n
	}
	return out
}

func isInt(t token) bool { return t.what == aNumber || t.big }

// link goes over the words between two numbers: units, one of that sense, and
// breaks that belong to it; 0 if they aren't such.
func link(list []token, i int, want sense) int {
	found := false
	for ; i < len(list) && list[i].what == aWord; i++ {
		switch t := &list[i]; {
		case !found && t.sense&want != 0:
			found = true
		case t.sense&(isUnit|isStar|isFluff) == 0 && !(found && t.sense&isCue != 0):
			return 0
		}
	}
	if found && i < len(list) && list[i].what == aBreak && want == isWithin {
		for i++; i < len(list) && list[i].what == aWord && list[i].sense&(isCue|isFluff) != 0; i++ {
		}
	}
	if !found {
		return 0
	}
	return i
}

// fraction is a number out of another.
func (s scale) fraction(t token, n, of int) token {
	switch {
	case of == s.high && s.Holds(n):
		t.what, t.n, t.of, t.spelled = aFraction, n, of, false
	case of == 5 || of == 7 || of == 10 || of == 100:
		t.what = aDoubt
	default:
		t.what = aNoise
	}
	return t
}

// stars makes a score of stars. Who gives stars means five, unless there are
// more, or the empty ones say otherwise.
func (s scale) stars(t token) token {
	t.what = aNumber
	switch {
	case t.n > s.high:
		t.what = aDoubt
	case t.of > t.n && t.of != s.high, t.of == t.n && t.n <= 5 && s.high != 5 && t.n > 1:
		t.what = aDoubt
	case t.n <= 1 && t.of == t.n:
		t.what = anEmoji // one alone is an ornament
	}
	return t
}

// otherStars reports whether the number counts stars, of which the question has
// more than five.
func (s scale) otherStars(list []token, i int) bool {
	return s.high != 5 && list[i].n <= 5 && i+1 < len(list) && list[i+1].what == aWord && list[i+1].sense&isStar != 0
}

// faces are the smileys, by how content they look.
var faces = map[rune]int{
	'😡': 1, '😠': 1, '😞': 1, '😢': 1, '😭': 1, '😣': 1, '😩': 1, '🤬': 1, '☹': 1,
	'🙁': 2, '😕': 2, '😟': 2,
	'😐': 3, '😑': 3, '😶': 3,
	'🙂': 4, '😊': 4,
	'😀': 5, '😃': 5, '😄': 5, '😁': 5, '😍': 5, '🤩': 5, '🥰': 5,
}

// picture reads a line that is nothing but one picture, however often.
func picture(text string, list []token, s scale) (int, bool) {
	if s.Ask != heed.CSAT || len(list) == 0 {
		return 0, false
	}
	for _, t := range list {
		if t.what != anEmoji {
			return 0, false
		}
	}
	found := heed.None
	for _, c := range text {
		n := heed.None
		switch face, known := faces[c]; {
		case c == '👍':
			n = 5
		case c == '👎':
			n = 1
		case known && s.style == "smileys":
			n = face
		case known || c > 0x2190 && c < 0xfe00 || c > 0x1f000 && !(0x1f3fb <= c && c <= 0x1f3ff):
			return 0, false
		default:
			continue
		}
		if found != heed.None && found != n {
			return 0, false
		}
		found = n
	}
	return found, found != heed.None
}
