package standin

import (
	"net/http"
	"strconv"
	"strings"
)

// helpscout stands in for a customer of the Mailbox API 2.0.
// https://developer.helpscout.com/mailbox-api/endpoints/customers/get/
func helpscout(mux *http.ServeMux) {
	mux.HandleFunc("GET /v2/customers/{id}", func(w http.ResponseWriter, r *http.Request) {
		id := r.PathValue("id")
		if r.URL.RawQuery != "" {
			refuse(w, http.StatusBadRequest, "a customer is asked for without a query")
			return
		}
		if strings.HasPrefix(id, "gone") {
			refuse(w, http.StatusNotFound, "Customer not found")
			return
		}
		p, self := Of(id), "https://api.helpscout.net/v2/customers/"+id
		var number any = id
		if n, err := strconv.ParseInt(id, 10, 64); err == nil {
			number = n
		}
		answer(w, map[string]any{
			"id": number, "firstName": p.First, "lastName": p.Last, "gender": "Unknown", "jobTitle": "", "location": "",
			"organization": "Halden Optics", "photoType": "default", "background": "", "age": "",
			"createdAt": "2026-11-01T09:00:00Z", "updatedAt": "2026-11-14T09:00:00Z",
			"_embedded": map[string]any{
				"emails": []map[string]any{{"id": 1, "value": p.Email, "type": "work"}},
				"phones": []any{}, "chats": []any{}, "social_profiles": []any{}, "websites": []any{},
			},
			"_links": map[string]any{"self": map[string]string{"href": self}},
		})
	})
}
