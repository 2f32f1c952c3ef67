package report_test

import (
	"encoding/json"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"heed/shared/handlers/report"
	"heed/shared/heed"
	"heed/shared/records"
)

// back writes a row to which these things came back.
func (o *office) back(id byte, answer *heed.Response, suspects []heed.Response, notes []heed.Note) string {
	o.Helper()
	row := &heed.Row{RowRef: heed.RowRef{Day: heed.DayOf(noon, time.UTC)}, Response: answer, Suspects: suspects, Notes: notes}
	row.ID[0], row.Program, row.Ask = id, "support", heed.NPS
	row.Invitation = &heed.Invitation{To: "a@example.org", Sent: noon.Add(-time.Hour)}
	if err := (records.Store{Table: o.table}).PutRow(o.Context(), row); err != nil {
		o.Fatal(err)
	}
	return row.ID.String()
}

func (o *office) get(path string) *httptest.ResponseRecorder {
	h := &report.Handler{Config: o.config, Store: records.Store{Table: o.table}, Log: slog.New(slog.DiscardHandler), Now: func() time.Time { return noon }}
	w := httptest.NewRecorder()
	h.Routes().ServeHTTP(w, httptest.NewRequest(http.MethodGet, path, nil))
	return w
}

// What came back is listed by when it last did, and what a machine may have
// given stands apart, with what speaks for it.
func TestAnswersTellSuspectsApart(t *testing.T) {
	t.Parallel()
	o := newOffice(t)
	answer := o.back(1, &heed.Response{Score: 9, Channel: heed.Click, At: noon.Add(-30 * time.Minute), Comment: "<b>good</b>", Quotable: true}, nil, nil)
	suspect := o.back(2, nil, []heed.Response{{Score: 0, Channel: heed.Page, At: noon.Add(-20 * time.Minute), Evidence: heed.Unscripted | heed.AtDelivery}}, nil)
	noted := o.back(3, &heed.Response{Score: 3, Channel: heed.Page, At: noon.Add(-40 * time.Minute)}, nil, []heed.Note{{Kind: heed.Elsewhere, At: noon.Add(-10 * time.Minute), Score: 10}})
	for query, want := range map[string][]string{
		"": {noted, suspect, answer}, "?only=suspects": {suspect}, "?only=notes": {noted}, "?only=answers": {noted, answer},
		"?limit=1": {noted}, "?program=other": nil,
	} {
		var l struct {
			Rows []struct {
				ID       string
				Suspects []struct{ Evidence []string }
				Response *struct{ Channel string }
			}
		}
		if err := json.Unmarshal(o.get("/api/answers"+query).Body.Bytes(), &l); err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, r := range l.Rows {
			got = append(got, r.ID)
			if r.ID == suspect && (r.Response != nil || !cmp.Equal(r.Suspects[0].Evidence, []string{"unscripted", "at_delivery"})) {
				t.Errorf("the suspect is shown as %+v", r)
			}
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s: %s", query, diff)
		}
	}
	if w := o.get("/api/answers?only=liars"); w.Code != http.StatusBadRequest {
		t.Errorf("status %d", w.Code)
	}
	page := o.get("/answers").Body.String()
	for _, words := range []string{"&lt;b&gt;good&lt;/b&gt;", "suspect, not counted", "within seconds of the mail’s delivery", "sent from another browser", "may be published"} {
		if !strings.Contains(page, words) {
			t.Errorf("the page does not say %q", words)
		}
	}
}

// A rare thing is looked for among the latest of what came back, and that is
// said; what came later than the period is not read at all.
func TestAnswersLookAtTheLatest(t *testing.T) {
	t.Parallel()
	o := newOffice(t)
	store := records.Store{Table: o.table}
	put := func(n int, at time.Time, notes ...heed.Note) string {
		row := &heed.Row{RowRef: heed.RowRef{Day: heed.DayOf(noon, time.UTC)}, Response: &heed.Response{Score: 9, Channel: heed.Page, At: at}, Notes: notes}
		row.ID[0], row.ID[1], row.ID[2], row.Program, row.Ask = 1, byte(n>>8), byte(n), "support", heed.NPS
		row.Invitation = &heed.Invitation{To: "a@example.org", Sent: noon.Add(-time.Hour)}
		if err := store.PutRow(o.Context(), row); err != nil {
			t.Fatal(err)
		}
		return row.ID.String()
	}
	early := noon.Add(-2 * time.Hour)
	put(0, early, heed.Note{Kind: heed.Afterward, At: early, Score: heed.None, Text: "too early to be found"})
	for n := 1; n < 2000; n++ {
		put(n, early.Add(time.Duration(n)*time.Second))
	}
	late := noon.Add(-time.Minute)
	put(2000, noon.AddDate(0, 0, 1), heed.Note{Kind: heed.Afterward, At: late, Score: heed.None, Text: "of another day"})
	found := put(2001, late, heed.Note{Kind: heed.Afterward, At: late, Score: heed.None, Text: "late enough"})
	for query, want := range map[string]int{"?only=notes": 2000, "?limit=1": 0, "?only=notes&limit=2001": 0} {
		var l struct {
			Rows   []struct{ ID string }
			Looked int `json:"looked_at"`
		}
		if err := json.Unmarshal(o.get("/api/answers"+query).Body.Bytes(), &l); err != nil {
			t.Fatal(err)
		}
		if len(l.Rows) == 0 || l.Rows[0].ID != found || l.Looked != want {
			t.Errorf("%s: %d rows, the latest of them %v, %d looked at", query, len(l.Rows), l.Rows, l.Looked)
		}
	}
	if page := o.get("/answers?only=notes").Body.String(); !strings.Contains(page, "Only the latest 2,000 that came back") || strings.Contains(page, "too early to be found") || strings.Contains(page, "of another day") {
		t.Errorf("the page is %s", page)
	}
}
