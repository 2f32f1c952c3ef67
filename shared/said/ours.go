package said

import "strings"

const (
	oursBytes = 15 // a shorter sentence of ours could be anyone's
	oursLines = 64 // of ours, at most
)

// known holds our own sentences, folded, with single spaces.
type known []string

func knownOf(ours []string) known {
	var k known
	for _, s := range ours {
		if s = squeeze(fold(clip(s))); len(s) >= oursBytes && len(k) < oursLines {
			k = append(k, s[:min(len(s), windowBytes*5)])
		}
	}
	return k
}

// has says whether a line is one of ours, or a piece of one that was wrapped.
// A person's line that speaks of it has words around it.
func (k known) has(text string) bool {
	if len(k) == 0 || len(text) < oursBytes || len(text) > windowBytes*5 {
		return false
	}
	text = strings.Trim(squeeze(text), " *_>|#-=")
	for _, s := range k {
		if s = strings.Trim(s, " *_>|#-="); strings.Contains(text, s) && len(text) <= len(s)+12 || len(text) >= oursBytes+5 && strings.Contains(s, text) {
			return true
		}
	}
	return false
}

func squeeze(s string) string { return strings.Join(strings.Fields(s), " ") }
