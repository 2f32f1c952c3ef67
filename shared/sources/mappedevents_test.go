package sources_test

import (
	"errors"
	"reflect"
	"strings"
	"testing"
	"time"

	"heed/shared/heed"
	"heed/shared/sources"
)

func TestMappedSamples(t *testing.T) {
	s, all := find(t, "mapped"), samples(t, "mapped")
	noor := heed.Customer{ID: "20771", Email: "noor.haddad@example.com", Name: "Noor Haddad", Locale: "nl", Account: "118"}
	opened, answered := time.Date(2026, 11, 17, 9, 12, 40, 0, time.UTC), time.Date(2026, 11, 17, 9, 58, 3, 0, time.UTC)
	for name, want := range map[string][]heed.Touchpoint{
		"mapped/ticket-solved.json": {{
			Kind: "ticket.solved", Object: "ticket:7741", Occurrence: "1", At: time.Date(2026, 11, 18, 14, 2, 11, 0, time.UTC), Customer: noor,
			Team: "Billing", Agent: "ines@example.org", Product: "Starter", Channel: "email", Tags: []string{"refund", "annual"},
			Subject: "Refund of the yearly plan", Facts: heed.Facts{Created: opened, Replied: answered, Reopens: 1, Handled: 64 * time.Minute},
		}},
		"mapped/deal-won.json": {{
			Kind: "deal.won", Object: "deal:D-2291", Occurrence: "1", At: time.Unix(1795093200, 0).UTC(),
			Customer: heed.Customer{ID: "20952", Email: "henrik.lund@example.com", Name: "Henrik Lund", Locale: "da", Account: "402"},
			Team:     "Sales North", Agent: "tomas@example.org", Product: "Business", Channel: "phone", Tags: []string{"new-business", "fair"},
			Facts: heed.Facts{Created: time.Unix(1792407600, 0).UTC(), Amount: 1_248_000, Currency: "EUR"},
		}},
		"mapped/batch.json": {{
			Kind: "ticket.reopened", Object: "ticket:7741", Occurrence: "2", At: time.Date(2026, 11, 20, 13, 0, 41, 0, time.UTC), Customer: noor,
			Team: "Billing", Channel: "chat", Subject: "Refund of the yearly plan", Facts: heed.Facts{Created: opened, Replied: answered, Reopens: 2},
		}, {
			Kind: "contact.churned", Object: "contact:20410", Occurrence: "1", At: time.Date(2026, 11, 20, 13, 0, 59, 0, time.UTC),
			Customer: heed.Customer{ID: "20410", Email: "yuki.tanaka@example.com", Name: "Yuki Tanaka", Locale: "ja", Account: "97"},
		}},
	} {
		points, err := s.Parse(&sources.Request{Body: all[name]})
		if err != nil || !reflect.DeepEqual(points, want) {
			t.Errorf("%s gives %+v (%v)\nwant %+v", name, points, err, want)
		}
	}
}

// mappedTo is a source whose events are flat, with one thing otherwise.
func mappedTo(t testing.TB, more, field, path string) sources.Source {
	t.Helper()
	fields := map[string]string{"kind": "k", "object": "o", "at": "t", "customer.email": "e", "amount": "a", "currency": "c"}
	if path != "" {
		fields[field] = path
	}
	var list []string
	for name, path := range fields {
		list = append(list, name+": '"+path+"'")
	}
	s, _ := sources.Of(mappedBy("sources: [{name: a, type: mapped, verify: {secret: basic}, " + more + "fields: {" + strings.Join(list, ", ") + "}}]"))
	return s
}

const flat = `{"k":"deal.won","o":7,"t":"2026-11-14T00:00:12Z","e":"a@example.com","a":"12.50","c":"EUR","list":[{"id":"x","main":false},{"id":"y","main":true}],"a.b":5}`

