package sources

import (
	"fmt"
	"strings"
	"testing"

	"github.com/tidwall/gjson"
)

// TestObject: an object says by path what gjson finds, but nothing inside a
// text; of two members with one name the first.
func TestObject(t *testing.T) {
	var wide strings.Builder
	for i := range 2 * maxPicked {
		fmt.Fprintf(&wide, `"m%d":%d,`, i, i)
	}
	o := objectOf(gjson.Parse(`{"a":{"b":"1"},"a":{"b":"2"},"said":"{\"b\":\"3\"}","list":[{"b":"4"}],"none":null,` + wide.String() + `"last":"5"}`))
	for path, want := range map[string]text{
		"a.b": "1", "said.b": "", "list.0.b": "4", "list.#.b": "", "none": "", "m7": "7", "m1999": "1999", "last": "5", "gone": "", "l*.0.b": "4",
	} {
		if got := o.at(path); got != want {
			t.Errorf("%s: got %q, want %q", path, got, want)
		}
	}
	if got := o.at("gone", "none", "last", "a.b"); got != "5" {
		t.Errorf("the first that says something is %q", got)
	}
	if got := objectOf(gjson.Parse(`["a"]`)).at("a", "0"); got != "" {
		t.Errorf("a list has %q", got)
	}
}
