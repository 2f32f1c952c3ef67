package sources_test

import (
	"maps"
	"net/http"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"heed/shared/heed"
	"heed/shared/sources"
	"heed/shared/surveys"
)

// facts are what the columns of the README's table call them.
var facts = map[string]func(*heed.Touchpoint) bool{
	"created":        func(t *heed.Touchpoint) bool { return !t.Created.IsZero() },
	"first answered": func(t *heed.Touchpoint) bool { return !t.Replied.IsZero() },
	"reopened":       func(t *heed.Touchpoint) bool { return t.Reopens > 0 },
	"handled":        func(t *heed.Touchpoint) bool { return t.Handled > 0 },
	"subject":        func(t *heed.Touchpoint) bool { return t.Subject != "" },
}

// rows are the README's table's: by the name in the first column, what the
// others say under their heads.
func rows(t *testing.T) map[string]map[string]string {
	t.Helper()
	page, err := os.ReadFile("../../docs/sources/README.md")
	if err != nil {
		t.Fatal(err)
	}
	_, table, _ := strings.Cut(string(page), "| source | ")
	table, _, _ = strings.Cut(table, "\n\n")
	lines := strings.Split(table, "\n")
	heads := strings.Split(strings.TrimSuffix(lines[0], " |"), " | ")
	all := map[string]map[string]string{}
	for _, line := range lines[2:] {
		cells := strings.Split(strings.Trim(line, "| "), " | ")
		if len(cells) != len(heads)+1 {
			t.Fatalf("%q has %d cells", line, len(cells))
		}
		row := map[string]string{}
		for i, head := range heads {
			row[head] = cells[i+1]
		}
		all[cells[0]] = row
	}
	return all
}

// rowOf is the row that a sample belongs to.
func rowOf(typ, file string) string {
	switch {
	case typ == "zendesk" && strings.HasPrefix(file, "event-"):
		return "Zendesk, events"
	case typ == "zendesk":
		return "Zendesk, trigger"
	case typ == "freshdesk" && strings.HasPrefix(file, "simple-"):
		return "Freshdesk, simple form"
	case typ == "intercom" && strings.HasPrefix(file, "ticket-"):
		return "Intercom, tickets"
	case typ == "intercom":
		return "Intercom, conversations"
	}
	return map[string]string{
		"freshdesk": "Freshdesk", "helpscout": "Help Scout", "hubspot": "HubSpot", "jira": "Jira", "mapped": "mapped", "pipedrive": "Pipedrive",
		"salesforce": "Salesforce", "standard": "Standard Webhooks",
	}[typ]
}

// TestTableOfFacts: what the README says that a source does not tell no sample
// of it tells, and what it says that it does, one does at least.
func TestTableOfFacts(t *testing.T) {
	table := rows(t)
	told := map[string]map[string]bool{}
	for _, typ := range sources.Types() {
		s, _ := sources.Of(&surveys.Source{Name: typ, Type: typ})
		if typ == "mapped" {
			s, _ = sources.Of(mappedBy(block(t, "mapped.md", "yaml")))
		}
		for name, r := range requests(t, typ) {
			_, file, _ := strings.Cut(name, "/")
			row := rowOf(typ, file)
			if table[row] == nil {
				t.Fatalf("the table has no row %s", row)
			}
			if told[row] == nil {
				told[row] = map[string]bool{}
			}
			points, _ := s.Parse(r)
			for i := range points {
				for fact, has := range facts {
					told[row][fact] = told[row][fact] || has(&points[i])
				}
			}
		}
	}
	for row, says := range table {
		for fact := range facts {
			switch said := says[fact]; {
			case said == "":
				t.Errorf("%s: nothing about %s", row, fact)
			case said == "no" && told[row][fact]:
				t.Errorf("%s: a sample tells %s, and the table says no", row, fact)
			case said == "yes" && !told[row][fact]:
				t.Errorf("%s: no sample tells %s, and the table says yes", row, fact)
			}
		}
	}
	if got, want := len(told), len(table); got != want {
		t.Errorf("samples are of %v, the table's rows %v", slices.Sorted(maps.Keys(told)), slices.Sorted(maps.Keys(table)))
	}
}

