package bench

import (
	"encoding/json"
	"net/http"
	"slices"
	"strings"
	"sync"
	"testing"

	"heed/shared/cloud"
	"heed/shared/cloud/dynamo"
	"heed/shared/cloud/standin"
	"heed/shared/heed"
	"heed/shared/records"
)

// A shelf is a DynamoDB that answers at once. It has the rows that were laid
// on it, takes every write for done and forgets it, so that each start finds
// the same; its queries find nothing.
type shelf struct {
	URL string

	mu    sync.Mutex
	items map[string]json.RawMessage // by key, as the SDK writes items
	laid  bool                       // nothing more is kept
}

func newShelf(tb testing.TB, rows ...*heed.Row) *shelf {
	s := &shelf{items: map[string]json.RawMessage{}}
	s.URL = "http://" + serve(tb, s)
	standin.Setenv(tb, "AWS_ENDPOINT_URL_DYNAMODB="+s.URL)
	store := records.Store{Table: dynamo.Open(cloud.Config(), "heed")}
	for _, row := range rows {
		if err := store.PutRow(tb.Context(), row); err != nil {
			tb.Fatal(err)
		}
	}
	s.laid = true
	return s
}

// An asking is what is read of a request.
type asking struct{ Key, Item json.RawMessage }

func (s *shelf) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	var in asking
	if err := json.NewDecoder(r.Body).Decode(&in); err != nil {
		http.Error(w, err.Error(), http.StatusBadRequest)
		return
	}
	_, operation, _ := strings.Cut(r.Header.Get("X-Amz-Target"), ".")
	w.Header().Set("Content-Type", "application/x-amz-json-1.0")
	_, _ = w.Write(s.answer(operation, &in)) // a program that is gone shows as ended
}

func (s *shelf) answer(operation string, in *asking) []byte {
	s.mu.Lock()
	defer s.mu.Unlock()
	switch operation {
	case "GetItem":
		if item, ok := s.items[keyOf(in.Key)]; ok {
			return slices.Concat([]byte(`{"Item":`), item, []byte(`}`))
		}
	case "PutItem":
		if !s.laid {
			s.items[keyOf(in.Item)] = in.Item
		}
	case "Query":
		return []byte(`{"Count":0,"Items":[],"ScannedCount":0}`)
	}
	return []byte("{}")
}

// keyOf names the item that has those attributes.
func keyOf(attributes json.RawMessage) string {
	var key struct {
		PK struct{ S string } `json:"pk"`
		SK struct{ B string } `json:"sk"`
	}
	if err := json.Unmarshal(attributes, &key); err != nil {
		return ""
	}
	return key.PK.S + " " + key.SK.B
}
