package report

import (
	"encoding/json"
	"testing"

	"heed/shared/figures"
	"heed/shared/heed"
)

// By the way of answering there is no population to speak of.
func TestFiguresByAnswerSayNothingOfTouchpoints(t *testing.T) {
	g, _ := crowded(200, 1)
	for by, there := range map[string]bool{"team": true, "answer": false} {
		f := scored{Figure: g.whole.figure.Over(1, 2, heed.Dim{Name: by, Value: "page"})}
		f.Adjusted = &figures.Adjusted{}
		text, err := json.Marshal(map[string]any{"figures": []scored{f}, "compared": compared{Figure: f, Other: f}})
		var said struct{ Figures []map[string]any }
		if err != nil || json.Unmarshal(text, &said) != nil {
			t.Fatalf("%s: %v", text, err)
		}
		got := said.Figures[0]
		for _, name := range []string{"population", "eligible", "doubtful", "asked", "sent", "failed", "adjusted"} {
			if _, in := got[name]; in != there {
				t.Errorf("by %s %s is there: %v", by, name, in)
			}
		}
		if (got["response_rate"] != nil) != there || got["n"] != 200.0 || got["score"] == nil || got["by"] != by {
			t.Errorf("by %s: %v", by, got)
		}
	}
}
