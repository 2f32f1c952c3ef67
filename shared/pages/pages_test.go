package pages_test

import (
	"crypto/sha256"
	"encoding/base64"
	"io"
	"net/http"
	"strings"
	"testing"
	"time"

	"golang.org/x/net/html"

	"heed/shared/heed"
	"heed/shared/pages"
	"heed/shared/surveys"
)

// filling is the text that a page is filled with wherever it takes any.
type filling struct{ brand, color, text, path string }

var harmless = filling{"Acme", "#0b6e4f", "Billing", "/local/mail"}

// sheet is a page's name, what writes it, and the headers that go with it.
type sheet struct {
	name    string
	write   func(io.Writer) error
	headers func(http.Header)
}

// every lists all pages, filled with f.
func every(f filling) []sheet {
	look := pages.Look{Brand: surveys.Brand{Name: f.brand, Color: f.color, Review: "https://reviews.example.com/" + f.path}, Locale: f.text}
	customer := func(h http.Header) { pages.Headers(h, look.Brand) }
	list := []sheet{
		{"dashboard", func(w io.Writer) error { return pages.Dashboard(w, dashboard(f)) }, pages.OperatorHeaders},
		{"dashboard, for readers", func(w io.Writer) error {
			d := dashboard(f)
			d.Reader, d.Reasons, d.Decisions = true, nil, f.path
			return pages.Dashboard(w, d)
		}, pages.OperatorHeaders},
		{"dashboard, decisions elsewhere", func(w io.Writer) error {
			return pages.Dashboard(w, &pages.DashboardData{Brand: f.brand, Decisions: "?" + f.path})
		}, pages.OperatorHeaders},
		{"dashboard, empty", func(w io.Writer) error { return pages.Dashboard(w, &pages.DashboardData{Brand: f.brand}) }, pages.OperatorHeaders},
		{"sources", func(w io.Writer) error { return pages.Sources(w, doors(f)) }, pages.OperatorHeaders},
		{"sources, none", func(w io.Writer) error { return pages.Sources(w, &pages.SourcesData{Brand: f.brand}) }, pages.OperatorHeaders},
		{"mailbox", func(w io.Writer) error { return pages.Mailbox(w, mailbox(f)) }, pages.OperatorHeaders},
		{"mailbox, empty", func(w io.Writer) error { return pages.Mailbox(w, &pages.MailboxData{Brand: f.brand}) }, pages.OperatorHeaders},
	}
	list = append(list, peaceful(f, look)...)
	for name, q := range map[string]pages.Question{
		"nps": {Ask: heed.NPS}, "csat": {Ask: heed.CSAT}, "ces": {Ask: heed.CES},
		"smileys": {Ask: heed.CSAT, Style: surveys.Smileys}, "thumbs": {Ask: heed.CSAT, Style: surveys.Thumbs},
	} {
		own := pages.Question{Ask: q.Ask, Style: q.Style, Own: pages.Said{Words: f.text, Lang: f.text}, Agent: f.text, Low: pages.Said{Words: f.text, Lang: f.text}, High: pages.Said{Words: f.text}}
		g := pages.Given{Score: 5, Page: f.text, Quote: true, Thanks: pages.Said{Words: f.text}, Follow: pages.Said{Words: f.text, Lang: f.text}}
		heard := g
		heard.Heard = true
		list = append(list,
			sheet{"survey " + name, func(w io.Writer) error { return pages.Survey(w, look, own, 5, f.text) }, customer},
			sheet{"survey " + name + ", none", func(w io.Writer) error { return pages.Survey(w, look, q, pages.None, f.text) }, customer},
			sheet{"again " + name, func(w io.Writer) error { return pages.Again(w, look, own, f.text, g) }, customer},
			sheet{"thanks " + name, func(w io.Writer) error { return pages.Thanks(w, look, own, g) }, customer},
			sheet{"thanks " + name + ", heard", func(w io.Writer) error { return pages.Thanks(w, look, own, heard) }, customer},
			sheet{"which " + name, func(w io.Writer) error { return pages.Which(w, look, pages.Given{Page: f.text, Quote: true}) }, customer},
		)
	}
	for name, write := range map[string]func(io.Writer, pages.Look) error{
		"answered": pages.Answered, "elsewhere": pages.Elsewhere, "expired": pages.Expired, "not found": pages.NotFound,
		"trouble": pages.Trouble, "unsubscribe": pages.Unsubscribe, "unsubscribed": pages.Unsubscribed,
	} {
		list = append(list, sheet{name, func(w io.Writer) error { return write(w, look) }, customer})
	}
	return list
}

