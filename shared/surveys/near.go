package surveys

import "strings"

// hint helps out of an unknown word: by the one probably meant, or by all
// there are.
func hint(word string, known []string) string {
	if meant := near(word, known); meant != "" {
		return "did you mean " + meant + "?"
	}
	switch n := len(known); n {
	case 0:
		return "there are none"
	case 1:
		return "it can only be " + known[0]
	default:
		return "it can be " + strings.Join(known[:n-1], ", ") + " or " + known[n-1]
	}
}

// near returns the known word that is probably meant, "" if none is near.
func near(word string, known []string) string {
	best, least := "", 2+len(word)/3
	for _, k := range known {
		if d := distance(strings.ToLower(word), k); d < least {
			best, least = k, d
		}
	}
	return best
}

// distance counts the letters to add, drop, change or swap with their
// neighbour that make b of a: the restricted Damerau-Levenshtein distance.
// Words of over 40 bytes are far from everything.
func distance(a, b string) int {
	const far = 40
	if len(a) > far || len(b) > far {
		return far
	}
	var d [far + 1][far + 1]int
	for i := range len(a) + 1 {
		for j := range len(b) + 1 {
			if i == 0 || j == 0 {
				d[i][j] = i + j
				continue
			}
			change := d[i-1][j-1]
			if a[i-1] != b[j-1] {
				change++
			}
			d[i][j] = min(d[i-1][j]+1, d[i][j-1]+1, change)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				d[i][j] = min(d[i][j], d[i-2][j-2]+1)
			}
		}
	}
	return d[len(a)][len(b)]
}

func keys(fields []field) []string {
	list := make([]string, len(fields))
	for i, f := range fields {
		list[i] = f.key
	}
	return list
}
