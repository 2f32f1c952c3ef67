package reply_test

import (
	"strings"
	"testing"
	"time"

	"heed/shared/heed"
	"heed/shared/queue"
	"heed/shared/token"
)

const back = `question_back 1 `

// What each mail makes of a row that waits for its answer.
func TestMails(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		text   string
		header []string
		want   string
	}{
		"a score":              {"9", nil, `9 by reply ""`},
		"with a comment":       {"9 - quick and kind", nil, `9 by reply "quick and kind"`},
		"below the score":      {"9\r\n\r\nThey were kind.", nil, `9 by reply "They were kind."`},
		"in words":             {"I'd say nine", nil, `9 by reply ""`},
		"quoted":               {"9, thanks\r\n\r\nOn 19 Nov 2026, Acme wrote:\r\n> 0 1 2 3 4", nil, `9 by reply "thanks"`},
		"html":                 {"<div>7</div><blockquote>0 1 2</blockquote>", []string{"Content-Type: text/html"}, `7 by reply ""`},
		"no score":             {"Thanks, all is well!", nil, `unscored -1 "Thanks, all is well!"; ` + back},
		"two scores":           {"7 or 8", nil, `unscored -1 "7 or 8"; ` + back},
		"nothing":              {"", nil, `unscored -1 ""; ` + back},
		"another scale":        {"5/5", nil, `unscored -1 "5/5"; ` + back},
		"no answers, please":   {"Thanks!", []string{"X-Auto-Response-Suppress: All"}, `unscored -1 "Thanks!"`},
		"by way of a list":     {"Thanks!", []string{"Precedence: list"}, `unscored -1 "Thanks!"`},
		"score by way of it":   {"9", []string{"Precedence: list"}, `9 by reply ""`},
		"somebody else":        {"3 - not my survey", []string{"From: bob@example.org"}, `forwarded 3 "3 - not my survey"`},
		"a colleague":          {"I'll look", []string{"From: bob@acme.example"}, `forwarded -1 "I'll look"`},
		"out of office":        {"I am away until 9", []string{"Subject: Automatic reply: One question"}, ``},
		"so it seems":          {"9", []string{"Subject: Automatic reply: One question"}, `9 by reply ""`},
		"a responder":          {"9", []string{"Auto-Submitted: auto-replied"}, ``},
		"a list":               {"9", []string{"List-Id: <x.example.com>"}, ``},
		"our own":              {"9", []string{"X-Loop: ask.example.com"}, ``},
		"another's loop":       {"9", []string{"X-Loop: example.org"}, `9 by reply ""`},
		"spam":                 {"9", []string{"X-SES-Spam-Verdict: FAIL"}, ``},
		"forged":               {"9", []string{"Authentication-Results: amazonses.com; spf=fail; dkim=fail; dmarc=fail"}, ``},
		"a delivery's failure": {"9", []string{"Return-Path: <>"}, ``},
		"nobody's address":     {"9", []string{"To: reply@in.example.com"}, ``},
		"a forged address":     {"9", []string{"To: reply+" + strings.Repeat("a", token.Length) + "@in.example.com"}, ``},
		"in the subject":       {"", []string{"Subject: 9"}, `9 by reply ""`},
		"not in its subject":   {"", []string{"Subject: Re: ticket 9"}, `unscored -1 ""; ` + back},
		"a soft hyphen":        {"1\u00ad0 - great\x00", []string{"Content-Type: text/plain; charset=utf-8"}, `10 by reply "great"`},
		"by way of SES":        {"9", []string{"Feedback-ID: 1.eu-west-1.x:AmazonSES"}, `9 by reply ""`},
		"two senders":          {"9", []string{"From: <bob@example.org> <ann@example.com>"}, ``},
		"signed in the text":   {"-----BEGIN PGP SIGNED MESSAGE-----\r\nHash: SHA256\r\n\r\n9\r\n\r\n- - kind\r\n-----BEGIN PGP SIGNATURE-----\r\n\r\niQEz\r\n-----END PGP SIGNATURE-----", nil, `9 by reply "- kind"`},
		"upper case":           {"9", []string{"From: ANN@EXAMPLE.COM"}, `9 by reply ""`},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			d := open(t)
			d.mail(d.letter(c.text, c.header...))
			d.is(c.want)
			if s := d.log.String(); strings.Contains(s, "@") || strings.Contains(s, d.token(token.Reply)) {
				t.Errorf("the log says %s", s)
			}
		})
	}
}

// The same mail changes a row once, however often and as what it comes.
func TestTwice(t *testing.T) {
	t.Parallel()
	for _, text := range []string{"9", "9 - fine", "fine", "3 or 4"} {
		for _, header := range [][]string{{"Message-ID: <1@example.com>"}, {"Message-ID: <1@example.com>", "From: bob@example.org"}} {
			d := open(t)
			raw := d.letter(text, header...)
			d.mail(raw)
			once := d.row()
			d.now = d.now.Add(time.Hour)
			d.mail(raw) // another object, the same mail
			if d.state() == "" || !same(once, d.row()) {
				t.Errorf("%q changes the row twice: %s", text, d.state())
			}
		}
	}
	d := open(t) // without an id, the object tells
	m := d.keep("inbound/x", d.letter("fine"))
	for range 2 {
		d.Work(t.Context(), []queue.Message{m})
	}
	d.is(`unscored -1 "fine"; ` + back)
}

