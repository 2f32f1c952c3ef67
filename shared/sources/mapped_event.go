package sources

import (
	"time"

	"github.com/tidwall/gjson"
)

// waysOf are the paths of a source's fields, by the fields' names.
func waysOf(fields map[string]string) map[string]way {
	ways := make(map[string]way, len(fields))
	for name, path := range fields {
		ways[name] = wayOf(path)
	}
	return ways
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
			return w.from(e.values[i])
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
