package dynamo_test

import (
	"encoding/json"
	"errors"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"heed/shared/cloud/dynalite"
	"heed/shared/cloud/dynamo"
	"heed/shared/table"
)

// TestWhatIsSent holds what no test against one machine can see: dynalite has
// no stale replicas, and does not mind being asked for more than is used.
func TestWhatIsSent(t *testing.T) {
	var sent map[string]any
	ear := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		b, err := io.ReadAll(r.Body)
		if err != nil {
			t.Error(err)
		}
		sent = nil
		if err := json.Unmarshal(b, &sent); err != nil {
			t.Error(err)
		}
		_, action, _ := strings.Cut(r.Header.Get("X-Amz-Target"), ".")
		sent["action"] = action
		_, _ = io.WriteString(w, `{}`)
	}))
	defer ear.Close()
	free := &dynamo.Table{Client: dynalite.Client(ear.URL), Name: "x"}
	metered := &dynamo.Table{Client: free.Client, Name: "x", Meter: new(table.Meter)}
	query := func(q table.Query) error {
		_, err := free.Query(t.Context(), q)
		return err
	}
	get := func() error {
		_, err := free.Get(t.Context(), item("").Key)
		if errors.Is(err, table.ErrNotFound) {
			return nil
		}
		return err
	}
	for _, c := range []struct {
		name  string
		do    func() error
		field string
		want  any
	}{
		{"get", get, "ConsistentRead", true},
		{"query", func() error { return query(table.Query{PK: "a"}) }, "ConsistentRead", false},
		{"consistent query", func() error { return query(table.Query{PK: "a", Consistent: true}) }, "ConsistentRead", true},
		{"query of no limit", func() error { return query(table.Query{PK: "a"}) }, "Limit", nil},
		{"query of one partition of the table", func() error { return query(table.Query{PK: "a"}) }, "IndexName", nil},
		{"put", func() error { return free.PutIfAbsent(t.Context(), item("x")) }, "ReturnValues", "NONE"},
		{"delete", func() error { return free.Delete(t.Context(), item("x").Key, 0) }, "ReturnValues", "NONE"},
		{"metered put", func() error { return metered.PutIfVersion(t.Context(), item("x"), 1) }, "ReturnValues", "ALL_OLD"},
		{"delete of any version", func() error { return free.Delete(t.Context(), item("x").Key, 0) }, "ConditionExpression", nil},
	} {
		if err := c.do(); err != nil {
			t.Errorf("%s: %v", c.name, err)
		}
		if sent[c.field] != c.want {
			t.Errorf("%s: %s has %s %v, want %v", c.name, sent["action"], c.field, sent[c.field], c.want)
		}
	}
}
