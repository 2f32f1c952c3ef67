package report

import (
	"context"
	"fmt"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"heed/shared/embedded"
	"heed/shared/heed"
	"heed/shared/queue"
	"heed/shared/records"
	"heed/shared/surveys"
)

// counting is a queue that counts what is put on it.
type counting int

func (c *counting) Put(_ context.Context, messages ...queue.Message) error {
	*c += counting(len(messages))
	return nil
}

// A kept batch of which a part is understood by now gives that part, and stays
// until all of it is.
func TestReplayOfAPart(t *testing.T) {
	file, err := embedded.Open(filepath.Join(t.TempDir(), "heed.db"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = file.Close() })
	q, store := new(counting), records.Store{Table: file.Table()}
	routes := (&Handler{
		Config: &surveys.Config{Zone: time.UTC, Sources: []surveys.Source{{Name: "crm", Type: "hubspot"}}},
		Store:  store, Queue: q, Now: func() time.Time { return noon }, Log: slog.New(slog.DiscardHandler),
	}).Routes()
	const won = `{"eventId":%d,"subscriptionType":"deal.creation","objectId":%d,"occurredAt":1795342000000}`
	one, two, none := fmt.Sprintf(won, 1, 5), fmt.Sprintf(won, 2, 6), `{"eventId":3,"subscriptionType":"deal.creation"}`
	for _, c := range []struct {
		body     string
		status   int
		says     string
		messages counting
		stays    bool
	}{
		{"[" + none + "]", 400, "still not understood: ", 0, true},
		{"[" + one + "," + none + "," + two + "," + one + "]", 200, `"touchpoints":2,"kept":"`, 2, true},
		{"[" + one + "," + one + "]", 200, `{"touchpoints":1}`, 1, false},
	} {
		k := heed.Kept{Source: "crm", At: noon, Why: "not understood", Body: []byte(c.body)}
		for _, part := range k.Parts() {
			if err := store.PutKept(t.Context(), part); err != nil {
				t.Fatal(err)
			}
		}
		*q = 0
		w := httptest.NewRecorder()
		routes.ServeHTTP(w, httptest.NewRequest(http.MethodPost, "/api/kept/"+k.ID.String()+"/replay", nil))
		if w.Code != c.status || !strings.Contains(w.Body.String(), c.says) || *q != c.messages {
			t.Errorf("%s: answered %d %s, with %d messages", c.body, w.Code, w.Body, *q)
		}
		if stays := strings.Contains(got(t, routes, "/api/kept"), k.ID.String()); stays != c.stays {
			t.Errorf("%s: it is kept still: %v", c.body, stays)
		}
	}
}
