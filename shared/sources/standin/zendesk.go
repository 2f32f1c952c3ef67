package standin

import (
	"net/http"
	"strconv"
	"strings"
)

// zendesk stands in for what Heed asks of it: users.
// https://developer.zendesk.com/api-reference/ticketing/users/users/
func zendesk(mux *http.ServeMux) {
	mux.HandleFunc("/api/v2/users/{file}", func(w http.ResponseWriter, r *http.Request) {
		id, ok := strings.CutSuffix(r.PathValue("file"), ".json")
		if !ok || r.URL.RawQuery != "" {
			refuse(w, http.StatusBadRequest, "a user is asked for as /api/v2/users/{id}.json")
			return
		}
		if strings.HasPrefix(id, "gone") {
			refuse(w, http.StatusNotFound, "RecordNotFound")
			return
		}
		p := Of(id)
		answer(w, map[string]any{"user": map[string]any{
			"id": zendeskNumber(p.ID), "url": "https://acme.example.com/api/v2/users/" + p.ID + ".json", "name": p.First + " " + p.Last,
			"email": p.Email, "locale": p.Locale, "locale_id": 1176, "time_zone": "London", "iana_time_zone": "Europe/London", "role": "end-user",
			"organization_id": 360119044, "external_id": nil, "active": true, "verified": true, "suspended": false, "tags": []string{},
		}})
	})
}

// zendeskNumber is an id as a vendor writes it that counts its objects.
func zendeskNumber(id string) any {
	if n, err := strconv.ParseInt(id, 10, 64); err == nil {
		return n
	}
	return id
}
