package history_test

import (
	"bytes"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"heed/shared/heed"
	"heed/shared/history"
)

// all reads a history to its end or first error.
func all(text string, skip int) (lines []history.Line, r *history.Reader, err error) {
	r, err = history.NewReader(strings.NewReader(text), skip)
	if err != nil {
		return nil, nil, err
	}
	for l, err := range r.Lines() {
		if err != nil {
			return lines, r, err
		}
		lines = append(lines, *l)
	}
	return lines, r, nil
}

var ticket = history.Line{Touchpoint: heed.Touchpoint{
	Source: "zendesk", Kind: "ticket.solved", Object: "ticket:42", Occurrence: "2",
	At:       time.Date(2026, 5, 1, 9, 30, 0, 0, time.UTC),
	Customer: heed.Customer{ID: "7", Email: "ada@example.com", Account: "a1", Locale: "en-GB"},
	Team:     "Billing", Agent: "agent-1", Product: "Starter", Channel: "web", Tags: []string{"vip", "login"},
}}

const jsonTicket = `{"at":"2026-05-01T11:30:00+02:00","source":"zendesk","kind":"ticket.solved","object":"ticket:42","occurrence":"2",` +
	`"customer":{"id":"7","email":"ada@example.com","account":"a1","locale":"en-GB"},` +
	`"team":"Billing","agent":"agent-1","product":"Starter","channel":"web","tags":["vip","login"]}`

const csvTicket = "\ufeffat,Source,kind,object,occurrence,customer.id,customer.email,customer.account,customer.locale,team,agent,product,channel,tags\n" +
	`2026-05-01 09:30:00,zendesk,ticket.solved,ticket:42,2,7,ada@example.com,a1,en-GB,Billing,agent-1,Starter,web,"vip; login"` + "\r\n"

func TestFormatsSayTheSame(t *testing.T) {
	var packed bytes.Buffer
	z := gzip.NewWriter(&packed)
	if _, err := io.WriteString(z, csvTicket); err != nil || z.Close() != nil {
		t.Fatal(err)
	}
	for name, text := range map[string]string{
		"JSON": jsonTicket, "JSON with a newline": jsonTicket + "\n\n", "CSV": csvTicket, "gzip": packed.String(),
		"JSON after an empty line": " \r\n\n\t" + jsonTicket, "CSV after an empty line": "\ufeff \n" + strings.TrimPrefix(csvTicket, "\ufeff"),
		"semicolons": strings.ReplaceAll(strings.ReplaceAll(csvTicket, ",", ";"), "zendesk;", " zendesk;"),
		"tabs":       strings.ReplaceAll(csvTicket, ",", "\t"),
	} {
		lines, _, err := all(text, 0)
		if err != nil || len(lines) != 1 {
			t.Fatalf("%s: %d lines, %v", name, len(lines), err)
		}
		if diff := cmp.Diff(ticket, lines[0]); diff != "" {
			t.Errorf("%s: %s", name, diff)
		}
	}
}

func TestWrittenLinesAreReadAgain(t *testing.T) {
	barred := history.Line{
		Touchpoint: heed.Touchpoint{Source: "s", Kind: "k", Object: "o", Occurrence: "1", At: ticket.At},
		Person:     heed.Hash{1, 2}, Barred: heed.Unresolved,
	}
	var b []byte
	for _, l := range []history.Line{ticket, barred} {
		var err error
		if b, err = l.Append(b); err != nil {
			t.Fatal(err)
		}
	}
	lines, _, err := all(string(b), 0)
	if diff := cmp.Diff([]history.Line{ticket, barred}, lines); err != nil || diff != "" {
		t.Error(err, diff)
	}
}

// A row of Heed's own export has other words for some of it, and more.
func TestExport(t *testing.T) {
	const row = `{"id":"%032x","touchpoint":"00","day":"2026-05-01","source":"zendesk","kind":"ticket.solved","object":"ticket:42","occurrence":"1",` +
		`"at":"2026-05-01T09:30:00Z","customer":"0102030405060708090a0b0c0d0e0f10","dimensions":{"stage":["support"],"team":["Billing"],"tag":["a","b"],"locale":["de"]},` +
		`"program":"support","decision":{"asked":false,"reason":"%s","decided_at":"2026-05-01T09:31:00Z","chance_ppb":1},"invitation":null,"response":null}`
	for reason, want := range map[string]heed.Reason{
		"not_drawn": 0, "unresolved": heed.Unresolved, "suppressed": heed.Suppressed, "own_domain": heed.OwnDomain, "excluded_tag": 0,
	} {
		lines, _, err := all(fmt.Sprintf(row, 1, reason), 0)
		if err != nil {
			t.Fatal(err)
		}
		l := lines[0]
		if l.Barred != want || l.AddressAssumed() != (want == 0) {
			t.Errorf("%s: barred by %s, address assumed %v", reason, l.Barred, l.AddressAssumed())
		}
		if l.Team != "Billing" || len(l.Tags) != 2 || l.Customer.Locale != "de" || l.Person[0] != 1 || l.At.Minute() != 31 {
			t.Errorf("line %+v", l)
		}
	}
}

