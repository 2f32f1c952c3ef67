package queue

import (
	"reflect"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"heed/shared/heed"
)

// full is a touchpoint of which every field that travels is set.
func full() *heed.Touchpoint {
	t := &heed.Touchpoint{At: time.Date(2026, 11, 16, 10, 3, 52, 7, time.UTC), Tags: []string{"invoice", "a tag"}, Issues: []string{"refund", "an issue"}}
	t.Facts = heed.Facts{Created: t.At.Add(-time.Hour), Replied: t.At.Add(-time.Minute), Reopens: 65535, Handled: 1260 * time.Second, Amount: -1234567890123}
	for i := range fields {
		*fields[i].of(t) = "value of " + fields[i].name
	}
	t.Customer.Former = []heed.Former{{ID: "u 1"}, {ID: "u 2", Email: "a@example.com"}, {}}
	return t
}

func TestLinesHaveEveryField(t *testing.T) {
	for _, v := range []reflect.Value{reflect.ValueOf(*full()), reflect.ValueOf(full().Customer), reflect.ValueOf(full().Facts)} {
		for i := range v.NumField() {
			name := v.Type().Field(i).Name
			if decided := name == "Cohort"; v.Field(i).IsZero() != decided {
				t.Errorf("field %s: set is %v; it travels unless decide alone knows it", name, !v.Field(i).IsZero())
			}
		}
	}
}

func TestParcelsCome(t *testing.T) {
	odd := full()
	odd.Kind, odd.Team, odd.Agent, odd.Product = "two\nlines", `"quoted"`, "caf\xe9", " spaces "
	odd.Object, odd.Customer.Name = "\u2028 \ufffe �", "Zoë 愛"
	odd.Tags = []string{"", "a\x00b", `back\slash`}
	for name, p := range map[string]Parcel{
		"full":  {Touchpoint: full()},
		"odd":   {Touchpoint: odd},
		"empty": {Touchpoint: &heed.Touchpoint{}},
		"kept":  {Kept: &heed.KeptPart{ID: heed.KeptID{1}, Part: 1, Parts: 2, Data: []byte("\xff\n")}},
		"tally": {Tally: &heed.Tally{ID: heed.TallyID{1}, Source: "zendesk", Day: 20_000, Deliveries: 3, Delays: [heed.DelaySpans]uint64{0, 2}}},
	} {
		body, err := p.Pack()
		if err != nil {
			t.Fatal(name, err)
		}
		if !utf8.Valid(body) || strings.ContainsFunc(string(body), func(r rune) bool { return r != '\n' && r < ' ' }) {
			t.Errorf("%s: %q cannot travel", name, body)
		}
		if got, err := Unpack(body); err != nil || !reflect.DeepEqual(got, p) {
			t.Errorf("%s: from %q came %+v, error %v", name, body, got, err)
		}
	}
}

func TestOtherParcels(t *testing.T) {
	for body, want := range map[string]string{
		"":                             "no touchpoint/1",
		"{}":                           "holds nothing",
		"{":                            "JSON",
		"touchpoint/2\nkind a":         "no touchpoint/1",
		"touchpoint/1\nat yesterday":   "time",
		"touchpoint/1\nkind \"a":       "kind",
		"touchpoint/1\nhandled -1":     "handled",
		"touchpoint/1\nhandled 1h":     "handled",
		"touchpoint/1\nformer.email a": "nobody",
		"touchpoint/1\nnew field\n":    "",
		"touchpoint/1\nkind\nobject a": "",
	} {
		_, err := Unpack([]byte(body))
		if (err == nil) != (want == "") || err != nil && !strings.Contains(err.Error(), want) {
			t.Errorf("%q: error %v, want %q", body, err, want)
		}
	}
}

func FuzzUnpack(f *testing.F) {
	f.Add("touchpoint/1\nkind ticket.solved\nat 2026-11-16T10:03:52Z\ntag a\ntag \"b\\n\"\nsubject a \"b\"\nhandled 60")
	f.Add(`{"kept":{"id":[1],"data":"AA=="}}`)
	f.Fuzz(func(t *testing.T, body string) {
		p, err := Unpack([]byte(body))
		if err != nil || p.Touchpoint == nil {
			return
		}
		again, err := p.Pack()
		if err != nil {
			t.Fatal(err)
		}
		if q, err := Unpack(again); err != nil || !q.Touchpoint.At.Equal(p.Touchpoint.At) || q.Touchpoint.Kind != p.Touchpoint.Kind ||
			q.Touchpoint.Subject != p.Touchpoint.Subject || q.Touchpoint.Handled != p.Touchpoint.Handled || len(q.Touchpoint.Tags) != len(p.Touchpoint.Tags) {
			t.Errorf("%q came as %+v, then as %+v, error %v", body, p.Touchpoint, q.Touchpoint, err)
		}
	})
}
