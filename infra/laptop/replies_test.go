package laptop_test

import (
	"encoding/json"
	"net/http"
	"slices"
	"strings"
	"testing"
)

// reply sends a mail as SES would take it in: an answer to m, with more
// headers if there are any.
func (h *house) reply(m *caughtMail, from, text string, more ...string) {
	h.Helper()
	h.write(m.ReplyTo, from, text, append(more, "In-Reply-To: <"+m.MessageID+"@email.amazonses.com>")...)
}

func (h *house) write(to, from, text string, more ...string) {
	h.Helper()
	lines := append([]string{
		"X-SES-Spam-Verdict: PASS", "X-SES-Virus-Verdict: PASS",
		"From: Maren Oduya <" + from + ">", "To: Acme <" + to + ">", "Subject: Re: How was it?",
	}, more...)
	raw := strings.Join(append(lines, "", text, "", "On 16 Nov 2026, Acme wrote:", "> 1  2  3  4  5", ""), "\r\n")
	a := h.send(h.T, http.MethodPost, "/local/mail/inbound", nil, []byte(raw))
	if a.Status != http.StatusOK {
		h.Fatalf("the mail was not taken: %d %s", a.Status, a.Body)
	}
	h.settle(h.T)
}

// A reply with a score answers, once, and only from the address that was
// invited. What machines write changes nothing; what else comes is a note.
func TestAnswerByReply(t *testing.T) {
	t.Parallel()
	h, mail := invited(t)
	before := h.exact(t)
	h.reply(mail, address(1), "5", "Auto-Submitted: auto-replied")
	h.reply(mail, address(1), "5", "Precedence: bulk")
	_, token, _ := strings.Cut(survey(t, mail), "/s/")
	h.write("reply+"+token+"@in.heed.example", address(1), "5")
	h.write("reply@in.heed.example", address(1), "5")
	for id, was := range before {
		if now := h.exact(t)[id]; now != was {
			t.Errorf("mails that are no answers made\n%s\nof\n%s", now, was)
		}
	}
	h.reply(mail, "somebody@example.com", "5", "Message-ID: <1@example.com>")
	h.reply(mail, address(1), "Thanks, all is well!", "Message-ID: <2@example.com>")
	h.reply(mail, address(1), "6", "Message-ID: <3@example.com>")
	h.reply(mail, address(1), "6", "Message-ID: <3@example.com>")
	h.noted("forwarded", "unscored", "unscored")
	h.reply(mail, strings.ToUpper(address(1)), "4 - quick and kind")
	h.answered(4, "reply", "quick and kind")
	h.reply(mail, address(1), "1")
	h.answered(4, "reply", "quick and kind")
	h.browse(t, link(t, mail, "score=2")).says(http.StatusOK, "You have answered already.")
}

// noted fails unless the notes of the one row are of these kinds.
func (h *house) noted(kinds ...string) {
	h.Helper()
	for _, row := range h.exact(h.T) {
		var r struct{ Notes []struct{ Kind string } }
		if err := json.Unmarshal([]byte(row), &r); err != nil {
			h.Fatal(err)
		}
		var got []string
		for _, n := range r.Notes {
			got = append(got, n.Kind)
		}
		if !slices.Equal(got, kinds) {
			h.Errorf("the notes are %v, want %v", got, kinds)
		}
	}
}

// What is written behind the score reaches the team, as the mail says; what
// stands below it may be quoted, and does not.
func TestCommentByReply(t *testing.T) {
	t.Parallel()
	h, mail := invited(t)
	h.reply(mail, address(1), "5, they called me back\r\n\r\nOn Monday Acme wrote:\r\n> 5")
	h.answered(5, "reply", "they called me back")
}

// An out-of-office note answers nothing.
func TestOutOfOffice(t *testing.T) {
	t.Parallel()
	h := open(t, configured(t, everybody))
	h.deliver(t, h.door(t, "zendesk"), ticket(t, 1).with("requester.email", "ooto@simulator.amazonses.com"))
	h.settle(t)
	h.mailTo(t, "ooto@simulator.amazonses.com")
	h.unanswered()
}
