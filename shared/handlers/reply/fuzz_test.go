package reply_test

import (
	"strings"
	"testing"

	"heed/shared/heed"
	"heed/shared/queue"
)

// Whatever Ann, or anybody else, mails to the invitation's address, in whatever
// header and body: the row stays whole and bounded, what it holds can be read
// back, and nobody but her answers.
func FuzzReply(f *testing.F) {
	for _, text := range []string{"9", "9 - kind", "kind", "7 or 8", "<div>9</div><blockquote>3</blockquote>", "9\r\n\r\nOn 19 Nov 2026, Acme wrote:\r\n> 0 1 2"} {
		f.Add("Message-ID: <1@example.com>", text, true)
		f.Add("Content-Type: text/html; charset=utf-8", text, false)
	}
	f.Add(dsn, failed("ann@example.com", "5.1.1"), true)
	f.Add(arf, complains("ann@example.com"), false)
	f.Add("Subject: Automatic reply", "away until 9", true)
	d := open(f)
	f.Fuzz(func(t *testing.T, header, text string, hers bool) {
		d.TB = t
		d.log.Reset()
		d.invite()
		raw := []byte("From: " + map[bool]string{true: "ann@example.com", false: "bob@example.org"}[hers] + "\r\n" +
			strings.TrimSpace(string(d.letter(text, header))))
		raw = []byte(strings.Replace(string(raw), "\r\nFrom: Ann <ann@example.com>", "", 1))
		m := d.keep("inbound/1", raw)
		for range 2 {
			if failed := d.Work(t.Context(), []queue.Message{m}); len(failed) > 0 {
				t.Fatalf("it failed: %s", d.log.String())
			}
		}
		r := d.row()
		if a := r.Response; a != nil && (!hers || !r.Ask.Holds(a.Score) || a.Channel != heed.Reply || len(a.Comment) > 8<<10) {
			t.Errorf("answered as %+v", a)
		}
		if len(r.Notes) > 1 || len(r.Invitation.Further) > 1 || !hers && len(r.Invitation.Further) > 0 {
			t.Errorf("the row holds %s", d.state())
		}
	})
}
