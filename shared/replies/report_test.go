package replies

import (
	"slices"
	"strings"
	"testing"
)

const token48 = "abcdefghijklmnopqrstuvwxyz234567abcdefghijklmnop"

// What machines say of our mails names whom it is about, and what they return
// names the row.
func TestReports(t *testing.T) {
	status := func(fields string) string {
		return head + "Content-Type: multipart/report; report-type=delivery-status; boundary=b\r\n\r\n--b\r\n\r\nIt failed.\r\n--b\r\n" +
			"Content-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; mx.example.com\r\n\r\n" + fields + "\r\n--b\r\n" +
			"Content-Type: text/rfc822-headers\r\n\r\nReply-To: reply+" + strings.ToUpper(token48) + "@in.example.com\r\nSubject: x\r\n--b--\r\n"
	}
	for fields, want := range map[string]string{
		"Final-Recipient: rfc822; Ann@Example.com\r\nAction: failed\r\nStatus: 5.1.1\r\n":                                                                                    "ann@example.com",
		"Original-Recipient: rfc822;a@example.com\r\nFinal-Recipient: rfc822;b@example.com\r\nAction: failed\r\nStatus: 5.0.0":                                               "a@example.com b@example.com",
		"Final-Recipient: rfc822; a@example.com\r\nAction: delayed\r\nStatus: 4.4.1\r\n":                                                                                     "",
		"Final-Recipient: rfc822; a@example.com\r\nAction: failed\r\nStatus: 4.4.7\r\n":                                                                                      "",
		"Final-Recipient: rfc822; a@example.com\r\nAction: failed\r\nStatus: 5.2.2 (full)\r\n":                                                                               "",
		"Final-Recipient: rfc822; a@example.com\r\nAction: failed\r\nStatus: 5.7.1\r\n":                                                                                      "",
		"Final-Recipient: rfc822; a@example.com\r\nAction: delivered\r\nStatus: 2.0.0\r\n\r\nFinal-Recipient: rfc822; b@example.com\r\nAction: Failed\r\nStatus: 5.1.10\r\n": "b@example.com",
	} {
		l := read(t, status(fields))
		if got := strings.Join(l.Failed, " "); got != want || l.Verdict != Bounce || !slices.Equal(l.Traces, []string{token48}) {
			t.Errorf("%q: %q failed, it is a %s, with traces %q", fields, got, l.Verdict, l.Traces)
		}
	}
	if l := read(t, head+"X-Failed-Recipients: a@example.com, B@example.com\r\n\r\nx"); !slices.Equal(l.Failed, []string{"a@example.com", "b@example.com"}) {
		t.Errorf("Exim's %q", l.Failed)
	}
	l := read(t, head+"Content-Type: multipart/report; report-type=feedback-report; boundary=b\r\n\r\n--b\r\nContent-Type: message/feedback-report\r\n\r\n"+
		"Feedback-Type: abuse\r\nOriginal-Rcpt-To: <ann@example.com>\r\n--b\r\nContent-Type: message/rfc822\r\n\r\nList-Unsubscribe: <https://ask.example.com/u/"+
		token48+">\r\n\r\n--b--")
	if l.Verdict != Complaint || !slices.Equal(l.Accused, []string{"ann@example.com"}) || !slices.Equal(l.Traces, []string{token48}) {
		t.Errorf("%+v", l)
	}
}

// A token is found where our own mail is quoted.
func TestTraces(t *testing.T) {
	for _, mail := range []string{
		head + "References: <a@b> <" + token48 + "@x>\r\n\r\n9",
		head + "\r\n9\r\n> https://ask.example.com/s/" + token48 + "?score=9\r\n> " + token48 + "x",
		head + "Content-Type: text/html\r\n\r\n9<a href=\"https://ask.example.com/s/" + token48 + "?score=1\">1</a><a href='/s/" + token48 + "'>",
	} {
		if l := read(t, mail); !slices.Equal(l.Traces, []string{token48}) {
			t.Errorf("%q: %q", mail, l.Traces)
		}
	}
}
