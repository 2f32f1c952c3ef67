package sources

import (
	"strings"

	"github.com/tidwall/gjson"
)

// An object is one of which many values are wanted, by path. Its members are
// found once and not once for each value.
type object struct {
	whole   gjson.Result
	members picked
}

func objectOf(r gjson.Result) object { return object{r, pick(r)} }

// get is what a path leads to.
func (o object) get(path string) gjson.Result {
	w := wayOf(path)
	member, found := o.members[w.member]
	if w.member == "" || !found && len(o.members) == maxPicked {
		return o.whole.Get(path)
	}
	return w.from(member)
}

// at is the value at the first of the paths that says something.
func (o object) at(paths ...string) text {
	for _, path := range paths {
		if t := textOf(o.get(path)); t.plain() != "" {
			return t
		}
	}
	return ""
}

// A way is a path into an object. Nearly all begin with the plain name of a
// member.
type way struct {
	path         string
	member, rest string // what it begins with, and what follows; "" if that is not a plain name
}

func wayOf(path string) way {
	w := way{path: path}
	if member, rest, more := strings.Cut(path, "."); plainName(member) && (rest != "" || !more) {
		w.member, w.rest = member, rest
	}
	return w
}

// from is what the rest of the way leads to.
func (w way) from(member gjson.Result) gjson.Result {
	switch {
	case w.rest == "":
		return member
	case member.Type == gjson.JSON || w.rest[0] == '@':
		return member.Get(w.rest)
	}
	return gjson.Result{} // gjson would look for brackets in a text
}

// plainName reports whether a part of a path stands for nothing but itself.
func plainName(s string) bool {
	for i := range len(s) {
		if c := s[i] | 0x20; (c < 'a' || 'z' < c) && (s[i] < '0' || '9' < s[i]) && s[i] != '_' && s[i] != '-' {
			return false
		}
	}
	return s != ""
}
