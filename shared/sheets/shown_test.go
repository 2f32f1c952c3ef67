package sheets_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// Whatever happened, every sheet can be written and read again, is the same
// whatever the order of the rows, and shows no number that it may not.
func TestSheetsOfAnything(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		w := anyWorld.Draw(t, "world")
		rows := w.rows()
		first := made(rows, w.ask)
		w.Shuffle(len(rows), func(i, j int) { rows[i], rows[j] = rows[j], rows[i] })
		again := made(rows, w.ask)
		for name, sheet := range first {
			text, err := json.Marshal(sheet)
			if err != nil {
				t.Fatalf("%s: %v", name, err)
			}
			if other, _ := json.Marshal(again[name]); !bytes.Equal(text, other) {
				t.Fatalf("%s, of the same rows in another order:\n%s\n%s", name, text, other)
			}
			read := reflect.New(reflect.TypeOf(sheet))
			if err := json.Unmarshal(text, read.Interface()); err != nil {
				t.Fatalf("%s: %v", name, err)
			}
			if other, _ := json.Marshal(read.Interface()); !bytes.Equal(text, other) {
				t.Fatalf("%s, read and written again:\n%s\n%s", name, text, other)
			}
			var plain any
			if err := json.Unmarshal(text, &plain); err != nil {
				t.Fatal(err)
			}
			for _, wrong := range wrongs(name, plain) {
				t.Error(wrong)
			}
		}
	})
}

// wrongs lists what breaks the rules of what may be shown, by its path.
func wrongs(path string, v any) (list []string) {
	switch v := v.(type) {
	case []any:
		for i, one := range v {
			list = append(list, wrongs(fmt.Sprintf("%s[%d]", path, i), one)...)
		}
	case map[string]any:
		for _, rule := range rules {
			if why := rule(v); why != "" {
				list = append(list, fmt.Sprintf("%s: %s: %v", path, why, v))
			}
		}
		for name, one := range v {
			list = append(list, wrongs(path+"."+name, one)...)
		}
	case string:
		if strings.Contains(v, "NaN") || strings.Contains(v, "Inf") || strings.Contains(v, "%!") {
			list = append(list, path+": "+v)
		}
	}
	return list
}

var rules = []func(of map[string]any) string{
	func(of map[string]any) string { // nothing that is not shown has a number
		if shown, ok := of["shown"].(bool); ok && !shown {
			for _, name := range []string{"score", "low", "high", "mean", "adjusted", "difference", "change", "p", "share", "median", "p90", "satisfaction", "first_contact", "rank"} {
				if _, number := of[name].(float64); number || name != "share" && of[name] != nil {
					return name + " of what is not shown"
				}
			}
			if of["reason"] == nil {
				return "no reason"
			}
		}
		return ""
	},
	func(of map[string]any) string {
		return between(of["low"], firstOf(of, "score", "difference", "value"), of["high"])
	},
	func(of map[string]any) string { // and what is shown is of so many, and has an interval
		_, ranked := of["tickets"]
		if of["shown"] != true || ranked {
			return ""
		}
		for _, name := range []string{"score", "difference"} {
			if _, ok := of[name].(float64); ok && (of["low"] == nil || of["high"] == nil) {
				return "no interval"
			}
		}
		if n, ok := firstOf(of, "respondents", "of", "n").(float64); ok && n < 5 {
			return "shown of fewer than 5"
		}
		if n, ok := firstOf(of, "effective_n", "of", "n").(float64); ok && n < 30 && of["interval_only"] != true && of["estimand"] == nil {
			return "of fewer than 30, and to stand without its interval"
		}
		return ""
	},
	func(of map[string]any) string { // no rank of what is uncertain
		if rank, ok := of["rank"].(float64); ok && rank > 0 && of["interval_only"] == true {
			return "a rank of what is too uncertain"
		}
		return ""
	},
}

func firstOf(of map[string]any, names ...string) any {
	for _, name := range names {
		if n, ok := of[name].(float64); ok {
			return n
		}
	}
	return nil
}

func between(low, value, high any) string {
	n := [3]float64{}
	for i, x := range []any{low, value, high} {
		var ok bool
		if n[i], ok = x.(float64); !ok {
			return ""
		}
	}
	if !slices.IsSorted(n[:]) {
		return "out of its interval"
	}
	return ""
}
