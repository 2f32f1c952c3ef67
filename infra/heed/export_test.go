package main

import (
	"bytes"
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"heed/shared/heed"
)

// api answers one day's rows, and checks what it is asked.
func api(t *testing.T, rows []string) at {
	t.Helper()
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		q := r.URL.Query()
		if r.URL.Path != "/api/touchpoints" || q.Get("from") != "2026-05-01" || q.Get("to") != "2026-05-01" || q.Get("limit") != "10000" {
			t.Errorf("asked for %s", r.URL)
		}
		fmt.Fprintf(w, `{"rows":[%s]}`, strings.Join(rows, ","))
	}))
	t.Cleanup(server.Close)
	return at{At: server.URL}
}

func exportedRow(touchpoint, decided string) string {
	return fmt.Sprintf(`{"id":"x","touchpoint":%q,"decision":{"decided_at":%q},"invitation":{"to":"ada@example.com"},"response":{"comment":"secret"}}`, touchpoint, decided)
}

// Rows come in the order of their decisions, without what is the customer's.
func TestExportOrdersRowsAndLeavesOutAddresses(t *testing.T) {
	c := exportTouchpoints{at: api(t, []string{
		exportedRow("c", "2026-05-01T12:00:00Z"), exportedRow("b", "2026-05-01T09:00:00.2Z"), exportedRow("a", "2026-05-01T12:00:00Z"),
	})}
	day, err := heed.ParseDay("2026-05-01")
	if err != nil {
		t.Fatal(err)
	}
	rows, err := c.day(t.Context(), &program{}, day)
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	if err := writeRowLines(&out, rows); err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(strings.TrimSpace(out.String()), "\n")
	for i, want := range []string{`"touchpoint":"b"`, `"touchpoint":"a"`, `"touchpoint":"c"`} {
		if len(lines) != 3 || !strings.Contains(lines[i], want) {
			t.Fatalf("lines %q", lines)
		}
	}
	if strings.Contains(out.String(), "ada@") || strings.Contains(out.String(), "secret") {
		t.Errorf("export %s", out.String())
	}
}

// A day that may have more rows than the API gives is an error, not a part.
func TestExportLeavesNothingOut(t *testing.T) {
	rows := make([]string, perDay)
	for i := range rows {
		rows[i] = exportedRow(fmt.Sprint(i), "2026-05-01T12:00:00Z")
	}
	c := exportTouchpoints{at: api(t, rows)}
	day, _ := heed.ParseDay("2026-05-01")
	if _, err := c.day(t.Context(), &program{}, day); heed.CodeOf(err) != heed.TooLarge || !strings.Contains(err.Error(), "2026-05-01") {
		t.Errorf("error %v", err)
	}
}
