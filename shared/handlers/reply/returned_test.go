package reply_test

import (
	"testing"

	"heed/shared/heed"
	"heed/shared/sampling"
	"heed/shared/token"
)

const dsn = "Content-Type: multipart/report; report-type=delivery-status; boundary=b"

func failed(address, status string) string {
	return "--b\r\n\r\nIt failed.\r\n--b\r\nContent-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; x\r\n\r\n" +
		"Final-Recipient: rfc822; " + address + "\r\nAction: failed\r\nStatus: " + status + "\r\n--b--"
}

const arf = "Content-Type: multipart/report; report-type=feedback-report; boundary=b"

func complains(address string) string {
	s := "--b\r\nContent-Type: message/feedback-report\r\n\r\nFeedback-Type: abuse\r\n"
	if address != "" {
		s += "Original-Rcpt-To: " + address + "\r\n"
	}
	return s + "--b--"
}

// Who bounced for good or complained is never mailed again; word of anybody
// else, or of what may pass, changes nothing.
func TestWhatMachinesSay(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		header, text string
		want         sampling.Suppression
		fate         heed.Fate
	}{
		"hard bounce":            {dsn, failed("Ann@Example.com", "5.1.1"), sampling.AddressBounced, heed.Bounced},
		"mailbox full":           {dsn, failed("ann@example.com", "5.2.2"), 0, 0},
		"for now":                {dsn, failed("ann@example.com", "4.4.1"), 0, 0},
		"somebody else's":        {dsn, failed("bob@example.org", "5.1.1"), 0, 0},
		"Exim's":                 {"X-Failed-Recipients: ann@example.com", "it failed", sampling.AddressBounced, heed.Bounced},
		"a daemon's":             {"From: MAILER-DAEMON@example.com", "ann@example.com 550 5.1.1", 0, 0},
		"complaint":              {arf, complains("ann@example.com"), sampling.ReportedSpam, heed.Complained},
		"complaint without name": {arf, complains(""), 0, 0},
		"somebody's complaint":   {arf, complains("bob@example.org"), 0, 0},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			d := open(t)
			raw := d.letter(c.text, "From: MAILER-DAEMON@example.com", c.header)
			for range 2 {
				d.mail(raw)
			}
			marks, err := d.all.Marks(t.Context())
			d.must(err)
			if marked := len(marks) > 0; marked != (c.want != 0) {
				t.Errorf("the day is marked: %v", marked)
			}
			if d.suppression() != c.want || d.row().Invitation.Fate != c.fate || len(d.row().Notes) > 0 || len(d.row().Invitation.Further) > 0 {
				t.Errorf("suppressed as %v, and %s\n%s", d.suppression(), d.state(), d.log.String())
			}
		})
	}
}

// A bounce that comes to no address of its own names the mail in what it
// returns.
func TestReturnedHeader(t *testing.T) {
	t.Parallel()
	d := open(t)
	text := "--b\r\nContent-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; x\r\n\r\nFinal-Recipient: rfc822; ann@example.com\r\nAction: failed\r\nStatus: 5.1.1\r\n" +
		"--b\r\nContent-Type: message/rfc822\r\n\r\nList-Unsubscribe: <https://ask.example.com/u/" + d.token(token.Unsubscribe) + ">\r\n\r\nx\r\n--b--"
	d.mail(d.letter(text, "To: surveys@example.com", dsn))
	if d.suppression() != sampling.AddressBounced {
		t.Errorf("suppressed as %v\n%s", d.suppression(), d.log.String())
	}
}

// A bounce that goes where one unsubscribes is a bounce.
func TestBounceOfAFarewell(t *testing.T) {
	t.Parallel()
	d := open(t)
	d.mail(d.letter(failed("ann@example.com", "5.2.2"), "To: unsubscribe+"+d.token(token.Unsubscribe)+"@in.example.com", dsn))
	if d.suppression() != 0 {
		t.Errorf("suppressed as %v", d.suppression())
	}
}
