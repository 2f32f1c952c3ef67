package main

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"strconv"
	"strings"
	"testing"

	"heed/shared/heed"
)

// api answers one day's rows page by page, and checks what it is asked. The
// ids are the rows' places.
func api(t *testing.T, rows []string) (c exportTouchpoints, asked *int) {
	t.Helper()
	asked = new(int)
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		*asked++
		q := r.URL.Query()
		limit, _ := strconv.Atoi(q.Get("limit"))
		if r.URL.Path != "/api/touchpoints" || q.Get("from") != "2026-05-01" || q.Get("to") != "2026-05-01" || limit != 2000 {
			t.Errorf("asked for %s", r.URL)
		}
		after, err := strconv.Atoi(q.Get("after"))
		if q.Has("after") == (err != nil) {
			t.Errorf("asked for rows behind %q", q.Get("after"))
		}
		page, next := rows[after:], ""
		if len(page) > limit {
			page, next = page[:limit], fmt.Sprintf(`,"next":"%d"`, after+limit)
		}
		fmt.Fprintf(w, `{"rows":[%s]%s}`, strings.Join(page, ","), next)
	}))
	t.Cleanup(server.Close)
	return exportTouchpoints{exporting{at: at{At: server.URL}}}, asked
}

// lines exports the day.
func lines(t *testing.T, c exportTouchpoints) (list []string) {
	t.Helper()
	day, err := heed.ParseDay("2026-05-01")
	if err != nil {
		t.Fatal(err)
	}
	rows, err := c.day(t.Context(), &program{}, day)
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range rows {
		list = append(list, string(r.line))
	}
	return list
}

func exportedRow(touchpoint, decided string) string {
	return fmt.Sprintf(`{"id":"x","touchpoint":%q,"decision":{"decided_at":%q},"invitation":{"to":"ada@example.com"},"response":{"comment":"secret"}}`, touchpoint, decided)
}

// Rows come in the order of their decisions, without what is the customer's.
func TestExportOrdersRowsAndLeavesOutAddresses(t *testing.T) {
	c, _ := api(t, []string{
		exportedRow("c", "2026-05-01T12:00:00Z"), exportedRow("b", "2026-05-01T09:00:00.2Z"), exportedRow("a", "2026-05-01T12:00:00Z"),
	})
	got := lines(t, c)
	for i, want := range []string{`"touchpoint":"b"`, `"touchpoint":"a"`, `"touchpoint":"c"`} {
		if len(got) != 3 || !strings.Contains(got[i], want) || !strings.HasSuffix(got[i], "}\n") {
			t.Fatalf("lines %q", got)
		}
	}
	if all := strings.Join(got, ""); strings.Contains(all, "ada@") || strings.Contains(all, "secret") {
		t.Errorf("export %s", all)
	}
}

// A day has as many rows as it has, in one order over all pages.
func TestExportOfALongDay(t *testing.T) {
	for n, pages := range map[int]int{0: 1, 1999: 1, 2000: 1, 2001: 2, 12_345: 7} {
		rows := make([]string, n)
		for i := range rows {
			rows[i] = exportedRow(fmt.Sprintf("%05d", n-i), "2026-05-01T12:00:00Z")
		}
		c, asked := api(t, rows)
		got := lines(t, c)
		if len(got) != n || *asked != pages {
			t.Errorf("%d lines of %d rows, in %d pages", len(got), n, *asked)
		}
		for i, line := range got {
			if !strings.Contains(line, fmt.Sprintf(`"touchpoint":"%05d"`, i+1)) {
				t.Fatalf("line %d of %d is %s", i, n, line)
			}
		}
	}
}

// Today is that of the Heed which is exported, whatever this machine's clock.
func TestExportAsksWhichDayItIs(t *testing.T) {
	for _, c := range []struct{ from, to, first, last string }{
		{"", "", "2031-02-04", "2032-02-03"}, {"2032-02-01", "", "2032-02-01", "2032-02-03"}, {"", "2026-05-01", "2025-05-02", "2026-05-01"},
	} {
		server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			if r.URL.String() != "/api/scores" || c.to != "" {
				t.Errorf("asked for %s", r.URL)
			}
			fmt.Fprint(w, `{"figures":[{"from":"2032-01-05","to":"2032-02-03"}]}`)
		}))
		t.Cleanup(server.Close)
		e := exportTouchpoints{exporting{at: at{At: server.URL}, From: c.from, To: c.to}}
		first, last, err := e.days(t.Context(), &program{})
		if err != nil || first.String() != c.first || last.String() != c.last {
			t.Errorf("from %q to %q: %s to %s, %v", c.from, c.to, first, last, err)
		}
	}
}

// An API that names the same page for ever is told from one with many.
func TestExportEnds(t *testing.T) {
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		fmt.Fprintf(w, `{"rows":[%s],"next":"x"}`, exportedRow("a", "2026-05-01T12:00:00Z"))
	}))
	t.Cleanup(server.Close)
	c := exportTouchpoints{exporting{at: at{At: server.URL}}}
	if _, err := c.day(t.Context(), &program{}, 20574); err == nil || !strings.Contains(err.Error(), "do not come") {
		t.Errorf("error %v", err)
	}
}
