package sources

import (
	"strconv"

	"github.com/tidwall/gjson"

	"heed/shared/heed"
	"heed/shared/surveys"
)

// hubspot reads HubSpot's webhooks: an app's, which are lists of changes with
// nothing but ids, and a workflow's, each one object with its properties.
type hubspot struct{ *surveys.Source }

// Parse makes a touchpoint of each change that means something, once: a batch
// may hold the same change twice.
func (s hubspot) Parse(r *Request) ([]heed.Touchpoint, error) {
	body, err := parsed(r.Body)
	if err != nil {
		return nil, err
	}
	likely := min(len(r.Body)/hubspotLength+1, 100)
	b := hubspotBatch{points: make([]heed.Touchpoint, 0, likely), seen: make(map[[3]string]bool, likely)}
	switch {
	case body.IsArray():
		body.ForEach(func(_, event gjson.Result) bool {
			b.add(s, event)
			return true
		})
	case body.Get("subscriptionType").Exists():
		b.add(s, body)
	default:
		return s.workflow(r, body)
	}
	if len(b.points) == 0 {
		return nil, b.err()
	}
	return b.points, b.err()
}

// hubspotLength is about what an event takes, in bytes.
const hubspotLength = 230

// A hubspotBatch is what a delivery of an app comes to.
type hubspotBatch struct {
	points []heed.Touchpoint
	seen   map[[3]string]bool // object, kind and occurrence
	events int
	broken int
	why    string // the first of the broken ones is
}

func (b *hubspotBatch) add(s hubspot, event gjson.Result) {
	b.events++
	t, why := s.event(event)
	if why != "" {
		if b.broken++; b.broken == 1 {
			b.why = "event " + strconv.Itoa(b.events) + ": " + why
		}
		return
	}
	name := [3]string{t.Object, t.Kind, t.Occurrence}
	if t.Kind == "" || b.seen[name] {
		return
	}
	b.seen[name] = true
	b.points = append(b.points, t)
}

func (b *hubspotBatch) err() error {
	switch {
	case b.events == 0:
		return notUnderstood("the list of events is empty")
	case b.broken > 0:
		return notUnderstood("%d of %d events; %s", b.broken, b.events, b.why)
	}
	return nil
}

// A hubspotEvent is a change, as far as it matters. eventId is left out: it is
// not unique, and HubSpot says so.
type hubspotEvent struct {
	subscription, objectType, object, property, value, occurred, source text
}

// part is where a value of that name goes, nil if nowhere.
func (e *hubspotEvent) part(name string) *text {
	switch name {
	case "subscriptionType":
		return &e.subscription
	case "objectTypeId":
		return &e.objectType
	case "objectId":
		return &e.object
	case "propertyName":
		return &e.property
	case "propertyValue":
		return &e.value
	case "occurredAt":
		return &e.occurred
	case "changeSource":
		return &e.source
	}
	return nil
}

// event makes a touchpoint of one change: none if its kind is empty, and why
// not if it says too little.
func (s hubspot) event(event gjson.Result) (t heed.Touchpoint, why string) {
	if !event.IsObject() {
		return t, "it is no object"
	}
	var e hubspotEvent
	event.ForEach(func(key, value gjson.Result) bool {
		if part := e.part(key.Str); part != nil && *part == "" {
			if *part = textOf(value); value.Type == gjson.True {
				*part = "true"
			}
		}
		return true
	})
	what, kind, why := s.kind(&e)
	if kind == "" {
		return t, why
	}
	id, happened := e.object.who(maxObject-len("contact:")), e.occurred.unix()
	switch {
	case id == "":
		return t, "objectId is missing"
	case happened.IsZero():
		return t, "occurredAt is not a time in milliseconds since 1970"
	}
	t = heed.Touchpoint{Kind: kind, Object: what + ":" + id, Occurrence: "1", At: happened}
	if !onlyOnce(kind) {
		t.Occurrence = strconv.FormatInt(happened.UnixMilli(), 10)
	}
	if what == "contact" {
		t.Customer.ID = id
	}
	if kind == "ticket.assigned" {
		t.Agent = e.value.clip()
	}
	if e.source.plain() == "IMPORT" {
		t.Tags = []string{"import"}
	}
	if s.Product != "" {
		t.Product = at(event, s.Product).clip()
	}
	return t, ""
}