func same(a, b *heed.Row) bool { return a.Stirred().Equal(b.Stirred()) && len(a.Notes) == len(b.Notes) }

// Several mails, in any order, come to one answer with one comment; the question
// goes back at most once.
func TestInTurn(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		mails []string
		want  string
	}{
		"a score, then words":    {[]string{"9", "they were kind"}, `9 by reply "they were kind"`},
		"words, then a score":    {[]string{"they were kind", "9"}, `9 by reply "they were kind"; unscored -1 "they were kind"; question_back 1 cancelled`},
		"words twice":            {[]string{"kind", "very kind"}, `unscored -1 "kind"; unscored -1 "very kind"; ` + back},
		"another score":          {[]string{"9 - kind", "3"}, `9 by reply "kind"; afterward 3 "3"`},
		"another one with words": {[]string{"9", "3, I was wrong"}, `9 by reply ""; afterward 3 "3, I was wrong"`},
		"the same with words":    {[]string{"9", "9 - kind"}, `9 by reply "kind"`},
		"words after words":      {[]string{"9 - kind", "and quick"}, `9 by reply "kind"; afterward -1 "and quick"`},
	} {
		d := open(t)
		for i, text := range c.mails {
			d.mail(d.letter(text, "Message-ID: <"+string(rune('a'+i))+"@example.com>"))
		}
		if got := d.state(); got != c.want {
			t.Errorf("%s: %s, want %s", name, got, c.want)
		}
		d.mail(d.letter(c.mails[1], "Message-ID: <b@example.com>")) // it comes again
		d.mail(d.letter(c.mails[0], "Message-ID: <a@example.com>"))
		if got := d.state(); got != c.want {
			t.Errorf("%s, again: %s", name, got)
		}
	}
}

// An answer that came by page gets its comment by mail, and keeps its score.
func TestCommentOnAPageAnswer(t *testing.T) {
	t.Parallel()
	d := open(t)
	d.invite(func(r *heed.Row) {
		r.Response = &heed.Response{Score: 4, Channel: heed.Page, At: noon, Edit: [8]byte{1}}
	})
	raw := d.letter("It took too long.", "Message-ID: <1@example.com>")
	d.mail(raw)
	d.mail(raw)
	d.is(`4 by page "It took too long."`)
	d.mail(d.letter("And more.", "Message-ID: <2@example.com>"))
	d.mail(raw)
	d.is(`4 by page "It took too long."; afterward -1 "And more."`)
}

// A question back that is in hand already stays in hand; none goes where the
// invitation came to a bad end.
func TestQuestionBack(t *testing.T) {
	t.Parallel()
	d := open(t)
	d.mail(d.letter("kind", "Message-ID: <1@example.com>"))
	_, err := d.all.ChangeRow(t.Context(), d.ref, func(r *heed.Row) error {
		r.Invitation.Further[0].Claimed = noon
		return nil
	})
	d.must(err)
	d.mail(d.letter("9", "Message-ID: <2@example.com>"))
	d.is(`9 by reply "kind"; unscored -1 "kind"; ` + back)

	d.invite(func(r *heed.Row) { r.Invitation.Fate, r.Invitation.Failed = heed.Complained, noon })
	d.mail(d.letter("kind"))
	d.is(`unscored -1 "kind"; complained`)
}

// After the window an answer is a note, and nothing is asked back.
func TestTooLate(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{"9 - sorry": `afterward 9 "9 - sorry"`, "sorry": `afterward -1 "sorry"`} {
		d := open(t)
		d.now = noon.AddDate(0, 0, 20)
		d.mail(d.letter(text))
		d.is(want)
	}
}

// Where the address got lost, what is quoted names the row; it opens no more.
func TestQuotedToken(t *testing.T) {
	t.Parallel()
	for _, from := range []string{"ann@example.com", "bob@example.org"} {
		d := open(t)
		d.mail(d.letter("9\r\n\r\n> https://ask.example.com/s/"+d.token(token.Answer)+"?score=0", "To: surveys@example.com", "From: "+from))
		want := map[string]string{"ann@example.com": `9 by reply ""`, "bob@example.org": `forwarded 9 "9"`}[from]
		d.is(want)
	}
}

// Long words are cut, and many mails leave a bounded row.
func TestBounds(t *testing.T) {
	t.Parallel()
	d := open(t)
	for i := range 30 {
		d.mail(d.letter(strings.Repeat("word ", 10_000), "Message-ID: <"+strings.Repeat("x", i+1)+"@example.com>"))
	}
	row := d.row()
	if len(row.Notes) != heed.MaxNotes || len(row.Notes[0].Text) > 8<<10 || len(row.Notes[0].Text) < 8000 || len(row.Invitation.Further) != 1 {
		t.Errorf("%d notes of %d bytes, %d further mails", len(row.Notes), len(row.Notes[0].Text), len(row.Invitation.Further))
	}
}
