package sources

import (
	"fmt"
	"strings"
	"time"

	"github.com/tidwall/gjson"

	"heed/shared/heed"
	"heed/shared/surveys"
)

// mapped reads any JSON, as surveys.yaml says: docs/sources/mapped.md.
type mapped struct{ *surveys.Source }

// recipe is how the sender proves who it is. A source without a mapping, which
// surveys.yaml can't give, shows its secret.
func (m mapped) recipe() recipe {
	if m.Mapping == nil {
		return recipe{}
	}
	return recipe(m.Mapping.Recipe)
}

// Verify goes by the recipe.
func (m mapped) Verify(r *Request, secrets []string, now time.Time) error {
	return m.recipe().verify(r, secrets, now)
}

// Sign goes by the recipe. Where a time is signed, it is in seconds.
func (m mapped) Sign(r *Request, secret, id string, now time.Time) error {
	return m.recipe().sign(r, secret, id, now)
}

// Parse makes a touchpoint of each event, where surveys.yaml says that a body
// has several, and else of the body. Of the events that say too little the
// first is told of.
func (m mapped) Parse(r *Request) ([]heed.Touchpoint, error) {
	e, err := templated(r.Body)
	if err != nil {
		return nil, err
	}
	if m.Mapping == nil {
		return nil, notUnderstood("surveys.yaml does not say where anything is")
	}
	event := mappedEvent{ways: waysOf(m.Mapping.Fields)}
	if m.Mapping.Each == "" {
		return m.read(nil, event.of(e))
	}
	list := e.Get(m.Mapping.Each)
	switch {
	case list.IsObject():
		return m.read(nil, event.of(list))
	case !list.IsArray():
		return nil, notUnderstood("each leads to no list of events")
	}
	var points []heed.Touchpoint
	events, bad := 0, 0
	list.ForEach(func(_, r gjson.Result) bool {
		if events++; events == 1 { // the others are about as long
			points = make([]heed.Touchpoint, 0, min(len(list.Raw)/len(r.Raw), 100))
		}
		wrong := errNoEvent
		if r.Type == gjson.JSON { // there may be hundreds of thousands of what is none
			points, wrong = m.read(points, event.of(r))
		}
		if wrong == nil {
			return true
		}
		if bad++; bad == 1 {
			err = fmt.Errorf("event %d: %w", events, wrong)
		}
		return true
	})
	if bad > 1 {
		err = fmt.Errorf("%w (and %d more events)", err, bad-1)
	}
	return points, err
}

var errNoEvent = notUnderstood("it is neither an object nor a list")

// read appends the touchpoint of an event. An event whose word is not among
// the source's kinds, where it has any, is of no interest.
func (m mapped) read(points []heed.Touchpoint, e *mappedEvent) ([]heed.Touchpoint, error) {
	kind, err := m.kind(e)
	if kind == "" {
		return points, err
	}
	t := heed.Touchpoint{
		Kind:       kind,
		Object:     e.text("object").name(maxObject),
		Occurrence: e.text("occurrence").or("1").name(maxID),
		At:         e.time("at"),
		Customer: heed.Customer{
			ID:      e.text("customer.id").who(maxID),
			Email:   e.text("customer.email").mailbox(),
			Name:    e.text("customer.name").clip(),
			Locale:  locale(e.text("customer.locale").clip()),
			Zone:    e.text("customer.zone").zone(),
			Account: e.text("customer.account").who(maxID),
		},
		Team:    e.text("team").clip(),
		Agent:   e.text("agent").clip(),
		Product: e.text("product").clip(),
		Channel: strings.ToLower(e.text("channel").clip()),
		Locale:  locale(e.text("locale").clip()),
		Tags:    tagsOf(e.field("tags")),
		Subject: e.text("subject").subject(),
	}
	switch {
	case t.Object == "":
		return points, notUnderstood("object leads to nothing")
	case t.At.IsZero():
		return points, notUnderstood("at leads to no time")
	case t.Customer.ID == "" && t.Customer.Email == "":
		return points, notUnderstood("neither customer.id nor customer.email leads to anybody")
	}
	t.Facts = m.facts(e)
	return append(points, t), nil
}

// kind is what the event's word stands for; "" and no error for one of no
// interest. A word may be a number, or true or false.
func (m mapped) kind(e *mappedEvent) (string, error) {
	r := e.field("kind")
	word := textOf(r)
	if r.IsBool() {
		word = text(r.Raw)
	}
	switch {
	case word.plain() == "":
		return "", notUnderstood("kind leads to nothing")
	case len(m.Kinds) > 0:
		return kindOf(m.Source, word), nil
	}
	if kind := word.kind(); kind != "" {
		return kind, nil
	}
	return "", notUnderstood("kind leads to a word that is no kind such as ticket.solved, and there are no kinds for words")
}

func (m mapped) facts(e *mappedEvent) heed.Facts {
	f := heed.Facts{
		Created: e.time("created"), Replied: e.time("replied"),
		Reopens: count(e.text("reopens")), Handled: e.text("handled").seconds(),
	}
	amount := e.text("amount")
	if amount == "" {
		return f
	}
	f.Amount, f.Currency = money(amount, e.text("currency"))
	if m.Mapping.Minor && f.Currency != "" {
		var ok bool
		if f.Amount, ok = scaled(amount.plain(), 0); !ok {
			f.Amount, f.Currency = 0, ""
		}
	}
	return f
}