func TestMappedShapes(t *testing.T) {
	when, amount := func(p heed.Touchpoint) any { return p.At.Format(time.RFC3339Nano) }, func(p heed.Touchpoint) any { return []any{p.Amount, p.Currency} }
	handled := func(p heed.Touchpoint) any { return p.Handled }
	kind, agent := func(p heed.Touchpoint) any { return p.Kind }, func(p heed.Touchpoint) any { return p.Agent }
	for name, c := range map[string]struct {
		more, field, path string
		old, new          string // in the body
		got               func(heed.Touchpoint) any
		want              any
	}{
		"as it is":                    {got: object, want: "7"},
		"a list in a list":            {field: "agent", path: "list.1.id", got: agent, want: "y"},
		"of a list the one":           {field: "agent", path: "list.#(main==true).id", got: agent, want: "y"},
		"a dot in a name":             {field: "agent", path: `a\.b`, got: agent, want: "5"},
		"a value itself":              {field: "agent", path: `!"Ines"`, got: agent, want: "Ines"},
		"an object for a text":        {field: "agent", path: "list", got: agent, want: ""},
		"brackets in a text":          {field: "agent", path: "s.0", old: `"list"`, new: `"s":"x [17]","list"`, got: agent, want: ""},
		"JSON in a text":              {field: "agent", path: "s.@fromstr.id", old: `"list"`, new: `"s":"{\"id\":\"z\"}","list"`, got: agent, want: "z"},
		"a path that leads nowhere":   {field: "agent", path: "x.y.z", got: agent, want: ""},
		"a word":                      {more: "kinds: {won: deal.won}, ", old: `"deal.won"`, new: `"won"`, got: kind, want: "deal.won"},
		"a number for a word":         {more: "kinds: {4: deal.won}, ", old: `"deal.won"`, new: `4`, got: kind, want: "deal.won"},
		"true for a word":             {more: "kinds: {true: deal.won}, ", old: `"deal.won"`, new: `true`, got: kind, want: "deal.won"},
		"a kind itself":               {field: "kind", path: `!"deal.lost"`, got: kind, want: "deal.lost"},
		"major units":                 {got: amount, want: []any{int64(1250), "EUR"}},
		"minor units":                 {more: "amounts: minor, ", old: `"12.50"`, new: "1250", got: amount, want: []any{int64(1250), "EUR"}},
		"minor units, of yen":         {more: "amounts: minor, ", old: `"12.50","c":"EUR"`, new: `1250,"c":"JPY"`, got: amount, want: []any{int64(1250), "JPY"}},
		"no amount":                   {more: "amounts: minor, ", old: `"12.50"`, new: "null", got: amount, want: []any{int64(0), ""}},
		"no currency":                 {old: `"EUR"`, new: `"gold"`, got: amount, want: []any{int64(0), ""}},
		"reopens":                     {field: "reopens", path: "!3", got: func(p heed.Touchpoint) any { return p.Reopens }, want: uint16(3)},
		"more reopens than can be":    {field: "reopens", path: "!65536", got: func(p heed.Touchpoint) any { return p.Reopens }, want: uint16(0)},
		"handled":                     {field: "handled", path: "!1260.9", got: handled, want: 21 * time.Minute},
		"handled, as a clock":         {field: "handled", path: `!"01:25"`, got: handled, want: time.Duration(0)},
		"a subject":                   {field: "subject", path: `!"Refund,\n please"`, got: func(p heed.Touchpoint) any { return p.Subject }, want: "Refund, please"},
		"an occurrence":               {field: "occurrence", path: "list.#", got: occurrence, want: "2"},
		"seconds":                     {old: `"2026-11-14T00:00:12Z"`, new: `1794614412`, got: when, want: "2026-11-14T00:00:12Z"},
		"seconds as a text":           {old: `"2026-11-14T00:00:12Z"`, new: `"1794614412.5"`, got: when, want: "2026-11-14T00:00:12.5Z"},
		"milliseconds":                {old: `"2026-11-14T00:00:12Z"`, new: `1794614412250`, got: when, want: "2026-11-14T00:00:12.25Z"},
		"an offset":                   {old: `00:00:12Z`, new: `01:00:12+01:00`, got: when, want: "2026-11-14T00:00:12Z"},
		"a space in the middle":       {old: `T00:00:12Z`, new: ` 00:00:12`, got: when, want: "2026-11-14T00:00:12Z"},
		"a space and an offset":       {old: `T00:00:12Z`, new: ` 01:00:12.5 +01:00`, got: when, want: "2026-11-14T00:00:12.5Z"},
		"no offset":                   {old: `00:00:12Z`, new: `00:00:12.123`, got: when, want: "2026-11-14T00:00:12.123Z"},
		"a template's broken strings": {old: `"list"`, new: "\"s\":\"a \"b\" c\nd\",\"list\"", got: object, want: "7"},
	} {
		t.Run(name, func(t *testing.T) {
			body := strings.Replace(flat, c.old, c.new, 1)
			points, err := mappedTo(t, c.more, c.field, c.path).Parse(&sources.Request{Body: []byte(body)})
			if err != nil || len(points) != 1 {
				t.Fatalf("%d touchpoints of %s (%v)", len(points), body, err)
			}
			check(t, points)
			if got := c.got(points[0]); !reflect.DeepEqual(got, c.want) {
				t.Errorf("got %#v, want %#v", got, c.want)
			}
		})
	}
}

