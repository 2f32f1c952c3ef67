package main

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"net/url"
	"slices"
	"strings"
	"testing"
)

// opened is what a program reads in a CSV export: the values as they were, one
// apostrophe taken off where one stands first.
func opened(t testing.TB, columns []string, records ...record) []map[string]string {
	t.Helper()
	var b bytes.Buffer
	l := newLines(&b, "csv", columns)
	if err := l.put(records); err != nil {
		t.Fatal(err)
	}
	if err := l.end(); err != nil {
		t.Fatal(err)
	}
	rows, err := csv.NewReader(&b).ReadAll()
	if err != nil || len(rows) != len(records)+1 || !slices.Equal(rows[0], columns) {
		t.Fatalf("%d rows, %v", len(rows), err)
	}
	var list []map[string]string
	for _, row := range rows[1:] {
		m := map[string]string{}
		for i, value := range row {
			if computes(value) && !isNumber(value) {
				t.Errorf("%s would be computed: %q", columns[i], value)
			}
			m[columns[i]] = strings.TrimPrefix(value, "'")
		}
		list = append(list, m)
	}
	return list
}

func computes(value string) bool {
	return value != "" && strings.ContainsAny(strings.TrimLeft(value, `" `)[:min(1, len(strings.TrimLeft(value, `" `)))], "=+-@\t\r\n")
}

func isNumber(value string) bool { return strings.Trim(value, "-0123456789") == "" && value != "-" }

// As a CSV reader has line ends, and what is no UTF-8.
func plain(s string) string {
	return strings.ToValidUTF8(strings.ReplaceAll(strings.ReplaceAll(s, "\r\n", "\n"), "\r", "\n"), "\uFFFD")
}

func FuzzExport(f *testing.F) {
	for _, s := range []string{"", "=1+1", "+1", "-1", "@SUM(1)", "\t=1", "\r=1", "\"=1", "'=1", "'", "''", "＝1", "a,b\"c\r\nd", "\xff", " =1", "\"", "“=1", "-2+3+cmd|' /C calc'!A0"} {
		f.Add(s, s)
	}
	f.Fuzz(func(t *testing.T, a, b string) {
		row := &exported{ID: a, Source: b, Kind: a, Object: b, Occurrence: a, At: b, Customer: a, Scope: b, Program: a, Dimensions: map[string][]string{a: {b, a}, b: {b}}}
		row.Decision.Reason, row.Decision.Stratum, row.Decision.Config, row.Facts.Currency, row.Facts.Amount = a, b, a, b, -1234
		text, err := json.Marshal(row)
		if err != nil {
			t.Fatal(err)
		}
		if *row, err = exportOf(text); err != nil {
			t.Fatal(err)
		}
		a, b = strings.ToValidUTF8(a, "\uFFFD"), strings.ToValidUTF8(b, "\uFFFD")
		got := opened(t, touchpointColumns, row)[0]
		for name, want := range map[string]string{"id": row.ID, "source": row.Source, "kind": row.Kind, "object": row.Object, "reason": row.Decision.Reason, "stratum": row.Decision.Stratum, "config": row.Decision.Config, "currency": row.Facts.Currency, "program": row.Program} {
			if got[name] != plain(want) {
				t.Errorf("%s is %q, want %q", name, got[name], plain(want))
			}
		}
		if dims, err := url.ParseQuery(got["dimensions"]); err != nil || len(dims) != len(row.Dimensions) || got["amount"] != "-1234" {
			t.Errorf("dimensions %q (%v), amount %s", got["dimensions"], err, got["amount"])
		}
		said := &answer{}
		said.Response = &struct {
			Score    int    `json:"score"`
			Channel  string `json:"channel"`
			At       string `json:"at"`
			Comment  string `json:"comment"`
			Quotable bool   `json:"quotable"`
		}{7, a, b, a + b, true}
		if got := opened(t, answerColumns, said)[0]; got["comment"] != plain(a+b) || got["channel"] != plain(a) || got["score"] != "7" {
			t.Errorf("the answer is %v", got)
		}
		cell := &summed{Program: a, Dimension: b, Value: a, Kind: b, N: 12, Weight: "340282366920938463463374607431768211455"}
		if got := opened(t, cellColumns, cell)[0]; got["value"] != plain(a) || got["dimension"] != plain(b) || got["touchpoints"] != "12" || got["weight_millionths"] != cell.Weight || got["answers_10"] != "0" {
			t.Errorf("the cell is %v", got)
		}
	})
}

// Line ends are those of RFC 4180, and an answer's JSON has no address.
func TestExportedAnswers(t *testing.T) {
	a, err := answerOf([]byte(`{"id":"x","invitation":{"to":"ada@example.com"},"response":{"score":3,"channel":"page","at":"2026-05-01T12:00:00Z","comment":"=so\nso"}}`))
	if err != nil {
		t.Fatal(err)
	}
	if text := string(a.json()); strings.Contains(text, "ada@") || !strings.Contains(text, `"comment":"=so\nso"`) {
		t.Error(text)
	}
	var b bytes.Buffer
	l := newLines(&b, "csv", answerColumns)
	if err := l.put([]record{a}); err != nil || l.end() != nil {
		t.Fatal(err)
	}
	if text := b.String(); !strings.HasSuffix(text, ",3,page,2026-05-01T12:00:00Z,false,\"'=so\r\nso\"\r\n") {
		t.Errorf("%q", text)
	}
	if _, err := answerOf([]byte(`{"id":"x"}`)); err == nil {
		t.Error("a row without an answer is taken")
	}
}
