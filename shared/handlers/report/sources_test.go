package report

import (
	"log/slog"
	"net/http"
	"net/http/httptest"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"heed/shared/boards"
	"heed/shared/embedded"
	"heed/shared/heed"
	"heed/shared/records"
	"heed/shared/surveys"
)

var noon = time.Date(2026, 11, 20, 11, 30, 0, 0, time.UTC)

// watched is a report on two sources, of which the first has had deliveries
// today, six and seven days ago, and long ago.
func watched(t *testing.T) http.Handler {
	t.Helper()
	file, err := embedded.Open(filepath.Join(t.TempDir(), "heed.db"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = file.Close() })
	zone, err := time.LoadLocation("Europe/Berlin")
	if err != nil {
		t.Fatal(err)
	}
	store := records.Store{Table: file.Table()}
	today := heed.DayOf(noon, zone)
	for i, ago := range []heed.Day{0, 0, 6, 7, 34, 35} {
		at := noon.AddDate(0, 0, -int(ago))
		tally := &heed.Tally{ID: heed.TallyID{byte(i)}, Source: "desk", Day: today - ago, Deliveries: 10, Idle: 3, Kept: 1, Delivered: at}
		tally.Rejected[heed.RejectedForged] = 2
		if ago == 0 || ago == 7 {
			tally.InVain(heed.Trouble(i%heed.Troubles), i > 0, at.Add(-2*time.Hour))
			tally.InVain(heed.TroubleLocked, false, at.Add(-time.Hour))
		}
		tally.Came(&heed.Touchpoint{At: at.Add(-90 * time.Second)}, at)
		if err := store.PutTally(t.Context(), tally); err != nil {
			t.Fatal(err)
		}
	}
	return (&Handler{
		Config: &surveys.Config{Zone: zone, Brand: surveys.Brand{Name: "Acme"}, Sources: []surveys.Source{{Name: "desk", Type: "zendesk"}, {Name: "crm", Type: "hubspot"}}},
		Store:  store, Base: "https://heed.example.com", Nav: []boards.Link{{Text: "Mailbox", Path: "/local/mail"}},
		Now: func() time.Time { return noon }, Log: slog.New(slog.DiscardHandler),
	}).Routes()
}

func got(t *testing.T, h http.Handler, path string) string {
	t.Helper()
	w := httptest.NewRecorder()
	h.ServeHTTP(w, httptest.NewRequest(http.MethodGet, path, nil))
	if w.Code != http.StatusOK {
		t.Fatalf("%s answered %d %s", path, w.Code, w.Body)
	}
	return w.Body.String()
}

func TestSourcesByTheAPI(t *testing.T) {
	want := `{"sources":[` +
		`{"name":"desk","type":"zendesk","url":"https://heed.example.com/hooks/desk","last_delivery":"2026-11-20T12:30:00+01:00","last_touchpoint":"2026-11-20T12:28:30+01:00",` +
		`"median_delay":{"from_seconds":64,"until_seconds":128},"vendor_trouble":{"why":"locked_out","last":"2026-11-20T11:30:00+01:00"},` +
		`"today":{"deliveries":20,"touchpoints":2,"of_no_interest":6,"kept":2,"rejected":{"forged":4},"asked_in_vain":{"busy":1,"locked_out":2,"not_answering":1},"unresolved":1},` +
		`"last_7_days":{"deliveries":30,"touchpoints":3,"of_no_interest":9,"kept":3,"rejected":{"forged":6},"asked_in_vain":{"busy":1,"locked_out":2,"not_answering":1},"unresolved":1}},` +
		`{"name":"crm","type":"hubspot","url":"https://heed.example.com/hooks/crm",` +
		`"today":{"deliveries":0,"touchpoints":0,"of_no_interest":0,"kept":0,"rejected":{},"asked_in_vain":{},"unresolved":0},` +
		`"last_7_days":{"deliveries":0,"touchpoints":0,"of_no_interest":0,"kept":0,"rejected":{},"asked_in_vain":{},"unresolved":0}}],"zone":"Europe/Berlin"}` + "\n"
	if diff := cmp.Diff(want, got(t, watched(t), "/api/sources")); diff != "" {
		t.Errorf("answered (-want +got):\n%s", diff)
	}
}

func TestSourcesAsAPage(t *testing.T) {
	page := got(t, watched(t), "/sources")
	for _, want := range []string{
		`<a href="/">Scores</a><a href="/support">Support</a>`, `<a href="/answers">Answers</a><a href="/sources" aria-current="page">Sources</a><a href="/local/mail">Mailbox</a>`,
		"https://heed.example.com/hooks/desk", "20 Nov 2026, 12:30", "about 1 to 2 min", "Signature does not match",
		"Nothing has come yet", "docs/sources/hubspot.md",
		"Zendesk does not let Heed ask", "last so on", "11:30</time>", "heed credential desk",
	} {
		if !strings.Contains(page, want) {
			t.Errorf("the page does not say %q", want)
		}
	}
	if strings.Count(got(t, watched(t), "/"), `href="/sources"`) != 1 {
		t.Error("the dashboard does not lead to it")
	}
}
