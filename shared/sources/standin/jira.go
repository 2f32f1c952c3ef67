package standin

import (
	"net/http"
	"strings"
)

// jira stands in for Jira Cloud's REST API, version 3.
// https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-users/
// https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issues/
func jira(mux *http.ServeMux) {
	mux.HandleFunc("/rest/api/3/user", func(w http.ResponseWriter, r *http.Request) {
		id := r.URL.Query().Get("accountId")
		if id == "" || strings.HasPrefix(id, "gone") {
			refuse(w, http.StatusNotFound, "The user with that account ID does not exist")
			return
		}
		answer(w, jiraUser(id))
	})
	mux.HandleFunc("/rest/api/3/issue/{key}", func(w http.ResponseWriter, r *http.Request) {
		key := r.PathValue("key")
		switch {
		case strings.HasPrefix(strings.ToLower(key), "gone"):
			refuse(w, http.StatusNotFound, "Issue does not exist or you do not have permission to see it.")
		case r.URL.Query().Get("fields") != "reporter":
			refuse(w, http.StatusBadRequest, "more is asked for than is needed")
		default:
			answer(w, map[string]any{"key": key, "fields": map[string]any{"reporter": jiraUser("qm:" + strings.ToLower(key))}})
		}
	})
}

// jiraUser has no colon, as their ids have, in the address.
func jiraUser(id string) map[string]any {
	p := Of(strings.ReplaceAll(id, ":", "-"))
	return map[string]any{
		"accountId": id, "accountType": "customer", "active": true, "timeZone": "Europe/London",
		"displayName": p.First + " " + p.Last, "emailAddress": p.Email, "locale": strings.ReplaceAll(p.Locale, "-", "_"),
	}
}
