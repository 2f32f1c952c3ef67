package said

import "strings"

// number reads the digits that s begins with, and the digits that hang on them
// by a dot, dash, slash or colon: a year, a time, or a date. It returns how
// far it read.
func number(s string) (n int, what traits) {
	groups, first, second, sep := 0, 0, 0, byte(0)
	for {
		start := n
		for n < len(s) && isDigit(s[n]) {
			n++
		}
		switch groups++; groups {
		case 1:
			first = n - start
		case 2:
			second = n - start
		}
		next, by := joint(s[n:])
		if next == 0 || groups == 1 && by == 'h' && first > 2 {
			break
		}
		if groups == 1 {
			sep = by
		}
		n += next
	}
	return n, what | dateOf(s[:n], s[n:], groups, first, second, sep)
}

// joint is the length of what joins a number to the next, and its sign. Dots
// may have a space behind them: 1. 2. 2026.
func joint(s string) (n int, by byte) {
	if s == "" || !strings.ContainsRune("./-:h", rune(s[0])) {
		return 0, 0
	}
	n = 1
	for s[0] == '.' && n < len(s) && s[n] == ' ' && n < 3 {
		n++
	}
	if n < len(s) && isDigit(s[n]) {
		return n, s[0]
	}
	return 0, 0
}

func dateOf(s, rest string, groups, first, second int, sep byte) traits {
	switch {
	case strings.HasPrefix(rest, "年"), strings.HasPrefix(rest, "년"):
		return year | numeric
	case strings.HasPrefix(rest, "月"), strings.HasPrefix(rest, "월"):
		return month
	case strings.HasPrefix(rest, "点"), strings.HasPrefix(rest, "時"), strings.HasPrefix(rest, "시"):
		return clock
	case groups == 1 && first == 4:
		return yearOf(s)
	case groups >= 3 && sep != ':' && sep != 'h':
		if groups > 3 || strings.Contains(s, ":") {
			return numeric | clock
		}
		return numeric
	case groups >= 2 && first <= 2 && second == 2 && (sep == ':' || sep == 'h' || sep == '.'):
		return clock
	}
	return 0
}

// yearOf knows the years of mails, in three calendars.
func yearOf(s string) traits {
	switch {
	case s >= "1980" && s <= "2099", s >= "2530" && s <= "2650", s >= "1360" && s <= "1480":
		return year
	}
	return 0
}