func dashboard(f filling) *pages.DashboardData {
	whole := pages.Measure{
		Shown: true, Score: "-8", Interval: "-21 to 5", At: -8, Low: -21, High: 5,
		Touchpoints: 12345, Asked: 400, Answered: 102, Effective: 88.4, Rate: 0.255, Settled: true, Respondents: 60, Doubtful: 3,
		Adjusted: &pages.Adjusted{Score: "-10", Interval: "-24 to 4", At: -10, Low: -24, High: 4},
	}
	rough, few := whole, pages.Measure{Reason: "too few to show", Score: "77", Answered: 3, Rate: -1}
	rough.IntervalOnly, rough.Settled = true, false
	parts := []pages.PartData{{Value: f.text, Measure: whole, Apart: "5 to 19 points above the rest", Rank: "rank 1 (1 to 2)"}, {Value: "b", Measure: rough}, {Value: "c", Measure: few}}
	d := &pages.DashboardData{
		Brand: f.brand, Nav: []pages.Link{{Text: f.text, Path: f.path, Here: true}}, Notices: []string{f.text},
		From: f.text, To: f.text, Zone: f.text, By: "team", Dimensions: []string{"team", f.text},
		Periods: []pages.Link{{Text: f.text, Path: f.path}, {Text: "October", Path: "?period=2026-10", Here: true}}, Period: f.text,
		Journeys: []pages.JourneyData{{Ask: heed.NPS, All: whole, Stages: []pages.StageData{
			{Stage: "support", Program: f.text, Share: 0.7, Measure: whole}, {Stage: f.text, Program: "b", Share: 0.3, Measure: few},
		}}},
		Reasons: []pages.ReasonCount{{Reason: heed.Asked, Count: 1}, {Reason: heed.Quiet, Count: 999}, {Reason: 99, Count: 0}},
	}
	spread, evenness := 0.04, 0.92
	rates := pages.RatesData{Spread: &spread, Evenness: &evenness, Classes: []pages.ClassData{
		{Kind: f.text, Band: 1, Touchpoints: 90, Asked: 40, Answered: 10, Rate: 0.25}, {Kind: "b", Band: 200},
	}}
	for i, m := range []pages.Measure{whole, rough, few} {
		ask := []heed.Ask{heed.NPS, heed.CSAT, heed.CES}[i]
		d.Programs = append(d.Programs, pages.ProgramData{Name: f.text, Stage: f.text, Question: pages.Question{Ask: ask, Own: pages.Said{Words: f.text}}, All: m, Parts: parts, Audit: &pages.AuditData{Drawn: 500, Expected: 400, Alarm: i == 0}, Rates: rates})
	}
	return d
}

// doors are a source that works, one that is rejected in every way, one that
// makes nothing, one that fell silent, and one that never posted.
func doors(f filling) *pages.SourcesData {
	at := time.Date(2026, 11, 20, 10, 3, 0, 0, time.UTC)
	day := heed.Tally{Deliveries: 1234, Touchpoints: 987, Idle: 240, Kept: 2}
	day.Delays[9], day.Rejected[heed.RejectedStale] = 900, 5
	week := day
	for range 6 {
		week.Add(&day)
	}
	week.InVain(heed.TroubleLocked, true, at)
	rejected, idle := heed.Tally{Deliveries: 36}, heed.Tally{Deliveries: 12, Idle: 12}
	for i := range rejected.Rejected {
		rejected.Rejected[i] = uint64(i) + 1
	}
	return &pages.SourcesData{Brand: f.brand, Nav: []pages.Link{{Text: f.text, Path: f.path, Here: true}}, Zone: f.text, Sources: []pages.SourceData{
		{Name: f.text, Type: "zendesk", Address: "heed" + f.path, Delivered: at, Happened: at.Add(-7 * time.Minute), Today: day, Week: week, Trouble: heed.TroubleLocked, Troubled: at, Recent: true},
		{Name: "crm", Type: f.text, Address: "heed" + f.path, Delivered: at, Week: rejected},
		{Name: "desk", Type: "helpscout", Delivered: at, Today: idle, Week: idle},
		{Name: "silent", Type: "hubspot", Delivered: at.AddDate(0, 0, -20), Happened: at.AddDate(0, 0, -20)},
		{Name: "new", Type: "salesforce"},
	}}
}

