package laptop_test

import (
	"net/http"
	"strings"
	"testing"
	"time"

	"heed/infra/customer"
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

// open opens a page as a customer's browser does.
func (h *house) open(link string) *customer.Page {
	h.Helper()
	p, err := customer.Open(h.Context(), nil, link)
	if err != nil {
		h.Fatal(err)
	}
	return p
}

// press waits as long as a person needs, and presses.
func (h *house) press(p *customer.Page, score int) *customer.Page {
	h.Helper()
	h.advance(h.T, time.Minute)
	after, err := p.Press(h.Context(), score)
	if err != nil {
		h.Fatal(err)
	}
	return after
}

// says fails the test unless the page has that status and says that.
func (h *house) says(p *customer.Page, status int, text string) *customer.Page {
	h.Helper()
	if p.Status != status || !strings.Contains(p.Text, text) {
		h.Errorf("status %d, want %d and %q:\n%s", p.Status, status, text, p.Text)
	}
	return p
}

// A click on a number chooses it, and a press of the button sends it. Whoever
// sent it may add a comment and change the score; what comes from another
// browser is a note.
func TestAnswerByClick(t *testing.T) {
	t.Parallel()
	h, mail := invited(t)
	chosen := h.says(h.open(link(t, mail, "score=4")), http.StatusOK, "Press Send to confirm")
	other := h.open(survey(t, mail))
	h.unanswered()
	thanks := h.says(h.press(chosen, 4), http.StatusOK, "Thank you.")
	h.answered(4, "click", "")

	h.says(h.open(link(t, mail, "score=1")), http.StatusOK, "You have answered already.")
	h.says(h.press(other, 1), http.StatusOK, "This survey was answered before.")
	h.answered(4, "click", "")
	if notes := h.about(t, "ticket:1", "support").Notes; len(notes) != 1 || notes[0].Kind != "elsewhere" || *notes[0].Score != 1 {
		t.Errorf("the notes are %+v", notes)
	}

	heard, err := thanks.Say(t.Context(), "Quick & kind <b>")
	if err != nil {
		t.Fatal(err)
	}
	h.says(heard, http.StatusOK, "Your comment is with Acme.")
	h.answered(4, "click", "Quick & kind <b>")
}

// The page works without a score in the link, and takes no other than the
// question has.
func TestAnswerOnThePage(t *testing.T) {
	t.Parallel()
	h, mail := invited(t)
	open := h.says(h.open(survey(t, mail)), http.StatusOK, "Choose an answer")
	for _, bad := range []string{"", "0", "6", "-1", "4.5", "five", "99999999999999999999"} {
		h.says(h.open(survey(t, mail)+"?score="+bad), http.StatusOK, "Choose an answer")
	}
	for _, bad := range []int{0, 6, -1, 99} {
		h.says(h.press(open, bad), http.StatusBadRequest, "Choose an answer")
	}
	h.unanswered()
	h.says(h.press(open, 5), http.StatusOK, "Thank you.")
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
	h.browse(t, survey(t, mail)).says(http.StatusOK, "Choose an answer")
}

// Once the window has closed the page says so, and takes nothing: no answer,
// and no change of one.
func TestTooLate(t *testing.T) {
	t.Parallel()
	h, mail := invited(t)
	h.deliver(t, h.door(t, "zendesk"), ticket(t, 2))
	h.settle(t)
	thanks := h.press(h.open(survey(t, h.mailTo(t, address(2)))), 5)
	waiting := h.open(survey(t, mail))
	h.advance(t, 14*24*time.Hour-2*time.Minute)
	h.browse(t, link(t, mail, "score=3")).says(http.StatusOK, "Press Send")
	h.advance(t, 2*time.Minute)
	before := h.exact(t)
	h.browse(t, link(t, mail, "score=3")).says(http.StatusGone, "This survey has closed.")
	h.says(h.press(waiting, 3), http.StatusGone, "This survey has closed.")
	late, err := thanks.Say(t.Context(), "too late")
	if err != nil {
		t.Fatal(err)
	}
	h.says(late, http.StatusGone, "This survey has closed.")
	for id, was := range before {
		if now := h.exact(t)[id]; now != was {
			t.Errorf("a late answer made\n%s\nof\n%s", now, was)
		}
	}
	h.reply(mail, address(1), "4")
	h.unanswered()
	if notes := h.about(t, "ticket:1", "support").Notes; len(notes) != 1 || notes[0].Kind != "afterward" || *notes[0].Score != 4 {
		t.Errorf("a late reply left the notes %+v", notes)
	}
}
