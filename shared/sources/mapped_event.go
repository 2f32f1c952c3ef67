package sources

import (
	"strings"
	"time"

	"github.com/tidwall/gjson"
)

// A way is a path into an event. Nearly all begin with the plain name of a
// member, and as events have a dozen fields, their members are found once and
// not once for each field.
type way struct {
	path         string
	member, rest string // what it begins with, and what follows; "" if that is not a plain name
}

// waysOf are the paths of a source's fields, by the fields' names.
func waysOf(fields map[string]string) map[string]way {
	ways := make(map[string]way, len(fields))
	for name, path := range fields {
		w := way{path: path}
		if member, rest, more := strings.Cut(path, "."); plainName(member) && (rest != "" || !more) {
			w.member, w.rest = member, rest
		}
		ways[name] = w
	}
	return ways
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

// A mappedEvent is one event, and where its fields are.
type mappedEvent struct {
	whole  gjson.Result
	names  []string // of its members, in their order
	values []gjson.Result
	ways   map[string]way
}

// maxMembers bounds the members that are kept; those after them are looked up.
const maxMembers = 64

// of lets e be another event, in the place of the one before.
func (e *mappedEvent) of(r gjson.Result) *mappedEvent {
	e.whole, e.names, e.values = r, e.names[:0], e.values[:0]
	if r.IsObject() {
		r.ForEach(func(name, value gjson.Result) bool {
			e.names, e.values = append(e.names, name.Str), append(e.values, value)
			return len(e.names) < maxMembers
		})
	}
	return e
}

// field is what the event has at the path of a field: nothing where the field
// has none. Of two members with one name the first counts.
func (e *mappedEvent) field(name string) gjson.Result {
	w, ok := e.ways[name]
	switch {
	case !ok || w.path == "":
		return gjson.Result{}
	case w.member == "" || len(e.names) == 0 || len(e.names) == maxMembers:
		return e.whole.Get(w.path)
	}
	for i, member := range e.names {
		if member == w.member {
			switch value := e.values[i]; {
			case w.rest == "":
				return value
			case value.Type == gjson.JSON || w.rest[0] == '@':
				return value.Get(w.rest)
			}
			return gjson.Result{} // gjson would look for brackets in a text
		}
	}
	return gjson.Result{}
}

func (e *mappedEvent) text(name string) text { return textOf(e.field(name)) }

// mappedLayouts are how databases write instants; without an offset they are
// taken to be in UTC.
var mappedLayouts = [...]string{
	"2006-01-02T15:04:05", "2006-01-02 15:04:05Z07:00", "2006-01-02 15:04:05 Z07:00", "2006-01-02 15:04:05 UTC", "2006-01-02 15:04:05", "2006-01-02 15:04:05Z07",
}

// time is the instant at a field's path, in any of the ways that programs
// write one; the zero time if there is none.
func (e *mappedEvent) time(name string) time.Time {
	t := e.text(name)
	if at := t.unix(); !at.IsZero() || t == "" {
		return at
	}
	if at := t.time(); !at.IsZero() {
		return at
	}
	for _, layout := range mappedLayouts {
		if at, err := time.Parse(layout, t.plain()); err == nil {
			return known(at)
		}
	}
	return time.Time{}
}
