package report

import (
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
	"heed/shared/records"
	"heed/shared/surveys"
)

func TestTooManyRowsAreSaid(t *testing.T) {
	usual := mostExact
	mostExact = 3
	defer func() { mostExact = usual }()
	file, err := embedded.Open(filepath.Join(t.TempDir(), "heed.db"))
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	config, err := surveys.Load([]byte(`
brand: {name: Acme}
sources: [{name: zendesk, type: zendesk}]
programs:
  - {name: support, ask: csat, stage: support, when: {kinds: [ticket.solved]}, rate: 10%}
`))
	if err != nil {
		t.Fatal(err)
	}
	noon := time.Date(2026, 11, 20, 12, 0, 0, 0, time.UTC)
	h := &Handler{Config: config, Store: records.Store{Table: file.Table()}, Now: func() time.Time { return noon }, Log: slog.New(slog.DiscardHandler)}
	routes, today := h.Routes(), heed.DayOf(noon, config.Zone)
	for n := range 5 {
		row := &heed.Row{
			RowRef: heed.RowRef{Day: today - heed.Day(n), ID: heed.RowID{byte(n)}}, Kind: "ticket.solved",
			Decision: heed.Decision{Program: "support", Ask: heed.CSAT, Reason: heed.NotDrawn, Decided: noon},
		}
		if err := h.Store.PutRow(t.Context(), row); err != nil {
			t.Fatal(err)
		}
		for _, query := range []string{"variance=customers", "estimand=customer-weighted"} {
			w := httptest.NewRecorder()
			routes.ServeHTTP(w, httptest.NewRequest(http.MethodGet, "/api/scores?"+query, nil))
			want, text := http.StatusOK, fmt.Sprintf(`"population":%d`, n+1)
			if n >= 3 {
				want, text = http.StatusRequestEntityTooLarge, "ask for fewer days"
			}
			if w.Code != want || !strings.Contains(w.Body.String(), text) {
				t.Errorf("%d rows: %d %s", n+1, w.Code, w.Body)
			}
		}
	}
	for _, query := range []string{"estimand=median", "variance=robust", "period=2026-10&from=2026-10-01", "period=October", "by=customer", "program=none"} {
		w := httptest.NewRecorder()
		routes.ServeHTTP(w, httptest.NewRequest(http.MethodGet, "/api/scores?"+query, nil))
		if w.Code != http.StatusBadRequest {
			t.Errorf("%s: %d %s", query, w.Code, w.Body)
		}
	}
}
