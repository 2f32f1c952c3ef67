package laptop_test

import (
	"net/http"
	"strings"
	"testing"
	"time"
)

// invited opens a house where customer 1 was asked about ticket 1, and returns
// the mail.
func invited(t *testing.T) (*house, *caughtMail) {
	t.Helper()
	h := open(t, configured(t, everybody))
	h.deliver(t, h.door(t, "zendesk"), ticket(t, 1))
	h.settle(t)
	return h, h.mailTo(t, address(1))
}

// answered fails the test unless ticket 1 has that answer.
func (h *house) answered(score int, channel, comment string) {
	h.Helper()
	got := h.about(h.T, "ticket:1", "support").Response
	if got == nil || got.Score != score || got.Channel != channel || got.Comment != comment {
		h.Errorf("the answer is %+v, want %d by %s with comment %q", got, score, channel, comment)
	}
}

func (h *house) unanswered() {
	h.Helper()
	if got := h.about(h.T, "ticket:1", "support").Response; got != nil {
		h.Errorf("the answer is %+v, want none", got)
	}
}

// A click on a number chooses it, and a press of the button sends it. Whoever
// sent it may add a comment and change the score; nobody else can.
func TestAnswerByClick(t *testing.T) {
	t.Parallel()
	h, mail := invited(t)
	chosen := h.browse(t, link(t, mail, "score=4")).says(http.StatusOK, "Press Send to confirm")
	h.unanswered()
	thanks := chosen.submit(chosen.form("score")).says(http.StatusOK, "Thank you.")
	h.answered(4, "page", "")

	before := h.exact(t)
	for _, edit := range []string{"", "0000000000000000", "xyz", strings.Repeat("0", 16)} {
		again := h.browse(t, link(t, mail, "score=1")).says(http.StatusOK, "You have answered already.")
		if len(again.forms) > 0 {
			t.Errorf("whoever comes later is offered %v", again.forms)
		}
		f := form{"post", "?", map[string][]string{"score": {"1"}, "comment": {"mine"}, "edit": {edit}}}
		again.submit(f).says(http.StatusOK, "You have answered already.")
	}
	for id, was := range before {
		if now := h.exact(t)[id]; now != was {
			t.Errorf("a second answer without the key made\n%s\nof\n%s", now, was)
		}
	}
	thanks.submit(thanks.form("comment"), "comment", "Quick & kind <b>").says(http.StatusOK, "Your comment is with Acme.")
	h.answered(4, "page", "Quick & kind <b>")
	thanks.submit(thanks.form("score"), "score", "2").says(http.StatusOK, "<strong>2</strong>")
	h.answered(2, "page", "Quick & kind <b>")
}

// The page works without a score in the link, and takes no other than the
// question has.
func TestAnswerOnThePage(t *testing.T) {
	t.Parallel()
	h, mail := invited(t)
	open := h.browse(t, survey(t, mail)).says(http.StatusOK, "Choose a number")
	if open.forms[0].fields.Has("score") {
		t.Error("a score is chosen already")
	}
	for _, bad := range []string{"", "0", "6", "-1", "4.5", "five", "99999999999999999999"} {
		open.submit(open.forms[0], "score", bad).says(http.StatusBadRequest, "Choose a number")
		h.browse(t, survey(t, mail)+"?score="+bad).says(http.StatusOK, "Choose a number")
	}
	h.unanswered()
	open.submit(open.forms[0], "score", "5").says(http.StatusOK, "Thank you.")
	h.answered(5, "page", "")
}

// A token that is not whole, not ours, or for something else opens nothing.
func TestForgedLinks(t *testing.T) {
	t.Parallel()
	h, mail := invited(t)
	token := func(l string) string { return l[strings.LastIndex(l, "/")+1:] }
	answer, leave := token(survey(t, mail)), token(link(t, mail, "/u/"))
	reply, _, _ := strings.Cut(strings.TrimPrefix(mail.ReplyTo, "reply+"), "@")
	forged := []string{"/s/" + leave, "/s/" + reply, "/u/" + answer, "/u/" + reply, "/s/" + answer[1:], "/s/" + answer + "a", "/s/x"}
	for i, c := range answer {
		other := "a"
		if c == 'a' {
			other = "b"
		}
		forged = append(forged, "/s/"+answer[:i]+other+answer[i+1:], "/u/"+leave[:i]+"7"+leave[i+1:])
	}
	before := h.contents()
	for _, path := range forged {
		if path == "/u/"+leave {
			continue // its 7 was one already
		}
		p := h.browse(t, h.base+path).says(http.StatusNotFound, "This link does not work.")
		p.submit(form{"post", "?", map[string][]string{"score": {"5"}}}).says(http.StatusNotFound, "This link does not work.")
	}
	if after := h.contents(); len(after) != len(before) {
		t.Errorf("%d entries became %d", len(before), len(after))
	}
	h.unanswered()
	h.browse(t, survey(t, mail)).says(http.StatusOK, "Choose a number")
}

// Once the window has closed the page says so, and takes nothing: no answer,
// and no change of one.
func TestTooLate(t *testing.T) {
	t.Parallel()
	h, mail := invited(t)
	h.deliver(t, h.door(t, "zendesk"), ticket(t, 2))
	h.settle(t)
	other := h.browse(t, survey(t, h.mailTo(t, address(2))))
	thanks := other.submit(other.forms[0], "score", "5")
	waiting := h.browse(t, survey(t, mail))
	h.advance(t, 14*24*time.Hour-time.Minute)
	h.browse(t, link(t, mail, "score=3")).says(http.StatusOK, "Press Send")
	h.advance(t, 2*time.Minute)
	before := h.exact(t)
	h.browse(t, link(t, mail, "score=3")).says(http.StatusGone, "This survey has closed.")
	waiting.submit(waiting.forms[0], "score", "3").says(http.StatusGone, "This survey has closed.")
	thanks.submit(thanks.form("comment"), "comment", "too late").says(http.StatusGone, "This survey has closed.")
	h.reply(mail, address(1), "4")
	for id, was := range before {
		if now := h.exact(t)[id]; now != was {
			t.Errorf("a late answer made\n%s\nof\n%s", now, was)
		}
	}
}
