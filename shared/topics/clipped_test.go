package topics

import (
	"strings"
	"testing"

	"heed/shared/surveys"
)

// A comment counts once for each stem, what was cut off the end of a phrase
// notwithstanding: Phrases takes what holds a phrase from all comments.
func TestWordsAreOnceByWhatIsLeftOfThem(t *testing.T) {
	long := strings.Repeat("b", 40)
	comment := long + " walkerbakerswalkingabout, " + long + " walkerbakerswalks"
	seen := map[string]string{}
	for _, word := range New(&surveys.Config{}).Words(comment, "en") {
		stems, _ := stemmed(word)
		if seen[stems] != "" {
			t.Errorf("%q and %q are both %q", seen[stems], word, stems)
		}
		seen[stems] = word
	}
}
