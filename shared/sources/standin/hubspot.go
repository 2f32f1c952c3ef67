package standin

import (
	"net/http"
	"slices"
	"strings"
)

// hubspot stands in for objects of the CRM: a deal and a ticket, each of one
// contact and two companies, and a contact.
func hubspot(mux *http.ServeMux) {
	mux.HandleFunc("GET /crm/v3/objects/contacts/{id}", func(w http.ResponseWriter, r *http.Request) {
		hubspotAnswer(w, r, "", func(id string) map[string]string {
			p := Of(id)
			return map[string]string{
				"email": p.Email, "firstname": p.First, "lastname": p.Last, "hs_language": strings.ToLower(p.Locale), "associatedcompanyid": "7" + id,
			}
		})
	})
	mux.HandleFunc("GET /crm/v3/objects/deals/{id}", func(w http.ResponseWriter, r *http.Request) {
		hubspotAnswer(w, r, "deal", func(id string) map[string]string {
			return map[string]string{
				"amount": "1499.90", "deal_currency_code": "EUR", "createdate": hubspotDay, "hubspot_owner_id": "41629779", "hubspot_team_id": "380291",
			}
		})
	})
	mux.HandleFunc("GET /crm/v3/objects/tickets/{id}", func(w http.ResponseWriter, r *http.Request) {
		hubspotAnswer(w, r, "ticket", func(id string) map[string]string {
			return map[string]string{
				"subject": "Export stops half-way", "createdate": hubspotDay, "hs_ticket_reopened_at": "2026-11-03T08:00:00Z", "first_agent_reply_date": "2026-11-02T10:20:00Z", "source_type": "EMAIL",
				"hubspot_owner_id": "41629779", "hubspot_team_id": "380291",
			}
		})
	})
}

const hubspotDay = "2026-11-02T09:05:11.482Z"

// hubspotAnswer gives the properties that are asked for, and those of any
// other name made up; what, if it is not "", has associations that must be
// asked for too.
func hubspotAnswer(w http.ResponseWriter, r *http.Request, what string, has func(id string) map[string]string) {
	id := r.PathValue("id")
	asked := strings.Split(r.URL.Query().Get("properties"), ",")
	switch {
	case strings.HasPrefix(id, "gone"):
		refuse(w, http.StatusNotFound, "resource not found")
		return
	case slices.Contains(asked, ""):
		refuse(w, http.StatusBadRequest, "properties says which are wanted")
		return
	}
	values := map[string]string{"hs_object_id": id, "createdate": hubspotDay, "lastmodifieddate": hubspotDay}
	for _, name := range asked {
		if v, ok := has(id)[name]; ok {
			values[name] = v
		} else {
			values[name] = name + " of " + id
		}
	}
	out := map[string]any{"id": id, "properties": values, "createdAt": hubspotDay, "updatedAt": hubspotDay, "archived": false}
	if wanted := r.URL.Query().Get("associations"); what != "" && wanted != "" {
		out["associations"] = hubspotAssociations(what, id, strings.Split(wanted, ","))
	}
	answer(w, out)
}

// hubspotAssociations lists a contact, and the primary company last.
func hubspotAssociations(what, id string, wanted []string) map[string]any {
	type link struct {
		ID   string `json:"id"`
		Type string `json:"type"`
	}
	all := map[string][]link{
		"contacts":  {{"5" + id, what + "_to_contact"}},
		"companies": {{"8" + id, what + "_to_company_unlabeled"}, {"7" + id, what + "_to_company_unlabeled"}, {"7" + id, what + "_to_company"}},
	}
	out := map[string]any{}
	for _, name := range wanted {
		if links := all[name]; links != nil {
			out[name] = map[string]any{"results": links}
		}
	}
	return out
}
