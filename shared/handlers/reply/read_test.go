package reply_test

import (
	"fmt"
	"strings"
	"testing"

	"heed/shared/heed"
	"heed/shared/token"
)

// Number words are those of the language that the customer was written to in,
// and of English.
func TestNumberWords(t *testing.T) {
	t.Parallel()
	for locale, want := range map[string]string{
		"it-IT": `8 by reply ""`,
		"de":    `unscored -1 "otto"; ` + back,
		"":      `unscored -1 "otto"; ` + back,
	} {
		d := open(t)
		d.invite(func(r *heed.Row) { r.Invitation.Locale = locale })
		d.mail(d.letter("otto"))
		d.is(want)
	}
}

// A blind copy tells its address only to SES.
func TestBlindCopy(t *testing.T) {
	t.Parallel()
	d := open(t)
	d.mail(append([]byte("Received: from mx.example.com\r\n by inbound-smtp.eu-west-1.amazonaws.com with SMTP id x\r\n for reply+"+d.token(token.Reply)+"@in.example.com;\r\n Fri, 20 Nov 2026 12:00:00 +0000\r\n"),
		d.letter("9", "To: undisclosed-recipients:;")...))
	d.is(`9 by reply ""`)
}

// Who was handed a mail on cannot take all the room for notes.
func TestManyForwarded(t *testing.T) {
	t.Parallel()
	d := open(t)
	for i := range 2 * heed.MaxNotes {
		d.mail(d.letter("mine", "From: bob@example.org", fmt.Sprintf("Message-ID: <%d@example.org>", i)))
	}
	d.mail(d.letter("They were kind."))
	if got := d.state(); strings.Count(got, "forwarded") != heed.MaxNotes/2 || !strings.Contains(got, `unscored -1 "They were kind."`) {
		t.Error(got)
	}
}