// Whose ledger a row was decided by is another than the customer's where it was
// the account's.
func TestExportNamesAccounts(t *testing.T) {
	const customer, account = "0102030405060708090a0b0c0d0e0f10", "1112131415161718191a1b1c1d1e1f10"
	for scope, want := range map[string]string{
		`"scope":"` + account + `",`: account, `"scope":"` + customer + `",`: "", `"scope":"",`: "", "": "",
		`"scope":"00000000000000000000000000000000",`: "",
	} {
		lines, _, err := all(`{`+scope+`"at":"2026-05-01T09:30:00Z","source":"s","kind":"k","object":"o","customer":"`+customer+`","decision":{}}`, 0)
		if err != nil || lines[0].Customer.Account != want {
			t.Errorf("%s: account %q, %v", scope, lines[0].Customer.Account, err)
		}
	}
}

// The word alone makes no export of a line: a tag may be called so.
func TestDecisionsElsewhere(t *testing.T) {
	for name, text := range map[string]string{
		"a tag":  `{"at":"2026-05-01","source":"s","kind":"k","object":"o","customer":{"id":"7"},"tags":["decision"]}`,
		"a team": `{"at":"2026-05-01","source":"s","kind":"k","object":"o","customer":{"id":"7"},"team":"decision"}`,
	} {
		if lines, _, err := all(text, 0); err != nil || len(lines) != 1 || lines[0].Customer.ID != "7" {
			t.Errorf("%s: %+v, %v", name, lines, err)
		}
	}
	if _, _, err := all(`{"decision":null,"customer":"0102"}`, 0); err == nil || !strings.Contains(err.Error(), "as a history has it") {
		t.Errorf("no decision: %v", err)
	}
	if _, _, err := all(`{"decision":{},"customer":{"id":"7"}}`, 0); err == nil || !strings.Contains(err.Error(), "as Heed exports it") {
		t.Errorf("no hash: %v", err)
	}
}

func TestMistakes(t *testing.T) {
	const header = "at,source,kind,object,customer.id\n"
	for _, test := range []struct{ name, text, want string }{
		{"nothing", "", "is empty"},
		{"only space", " \n\n", "is empty"},
		{"an array", " [{}]", "jq -c '.[]'"},
		{"UTF-16", "\xff\xfea\x00", "save it as UTF-8"},
		{"UTF-16 without a mark", "\x00{", "save it as UTF-8"},
		{"lines above JSON", "\n\n{}", "line 3: at is missing"},
		{"lines above CSV", "\n\n" + header + "\nyesterday,s,k,o,1\n", "line 5: at is no time"},
		{"lines above bad CSV", "\n" + header + "x\n", "line 3: is not CSV"},
		{"tabs and an empty column", "at\tsource\tkind\tobject\tcustomer.id\n2026-05-01\ts\t\to\t1\n", "line 2: kind is missing"},
		{"no header", "2026-05-01,zendesk\n", "there is no column"},
		{"wrong column", "at,source,knid\n", `no column "knid"; the columns are at, source, kind`},
		{"column twice", "at,at\n", "there twice"},
		{"no object", "at,source,kind,customer.id\n", `no column "object"`},
		{"too few fields", header + "2026-05-01,s,k,o,1\n2026-05-01,s\n", "line 3: is not CSV: wrong number of fields"},
		{"no time", header + "yesterday,s,k,o,1\n", "line 2: at is no time"},
		{"old", header + "1926-05-01,s,k,o,1\n", "line 2: at lies outside of 2000 to 2100"},
		{"no customer", header + "2026-05-01,s,k,o,\n", "line 2: customer is missing"},
		{"open quote", header + `2026-05-01,s,k,"` + strings.Repeat("o\n", history.LongestLine), "longer than a megabyte"},
		{"unknown field", `{"at":"2026-05-01","tag":["a"]}`, `line 1: is not JSON as a history has it: json: unknown field "tag"`},
		{"unknown field of the customer", `{"customer":{"mail":"a@example.com"}}`, `unknown field "mail"`},
		{"no kind", "{}\n", "line 1: at is missing"},
		{"two on a line", jsonTicket + jsonTicket, "more than one value"},
		{"no address", `{"at":"2026-05-01","source":"s","kind":"k","object":"o","customer":{"email":"ada"}}`, "is no address"},
		{"no hash", `{"at":"2026-05-01","source":"s","kind":"k","object":"o","customer":{"hash":"0102"}}`, "32 hexadecimal digits"},
		{"no hash for a scope", `{"at":"2026-05-01","source":"s","kind":"k","object":"o","customer":"0102030405060708090a0b0c0d0e0f10","scope":"12","decision":{}}`, "line 1: scope is not 32"},
		{"long", `{"at":"` + strings.Repeat("9", history.LongestLine) + `"}`, "line 1: is longer than a megabyte"},
	} {
		t.Run(test.name, func(t *testing.T) {
			_, _, err := all(test.text, 0)
			if err == nil || !strings.Contains(err.Error(), test.want) {
				t.Errorf("error %v, want %q", err, test.want)
			}
		})
	}
}