func TestMappedSaysTooLittle(t *testing.T) {
	for _, c := range []struct{ more, field, path, says string }{
		{"", "kind", "x", "kind leads to nothing"},
		{"kinds: {won: deal.won}, ", "kind", "list", "kind leads to nothing"},
		{"", "kind", "e", "a word that is no kind"},
		{"", "object", "list", "object leads to nothing"},
		{"", "at", "e", "at leads to no time"},
		{"", "at", "x", "at leads to no time"},
		{"", "at", `!"0000-00-00 00:00:00"`, "at leads to no time"},
		{"", "customer.email", "o", "neither customer.id nor customer.email"},
		{"each: list.0, ", "", "", "kind leads to nothing"},
		{"each: e, ", "", "", "each leads to no list"},
	} {
		points, err := mappedTo(t, c.more, c.field, c.path).Parse(&sources.Request{Body: []byte(flat)})
		if !errors.Is(err, sources.ErrNotUnderstood) || !strings.Contains(text(err), c.says) || points != nil {
			t.Errorf("%+v: %v, %v", c, points, err)
		}
	}
	points, err := mappedTo(t, "kinds: {lost: deal.lost}, ", "", "").Parse(&sources.Request{Body: []byte(flat)})
	if err != nil || points != nil {
		t.Errorf("a word that is of no interest: %v, %v", points, err)
	}
}

// TestMappedBatch: what is good counts, and what is not is told of once.
func TestMappedBatch(t *testing.T) {
	s := mappedTo(t, `each: "@this", `, "", "")
	bad := `{"k":"deal.won","o":1}`
	for body, want := range map[string]struct {
		points int
		says   string
	}{
		`[]`:                                   {0, ""},
		"[" + flat + "," + flat + "]":          {2, ""},
		flat:                                   {1, ""},
		"[" + bad + "," + flat + "]":           {1, "event 1: not understood: at leads to no time"},
		"[" + flat + ",7," + bad + ",null,[]]": {1, "event 2: not understood: it is neither an object nor a list (and 3 more events)"},
		"[" + bad + "]":                        {0, "event 1"},
		"[" + strings.Repeat("[", 30) + "1" + strings.Repeat("]", 30) + "]": {0, "event 1"},
	} {
		points, err := s.Parse(&sources.Request{Body: []byte(body)})
		if len(points) != want.points || text(err) != "" && !strings.Contains(text(err), want.says) || (err == nil) != (want.says == "") {
			t.Errorf("%.60s gives %d touchpoints, %v", body, len(points), err)
		}
		if err != nil && !errors.Is(err, sources.ErrNotUnderstood) {
			t.Errorf("%.60s: %v", body, err)
		}
		check(t, points)
	}
}

// TestMappedOfNoEvents: a megabyte of numbers where events should be costs
// little more than reading it.
func TestMappedOfNoEvents(t *testing.T) {
	const numbers = 500_000
	s, body := mappedTo(t, `each: "@this", `, "", ""), []byte("["+strings.Repeat("1,", numbers-1)+"1]")
	var points []heed.Touchpoint
	var err error
	memory := testing.AllocsPerRun(1, func() { points, err = s.Parse(&sources.Request{Body: body}) })
	if len(points) > 0 || !strings.Contains(text(err), "(and 499999 more events)") {
		t.Errorf("got %d touchpoints, %.100v", len(points), err)
	}
	if memory > 1000 {
		t.Errorf("%.0f pieces of memory for %d numbers", memory, numbers)
	}
}
