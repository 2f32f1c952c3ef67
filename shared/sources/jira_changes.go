package sources

import (
	"strconv"
	"strings"
	"time"

	"github.com/tidwall/gjson"
)

// A jiraChange is one thing that happened to a ticket.
type jiraChange struct{ kind, occurrence string }

// changes are what happened, none if it is of no interest. No webhook has a type:
// with one the body is a template's, which a name may have added the rest to.
func (j jira) changes(e, fields picked) ([]jiraChange, error) {
	if e["type"].Exists() {
		return automated(e, fields)
	}
	switch e.at("webhookEvent").plain() {
	case "jira:issue_created":
		return []jiraChange{{"ticket.created", "1"}}, nil
	case "jira:issue_updated":
		change := pick(e["changelog"], "id", "items")
		if !change["items"].IsArray() {
			return nil, notUnderstood("changelog.items is missing")
		}
		return j.updated(e, change, fields), nil
	case "":
		return automated(e, fields)
	}
	return nil, nil
}

// automated is what an automation says has happened: the type it names or,
// without one, that the ticket is done.
func automated(e, fields picked) ([]jiraChange, error) {
	switch kind, typ := e.at("type").kind(), e.at("type").plain(); {
	case kind != "":
		return []jiraChange{{kind, jiraOccurrence(e.at("occurrence"))}}, nil
	case typ != "":
		return nil, notUnderstood("type is not a kind such as ticket.solved")
	case fields.at("status", "statusCategory.key") == "done":
		return []jiraChange{{"ticket.solved", jiraOccurrence(fields.at("statuscategorychangedate"))}}, nil
	case fields.at("status", "statusCategory.key") == "":
		return nil, notUnderstood("there is neither webhookEvent nor type, nor issue.fields.status.statusCategory.key")
	}
	return nil, nil
}

// updated are what a change's items say.
func (j jira) updated(e, change, fields picked) []jiraChange {
	items := map[string]gjson.Result{}
	change["items"].ForEach(func(_, item gjson.Result) bool {
		items[strings.ToLower(at(item, "fieldId", "field").plain())] = item
		return true
	})
	own := change.at("id").or(e.at("timestamp"))
	var found []jiraChange
	if kind := j.moved(items["status"], items["resolution"], e, fields); kind != "" {
		occurrence := own
		switch kind {
		case "ticket.solved", "ticket.reopened":
			occurrence = fields.at("statuscategorychangedate").or(own)
		case "ticket.created", "ticket.replied":
			occurrence = ""
		}
		found = append(found, jiraChange{kind, jiraOccurrence(occurrence)})
	}
	if at(items["assignee"], "to", "toString") != "" {
		found = append(found, jiraChange{"ticket.assigned", jiraOccurrence(own)})
	}
	return found
}

// moved is the kind that a change of status is: the one that surveys.yaml gives
// the status or, by its category, solved or reopened. The category it had
// before is not told, so that a ticket is taken to have been done already where
// it was resolved before and its category was not changed just now; and one that
// was done, where its resolution goes.
func (j jira) moved(status, resolution gjson.Result, e, fields picked) string {
	if !status.Exists() {
		return ""
	}
	is := kindOf(j.Source, at(status, "toString"), at(status, "to"), fields.at("status", "name"))
	was := kindOf(j.Source, at(status, "fromString"), at(status, "from"))
	ended := was == "ticket.solved" || was == "ticket.closed"
	before, after := at(resolution, "from", "fromString"), fields.at("resolution", "id", "name")
	switch done := fields.at("status", "statusCategory.key") == "done"; {
	case is != "" && is != was:
		return is
	case is != "" || done && ended:
		return ""
	case done && (resolution.Exists() && before == "" || after == "" || justNow(e, fields)):
		return "ticket.solved"
	case !done && (ended || before != "" && after == ""):
		return "ticket.reopened"
	}
	return ""
}

// justNow reports whether the change is the one that gave the ticket's status
// another category. The two times are set by different parts of Jira.
func justNow(e, fields picked) bool {
	const apart = 5 * time.Minute
	category := fields.at("statuscategorychangedate").time()
	return !category.IsZero() && jiraTime(e.at("timestamp")).Sub(category).Abs() < apart
}

// jiraTime is a webhook's time, in milliseconds, or an automation's, in ISO 8601.
func jiraTime(t text) time.Time {
	if instant := t.time(); !instant.IsZero() {
		return instant
	}
	return t.unix()
}

// jiraOccurrence writes an instant the same way however it came, so that a
// webhook and an automation name one change alike. What has none happens to a
// ticket once.
func jiraOccurrence(t text) string {
	if instant := t.time(); !instant.IsZero() {
		return strconv.FormatInt(instant.UnixMilli(), 10)
	}
	return t.or("1").name(maxID)
}