func TestBadLinesAreSkippedUpToALimit(t *testing.T) {
	long := `{"at":"` + strings.Repeat("9", 2*history.LongestLine) + `"}`
	for name, text := range map[string]string{
		"JSON": strings.Join([]string{jsonTicket, "{", long, jsonTicket, "{}", jsonTicket}, "\n"),
		"CSV":  "at,source,kind,object,customer.id\n2026-05-01,s,k,o,1\nx,y\n2026-05-01,s,\"k\"x,o,1\n2026-05-01,s,k,o,2\n,,,,\n2026-05-01,s,k,o,3\n",
	} {
		lines, r, err := all(text, 3)
		if err != nil || len(lines) != 3 {
			t.Errorf("%s: %d lines, %v", name, len(lines), err)
			continue
		}
		if n, first := r.Skipped(); n != 3 || len(first) != 3 || first[1].Line == 0 {
			t.Errorf("%s: skipped %d, %v", name, n, first)
		}
		lines, _, err = all(text, 2)
		var bad *history.Error
		if !errors.As(err, &bad) || len(lines) != 2 {
			t.Errorf("%s: %d lines, %v", name, len(lines), err)
		}
	}
}

// FuzzHistory: whatever a file holds, reading it ends, no line is half read,
// and what was read can be written and read again.
func FuzzHistory(f *testing.F) {
	f.Add([]byte(jsonTicket+"\n{}\n"), 1)
	f.Add([]byte(csvTicket), 0)
	f.Add([]byte("\x1f\x8b\x08"), 2)
	f.Add([]byte("at,source,kind,object,customer.hash,reachable\n2026-05-01,s,k,o,0102030405060708090a0b0c0d0e0f10,no\n\"\n"), 9)
	f.Fuzz(func(t *testing.T, text []byte, skip int) {
		lines, _, _ := all(string(text), skip)
		for _, l := range lines {
			if l.Source == "" || l.Kind == "" || l.Object == "" || l.Occurrence == "" || l.At.Year() < 2000 ||
				l.Customer.ID == "" && l.Customer.Email == "" && l.Person.IsZero() {
				t.Fatalf("half a line: %+v", l)
			}
			b, err := l.Append(nil)
			if err != nil {
				t.Skip("too long once escaped")
			}
			again, _, err := all(string(b), 0)
			if err != nil || len(again) != 1 || again[0].ID() != l.ID() && string(b) == strings.ToValidUTF8(string(b), "") && valid(l) {
				t.Fatalf("%s: %v %+v", b, err, again)
			}
		}
	})
}

// valid reports whether JSON can say the line's name: it knows no broken UTF-8.
func valid(l history.Line) bool {
	name := l.Source + l.Kind + l.Object + l.Occurrence
	return strings.ToValidUTF8(name, "") == name
}

func BenchmarkLines(b *testing.B) {
	for name, text := range map[string]string{"JSON": jsonTicket + "\n", "CSV": strings.SplitAfter(csvTicket, "\n")[1]} {
		b.Run(name, func(b *testing.B) {
			head := ""
			if name == "CSV" {
				head = strings.SplitAfter(csvTicket, "\n")[0]
			}
			many := head + strings.Repeat(text, 1000)
			b.SetBytes(int64(len(many)))
			b.ReportAllocs()
			for b.Loop() {
				if lines, _, err := all(many, 0); err != nil || len(lines) != 1000 {
					b.Fatal(len(lines), err)
				}
			}
		})
	}
}
