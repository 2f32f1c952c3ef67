package reply_test

import (
	"testing"

	"heed/shared/sampling"
	"heed/shared/token"
)

// A mail to the address that unsubscribes does, whoever writes it.
func TestUnsubscribe(t *testing.T) {
	t.Parallel()
	for _, header := range []string{"From: ann@example.com", "From: postbox@example.org", "Auto-Submitted: auto-generated"} {
		d := open(t)
		to := "To: unsubscribe+" + d.token(token.Unsubscribe) + "@in.example.com"
		for range 2 {
			d.mail(d.letter("unsubscribe", to, header))
		}
		d.is("")
		if d.suppression() != sampling.Unsubscribed {
			t.Errorf("%s: suppressed as %v", header, d.suppression())
		}
	}
	d := open(t)
	d.mail(d.letter("x", "To: unsubscribe+"+d.token(token.Reply)+"@in.example.com"))
	if d.suppression() != 0 {
		t.Error("a token for something else unsubscribes")
	}
}

// Who answers that they want no more mails is sent none, and their words are
// kept; what else might be meant is a note like any.
func TestFarewell(t *testing.T) {
	t.Parallel()
	for text, c := range map[string]struct {
		header []string
		want   string
		why    sampling.Suppression
	}{
		"Unsubscribe":                {nil, `farewell -1 "Unsubscribe"`, sampling.Unsubscribed},
		"Bitte abmelden!":            {nil, `farewell -1 "Bitte abmelden!"`, sampling.Unsubscribed},
		"STOP":                       {[]string{"Precedence: list"}, `farewell -1 "STOP"`, sampling.Unsubscribed},
		"désabonner":                 {[]string{"Content-Type: text/plain; charset=utf-8"}, `farewell -1 "désabonner"`, sampling.Unsubscribed},
		"":                           {[]string{"Subject: Unsubscribe"}, `farewell -1 "Unsubscribe"`, sampling.Unsubscribed},
		"9\r\n\r\nPlease stop.":      {nil, `9 by reply ""`, sampling.Unsubscribed},
		"9. Please stop these mails": {nil, `9 by reply "Please stop these mails"`, 0},
		"That is enough.\r\nStop":    {nil, "unscored -1 \"That is enough.\\nStop\"", 0},
		"stop the delays":            {nil, `unscored -1 "stop the delays"; ` + back, 0},
		"Stop it":                    {[]string{"From: bob@example.org"}, `forwarded -1 "Stop it"`, 0},
		"Stop this":                  {[]string{"Auto-Submitted: auto-replied"}, ``, 0},
	} {
		t.Run(text, func(t *testing.T) {
			t.Parallel()
			d := open(t)
			raw := d.letter(text, append([]string{"Message-ID: <1@example.com>"}, c.header...)...)
			for range 2 {
				d.mail(raw)
			}
			d.is(c.want)
			if d.suppression() != c.why {
				t.Errorf("suppressed as %v", d.suppression())
			}
		})
	}
}

// A farewell after the answer, or after its window, is one too, and no comment.
func TestLateFarewell(t *testing.T) {
	t.Parallel()
	d := open(t)
	d.mail(d.letter("9", "Message-ID: <1@example.com>"))
	d.mail(d.letter("unsubscribe", "Message-ID: <2@example.com>"))
	d.is(`9 by reply ""; afterward -1 "unsubscribe"`)
	late := open(t)
	late.now = noon.AddDate(0, 0, 20)
	late.mail(late.letter("unsubscribe"))
	late.is(`afterward -1 "unsubscribe"`)
	if d.suppression() != sampling.Unsubscribed || late.suppression() != sampling.Unsubscribed {
		t.Error("they may be mailed again")
	}
}

// A mail to both addresses unsubscribes, and what it says is kept: a score is
// the answer, words are a note, and no question goes back.
func TestBothAddresses(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"9 - kind":    `9 by reply "kind"`,
		"kind":        `unscored -1 "kind"`,
		"unsubscribe": `farewell -1 "unsubscribe"`,
	} {
		for _, from := range []string{"ann@example.com", "bob@example.org"} {
			d := open(t)
			d.mail(d.letter(text, "From: "+from, "To: reply+"+d.token(token.Reply)+"@in.example.com, unsubscribe+"+d.token(token.Unsubscribe)+"@in.example.com"))
			if from == "ann@example.com" {
				d.is(want)
			} else if len(d.row().Notes) != 1 || d.row().Response != nil {
				t.Errorf("of %s: %s", from, d.state())
			}
			if d.suppression() != sampling.Unsubscribed {
				t.Errorf("suppressed as %v", d.suppression())
			}
		}
	}
}

// Whoever says only that they want no more mails, and gives a score after all,
// has said nothing that is a comment.
func TestFarewellIsNoComment(t *testing.T) {
	t.Parallel()
	d := open(t)
	d.mail(d.letter("stop", "Message-ID: <1@example.com>"))
	d.mail(d.letter("8", "Message-ID: <2@example.com>"))
	d.is(`8 by reply ""; farewell -1 "stop"`)
	if _, _, waits := d.row().Next(); waits || !d.row().Heard() {
		t.Error("somebody who said goodbye is mailed again")
	}
}
