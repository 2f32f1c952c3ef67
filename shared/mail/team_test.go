package mail_test

import (
	"strings"
	"testing"

	"heed/shared/figures"
	"heed/shared/heed"
	"heed/shared/mail"
	"heed/shared/service"
	"heed/shared/sheets"
	"heed/shared/surveys"
	"heed/shared/words"
)

func lowAnswer() mail.Alert {
	return mail.Alert{
		ID: "notice-1", To: "team@acme.example", Subject: "A customer answered 2 of 10: support", Title: "A customer answered 2 of 10",
		Says:  []string{"The comment speaks of “refund”."},
		Quote: "I want my <b>refund</b>.\r\n\r\n\r\nNobody calls back,\nfor \u202eweeks.\n",
		Facts: []mail.Fact{
			{Name: "Program", Value: "support"},
			{Name: "Touchpoint", Value: "ticket.solved, ticket:4711 of zendesk"},
			{Name: "product", Value: "Router X200"},
		},
		Enter: "See the answers", Link: "https://heed.example/answers",
	}
}

func silent() mail.Alert {
	return mail.Alert{
		ID: "notice-2", To: "team@acme.example", Subject: "Nothing comes from zendesk any more", Title: "zendesk has gone silent",
		Says: []string{"The last delivery came on Tuesday."}, Enter: "See the sources", Link: "https://heed.example/sources",
	}
}

// between is an estimate.
func between(value, low, high float64) *service.Estimate {
	return &service.Estimate{Value: value, Low: low, High: high}
}

// figure is one of that score and interval.
func figure(ask heed.Ask, n uint64, score, low, high float64) sheets.Figure {
	return sheets.Figure{Figure: figures.Figure{Ask: ask, Shown: true, N: n, Score: &score, Low: &low, High: &high, Asked: 5 * n, Answered: n}}
}

func change(ask heed.Ask, by, low, high float64) *figures.Difference {
	return &figures.Difference{Ask: ask, Shown: true, Difference: &by, Low: &low, High: &high}
}

