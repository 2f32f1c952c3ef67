package sources

import (
	"slices"
	"strings"
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

// A mappedEvent is one event, and where its fields are. Of the objects in it
// the one that was last looked into is kept: a customer's fields are all in one.
type mappedEvent struct {
	members
	inner members
	at    int // which member inner is; -1 if it is none
	ways  map[string]way
}

// of lets e be another event, in the place of the one before.
func (e *mappedEvent) of(r gjson.Result) *mappedEvent {
	e.members.of(r)
	e.at = -1
	return e
}

// field is what the event has at the path of a field: nothing where the field
// has none.
func (e *mappedEvent) field(name string) gjson.Result {
	w, ok := e.ways[name]
	switch {
	case !ok || w.path == "":
		return gjson.Result{}
	case w.member == "" || !e.all:
		return e.whole.Get(w.path)
	}
	i := slices.Index(e.names, w.member)
	switch {
	case i < 0:
		return gjson.Result{}
	case !plainName(w.rest) || !e.values[i].IsObject():
		return w.from(e.values[i])
	case i != e.at:
		e.inner.of(e.values[i])
		e.at = i
	}
	return e.inner.member(w.rest)
}

// members are those of an object, found once.
type members struct {
	whole  gjson.Result
	names  []string // in their order
	values []gjson.Result
	all    bool // that there are
}

// maxMembers bounds the members that are kept; those after them are looked up.
const maxMembers = 64

// of lets m be those of another object, in the place of the one before.
func (m *members) of(r gjson.Result) {
	m.whole, m.names, m.values = r, m.names[:0], m.values[:0]
	if m.all = r.IsObject(); !m.all {
		return
	}
	r.ForEach(func(name, value gjson.Result) bool {
		m.names, m.values = append(m.names, name.Str), append(m.values, value)
		m.all = len(m.names) < maxMembers
		return m.all
	})
}

// member is the one with a plain name: of two with one name the first.
func (m *members) member(name string) gjson.Result {
	if !m.all {
		return m.whole.Get(name)
	}
	if i := slices.Index(m.names, name); i >= 0 {
		return m.values[i]
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
	if !strings.Contains(string(t), ":") { // a number, or nothing: its error would cost more than the rest
		if at := t.unix(); !at.IsZero() || t == "" {
			return at
		}
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
