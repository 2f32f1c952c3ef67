package main

import "fmt"

// A sum is what became of all batches.
type sum struct {
	suppressed, quieted, unchanged, refused int
	alreadySuppressed, alreadyQuieted       int // of those unchanged
	quietUntil                              string
	quietDays                               int
}

// words says what a sum means.
func (s *sum) words() string {
	until := ""
	if s.quieted > 0 {
		until = fmt.Sprintf(", the last of them until %s (%d days after they were asked, and 2 for a mail that is late)", s.quietUntil, s.quietDays)
	}
	text := newly(s.suppressed, s.alreadySuppressed, "will never be asked", "") + "; " + newly(s.quieted, s.alreadyQuieted, "will be left in peace", until)
	text += fmt.Sprintf("; for %s nothing changes", counted(max(0, s.unchanged-s.alreadySuppressed-s.alreadyQuieted)))
	if s.refused > 0 {
		text += fmt.Sprintf("; %s refused", counted(s.refused))
	}
	return text + "."
}

// newly says of how many people something becomes true, and of how many more it
// is already.
func newly(n, already int, what, how string) string {
	switch {
	case already == 0:
		return counted(n) + " " + what + how
	case n == 0:
		return counted(already) + " " + what + ", as it was already"
	}
	return fmt.Sprintf("%s %s%s, besides %d of whom it was so already", counted(n), what, how, already)
}

func counted(people int) string {
	if people == 1 {
		return "1 person"
	}
	return fmt.Sprintf("%d people", people)
}
