package laptop_test

import (
	"net/http"
	"net/url"
	"regexp"
	"strings"
	"testing"
	"time"

	"heed/shared/heed"
)

// replyTo replies to a mail by the form of the mailbox, as somebody or, with
// "", as its customer, and returns the page that is shown then.
func (h *house) replyTo(m *caughtMail, from, words string) *page {
	h.Helper()
	p := h.browse(h.T, h.base+"/local/mail/"+m.ID+"?look=dark").says(http.StatusOK, "Nothing has come back yet.")
	filled := []string{"text", words}
	if from != "" {
		filled = append(filled, "from", from)
	}
	return p.submit(p.form("text"), filled...).says(http.StatusOK, `aria-current="page">Dark`)
}

// A reply from the mailbox is mail as any: a score answers, and the page says so.
func TestMailboxReplyAnswers(t *testing.T) {
	t.Parallel()
	h, mail := invited(t)
	p := h.replyTo(mail, "", "4 because it was quick\r\nand kind")
	p.says(http.StatusOK, "it answers the survey").says(http.StatusOK, `<strong class="given">4</strong>`)
	h.answered(4, "reply", "because it was quick\nand kind")
	if n := len(h.mails(t)); n != 1 {
		t.Errorf("there are %d mails", n)
	}
}

// One without a clear score is asked back about, once, and the question lies in
// the mailbox by the time the page is shown. What it is answered counts.
func TestMailboxReplyIsAskedBack(t *testing.T) {
	t.Parallel()
	h, mail := invited(t)
	h.replyTo(mail, "", "somewhere between this and that").says(http.StatusOK, "a question back goes out").says(http.StatusOK, "somewhere between this and that")
	h.unanswered()
	mails := h.mails(t)
	if len(mails) != 2 || mails[0].Headers["Auto-Submitted"] != "auto-replied" || mails[0].ReplyTo == "" {
		t.Fatalf("the mailbox has %d mails, the newest %+v", len(mails), mails[0])
	}
	p := h.browse(t, h.base+"/local/mail/"+mails[0].ID).says(http.StatusOK, `href="/local/mail/`+mail.ID+`">The invitation was mailed`)
	p.submit(p.form("text"), "text", "hm, still neither").says(http.StatusOK, "kept as a note")
	p.submit(p.form("text"), "text", "5, in the end").says(http.StatusOK, "it answers the survey")
	h.answered(5, "reply", "in the end")
	if n := len(h.mails(t)); n != 2 {
		t.Errorf("there are %d mails, want no second question back", n)
	}
}

// What somebody else replies to a mail that was passed on is a note.
func TestMailboxReplyOfAnother(t *testing.T) {
	t.Parallel()
	h, mail := invited(t)
	h.replyTo(mail, "boss@example.org", "1, not good").says(http.StatusOK, "kept as a note").says(http.StatusOK, "mailed by somebody else than was invited")
	h.unanswered()
}

// What somebody writes after they had all deleted is left, and the page says why.
func TestMailboxReplyOfTheForgotten(t *testing.T) {
	t.Parallel()
	h, mail := invited(t)
	ref, _, err := heed.ParseMailID(mail.ID)
	if err != nil {
		t.Fatal(err)
	}
	store := h.laptop.Store()
	row, err := store.Row(t.Context(), ref)
	if err == nil {
		err = store.Forget(t.Context(), row, h.laptop.Clock.Now())
	}
	if err != nil {
		t.Fatal(err)
	}
	h.replyTo(mail, "", "5").says(http.StatusOK, "its customer is forgotten").says(http.StatusOK, "Nothing has come back yet.")
}

