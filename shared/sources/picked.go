package sources

import (
	"slices"

	"github.com/tidwall/gjson"
)

// picked are some of an object's values, by name.
type picked map[string]gjson.Result

// pick reads an object once, however many of its values are wanted: most of a
// vendor's long body is of no interest. Of two with one name the first counts;
// what is no object has none.
func pick(object gjson.Result, names ...string) picked {
	found := make(picked, len(names))
	object.ForEach(func(name, value gjson.Result) bool {
		if _, double := found[name.Str]; !double && slices.Contains(names, name.Str) {
			found[name.Str] = value
		}
		return len(found) < len(names)
	})
	return found
}

// at is one of the values or, with paths, what at finds in it.
func (p picked) at(name string, paths ...string) text {
	if len(paths) == 0 {
		return textOf(p[name])
	}
	return at(p[name], paths...)
}
