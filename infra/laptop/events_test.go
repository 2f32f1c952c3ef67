package laptop_test

import (
	"encoding/json"
	"fmt"
	"maps"
	"net/http"
	"strconv"
	"strings"
	"testing"
	"time"

	"golang.org/x/sync/errgroup"

	"heed/events"
	"heed/shared/sources"
	"heed/shared/surveys"
)

// An event is a sample, with some of its values changed.
type event map[string]any

// sample returns a sample of events/.
func sample(t *testing.T, file string) event {
	t.Helper()
	text, err := events.FS.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var e event
	if err := json.Unmarshal(text, &e); err != nil {
		t.Fatal(err)
	}
	return e
}

// with returns the event with another value at a path such as ticket.id.
func (e event) with(path string, value any) event {
	e = maps.Clone(e)
	name, rest, deeper := strings.Cut(path, ".")
	if !deeper {
		e[name] = value
		return e
	}
	below, _ := e[name].(map[string]any)
	e[name] = map[string]any(event(below).with(rest, value))
	return e
}

// without returns the event without what is at the path.
func (e event) without(path string) event { return e.with(path, nil) }

// ticket returns the nth solved ticket of its own customer.
func ticket(t *testing.T, n int) event {
	t.Helper()
	return sample(t, "zendesk/ticket-solved.json").numbered(n)
}

func (e event) numbered(n int) event {
	id := strconv.Itoa(n)
	return e.with("ticket.id", id).of(n)
}

// of returns the event as one of the nth customer.
func (e event) of(n int) event {
	return e.with("requester.id", strconv.Itoa(n)).with("requester.email", address(n))
}

func address(n int) string { return fmt.Sprintf("customer-%d@example.com", n) }

// happened returns an event of source app: something that happened to a
// customer.
func happened(t *testing.T, kind string, object, customer int) event {
	t.Helper()
	return sample(t, "standard/onboarding-done.json").with("type", kind).
		with("data.object", fmt.Sprint("thing:", object)).
		with("data.customer.id", strconv.Itoa(customer)).with("data.customer.email", address(customer))
}

func (e event) body() []byte {
	text, err := json.Marshal(e)
	if err != nil {
		panic(err) // it was JSON before
	}
	return text
}

// A door is where a source posts, and what it signs with.
type door struct{ Name, Type, URL, Secret string }

func (v visitor) door(t *testing.T, name string) door {
	t.Helper()
	var all []door
	v.read(t, "/local/sources", &all)
	for _, d := range all {
		if d.Name == name {
			return d
		}
	}
	t.Fatalf("there is no source %s", name)
	return door{}
}

// signed returns a delivery's headers.
func (d door) signed(body []byte, at time.Time) http.Header {
	adapter, _ := sources.Of(&surveys.Source{Type: d.Type})
	r := sources.Request{Method: http.MethodPost, URL: d.URL, Header: http.Header{"Content-Type": {"application/json"}}, Body: body}
	if err := adapter.Sign(&r, d.Secret, "msg_1", at); err != nil {
		panic(err) // the secret is the laptop's own
	}
	return r.Header
}

// A receipt is what a source is answered.
type receipt struct {
	Touchpoints []struct{ ID, Kind, Object string }
	Kept, Why   string
}

// deliver posts an event as its source would; it must be taken.
func (v visitor) deliver(t *testing.T, d door, e event) receipt {
	t.Helper()
	var r receipt
	body := e.body()
	v.decode(t, v.send(t, http.MethodPost, d.URL, d.signed(body, time.Now()), body), &r)
	return r
}

// deliverAll posts events over many connections at once, and returns the ids
// of their touchpoints.
func (v visitor) deliverAll(t *testing.T, d door, list []event) []string {
	t.Helper()
	ids := make([]string, len(list))
	var group errgroup.Group
	group.SetLimit(connections)
	for i, e := range list {
		group.Go(func() error {
			body := e.body()
			a, err := v.try(http.MethodPost, d.URL, d.signed(body, time.Now()), body)
			if err != nil {
				return err
			}
			var r receipt
			if err := json.Unmarshal(a.Body, &r); err != nil || a.Status != http.StatusOK || len(r.Touchpoints) != 1 {
				return fmt.Errorf("answered %d: %s", a.Status, a.Body)
			}
			ids[i] = r.Touchpoints[0].ID
			return nil
		})
	}
	if err := group.Wait(); err != nil {
		t.Fatal(err)
	}
	return ids
}

// configured reads a surveys.yaml.
func configured(t *testing.T, text string) *surveys.Config {
	t.Helper()
	config, err := surveys.Load([]byte(text))
	if err != nil {
		t.Fatal(err)
	}
	return config
}