// TestFactsOfPayloads: each vendor's own fields, as far as no sample has them.
func TestFactsOfPayloads(t *testing.T) {
	minute := func(m int) time.Time { return time.Date(2026, 11, 16, 9, m, 0, 0, time.UTC) }
	convo := func(item string) string {
		return `{"topic":"conversation.admin.closed","data":{"item":{"id":"1","updated_at":1794823432,"contacts":{"contacts":[{"id":"u"}]},` + item + `}}}`
	}
	threads := func(by, threads string) string {
		return `{"id":1,"status":"closed","closedAt":"2026-11-16T10:00:00Z","customer":{"id":5,"email":"a@example.com"},"createdBy":{"type":"` + by + `"},"threads":` + threads + `}`
	}
	const answers = `[{"type":"message","state":"published","createdAt":"2026-11-16T09:20:00Z"},{"type":"message","state":"draft","createdAt":"2026-11-16T09:01:00Z"},` +
		`{"type":"note","createdAt":"2026-11-16T09:02:00Z"},{"type":"message","createdAt":"2026-11-16T09:10:00Z"},{"type":"message","createdAt":"soon"}]`
	ticket := func(properties string) string {
		return `{"objectTypeId":"0-5","properties":{"hs_object_id":"7","hs_pipeline_stage":"4","hs_lastmodifieddate":"1794823432000",` + properties + `}}`
	}
	record := func(fields string) string {
		return `{"type":"Case","Id":"5005e000003YzAbAAK","IsClosed":true,"ContactId":"0035e00001MoOdUAAV","ClosedDate":"2026-11-16T10:00:00Z",` + fields + `}`
	}
	trigger := func(fields string) string {
		return `{"type":"ticket.solved","ticket":{"id":"7","updated_at":"2026-11-16T10:00:00Z",` + fields + `},"requester":{"id":"5"},"subject":"Late"}`
	}
	jira := func(fields string) string {
		return `{"type":"ticket.solved","timestamp":"2026-11-16T10:00:00Z","issue":{"key":"A-1","fields":{"reporter":{"accountId":"u"},` + fields + `}},"summary":"of the template"}`
	}
	for _, c := range []struct {
		typ, body, subject string
		facts              heed.Facts
	}{
		{"intercom", convo(`"title":null,"source":{"subject":"<p>Old &amp; new</p>"}`), "Old & new", heed.Facts{}},
		{"intercom", convo(`"title":"A title","source":{"subject":"<p>Old</p>"},"statistics":{"handling_time":90,"adjusted_handling_time":null}`), "A title", heed.Facts{Handled: 90 * time.Second}},
		{"intercom", convo(`"conversation_message":{"subject":"<b>2019</b>"},"statistics":{"handling_time":90,"adjusted_handling_time":30}`), "2019", heed.Facts{Handled: 30 * time.Second}},
		{"intercom", convo(`"source":"[{\"subject\":\"no object\"}]"`), "", heed.Facts{}},
		{"helpscout", threads("customer", answers), "", heed.Facts{Replied: minute(10)}},
		{"helpscout", threads("user", answers), "", heed.Facts{}},
		{"helpscout", threads("customer", "3"), "", heed.Facts{}},
		{"hubspot", ticket(`"subject":"Twice","hs_ticket_reopened_at":"2026-11-16T09:05:00Z"`), "Twice", heed.Facts{Reopens: 1}},
		{"hubspot", ticket(`"subject":{"value":"Twice"},"hs_ticket_reopened_at":""`), "Twice", heed.Facts{}},
		{"salesforce", record(`"Replied__c":"2026-11-16T09:05:00.000+0000","Reopens__c":2.0,"HandledSeconds__c":"1800","Subject":"Refund"`), "Refund", heed.Facts{Replied: minute(5), Reopens: 2, Handled: 30 * time.Minute}},
		{"salesforce", record(`"Reopens__c":2`), "", heed.Facts{Reopens: 2}},
		{"zendesk", trigger(`"replied_at":"2026-11-16T09:05Z","reopens":"2","handled_seconds":""`), "Late", heed.Facts{Replied: minute(5), Reopens: 2}},
		{"jira", jira(`"timespent":600,"aggregatetimespent":null`), "of the template", heed.Facts{Handled: 10 * time.Minute}},
		{"jira", jira(`"summary":"of the ticket","timespent":"1h"`), "of the ticket", heed.Facts{}},
	} {
		s := find(t, c.typ)
		points, err := s.Parse(&sources.Request{Header: http.Header{}, Body: []byte(c.body)})
		if err != nil || len(points) != 1 || points[0].Subject != c.subject || points[0].Facts != c.facts {
			t.Errorf("%s: %s\ngives %+v (%v)", c.typ, c.body, points, err)
			continue
		}
		checkOf(t, s, points)
	}
}
