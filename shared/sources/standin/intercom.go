package standin

import (
	"net/http"
	"strings"
)

// intercom stands in for a contact, in the shape of version 2.9 and later.
// https://developers.intercom.com/docs/references/rest-api/api.intercom.io/contacts/showcontact
func intercom(mux *http.ServeMux) {
	mux.HandleFunc("GET /contacts/{id}", func(w http.ResponseWriter, r *http.Request) {
		id := r.PathValue("id")
		if r.URL.RawQuery != "" {
			intercomError(w, http.StatusBadRequest, "parameter_invalid", "a contact is asked for without a query")
			return
		}
		if strings.HasPrefix(id, "gone") {
			intercomError(w, http.StatusNotFound, "not_found", "User Not Found")
			return
		}
		p := Of(id)
		answer(w, map[string]any{
			"type": "contact", "id": p.ID, "workspace_id": "heed", "external_id": nil, "role": "user",
			"email": p.Email, "phone": nil, "name": p.First + " " + p.Last, "avatar": nil, "owner_id": nil,
			"has_hard_bounced": false, "marked_email_as_spam": false, "unsubscribed_from_emails": false,
			"created_at": 1762000000, "updated_at": 1763000000, "signed_up_at": nil,
			"language_override": nil, "browser": "chrome", "browser_language": strings.ToLower(p.Locale),
			"custom_attributes": map[string]any{},
			"tags":              intercomList("/contacts/" + p.ID + "/tags"),
			"companies":         intercomList("/contacts/"+p.ID+"/companies", map[string]any{"id": "5f3b1c" + p.ID, "type": "company"}),
		})
	})
}

func intercomList(url string, of ...map[string]any) map[string]any {
	if of == nil {
		of = []map[string]any{}
	}
	return map[string]any{"type": "list", "data": of, "url": url, "total_count": len(of), "has_more": false}
}

// intercomError refuses as Intercom does.
func intercomError(w http.ResponseWriter, status int, code, message string) {
	w.WriteHeader(status)
	answer(w, map[string]any{"type": "error.list", "errors": []map[string]string{{"code": code, "message": message}}})
}