func mailbox(f filling) *pages.MailboxData {
	line := pages.MailLine{ID: "m-1", To: f.text, Subject: f.text, At: time.Unix(1_790_000_000, 0).UTC()}
	return &pages.MailboxData{
		Brand: f.brand, Nav: []pages.Link{{Text: f.text, Path: f.path}}, Mails: []pages.MailLine{line, {ID: f.text}},
		Open: &pages.MailData{MailLine: line, From: f.text, ReplyTo: "r" + f.text, Headers: [][2]string{{f.text, f.text}}, Text: f.text, HTML: true, Came: pages.CameData{
			Reply: pages.CameNote, Steps: []pages.MailStep{{Text: f.text, Mail: f.text, At: line.At}, {Text: f.text}},
			Back: &pages.BackData{Program: f.text, Ask: heed.CSAT, Path: f.path, At: line.At, Answer: &heed.Response{Score: 4, Comment: f.text}, Notes: []heed.Note{{Kind: heed.Forwarded, Score: heed.None, Text: f.text}}},
		}},
	}
}

func written(t *testing.T, s sheet) string {
	t.Helper()
	var b strings.Builder
	if err := s.write(&b); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// TestPolicyAllowsOursAndNothingElse: the styles and the script of each page
// are allowed by their hashes, and there is nothing else that could be.
func TestPolicyAllowsOursAndNothingElse(t *testing.T) {
	for _, color := range []string{"#0b6e4f", "#FFCC00", "", "red}</style>"} {
		for _, s := range every(filling{"Acme", color, "x", "/"}) {
			h := http.Header{}
			s.headers(h)
			policy := h.Get("Content-Security-Policy")
			if !strings.HasPrefix(policy, "default-src 'none'; ") || strings.Contains(policy, "unsafe") {
				t.Errorf("%s: %s", s.name, policy)
			}
			for _, want := range []string{"form-action 'self'", "frame-ancestors 'none'", "base-uri 'none'"} {
				if !strings.Contains(policy, want) {
					t.Errorf("%s: no %s in %s", s.name, want, policy)
				}
			}
			sources := strings.Count(policy, "'sha256-")
			for n := range unscripted(t, written(t, s)).Descendants() {
				if n.Type != html.ElementNode || n.Data != "style" && n.Data != "script" {
					continue
				}
				sources--
				sum := sha256.Sum256([]byte(n.FirstChild.Data))
				_, directive, _ := strings.Cut(policy, n.Data+"-src ")
				directive, _, _ = strings.Cut(directive, ";")
				if hash := base64.StdEncoding.EncodeToString(sum[:]); !strings.Contains(directive, "'sha256-"+hash+"'") {
					t.Errorf("%s: a %s is not in %s", s.name, n.Data, policy)
				}
			}
			if strings.Contains(policy, "script-src") && len(find(unscripted(t, written(t, s)), "script")) == 0 {
				sources-- // the script that this page doesn't have
			}
			if sources != 0 {
				t.Errorf("%s: %d more styles and scripts allowed than there are", s.name, sources)
			}
		}
	}
}

func TestHeaders(t *testing.T) {
	h := http.Header{}
	pages.Headers(h, surveys.Brand{})
	for name, want := range map[string]string{
		"Content-Type": "text/html; charset=utf-8", "Cache-Control": "no-store", "Referrer-Policy": "no-referrer",
		"X-Robots-Tag": "noindex", "X-Content-Type-Options": "nosniff",
	} {
		if h.Get(name) != want {
			t.Errorf("%s: %q", name, h.Get(name))
		}
	}
	pages.MailHeaders(h)
	if p := h.Get("Content-Security-Policy"); !strings.Contains(p, "sandbox allow-popups") || strings.Contains(p, "script") || strings.Contains(p, "same-origin") {
		t.Errorf("a mail's policy: %s", p)
	}
}
