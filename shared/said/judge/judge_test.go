package judge_test

import (
	"strings"
	"testing"

	"heed/shared/said/judge"
)

func TestPasses(t *testing.T) {
	for _, c := range []struct {
		mode, expect, words string
		want                bool
	}{
		{"reply", `{}`, "anything", true},
		{"reply", `{"equals": "Nine.\n Good."}`, "Nine. Good.", true},
		{"reply", `{"equals": ""}`, "Nine.", false},
		{"reply", `{"equals": "Nine.\n-- \nIda"}`, "Nine.", false},
		{"quote", `{"equals": "Nine.\n-- \nIda"}`, "Nine.", true},
		{"quote", `{"equals": "Nine.\n-- \nIda"}`, "Nine. -- Ida", true},
		{"quote", `{"equals": "Nine."}`, "Nine. -- Ida", false},
		{"reply", `{"starts": "Nine", "ends": "Good."}`, "Nine. Good.", true},
		{"reply", `{"starts": "Good"}`, "Nine. Good.", false},
		{"reply", `{"ends": "Nine."}`, "Nine. Good.", false},
		{"reply", `{"contains": ["Nine", "Good"], "absent": ["Bad"]}`, "Nine. Good.", true},
		{"reply", `{"contains": ["Bad"]}`, "Nine. Good.", false},
		{"reply", `{"absent": ["Good"]}`, "Nine. Good.", false},
	} {
		cases, err := judge.Read(strings.NewReader(`[{"mode": "` + c.mode + `", "expect": ` + c.expect + `}]`))
		if err != nil {
			t.Fatal(err)
		}
		if got := cases[0].Passes(c.words); got != c.want {
			t.Errorf("%s %s: %q passes: %v", c.mode, c.expect, c.words, got)
		}
	}
}

func TestCount(t *testing.T) {
	var n judge.Count
	if n.String() != "none" {
		t.Errorf("%s", n)
	}
	n.Add(true)
	n.Add(false)
	n.Add(true)
	if n.String() != "2 of 3 (66.7 %)" {
		t.Errorf("%s", n)
	}
}