// Who can't be written as, and what takes no reply, is said.
func TestMailboxReplyRefused(t *testing.T) {
	t.Parallel()
	h, mail := invited(t)
	post := func(id, body string, header http.Header) int {
		return h.send(t, http.MethodPost, "/local/mail/"+id+"/reply", header, []byte(body)).Status
	}
	form := http.Header{"Content-Type": {"application/x-www-form-urlencoded"}}
	for _, from := range []string{"nobody", "a b@example.com", "x@example.com\r\nBcc: y@example.com", "<>"} {
		if got := post(mail.ID, url.Values{"text": {"5"}, "from": {from}}.Encode(), form); got != http.StatusBadRequest {
			t.Errorf("from %q it answered %d", from, got)
		}
	}
	if got := post("20779-00", "text=5", form); got != http.StatusNotFound {
		t.Errorf("to no mail it answered %d", got)
	}
	form.Set("Origin", "https://evil.example")
	if got := post(mail.ID, "text=5", form); got != http.StatusForbidden {
		t.Errorf("from another site it answered %d", got)
	}
	h.settle(t)
	h.unanswered()
}

// The mail is shown on the devices that are asked for, and by day or by night
// whatever the browser prefers.
func TestMailboxViews(t *testing.T) {
	t.Parallel()
	h, mail := invited(t)
	at := h.base + "/local/mail/" + mail.ID
	frames := regexp.MustCompile(`<iframe title="([^"]+)" tabindex="0" sandbox="allow-popups allow-popups-to-escape-sandbox" src="([^"]+)"`)
	for query, want := range map[string]struct {
		frames []string
		src    string
	}{
		"":                                     {[]string{"The mail on a phone", "The mail on a desktop"}, "/html"},
		"?width=phone":                         {[]string{"The mail on a phone"}, "/html"},
		"?width=desktop&look=dark&images=off":  {[]string{"The mail on a desktop"}, "/html?images=off&amp;look=dark"},
		`?width="><script>&look=<b>&came=<i>x`: {[]string{"The mail on a phone", "The mail on a desktop"}, "/html"},
	} {
		p := h.browse(t, at+strings.NewReplacer("<", "%3C", `"`, "%22", ">", "%3E").Replace(query)).says(http.StatusOK, "Reply as the customer")
		var titles []string
		for _, m := range frames.FindAllStringSubmatch(p.text, -1) {
			titles = append(titles, m[1])
			if !strings.HasSuffix(m[2], mail.ID+want.src) {
				t.Errorf("with %s the frame shows %s", query, m[2])
			}
		}
		if strings.Join(titles, ", ") != strings.Join(want.frames, ", ") || strings.Contains(p.text, "<script") || strings.Contains(p.text, "role=\"status\"") {
			t.Errorf("with %s it shows %q:\n%s", query, titles, p.text)
		}
	}
	light, dark := h.send(t, http.MethodGet, at+"/html", nil, nil), h.send(t, http.MethodGet, at+"/html?look=dark&images=off", nil, nil)
	for _, c := range []struct {
		part   *answer
		has    []string
		policy bool
	}{{light, []string{"@media not all", `content="light"`}, true}, {dark, []string{"@media all", `content="dark"`}, false}} {
		for _, has := range c.has {
			if !strings.Contains(string(c.part.Body), has) {
				t.Errorf("the part lacks %s", has)
			}
		}
		if strings.Contains(string(c.part.Body), "prefers-color-scheme") || strings.Contains(c.part.Header.Get("Content-Security-Policy"), "img-src") != c.policy {
			t.Errorf("the part follows the browser, or its policy is %s", c.part.Header.Get("Content-Security-Policy"))
		}
	}
}

// The page tells what became of the mail without anything having come back.
func TestMailboxTellsWhatBecame(t *testing.T) {
	t.Parallel()
	h := open(t, configured(t, strings.Replace(everybody, "window: 14d}", "window: 14d, remind: 3d}", 1)))
	h.deliver(t, h.door(t, "zendesk"), ticket(t, 1))
	h.settle(t)
	mail := h.mailTo(t, address(1))
	h.browse(t, h.base+"/local/mail/"+mail.ID).says(http.StatusOK, "The invitation was delivered").says(http.StatusOK, "The reminder is due")
	h.advance(t, 75*time.Hour)
	mails := h.mails(t)
	if len(mails) != 2 {
		t.Fatalf("there are %d mails, want the invitation and its reminder", len(mails))
	}
	h.browse(t, h.base+"/local/mail/"+mail.ID).says(http.StatusOK, `href="/local/mail/`+mails[0].ID+`">The reminder was mailed`)
}
