// Package standin stands in for the vendors' APIs, as far as Heed asks them:
// one file per vendor, an HTTP handler that checks what it is asked and by
// whom, and makes up an answer in the vendor's own shape. The laptop asks it
// where no credential is given, the tests always do; no function in the cloud
// imports this package.
package standin

import (
	"crypto/subtle"
	"encoding/json"
	"fmt"
	"net/http"
	"strings"

	"heed/shared/sources"
	"heed/shared/surveys"
)

// Credential is what the stand-ins take where nothing else is agreed. It fits
// every scheme: a user and a password, an id and a secret, a header and its value.
const Credential = "x-api-token:stand-in"

// vendors are the routes of each vendor's API, by the type of the source.
var vendors = map[string]func(*http.ServeMux){
	"helpscout": helpscout,
	"hubspot":   hubspot,
	"intercom":  intercom,
	"jira":      jira,
	"pipedrive": pipedrive,
	"zendesk":   zendesk,
}

// Handler is the API of the vendor of that type, open to that credential; nil
// if no vendor of that type is ever asked.
func Handler(typ, credential string) http.Handler {
	routes := vendors[typ]
	source, _ := sources.Of(&surveys.Source{Name: typ, Type: typ})
	fetcher, ok := source.(sources.Fetcher)
	if routes == nil || !ok {
		return nil
	}
	mux := http.NewServeMux()
	routes(mux)
	return &door{mux, fetcher.Access(), credential}
}

// A door lets in who shows the credential as the vendor wants it shown.
type door struct {
	rooms      http.Handler
	access     sources.Access
	credential string
}

// token is what a client credential is exchanged for.
const token = "token-of-the-stand-in"

func (d *door) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	switch {
	case d.access.Scheme == sources.Client && r.URL.Path == d.access.Token:
		d.exchange(w, r)
	case !d.open(r):
		refuse(w, http.StatusUnauthorized, "the credential is not shown as it should be")
	case r.Method != http.MethodGet:
		refuse(w, http.StatusMethodNotAllowed, "only GET is stood in for")
	default:
		d.rooms.ServeHTTP(w, r)
	}
}

func (d *door) open(r *http.Request) bool {
	name, value, _ := strings.Cut(d.credential, ":")
	user, password, basic := r.BasicAuth()
	switch d.access.Scheme {
	case sources.Bearer:
		return same(r.Header.Get("Authorization"), "Bearer "+d.credential)
	case sources.Client:
		return same(r.Header.Get("Authorization"), "Bearer "+token)
	case sources.Basic:
		return basic && same(user+":"+password, d.credential)
	case sources.Header:
		return same(r.Header.Get(name), strings.TrimSpace(value))
	}
	return false
}

func same(a, b string) bool { return subtle.ConstantTimeCompare([]byte(a), []byte(b)) == 1 }

// exchange gives a token for an id and its secret, wherever of the two places
// of RFC 6749 they stand.
func (d *door) exchange(w http.ResponseWriter, r *http.Request) {
	id, secret, basic := r.BasicAuth()
	if !basic {
		id, secret = r.PostFormValue("client_id"), r.PostFormValue("client_secret")
	}
	if r.Method != http.MethodPost || r.PostFormValue("grant_type") != "client_credentials" || !same(id+":"+secret, d.credential) {
		refuse(w, http.StatusUnauthorized, "no such client")
		return
	}
	answer(w, map[string]any{"access_token": token, "token_type": "bearer", "expires_in": 172800})
}

// answer writes JSON.
func answer(w http.ResponseWriter, v any) {
	w.Header().Set("Content-Type", "application/json")
	_ = json.NewEncoder(w).Encode(v) // whoever asked has gone
}

// refuse says no, and why.
func refuse(w http.ResponseWriter, status int, why string) {
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(status)
	_ = json.NewEncoder(w).Encode(map[string]string{"message": why})
}

// A Person is somebody made up.
type Person struct{ ID, Email, First, Last, Locale string }

// Of makes up who has that id: always the same.
func Of(id string) Person {
	return Person{
		ID: id, Email: fmt.Sprintf("customer-%s@example.com", strings.ToLower(id)),
		First: firsts[sum(id)%len(firsts)], Last: lasts[sum(id)/len(firsts)%len(lasts)], Locale: "en-GB",
	}
}

var (
	firsts = [...]string{"Maren", "Amina", "Jonas", "Hana", "Emeka", "Leila", "Goran", "Carmen"}
	lasts  = [...]string{"Oduya", "Diallo", "Ek", "Fontaine", "Haddad", "Ito", "Brandt"}
)

func sum(id string) int {
	n := 0
	for _, c := range []byte(id) {
		n = (n*31 + int(c)) % 1_000_003
	}
	return n
}
