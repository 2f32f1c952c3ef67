package said

import "strings"

// inOneLine knows headers that something ran together: three names with colons
// in one line, and an address.
func inOneLine(text string) bool {
	if len(text) > 600 || strings.Count(text, ":") < 3 || !strings.Contains(text, "@") {
		return false
	}
	var kinds [other + 1]bool
	count := 0
	for rest := text; ; {
		before, after, more := strings.Cut(rest, ":")
		if !more {
			return count >= 3
		}
		name := strings.Trim(before[strings.LastIndexByte(strings.TrimRight(before, " *"), ' ')+1:], " *_")
		if k := headers()[name]; k != noHeader && !kinds[k] {
			kinds[k] = true
			count++
		}
		rest = after
	}
}
