package sources

import (
	"slices"

	"github.com/tidwall/gjson"
)

// picked are some of an object's values, by name.
type picked map[string]gjson.Result

// maxPicked is how many values are picked of an object without naming them.
const maxPicked = 1000

// pick reads an object once, however many of its values are wanted: most of a
// vendor's long body is of no interest. Without names it picks the first
// maxPicked. Of two with one name the first counts; what is no object has none.
func pick(object gjson.Result, names ...string) picked {
	found := make(picked, len(names))
	if !object.IsObject() {
		return found
	}
	wanted := len(names)
	if wanted == 0 {
		wanted = maxPicked
	}
	object.ForEach(func(name, value gjson.Result) bool {
		if _, double := found[name.Str]; !double && (len(names) == 0 || slices.Contains(names, name.Str)) {
			found[name.Str] = value
		}
		return len(found) < wanted
	})
	return found
}

// first is the first of the values that says something.
func (p picked) first(names ...string) text {
	for _, name := range names {
		if t := p.at(name); t.plain() != "" {
			return t
		}
	}
	return ""
}

// at is one of the values or, with paths, what at finds in it.
func (p picked) at(name string, paths ...string) text {
	if len(paths) == 0 {
		return textOf(p[name])
	}
	return at(p[name], paths...)
}
