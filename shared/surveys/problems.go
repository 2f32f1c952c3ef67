package surveys

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// FileName is what problems call the file, wherever its text came from.
const FileName = "surveys.yaml"

// A Problem is one thing wrong with the file: where, and what would be right.
type Problem struct {
	Line, Column int    // both from 1
	Path         string // programs[0].rate; "" for the file as a whole
	Message      string
}

// String writes the problem as compilers do, so that editors can jump to it.
func (p Problem) String() string {
	if p.Path == "" {
		return fmt.Sprintf("%s:%d:%d: %s", FileName, p.Line, p.Column, p.Message)
	}
	return fmt.Sprintf("%s:%d:%d: %s: %s", FileName, p.Line, p.Column, p.Path, p.Message)
}

// Problems is everything wrong with the file, in its order. It is the error
// that Load returns, and it has at least one entry.
type Problems []Problem

// Error writes one problem a line.
func (ps Problems) Error() string {
	lines := make([]string, len(ps))
	for i, p := range ps {
		lines[i] = p.String()
	}
	return strings.Join(lines, "\n")
}

func (ps Problems) sort() {
	slices.SortStableFunc(ps, func(a, b Problem) int {
		return cmp.Or(cmp.Compare(a.Line, b.Line), cmp.Compare(a.Column, b.Column))
	})
}