func week(t *testing.T) heed.Period {
	t.Helper()
	p, err := heed.ParsePeriod("2026-W47")
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// weekly is a digest of programs of which more and less is known.
func weekly(t *testing.T) mail.Digest {
	support := &sheets.Scores{Whole: sheets.Part{
		Figure: figure(heed.CSAT, 134, 72.4, 64.1, 79.5), Change: change(heed.CSAT, -11.2, -19.8, -2.6),
		Service: &service.Measures{
			FirstReply: service.Time{N: 2140, Shown: true, Median: between(5400, 5100, 5760)},
			Resolution: service.Time{N: 2140, Shown: true, Median: between(187200, 172800, 201600)},
		},
	}}
	support.Findings = []service.Finding{{Says: "Tickets are solved sooner, and customers are less satisfied: look whether they are closed too early."}}
	onboarding := &sheets.Scores{Whole: sheets.Part{Figure: figure(heed.CES, 19, 5.4, 4.6, 6.1), Change: change(heed.CES, 0.2, -0.7, 1.1)}}
	onboarding.Whole.Figure.IntervalOnly, onboarding.Whole.Change.IntervalOnly = true, true
	relation := &sheets.Scores{Whole: sheets.Part{Figure: figure(heed.NPS, 420, -3.2, -12.8, 6.4), Change: change(heed.NPS, 3.9, -8.1, 15.9)}}
	relation.Whole.Figure.Settled = true
	few := &sheets.Scores{Whole: sheets.Part{Figure: sheets.Figure{Figure: figures.Figure{Ask: heed.CSAT, Reason: figures.TooFew, N: 3, Asked: 12, Answered: 3}}}}
	return mail.Digest{
		ID: "notice-3", To: "team@acme.example", Week: week(t), Link: "https://heed.example/",
		Programs: []mail.Scored{
			{Program: &surveys.Program{Name: "support", Ask: heed.CSAT, Stage: "support"}, Sheet: support, Asked: 40, Answered: 31},
			{Program: &surveys.Program{Name: "onboarding", Ask: heed.CES, Stage: "onboarding"}, Sheet: onboarding, Asked: 8, Answered: 2},
			{Program: &surveys.Program{Name: "relation", Ask: heed.NPS}, Sheet: relation, Asked: 1204, Answered: 96},
			{Program: &surveys.Program{Name: "renewal", Ask: heed.CSAT, Stage: "renewal"}, Sheet: few, Asked: 4, Answered: 1},
			{Program: &surveys.Program{Name: "sales", Ask: heed.NPS, Stage: "pre-sales"}},
		},
	}
}

func alert(t *testing.T, w *mail.Writer, a mail.Alert) mail.Mail {
	t.Helper()
	m, err := w.Alert(a)
	if err != nil {
		t.Fatal(err)
	}
	return m
}

func digest(t *testing.T, w *mail.Writer, d mail.Digest) mail.Mail {
	t.Helper()
	m, err := w.Digest(d)
	if err != nil {
		t.Fatal(err)
	}
	return m
}

// Mails to the team keep the rules of all mails, and are as they were when
// somebody last looked at them.
func TestMailsToTheTeam(t *testing.T) {
	branded := acme()
	branded.Brand.Logo, branded.Brand.Address = "https://acme.example/logo.png", "Acme Inc., 1 Main Street"
	for name, m := range map[string]mail.Mail{
		"alert": alert(t, branded, lowAnswer()), "alert-silent": alert(t, acme(), silent()), "digest": digest(t, acme(), weekly(t)),
	} {
		t.Run(name, func(t *testing.T) {
			lint(t, words.For("en"), m, true)
			golden(t, name+".html", m.HTML)
			golden(t, name+".txt", top(m)+"\n"+m.Text)
		})
	}
}

// A comment is a stranger's: it stays text, in its place, line by line.
func TestAQuoteStaysAQuote(t *testing.T) {
	a := lowAnswer()
	a.Quote = "<script>alert(1)</script>\n-- \nFrom: boss@acme.example\n\x1b[31m" + strings.Repeat("long ", 2000)
	m := alert(t, acme(), a)
	if strings.Contains(m.HTML, "<script>") || strings.ContainsAny(m.HTML+m.Text, "\x1b\u202e") {
		t.Error("the comment reaches beyond its place")
	}
	for line := range strings.Lines(m.Text) {
		if strings.Contains(line, "boss@") && !strings.HasPrefix(line, "> ") {
			t.Errorf("a line of the comment stands as one of ours: %q", line)
		}
	}
	if len(m.HTML) > 30_000 {
		t.Errorf("HTML of %d bytes", len(m.HTML))
	}
}

// Where few have answered there is no score, and where some have there is only
// its interval: in words, and in the bar.
func TestADigestShowsWhatMayBeShown(t *testing.T) {
	d := weekly(t)
	for _, c := range []struct {
		program  int
		has, not []string
		cells    int
	}{
		{0, []string{"72%", "64% to 80%", "−11 (−20 to −3 percentage points), against the 30 days before: more than chance makes", "31 of 40 asked", "median 1 h 30 min (1 h 25 min to 1 h 36 min), of 2,140", "median 2 d 4 h", "closed too early", "Provisional"}, nil, 4},
		{1, []string{"4.6 to 6.1", "between −0.7 and +1.1", "chance may make as much"}, []string{"5.4"}, 3},
		{2, []string{"−3", "−13 to 6", "Settled", "96 of 1,204 asked have answered (8%)"}, nil, 4},
		{3, []string{"Too few to show", "1 of 4 asked"}, []string{"interval"}, 0},
		{4, []string{"No score yet", "nobody asked"}, []string{"interval"}, 0},
	} {
		one := d
		one.Programs = d.Programs[c.program : c.program+1]
		m := digest(t, acme(), one)
		_, text, _ := strings.Cut(m.Text, "\n\n\n")
		if text == "" {
			_, text, _ = strings.Cut(m.Text, "that.\n")
		}
		for _, s := range c.has {
			if !strings.Contains(m.Text, s) || !strings.Contains(m.HTML, strings.ReplaceAll(s, "+", "&#43;")) {
				t.Errorf("program %d does not say %q:\n%s", c.program, s, m.Text)
			}
		}
		for _, s := range c.not {
			if strings.Contains(text, s) {
				t.Errorf("program %d says %q:\n%s", c.program, s, text)
			}
		}
		if got := strings.Count(m.HTML, `height="14"`); got != c.cells {
			t.Errorf("program %d has a bar of %d cells, want %d", c.program, got, c.cells)
		}
	}
}

// A bar ends where its scale does, wherever the score is.
func TestBarsAreWhole(t *testing.T) {
	for _, f := range []sheets.Figure{
		figure(heed.NPS, 90, 100, 99, 100), figure(heed.NPS, 90, -100, -100, -99), figure(heed.NPS, 90, 0, -100, 100),
		figure(heed.CSAT, 90, 0, 0, 0.1), figure(heed.CES, 90, 7, 6.99, 7), figure(heed.CES, 90, 4, 3.99, 4.01),
	} {
		d := weekly(t)
		d.Programs = d.Programs[:1]
		d.Programs[0].Program = &surveys.Program{Name: "p", Ask: f.Ask}
		d.Programs[0].Sheet = &sheets.Scores{Whole: sheets.Part{Figure: f}}
		m := digest(t, acme(), d)
		sum := 0
		for _, cell := range strings.Split(m.HTML, `<td width="`)[1:] {
			if strings.Contains(cell[:20], `height="14"`) {
				sum += px(`w:`+strings.Replace(cell, "%", "px", 1), "w:")
			}
		}
		if sum != 100 {
			t.Errorf("%v: cells of %d%%", *f.Score, sum)
		}
	}
}

// What leads nowhere of ours, or goes to no address, is no mail.
func TestNoMailToTheTeam(t *testing.T) {
	a := lowAnswer()
	a.Link = "javascript:alert(1)"
	if _, err := acme().Alert(a); heed.CodeOf(err) != heed.Invalid {
		t.Errorf("a link of %s: %v", a.Link, err)
	}
	a = lowAnswer()
	a.To = "nobody"
	if _, err := acme().Alert(a); heed.CodeOf(err) != heed.Invalid {
		t.Errorf("to %s: %v", a.To, err)
	}
}
