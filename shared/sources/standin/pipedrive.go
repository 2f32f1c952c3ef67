package standin

import (
	"net/http"
	"strconv"
	"strings"
)

// pipedrive stands in for Pipedrive's API, version 2.
// https://developers.pipedrive.com/docs/api/v1/Persons
// https://developers.pipedrive.com/docs/api/v1/Deals
func pipedrive(mux *http.ServeMux) {
	mux.HandleFunc("/api/v2/persons/{id}", func(w http.ResponseWriter, r *http.Request) {
		p := Of(r.PathValue("id"))
		pipedriveAnswer(w, p.ID, map[string]any{
			"id": pipedriveID(p.ID), "name": p.First + " " + p.Last, "first_name": p.First, "last_name": p.Last, "org_id": sum(p.ID)%40 + 1,
			"emails": []map[string]any{
				{"value": strings.ToLower(p.First) + "@example.org", "primary": false, "label": "home"},
				{"value": p.Email, "primary": true, "label": "work"},
			},
		})
	})
	mux.HandleFunc("/api/v2/deals/{id}", func(w http.ResponseWriter, r *http.Request) {
		id := r.PathValue("id")
		pipedriveAnswer(w, id, map[string]any{"id": pipedriveID(id), "status": "open", "person_id": sum(id)%9000 + 1000})
	})
}

// pipedriveAnswer is what Pipedrive wraps what it knows in.
func pipedriveAnswer(w http.ResponseWriter, id string, data map[string]any) {
	if strings.HasPrefix(id, "gone") {
		refuse(w, http.StatusNotFound, "not found")
		return
	}
	answer(w, map[string]any{"success": true, "data": data})
}

// pipedriveID writes an id as Pipedrive does: a number.
func pipedriveID(id string) int {
	n, err := strconv.Atoi(id)
	if err != nil {
		return sum(id)
	}
	return n
}
